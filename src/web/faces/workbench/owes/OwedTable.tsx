import { type ReactNode } from 'react'
import { Link } from 'react-router'
import { type OwedView } from '../../../../engines/supervision/owes/contract.ts'
import { owedWords } from '../../../../engines/supervision/domain/owes.ts'
import { type Label } from '../../../../kernel/label.ts'
import { lightLabels } from '../../../../kernel/light.ts'
import { dayText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './owes.module.css'

function leftWords({ days, late }: Pick<OwedView, 'days' | 'late'>): Label | null {
  if (days === null) return null
  if (late && days === 0) return { zh: '今天已过时限', en: 'its hour passed today' }
  if (late) return { zh: `逾期${-days}天`, en: `${-days} ${days === -1 ? 'day' : 'days'} late` }
  return days === 0 ? { zh: '今天到期', en: 'due today' } : { zh: `还有${days}天`, en: `${days} ${days === 1 ? 'day' : 'days'} left` }
}

/** What is owed, late first, each with its day and where it is done. */
export function OwedTable({ rows, empty }: { readonly rows: readonly OwedView[]; readonly empty: ReactNode }) {
  const { language, t } = useLanguage()
  const own = (label: Label) => (label.zh === label.en ? { lang: 'zh-CN' } : {})
  const columns: readonly Column<OwedView>[] = [
    { key: 'kind', title: { zh: '种类', en: 'Kind' }, value: row => t(owedWords[row.kind]), render: row => <span className={style['what']}>{t(owedWords[row.kind])}<Left row={row} />{row.part === 'co' && <small>{t({ zh: '协办', en: 'helps' })}</small>}</span>, sortable: true, width: 130 },
    { key: 'title', title: { zh: '事项', en: 'Matter' }, value: row => t(row.title), render: row => <span className={style['what']}><Link to={row.page} {...own(row.title)}><b>{t(row.title)}</b></Link><small>{t(row.why)}</small></span>, width: 460 },
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: row => row.light && t(lightLabels[row.light]), render: row => (row.light ? <LightShape light={row.light} /> : noNumber), sortable: true, width: 120 },
    { key: 'due', title: { zh: '时限', en: 'Due' }, value: row => row.dueOn, render: row => (row.dueOn === null ? t({ zh: '没有时限', en: 'No day' }) : dayText(row.dueOn, language)), sortable: true, width: 150 },
  ]
  return <DataTable name="owes" caption={{ zh: '应办事项', en: 'What is owed' }} rows={rows} columns={columns} keyOf={row => `${row.kind} ${row.key}`} ownSheet={false} empty={empty} />
}

/** What is left of its time, beside its kind: on a phone the day itself lies out of sight. */
function Left({ row }: { readonly row: OwedView }) {
  const { t } = useLanguage()
  const left = leftWords(row)
  return left && (row.late ? <b>{t(left)}</b> : <small>{t(left)}</small>)
}
