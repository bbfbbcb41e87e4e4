import { type ReactNode } from 'react'
import { Link } from 'react-router'
import { type CaseRowView } from '../../../../../engines/cases/contract.ts'
import { stateWords } from '../../../../../engines/cases/domain/words.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { StateTag } from '../../../../parts/cases/StateTag.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { CaseMarks, marksOf } from './CaseMarks.tsx'
import style from './list.module.css'

type CaseTableProps = { readonly rows: readonly CaseRowView[]; readonly chosen: readonly Id[]; readonly choose: (ids: readonly Id[]) => void; readonly onOpen: (row: CaseRowView) => void; readonly more: { readonly total: number; readonly load: () => void; readonly loading: boolean }; readonly empty: ReactNode }

/** Cases as a table: in the order of the server, which has them all. */
export function CaseTable({ rows, chosen, choose, onOpen, more, empty }: CaseTableProps) {
  const { language, t } = useLanguage()
  const columns: readonly Column<CaseRowView>[] = [
    { key: 'number', title: { zh: '编号', en: 'Number' }, value: row => row.number, render: row => <span className={style['what']}><Link to={`/cases/${row.id}`}>{row.number}</Link><small>{t(row.type.name)}</small></span>, width: 160 },
    { key: 'title', title: { zh: '事项', en: 'Matter' }, value: row => row.title, render: row => <span className={style['what']}><b lang="zh-CN">{row.title}</b><small><CategoryPath path={row.category} /></small></span>, width: 300 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => [t(stateWords[row.state]), ...marksOf(row).map(mark => t(mark))].join(' '), render: row => <span className={style['what']}><span><StateTag state={row.state} /></span><CaseMarks row={row} /></span>, width: 130 },
    { key: 'due', title: { zh: '期限', en: 'Deadline' }, value: row => row.due?.at ?? null, render: row => <span className={style['what']}><Due deadline={row.due} />{row.due && <small>{t(row.due.name)}</small>}</span>, width: 190 },
    { key: 'urgency', title: { zh: '紧急程度', en: 'Urgency' }, value: row => t(row.urgency.name), width: 90 },
    { key: 'place', title: { zh: '地点', en: 'Place' }, value: row => [row.place.unit?.name, row.place.address].filter(Boolean).join(' '), render: row => <span className={style['what']} lang="zh-CN"><span>{row.place.unit?.name ?? '—'}</span>{row.place.address && <small>{row.place.address}</small>}</span>, width: 160 },
    { key: 'lead', title: { zh: '主办单位', en: 'Lead unit' }, value: row => row.lead?.name ?? null, render: row => <span className={style['what']}><span lang="zh-CN">{row.lead?.name ?? '—'}</span>{row.coUnits > 0 && <small>{t({ zh: '另有{n}个协办单位', en: 'and {n} co-units' }, { n: row.coUnits })}</small>}</span>, width: 160 },
    { key: 'opened', title: { zh: '登记时间', en: 'Opened' }, value: row => row.openedAt, render: row => instantText(row.openedAt, language), width: 140 },
  ]
  return <DataTable name="cases" caption={{ zh: '工单', en: 'Cases' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={onOpen} chosen={{ keys: chosen, choose }} more={more} empty={empty} ownSheet={false} />
}
