import { acceptanceLabels, ledgerNeedLabels } from '../../../../engines/plan/ledgers/schema.ts'
import { type LedgerRow, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { lightLabels, lightOrder } from '../../../../kernel/light.ts'
import { dayText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Figure } from '../../../ui/Figure.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import style from './ledgers.module.css'

/** The lines of a ledger with their parts; which columns there are is said by its kind. A line opens at the side. */
export function LedgerTable({ ledger, lines }: { readonly ledger: LedgerRow; readonly lines: readonly LineRow[] }) {
  const { language, t } = useLanguage()
  const { open } = useOpened('line')
  const [light] = useUrlState('light')
  const [lack] = useUrlState('lack')
  const kind = ledger.of
  const rows = lines.filter(line => (light === '' || line.light === light) && (lack === '' || (lack === 'awaiting' ? line.acceptance.state === 'proposed' : line.lacks.some(need => need === lack))))
  const optional: Readonly<Record<(typeof kind.columns)[number], Column<LineRow>>> = {
    lead: { key: 'lead', title: { zh: '责任单位', en: 'Lead' }, value: line => line.leads.join('、'), render: line => <span lang="zh-CN">{line.leads.join('、') || noNumber}</span>, sortable: true, width: 150 },
    due: { key: 'due', title: { zh: '完成时限', en: 'Due' }, value: line => line.dueOn, render: line => (line.dueOn ? dayText(line.dueOn, language) : noNumber), sortable: true, width: 130 },
    weight: { key: 'weight', title: { zh: '权重', en: 'Weight' }, value: line => line.weight, numeric: true, sortable: true, width: 80 },
    evidence: { key: 'evidence', title: { zh: '佐证（份）', en: 'Evidence' }, value: line => line.evidence, numeric: true, sortable: true, width: 100 },
    acceptance: { key: 'acceptance', title: { zh: '验收', en: 'Acceptance' }, value: line => t(acceptanceLabels[line.acceptance.state]), render: line => <Acceptance line={line} />, sortable: true, width: 120 },
  }
  const columns: readonly Column<LineRow>[] = [
    { key: 'position', title: { zh: '序号', en: 'No.' }, value: line => line.position, numeric: true, sortable: true, width: 70 },
    // Sorted by how bad it is, not by its word.
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: line => `${lightOrder.indexOf(line.light) + 1} ${t(lightLabels[line.light])}`, render: line => <LightShape light={line.light} />, sortable: true, width: 110 },
    { key: 'title', title: kind.line, value: line => t(line.label), render: line => <Name line={line} />, sortable: true, width: 200 },
    { key: 'parts', title: { zh: '内容、现值', en: 'Parts and figures' }, value: line => line.parts.map(part => part.title).join('；'), render: line => <Parts line={line} />, width: 330 },
    { key: 'share', title: { zh: '完成', en: 'Done' }, value: line => line.share, render: line => (line.share === null ? noNumber : shareText(line.share, 1, 0)), numeric: true, sortable: true, width: 90 },
    ...kind.columns.map(column => optional[column]),
  ]
  return (
    <DataTable
      name="ledger"
      caption={{ zh: `${ledger.title}的各项`, en: `Lines of ${ledger.title}` }}
      rows={rows}
      columns={columns}
      keyOf={line => line.id}
      ownSheet={false}
      onOpen={line => open(line.id)}
      tools={(
        <>
          <FilterSelect name="light" label={{ zh: '按灯筛选', en: 'By light' }} all={{ zh: '全部灯', en: 'All lights' }} options={lightOrder.map(one => ({ value: one, label: t(lightLabels[one]) }))} />
          <FilterSelect name="lack" label={{ zh: '按尚缺筛选', en: 'By what is lacking' }} all={{ zh: '不限要件', en: 'Complete or not' }} options={[...(kind.acceptance.length > 0 ? [{ value: 'awaiting', label: t(acceptanceLabels.proposed) }] : []), ...kind.needs.map(need => ({ value: need, label: t({ zh: '缺{need}', en: 'without {need}' }, { need: t(ledgerNeedLabels[need]) }) }))]} />
        </>
      )}
      empty={light !== '' || lack !== ''
        ? <Empty title={{ zh: '没有符合条件的事项', en: 'Nothing matches' }} next={{ zh: '放宽上面的条件。', en: 'Widen the filters above.' }} />
        : <Empty title={{ zh: '这本台账还没有列入事项', en: 'Nothing stands in this ledger yet' }} next={{ zh: '由计划员从计划中选取，或逐项新增。', en: 'A planner chooses from the plan, or adds lines.' }} />}
    />
  )
}

function Name({ line }: { readonly line: LineRow }) {
  const { t } = useLanguage()
  return (
    <span className={style['name']}>
      <b lang={line.commitment === null ? undefined : 'zh-CN'}>{t(line.label)}</b>
      {line.nature === 'binding' && <small>{t({ zh: '约束性', en: 'Binding' })}</small>}
      {line.lacks.length > 0 && <small>{t({ zh: '尚缺：', en: 'Lacks: ' })}{line.lacks.map(need => t(ledgerNeedLabels[need])).join(t({ zh: '、', en: ', ' }))}</small>}
    </span>
  )
}

function Parts({ line }: { readonly line: LineRow }) {
  const { t } = useLanguage()
  if (line.parts.length === 0) return <span>{noNumber}</span>
  return (
    <ul className={style['parts']}>
      {line.parts.map((part, i) => (
        <li key={part.commitment ?? i} className={style['part']}>
          <LightShape light={part.light} />
          <span>
            <span lang="zh-CN">{line.target === null ? part.title : part.line?.words ?? part.title}</span>
            {' '}
            {line.path ? <YearFigure line={line} /> : part.line ? <LineFigure line={part.line} /> : <span className={style['small']}>{t({ zh: '未填报', en: 'not reported' })}</span>}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Of an indicator of a five-year plan the last whole year counts, by which its light is judged. */
function YearFigure({ line }: { readonly line: LineRow }) {
  const { t } = useLanguage()
  const last = (line.path?.years ?? []).findLast(year => year.actual !== null)
  if (!last || last.actual === null) return <span className={style['small']}>{t({ zh: '还没有全年数值', en: 'no whole year yet' })}</span>
  return <Figure name={t(line.label)} quantity={{ value: last.actual, unit: line.parts[0]?.line?.unit ?? '' }} source={last.source} id={last.figure} period={String(last.year)} />
}

function Acceptance({ line }: { readonly line: LineRow }) {
  const { t } = useLanguage()
  const { state, share, note } = line.acceptance
  return (
    <span className={style['name']}>
      <span>{t(acceptanceLabels[state])}{state === 'partly' && share !== null && ` ${shareText(share, 1, 0)}`}</span>
      {line.waitsFor && <small>{t(line.waitsFor)}</small>}
      {note && state !== 'accepted' && state !== 'proposed' && <small lang="zh-CN">{note}</small>}
    </span>
  )
}
