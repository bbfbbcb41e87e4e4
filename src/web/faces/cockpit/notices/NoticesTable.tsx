import { type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { aboutWords, gradeWords, holderWords, standOf, standWords } from '../../../../engines/supervision/domain/notice-steps.ts'
import { type NoticeRow } from '../../../../engines/supervision/notices/contract.ts'
import { dayOf } from '../../../../kernel/time.ts'
import { dayText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { GradeMark } from './GradeMark.tsx'
import style from './notices.module.css'

type NoticesTableProps = { readonly rows: readonly NoticeRow[]; readonly more: { readonly total: number; readonly load: () => void; readonly loading: boolean }; readonly empty: ReactNode }

/** The register: each notice with where it stands, who has it, and what follows upon silence. */
export function NoticesTable({ rows, more, empty }: NoticesTableProps) {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const has = ({ state, addressee }: NoticeRow) => { const { has: who } = standOf[state]; return who === null ? noNumber : who === 'unit' ? addressee.name : t(holderWords[who]) }
  const columns: readonly Column<NoticeRow>[] = [
    { key: 'number', title: { zh: '编号、等级', en: 'Number, grade' }, value: row => row.number, render: row => <span className={style['what']}><Link to={`/cases/${row.case}`}>{row.number}</Link><GradeMark grade={row.grade} /></span>, width: 170 },
    { key: 'about', title: { zh: '督办对象', en: 'About' }, value: row => row.about.name, render: row => <About row={row} />, sortable: true, width: 260 },
    { key: 'unit', title: { zh: '承办单位', en: 'Unit' }, value: row => row.addressee.name, render: row => <span className={style['what']}><Link lang="zh-CN" to={`/units/${row.addressee.id}/owes`}>{row.addressee.name}</Link>{row.silences > 0 && <small>{t({ zh: '今年逾期不反馈{n}次', en: 'silent {n} times this year' }, { n: row.silences })}</small>}</span>, sortable: true, width: 160 },
    { key: 'stand', title: { zh: '走到哪一步', en: 'Step' }, value: row => t(standWords[row.stand]), render: row => <span className={style['what']}><b>{t(standWords[row.stand])}</b><small>{t({ zh: '八步已走{n}步', en: '{n} of 8 steps done' }, { n: row.done })}</small>{row.open && <small>{t({ zh: '在', en: 'with' })} <span lang="zh-CN">{has(row)}</span></small>}</span>, sortable: true, width: 170 },
    { key: 'due', title: { zh: '反馈时限', en: 'Answer due' }, value: row => row.dueAt, render: row => <Due row={row} />, sortable: true, width: 190 },
    { key: 'consequence', title: { zh: '逾期不反馈的后果', en: 'Upon silence' }, value: row => row.consequence, render: row => <span className={style['words']} lang="zh-CN">{row.consequence || noNumber}</span>, width: 220 },
    { key: 'raised', title: { zh: '提起', en: 'Raised' }, value: row => row.raisedAt, render: row => <span className={style['what']}>{dayText(dayOf(row.raisedAt), language)}<small>{row.byRule ? t({ zh: '按规则自动提起', en: 'by the rule' }) : <span lang="zh-CN">{row.raisedBy ?? noNumber}</span>}</small></span>, sortable: true, width: 130 },
  ]
  return <DataTable name="notices" caption={{ zh: '督办单', en: 'Notices' }} rows={rows} columns={columns} keyOf={row => row.case} onOpen={row => void navigate(`/cases/${row.case}`)} more={more} ownSheet={false} empty={empty} />
}

function About({ row: { about, former, followedBy } }: { readonly row: NoticeRow }) {
  const { t } = useLanguage()
  return (
    <span className={style['what']}>
      {about.page === null ? <b lang="zh-CN">{about.name}</b> : <Link lang="zh-CN" to={about.page}><b>{about.name}</b></Link>}
      <small>{t(aboutWords[about.kind])}{former && <> · {t({ zh: '接', en: 'follows' })} <Link to={`/cases/${former.case}`}>{former.number}</Link></>}{followedBy && <> · {t({ zh: '已升级为', en: 'followed by' })} <Link to={`/cases/${followedBy.case}`}>{followedBy.number}</Link></>}</small>
    </span>
  )
}

function Due({ row: { dueAt, silentSince, next } }: { readonly row: NoticeRow }) {
  const { language, t } = useLanguage()
  if (dueAt === null) return <>{t({ zh: '交办以后起算', en: 'Runs from its issue' })}</>
  return (
    <span className={style['what']}>
      {dayText(dayOf(dueAt), language)}
      {silentSince !== null && <b>{t({ zh: '此日起没有回音', en: 'no answer since' })}</b>}
      {next !== null && <small>{t({ zh: '将提起{grade}', en: 'next: {grade}' }, { grade: t(gradeWords[next]) })}</small>}
    </span>
  )
}
