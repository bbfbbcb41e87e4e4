import { type IndicatorPage } from '../../../../../engines/indicators/contract.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { ContributionPanel } from './ContributionPanel.tsx'
import { CurveForm } from './CurveForm.tsx'
import { ForecastPanel } from './ForecastPanel.tsx'
import { PacePanel } from './PacePanel.tsx'
import { useOutlook } from './use-outlook.ts'
import { useOpened } from '../../../../opened.ts'

/** Where the year stands, where it will end and who contributed what. */
export function OutlookPanels({ page }: { readonly page: IndicatorPage }) {
  const { what: form, close } = useOpened('form')
  const outlook = useOutlook(page.indicator.id, page.unit.id)
  if (outlook.isError) return <Failure error={outlook.error} retry={() => void outlook.refetch()} />
  if (!outlook.data) return <Loading lines={6} />
  return (
    <>
      <PacePanel outlook={outlook.data} />
      <ForecastPanel outlook={outlook.data} />
      <ContributionPanel outlook={outlook.data} name={page.indicator.name} />
      {form === 'curve' && <CurveForm indicator={page.indicator} outlook={outlook.data} onClose={close} />}
    </>
  )
}
