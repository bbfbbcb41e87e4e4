import { headerOf } from '../../../../../engines/plan/domain/ledger/sheet-columns.ts'
import { groupsOf, sumsOf, type Sum } from '../../../../../engines/plan/domain/ledger/sums.ts'
import { type LedgerRow, type LineRow } from '../../../../../engines/plan/ledgers/contract.ts'
import { type Particular } from '../../../../../engines/plan/ledgers/particulars-schema.ts'
import { ledgerNeedLabels } from '../../../../../engines/plan/ledgers/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText, noNumber, numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import { orderFrom } from '../../../../ui/table-order.ts'
import { useUrlState } from '../../../../url-state.ts'
import style from '../ledgers.module.css'
import { WideTable } from '../WideTable.tsx'
import { ParticularsFilters, useChosenLines } from './ParticularsFilters.tsx'
import { ParticularValue } from './ParticularValue.tsx'
import { SortHead } from './SortHead.tsx'
import { inOrder, shownColumns, toldOn } from './table-rows.ts'

type TableProps = { readonly ledger: LedgerRow; readonly lines: readonly LineRow[] }

/** The lines of a ledger that has columns of its own: by their groups, with a sum for each and for the whole. A line opens at the side. */
export function ParticularsTable({ ledger, lines }: TableProps) {
  const { language, t } = useLanguage()
  const [sort] = useUrlState('ledger-sort')
  const kind = ledger.of
  const chosen = useChosenLines(kind, lines)
  const rows = inOrder(kind, chosen, orderFrom(sort))
  const { shown, empty } = shownColumns(kind, lines)
  const groups = groupsOf(kind, rows)
  const wide = shown.length + 4
  const sums = sumsOf(kind, rows), summed = shown.some(column => sums.has(column.key))
  return (
    <div className={style['list']}>
      <ParticularsFilters kind={kind} lines={lines} />
      {lines.length === 0 && <Empty title={{ zh: '这本台账还没有列入事项', en: 'Nothing stands in this ledger yet' }} next={{ zh: '由计划员从计划中选取，或逐项新增；列入后由责任单位填报各栏。', en: 'A planner chooses from the plan, or adds lines; their units then tell the columns.' }} />}
      {lines.length > 0 && rows.length === 0 && <Empty title={{ zh: '没有符合条件的事项', en: 'Nothing matches' }} next={{ zh: '放宽上面的条件。', en: 'Widen the filters above.' }} />}
      {rows.length > 0 && (
        <WideTable caption={t({ zh: `${ledger.title}的各项`, en: `Lines of ${ledger.title}` })}>
          <thead>
            <tr>
              <SortHead column="position" title={{ zh: '序号', en: 'No.' }} numeric />
              <SortHead column="light" title={{ zh: '灯', en: 'Light' }} />
              <SortHead column="title" title={kind.line} />
              {shown.map(column => <SortHead key={column.key} column={`of-${column.key}`} title={column.kind === 'share' ? column.name : headerOf(column)} numeric={isNumeric(column)} />)}
              <th scope="col">{t({ zh: '截至', en: 'As of' })}</th>
            </tr>
          </thead>
          {groups.map(group => (
            <tbody key={group.key ?? ''}>
              {kind.groupBy !== null && <tr className={style['group']}><th colSpan={wide} scope="colgroup">{t(group.name)} <span className={style['small']}>{t({ zh: '{n}项', en: '{n} lines' }, { n: group.rows.length })}</span></th></tr>}
              {group.rows.map(line => (
                <tr key={line.id}>
                  <td className={style['number']}>{line.position}</td>
                  <td><LightShape light={line.light} /></td>
                  <th scope="row" className={style['line']}><Name line={line} /></th>
                  {shown.map(column => <td key={column.key} className={isNumeric(column) ? style['number'] : style['words']}><ParticularValue column={column} line={line} ledger={ledger} /></td>)}
                  <td className={style['day']}>{toldOn(line) === null ? noNumber : dayText(toldOn(line) ?? '', language)}</td>
                </tr>
              ))}
              {kind.groupBy !== null && groups.length > 1 && summed && <SumRow title={{ zh: `${group.name.zh}小计`, en: `Sum: ${group.name.en}` }} columns={shown} sums={sumsOf(kind, group.rows)} />}
            </tbody>
          ))}
          {summed && <tfoot><SumRow title={{ zh: `合计（${rows.length}项）`, en: `All ${rows.length} lines` }} columns={shown} sums={sums} /></tfoot>}
        </WideTable>
      )}
      {rows.length > 0 && <p className={style['small']}>{summed && t({ zh: '合计只计已填的项；比率按两栏都已填的项合计后相除，分母为零或未填的是一杠。', en: 'Sums count what was told; a share is that of the sums of lines where both numbers stand, and a dash where there is none.' })}{empty.length > 0 && t({ zh: '各项均未填的栏目不列：{columns}。', en: ' Columns of which nothing was told are left out: {columns}.' }, { columns: empty.map(column => t(column.name)).join(t({ zh: '、', en: ', ' })) })}</p>}
    </div>
  )
}

const isNumeric = (column: Particular) => column.kind === 'number' || column.kind === 'share'

function Name({ line }: { readonly line: LineRow }) {
  const { t } = useLanguage()
  const { open } = useOpened('line')
  return (
    <span className={style['name']}>
      <button type="button" className={style['open']} onClick={() => open(line.id)}><b lang="zh-CN">{t(line.label)}</b></button>
      {line.leads.length > 0 && <small lang="zh-CN">{line.leads.join('、')}</small>}
      {line.lacks.length > 0 && <small>{t({ zh: '尚缺：', en: 'Lacks: ' })}{line.lacks.map(need => t(ledgerNeedLabels[need])).join(t({ zh: '、', en: ', ' }))}</small>}
    </span>
  )
}

function SumRow({ title, columns, sums }: { readonly title: Label; readonly columns: readonly Particular[]; readonly sums: ReadonlyMap<string, Sum> }) {
  const { t } = useLanguage()
  return (
    <tr className={style['sum']}>
      <th colSpan={3} scope="row">{t(title)}</th>
      {columns.map(column => {
        const sum = sums.get(column.key)
        return (
          <td key={column.key} className={style['number']}>
            {sum && (sum.value === null ? noNumber : column.kind === 'share' ? shareText(sum.value, 1, 1) : numberText(sum.value))}
            {sum && sum.told > 0 && sum.told < sum.of && <span className={style['small']}><br />{t({ zh: '{told}/{of}项', en: '{told} of {of}' }, { told: sum.told, of: sum.of })}</span>}
          </td>
        )
      })}
      <td>{''}</td>
    </tr>
  )
}
