import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type FeedbackRow } from '../../../../engines/supervision/feedback/contract.ts'
import { feedbackStates, monthWords } from '../../../../engines/supervision/domain/feedback-words.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SendForm } from './SendForm.tsx'
import { useMonth } from './use-feedback.ts'
import style from './feedback.module.css'

/** A month's pages by unit. Units are compared, persons are not. */
export function MonthPanel({ month }: { readonly month: string }) {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const { what, open, close } = useOpened('send')
  const [chosen, choose] = useState<readonly string[]>([])
  const asked = useMonth(month)
  if (asked.isPending) return <Loading lines={6} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { rows, silent, at, by, may: { hold } } = asked.data
  const unsent = rows.filter(row => row.state === 'generated'), ticked = unsent.filter(row => chosen.includes(row.id))
  const late = rows.filter(row => row.late).length
  const columns: readonly Column<FeedbackRow>[] = [
    { key: 'unit', title: { zh: '单位', en: 'Unit' }, value: row => row.unit.name, render: row => <Link lang="zh-CN" to={`/feedback/${row.id}`}><b>{row.unit.name}</b></Link>, sortable: true, width: 180 },
    { key: 'behind', title: { zh: '落后事项', en: 'Behind' }, value: row => row.behind, numeric: true, sortable: true, width: 80 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(feedbackStates[row.state]), render: row => <span className={style['what']}><b>{t(feedbackStates[row.state])}</b>{row.late && <small className={style['late']}>{t(row.state === 'sent' ? { zh: '逾期未签收', en: 'Late, not acknowledged' } : { zh: '逾期签收', en: 'Acknowledged late' })}</small>}</span>, sortable: true, width: 150 },
    { key: 'sent', title: { zh: '发出', en: 'Sent' }, value: row => row.sentOn, render: row => (row.sentOn ? dayText(row.sentOn, language) : noNumber), sortable: true, width: 120 },
    { key: 'due', title: { zh: '签收时限', en: 'Acknowledge by' }, value: row => row.dueOn, render: row => (row.dueOn ? dayText(row.dueOn, language) : noNumber), width: 120 },
    { key: 'acknowledged', title: { zh: '签收', en: 'Acknowledged' }, value: row => row.acknowledgedAt, render: row => (row.acknowledgedAt ? instantText(row.acknowledgedAt, language) : noNumber), sortable: true, width: 150 },
  ]
  return (
    <Panel
      title={t({ zh: '{month}反馈', en: 'Feedback of {month}' }, { month: t(monthWords(month)) })}
      aside={hold && unsent.length > 0 && (
        <div className="unprinted">
          {ticked.length > 0 && <Button onClick={() => open('ticked')}>{t({ zh: '发出选中的{n}份', en: 'Send the {n} ticked' }, { n: ticked.length })}</Button>} <Button type="primary" onClick={() => open('all')}>{t({ zh: '全部发出（{n}份）', en: 'Send all ({n})' }, { n: unsent.length })}</Button>
        </div>
      )}
    >
      {rows.length > 0 && <p className={style['finding']}>{t({ zh: '共{all}份：未发出{unsent}份，待签收{sent}份，已签收{done}份，逾期{late}份。', en: '{all} pages: {unsent} not sent, {sent} not acknowledged, {done} acknowledged, {late} late.' }, { all: rows.length, unsent: unsent.length, sent: rows.filter(row => row.state === 'sent').length, done: rows.filter(row => row.acknowledgedAt !== null).length, late })}</p>}
      <DataTable
        name="feedback" caption={{ zh: '各单位反馈', en: 'Feedback by unit' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={row => void navigate(`/feedback/${row.id}`)} {...(hold && unsent.length > 0 && { chosen: { keys: chosen, choose } })}
        empty={<Empty title={{ zh: '这个月没有反馈', en: 'No feedback of this month' }} next={hold ? { zh: '点“生成月反馈”，选这个月。', en: 'Press “Work out a month” and choose this one.' } : { zh: '没有发给您单位的反馈。', en: 'Nothing was sent to your unit.' }} />}
      />
      <div className={style['note']}>
        {at && by && <p>{t({ zh: '{by}于{at}生成。', en: 'Worked out by {by}, {at}.' }, { by, at: instantText(at, language) })}</p>}
        {silent.length > 0 && <p>{t({ zh: '没有可说的单位（{n}个）：', en: 'Nothing to say of {n} units: ' }, { n: silent.length })}<span lang="zh-CN">{silent.map(unit => unit.name).join('、')}</span></p>}
      </div>
      {hold && what !== '' && <SendForm rows={what === 'all' ? unsent : ticked} onClose={() => { choose([]); close() }} />}
    </Panel>
  )
}
