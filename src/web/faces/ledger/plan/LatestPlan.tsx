import { Navigate, useLocation } from 'react-router'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { usePlanYears } from './use-plan.ts'
import { thisYear } from '../../../today.ts'

/** Leads to this year's plan, or to the last one there is. */
export function LatestPlan() {
  const { search } = useLocation()
  const years = usePlanYears()
  if (years.isError) return <Failure error={years.error} retry={() => void years.refetch()} size="page" />
  if (!years.data) return <Loading lines={6} />
  const now = thisYear()
  const past = years.data.years.map(row => row.year).filter(year => year <= now)
  return <Navigate replace to={{ pathname: `/plan/${Math.max(...past, past.length === 0 ? now : 0)}`, search }} />
}
