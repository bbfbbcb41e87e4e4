import { type ReactNode } from 'react'
import { Link } from 'react-router'
import { type DecisionView } from '../../../../engines/supervision/contract.ts'
import { decisionStates } from '../../../../engines/supervision/domain/words.ts'
import { dayText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './dispatch.module.css'

type DecisionsTableProps = { readonly name: string; readonly rows: readonly DecisionView[]; readonly more?: { readonly total: number; readonly load: () => void; readonly loading: boolean }; readonly withMeeting?: boolean; readonly empty: ReactNode }

/** Decisions with how they stand in the plan, where progress is told. */
export function DecisionsTable({ name, rows, more, withMeeting = false, empty }: DecisionsTableProps) {
  const { language, t } = useLanguage()
  const meeting: Column<DecisionView> = { key: 'meeting', title: { zh: '调度会', en: 'Meeting' }, value: row => row.meeting.day, render: row => <Link to={`/dispatch/${row.meeting.id}`}>{dayText(row.meeting.day, language)}</Link>, sortable: true, width: 130 }
  const columns: readonly Column<DecisionView>[] = [
    ...(withMeeting ? [meeting] : []),
    { key: 'no', title: { zh: '序号', en: 'No.' }, value: row => row.no, numeric: true, width: 56 },
    { key: 'words', title: { zh: '决定事项', en: 'Decision' }, value: row => row.words, render: row => <Words row={row} />, width: 320 },
    { key: 'lead', title: { zh: '牵头、配合单位', en: 'Lead, co-units' }, value: row => [row.lead, ...row.co].map(unit => unit.name).join('、'), render: row => <span className={style['what']} lang="zh-CN"><b>{row.lead.name}</b>{row.co.length > 0 && <small>{row.co.map(unit => unit.name).join('、')}</small>}</span>, sortable: true, width: 150 },
    { key: 'due', title: { zh: '办结时限', en: 'Due' }, value: row => row.commitment?.dueOn ?? row.dueOn, render: row => <Due row={row} />, sortable: true, width: 130 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(decisionStates[row.state]), render: row => <span className={style['what']}><b>{t(decisionStates[row.state])}</b>{row.commitment && <LightShape light={row.commitment.light} />}</span>, sortable: true, width: 110 },
    { key: 'progress', title: { zh: '进展', en: 'Progress' }, value: row => row.commitment?.share ?? null, render: row => <Progress row={row} />, sortable: true, width: 200 },
  ]
  return <DataTable name={name} caption={{ zh: '决定事项', en: 'Decisions' }} rows={rows} columns={columns} keyOf={row => `${row.meeting.id}/${row.no}`} {...(more && { more })} ownSheet={false} empty={empty} />
}

function Words({ row: { words, itemTitle, measure, commitment } }: { readonly row: DecisionView }) {
  const { t } = useLanguage()
  return (
    <span className={style['what']}>
      {commitment ? <Link lang="zh-CN" to={`/plan/${commitment.year}?item=${commitment.id}`}><b>{words}</b></Link> : <b lang="zh-CN">{words}</b>}
      <small>{t({ zh: '议题：', en: 'On: ' })}<span lang="zh-CN">{itemTitle}</span></small>
      <small>{t({ zh: '怎样算办结：', en: 'Done when: ' })}<span lang="zh-CN">{measure}</span></small>
    </span>
  )
}

/** The day in the plan; where it was changed there, also the one that was decided. */
function Due({ row: { dueOn, commitment } }: { readonly row: DecisionView }) {
  const { language, t } = useLanguage()
  const now = commitment?.dueOn ?? dueOn
  return <span className={style['what']}>{dayText(now, language)}{now !== dueOn && <small>{t({ zh: '会上定的是{day}', en: 'Decided: {day}' }, { day: dayText(dueOn, language) })}</small>}</span>
}

function Progress({ row: { commitment } }: { readonly row: DecisionView }) {
  const { language, t } = useLanguage()
  if (!commitment) return <>{noNumber}</>
  const { share, told } = commitment
  return (
    <span className={style['what']}>
      {share === null ? t({ zh: '尚未填报', en: 'Nothing told yet' }) : shareText(share, 1, 0)}
      {told && <small><span lang="zh-CN">{told.note}</span>{told.evidence && <span lang="zh-CN">（{told.evidence}）</span>} {dayText(told.on, language)}</small>}
    </span>
  )
}
