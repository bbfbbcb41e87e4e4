import { type OutlookPage } from '../../../../../engines/indicators/contract.ts'
import { type TakenApart } from '../../../../../engines/indicators/domain/contribution.ts'
import { growthWords } from '../../../../../engines/indicators/domain/words.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { numberText, periodText, shareText, signedText, unitText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChartWithTable } from '../../../../ui/ChartWithTable.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { ViewSwitch } from '../../../../ui/ViewSwitch.tsx'
import { useUrlState } from '../../../../url-state.ts'
import style from './outlook.module.css'

const views = [
  { key: 'sectors', label: { zh: '按行业', en: 'By sector' } },
  { key: 'units', label: { zh: '按单位', en: 'By unit' } },
] as const
const remainder: Label = { zh: '未分解与误差', en: 'Not taken apart, and error' }

/** Who contributed what to the growth, in points; what no part explains is a row of its own. */
export function ContributionPanel({ outlook: { sectors, units }, name }: { readonly outlook: OutlookPage; readonly name: Label }) {
  const { language, t } = useLanguage()
  const [chosen] = useUrlState('by')
  const there = views.filter(view => (view.key === 'sectors' ? sectors : units) !== null)
  const view = there.find(one => one.key === chosen) ?? there[0]
  const apart = view?.key === 'units' ? units : sectors
  if (!view || !apart) return null
  const rows = [...apart.parts.map(part => ({ name: t(part.name), points: part.points })), { name: t(remainder), points: apart.remainder }]
  const [first] = apart.parts, last = apart.parts.findLast(part => part.points !== null)
  const finding = t({ zh: '{period}{name}{growth}：{first}最高，{a}个百分点；{last}最低，{b}个百分点', en: '{name} {growth} in {period}: {first} contributed most, {a} points; {last} least, {b} points' }, {
    period: periodText(apart.period, language), name: t(name), growth: t(growthWords(apart.growth)), first: first ? t(first.name) : '', a: signedText(first?.points ?? null, 2), last: last ? t(last.name) : '', b: signedText(last?.points ?? null, 2),
  })
  return (
    <Panel title={t({ zh: '对增长的贡献', en: 'Contribution to growth' })} aside={there.length > 1 && <ViewSwitch name="by" label={{ zh: '按什么看', en: 'By what' }} views={there} current={view.key} />}>
      <ChartWithTable key={`${view.key} ${apart.period}`} finding={finding} data={{ kind: 'rows', categories: rows.map(row => row.name), series: [{ name: t({ zh: '贡献', en: 'Contribution' }), unit: '个百分点', values: rows.map(row => (row.points === null ? null : Math.round(row.points * 100) / 100)) }] }} height={60 + rows.length * 26} />
      <details className={style['details']}>
        <summary>{t({ zh: '每个部分的数值、比重和增速', en: 'Level, weight and growth of each part' })}</summary>
        <Parts apart={apart} />
      </details>
    </Panel>
  )
}

function Parts({ apart }: { readonly apart: TakenApart }) {
  const { language, t } = useLanguage()
  const sum = apart.parts.reduce((total, part) => total + (part.points ?? 0), 0) + apart.remainder
  return (
    <div className={style['scroll']}>
      <table className={style['numbers']}>
        <caption>
          {apart.constantPrices
            ? t({ zh: '按可比价：贡献＝上年同期比重×本部分增速（各部分公布的可比增速）', en: 'At constant prices: contribution is last year’s weight times the part’s own growth as told' })
            : t({ zh: '贡献＝本部分增量÷上年同期总量', en: 'Contribution is the part’s change over last year’s whole' })}
          {t({ zh: '，数值单位：{unit}', en: '; levels in {unit}' }, { unit: unitText(apart.unit, language) })}
        </caption>
        <thead><tr><th scope="col">{t({ zh: '部分', en: 'Part' })}</th><th scope="col">{t({ zh: '本期', en: 'Now' })}</th><th scope="col">{t({ zh: '上年同期', en: 'Year before' })}</th><th scope="col">{t({ zh: '比重', en: 'Weight' })}</th><th scope="col">{t({ zh: '增速', en: 'Growth' })}</th><th scope="col">{t({ zh: '贡献（百分点）', en: 'Points' })}</th></tr></thead>
        <tbody>
          {apart.parts.map(part => (
            <tr key={part.id}>
              <th scope="row">{t(part.name)}</th><td>{numberText(part.level)}</td><td>{numberText(part.before)}</td><td>{part.weight === null ? '—' : shareText(part.weight, 1, 1)}</td>
              <td>{part.growth === null ? '—' : `${signedText(part.growth, 1)}%`}</td><td>{signedText(part.points, 2)}</td>
            </tr>
          ))}
          <tr><th scope="row" colSpan={5}>{t(remainder)}</th><td>{signedText(apart.remainder, 2)}</td></tr>
        </tbody>
        <tfoot><tr><th scope="row" colSpan={5}>{t({ zh: '合计＝增速', en: 'Sum = growth' })}</th><td>{signedText(sum, 2)}</td></tr></tfoot>
      </table>
    </div>
  )
}
