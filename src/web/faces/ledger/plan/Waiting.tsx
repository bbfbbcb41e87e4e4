import { Link } from 'react-router'
import { type PlanLine, type PlanYear } from '../../../../engines/plan/schema.ts'
import { noNumber, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { pageOfLine } from '../../../parts/plan/line-words.ts'
import { useSession } from '../../../session.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import style from './plan.module.css'

/** Targets that have no number yet because the municipality sets it, or because it is pending. */
export function waitingLines(plan: Pick<PlanYear, 'lines'>): readonly PlanLine[] {
  return plan.lines.filter(line => line.kind === 'target' && line.target === null && (line.operator === 'municipality' || line.operator === 'pending'))
}

/** What waits for its number (等市下达): filling it in is a statement with its letter and day, and from then on the light goes by it. */
export function Waiting({ plan }: { readonly plan: PlanYear }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const columns: readonly Column<PlanLine>[] = [
    { key: 'name', title: { zh: '指标', en: 'Indicator' }, value: line => t(line.label), render: line => <span className={style['name']}><b><Link to={pageOfLine(line)}>{t(line.label)}</Link></b><small>{line.code}</small></span>, sortable: true, width: 220 },
    { key: 'words', title: { zh: '目标', en: 'Target' }, value: line => line.words, render: line => <LineTarget line={line} />, width: 180 },
    { key: 'actual', title: { zh: '实际', en: 'Actual' }, value: line => line.figure, render: line => <LineFigure line={line} />, numeric: true, width: 110 },
    { key: 'period', title: { zh: '时期', en: 'Period' }, value: line => line.period, render: line => (line.period ? periodText(line.period, language) : noNumber), width: 120 },
    { key: 'owner', title: { zh: '责任单位', en: 'Owner' }, value: line => line.owner, render: line => <span lang="zh-CN">{line.owner ?? noNumber}</span>, sortable: true, width: 160 },
    ...(may('plan.edit') ? [{ key: 'fill', title: { zh: '办理', en: 'To do' }, value: () => '', render: (line: PlanLine) => <Link className="unprinted" to={`${pageOfLine(line)}&form=restate:${line.id}`}>{t({ zh: '填入下达数', en: 'Fill in the number' })}</Link>, width: 120 }] : []),
  ]
  return (
    <DataTable
      name="waiting"
      caption={{ zh: '等市下达的目标', en: 'Targets that wait for their number' }}
      rows={waitingLines(plan)}
      columns={columns}
      keyOf={line => line.id}
      empty={<Empty title={{ zh: `${plan.year}年没有等市下达的目标`, en: `No target of ${plan.year} waits for its number` }} next={{ zh: '文件写明由市下达、还没有数值的目标会列在这里，填入后按数判灯。', en: 'Targets that a paper leaves to the municipality stand here until their number is filled in; then they are judged by it.' }} />}
    />
  )
}
