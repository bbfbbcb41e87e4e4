import { Link, useLocation } from 'react-router'
import { type Unit } from '../../../../engines/org/schema.ts'

/** A unit by its name, leading to its page; the day that is looked at stays. */
export function UnitLink({ unit, current = false }: { readonly unit: Pick<Unit, 'id' | 'name'>; readonly current?: boolean }) {
  const { search } = useLocation()
  const query = new URLSearchParams(search)
  query.set('unit', unit.id)
  query.delete('view')
  return <Link preventScrollReset to={{ pathname: '/organisation', search: `?${query.toString()}` }} aria-current={current ? 'page' : undefined} lang="zh-CN">{unit.name}</Link>
}
