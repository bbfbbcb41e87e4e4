import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Select } from 'antd'
import { contract as indicators } from '../../../../../engines/indicators/contract.ts'
import { contract } from '../../../../../engines/returns/contract.ts'
import { FormRow, keyOf } from '../../../../../engines/returns/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { reachable } from '../../parts/reachable.ts'
import { type RowDraft } from './form-draft.ts'
import style from './forms.module.css'

const ways = { typed: { zh: '单位填写', en: 'Typed' }, formula: { zh: '按公式算', en: 'By formula' }, 'running-total': { zh: '系统累计', en: 'Running total' }, growth: { zh: '系统算增速', en: 'Growth' }, count: { zh: '系统计数', en: 'Counted' } } as const
const spans = { 'level/period': { zh: '本期数', en: 'Of the period' }, 'level/to-date': { zh: '累计数', en: 'To date' }, 'growth/period': { zh: '本期增速', en: 'Growth' }, 'growth/to-date': { zh: '累计增速', en: 'Growth to date' } } as const

/** The rows of a form: what each asks, how it comes about, and its bounds. */
export function FormRows({ rows, onChange }: { readonly rows: readonly RowDraft[]; readonly onChange: (rows: readonly RowDraft[]) => void }) {
  const { t } = useLanguage()
  const counters = useQuery({ queryKey: ['return-counters'], queryFn: ({ signal }) => call(contract.counters, { signal }) })
  const register = useQuery({ queryKey: ['register', 'names'], queryFn: ({ signal }) => call(indicators.indicators, { query: { limit: 500 }, signal }), staleTime: 300_000 })
  const names = new Map((register.data?.items ?? []).map(entry => [entry.code, t(entry.name)]))
  const set = (i: number, more: Partial<RowDraft>) => onChange(rows.map((row, at) => (at === i ? { ...row, ...more } : row)))
  const shape = (i: number, more: object) => { const parsed = FormRow.safeParse({ ...rows[i]?.row, ...more }); if (parsed.success) set(i, { row: parsed.data }) }
  const say = (label: { readonly zh: string; readonly en: string }, name: string) => `${t(label)}：${names.get(name) ?? name}`
  if (rows.length === 0) return null
  return (
    <div className={style['scroll']} role="region" aria-label={t({ zh: '填报项', en: 'Rows' })} {...reachable}>
      <table className={style['rows']}>
        <caption className="unseen">{t({ zh: '填报项', en: 'Rows' })}</caption>
        <thead><tr><th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th><th scope="col">{t({ zh: '怎么来', en: 'How' })}</th><th scope="col">{t({ zh: '时段', en: 'Reach' })}</th><th scope="col">{t({ zh: '必填', en: 'Needed' })}</th><th scope="col">{t({ zh: '不低于', en: 'At least' })}</th><th scope="col">{t({ zh: '比上期变动超过%提示', en: 'Warn beyond %' })}</th><th scope="col"><span className="unseen">{t({ zh: '移除', en: 'Remove' })}</span></th></tr></thead>
        <tbody>
          {rows.map(({ row, leap, least }, i) => (
            <tr key={`${i} ${keyOf(row)}`}>
              <th scope="row">{names.get(row.indicator) ?? row.indicator}</th>
              <td><Select<string> aria-label={say({ zh: '怎么来', en: 'How' }, row.indicator)} popupMatchSelectWidth={false} value={row.by} options={Object.entries(ways).filter(([value]) => value !== 'count' || (counters.data?.items.length ?? 0) > 0).map(([value, label]) => ({ value, label: t(label) }))} onChange={by => shape(i, { by, aspect: by === 'growth' ? 'growth' : 'level', reach: by === 'running-total' ? 'to-date' : row.reach, ...(by === 'count' && { counter: counters.data?.items[0]?.key }) })} /></td>
              <td><Select<string> aria-label={say({ zh: '时段', en: 'Reach' }, row.indicator)} popupMatchSelectWidth={false} value={`${row.aspect}/${row.reach}`} options={Object.entries(spans).map(([value, label]) => ({ value, label: t(label) }))} onChange={value => { const [aspect, reach] = value.split('/'); shape(i, { aspect, reach }) }} /></td>
              <td>{row.by === 'typed' && <Checkbox aria-label={say({ zh: '必填', en: 'Needed' }, row.indicator)} checked={row.required} onChange={event => shape(i, { required: event.target.checked })} />}</td>
              <td><Input aria-label={say({ zh: '不低于', en: 'At least' }, row.indicator)} style={{ width: 80 }} inputMode="decimal" value={least} onChange={event => set(i, { least: event.target.value })} /></td>
              <td><Input aria-label={say({ zh: '变动提示', en: 'Warn beyond' }, row.indicator)} style={{ width: 80 }} inputMode="decimal" value={leap} onChange={event => set(i, { leap: event.target.value })} /></td>
              <td><Button onClick={() => onChange(rows.filter((_, at) => at !== i))} aria-label={say({ zh: '移除', en: 'Remove' }, row.indicator)}>✕</Button></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
