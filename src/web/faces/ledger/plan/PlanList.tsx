import { type PlanLine, type PlanYear } from '../../../../engines/plan/schema.ts'
import { lightLabels, lightOrder } from '../../../../kernel/light.ts'
import { dayText, noNumber, periodText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { targetWords } from '../../../parts/plan/line-words.ts'
import { lineKinds } from '../../../parts/plan/plan-words.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { fitsLine, usePlanFilter } from './plan-filter.ts'
import { PlanFilters } from './PlanFilters.tsx'
import style from './plan.module.css'

/** Everything of the year that is measured: targets and commitments with progress, filtered by the address. */
export function PlanList({ plan }: { readonly plan: PlanYear }) {
  const { language, t } = useLanguage()
  const { open } = useOpened('item')
  const { filter, asked } = usePlanFilter()
  // Worst first, as the cockpit has it; a head that is pressed orders otherwise.
  const rows = plan.lines.filter(line => fitsLine(line, filter)).sort((a, b) => lightOrder.indexOf(a.light) - lightOrder.indexOf(b.light))
  const columns: readonly Column<PlanLine>[] = [
    // Sorted by how bad it is, not by its word.
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: line => `${lightOrder.indexOf(line.light) + 1} ${t(lightLabels[line.light])}`, render: line => <LineLight line={line} />, sortable: true, width: 120 },
    { key: 'name', title: { zh: '名称', en: 'Name' }, value: line => t(line.label), render: line => <span className={style['name']}><b>{t(line.label)}</b><small>{line.kind === 'target' ? line.code : t(lineKinds.commitment)}</small></span>, sortable: true, width: 220 },
    { key: 'target', title: { zh: '目标', en: 'Target' }, value: line => targetWords(line, language), render: line => <LineTarget line={line} />, width: 170 },
    { key: 'actual', title: { zh: '实际', en: 'Actual' }, value: line => line.figure, render: line => <LineFigure line={line} />, numeric: true, width: 110 },
    { key: 'period', title: { zh: '时期', en: 'Period' }, value: line => line.period, render: line => (line.period ? periodText(line.period, language) : noNumber), width: 120 },
    { key: 'gap', title: { zh: '差距（百分点）', en: 'Gap (points)' }, value: line => line.gap, render: line => signedText(line.gap), numeric: true, sortable: true, width: 150 },
    { key: 'owner', title: { zh: '责任单位', en: 'Owner' }, value: line => line.owner, render: line => <span lang="zh-CN">{line.owner ?? noNumber}</span>, sortable: true, width: 160 },
    { key: 'as-of', title: { zh: '截至', en: 'As of' }, value: line => line.asOf, render: line => (line.asOf ? dayText(line.asOf, language) : noNumber), sortable: true, width: 130 },
  ]
  return (
    <DataTable
      name="plan"
      caption={{ zh: '目标与进展清单', en: 'Targets and progress' }}
      rows={rows}
      columns={columns}
      keyOf={line => line.id}
      ownSheet={false}
      onOpen={line => open(line.id)}
      tools={<PlanFilters owners={plan.lines.map(line => line.owner)} kinds />}
      empty={Object.keys(asked).length > 0
        ? <Empty title={{ zh: '没有符合条件的目标或承诺', en: 'Nothing matches' }} next={{ zh: '放宽上面的条件，或清空搜索。', en: 'Widen the filters above or clear the search.' }} />
        : <Empty title={{ zh: `${plan.year}年还没有目标`, en: `There are no targets for ${plan.year} yet` }} next={{ zh: '导入并采纳政府工作报告或计划报告，或在指标台账中逐项录入目标。', en: 'Import and accept a work report or plan report, or enter targets one by one in the register.' }} />}
    />
  )
}
