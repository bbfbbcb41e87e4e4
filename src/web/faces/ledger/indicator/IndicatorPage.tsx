import { Button } from 'antd'
import { useParams } from 'react-router'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Columns } from '../../../ui/Columns.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUrlState } from '../../../url-state.ts'
import { BenchmarkPanel } from './benchmark/BenchmarkPanel.tsx'
import { Definition } from './Definition.tsx'
import { DerivedPanel } from './DerivedPanel.tsx'
import { EmbargoPanel } from './EmbargoPanel.tsx'
import { FiguresPanel } from './FiguresPanel.tsx'
import { IndicatorForms } from './IndicatorForms.tsx'
import { NamesPanel } from './NamesPanel.tsx'
import { OutlookPanels } from './outlook/OutlookPanels.tsx'
import { PapersPanel } from './PapersPanel.tsx'
import { ThreadLinks } from '../threads/ThreadLinks.tsx'
import { TargetsPanel } from './TargetsPanel.tsx'
import { UnitChoice } from './UnitChoice.tsx'
import { useIndicator, useIndicatorId } from './use-indicator.ts'
import { YearsChart } from './YearsChart.tsx'

/** One indicator: what it is, how it went through the years, what was promised and who said so. */
export function IndicatorPage() {
  const { code = '' } = useParams()
  const { language, t } = useLanguage()
  const { may } = useSession()
  const [unit] = useUrlState('unit')
  const { open } = useOpened('form')
  const id = useIndicatorId(code)
  const entry = useIndicator(id.data, unit)
  if (id.isError || entry.isError) return <Failure size="page" error={id.error ?? entry.error} retry={() => { void id.refetch(); void entry.refetch() }} />
  if (id.data === null) return <Absent />
  if (!entry.data) return <Loading lines={10} />

  const { indicator, figures } = entry.data
  // A chart is printed and copied; what is held back stays in the list of figures, which is not.
  const shown = figures.filter(figure => !indicator.embargoed || figure.status === 'published')
  const other = language === 'zh' ? indicator.name.en : indicator.name.zh
  return (
    <Page
      title={t(indicator.name)}
      where={<Breadcrumbs sentence={{ zh: '{register}里的{code}', en: '{code} in the {register}' }} crumbs={{ register: { text: { zh: '指标台账', en: 'register' }, to: '/register' }, code: { text: { zh: indicator.code, en: indicator.code }, to: `/register/${indicator.code}` } }} />}
      printable
      actions={(
        <>
          <UnitChoice page={entry.data} />
          {may('register.edit') && <Button onClick={() => open('edit')}>{t({ zh: '修改定义', en: 'Change the definition' })}</Button>}
          {may('plan.edit') && <Button onClick={() => open('target')}>{t({ zh: '录入目标', en: 'Enter a target' })}</Button>}
          {may('figure.enter') && <Button type="primary" onClick={() => open('figure')}>{t({ zh: '填报数值', en: 'Enter a figure' })}</Button>}
        </>
      )}
    >
      <Columns
        main={(
          <>
            <TargetsPanel page={entry.data} />
            {shown.length > 0 && <OutlookPanels page={entry.data} />}
            {shown.length > 0 && <YearsChart page={{ ...entry.data, figures: shown }} />}
            <BenchmarkPanel page={entry.data} />
            <FiguresPanel page={entry.data} />
            <div className={indicator.embargoed ? 'unprinted' : undefined}><DerivedPanel page={entry.data} /></div>
          </>
        )}
        aside={(
          <>
            <Definition indicator={indicator} otherName={other} />
            {indicator.embargoed && <EmbargoPanel indicator={indicator} />}
            <PapersPanel papers={entry.data.papers} />
            <ThreadLinks kind="indicator" id={indicator.id} />
            <NamesPanel page={entry.data} />
          </>
        )}
      />
      <IndicatorForms page={entry.data} />
    </Page>
  )
}
