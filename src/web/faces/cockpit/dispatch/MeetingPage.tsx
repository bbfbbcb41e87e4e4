import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { contract, type MeetingView } from '../../../../engines/supervision/contract.ts'
import { meetingStates } from '../../../../engines/supervision/domain/words.ts'
import { addressOf } from '../../../client.ts'
import { dayText, instantText } from '../../../format.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useShortcuts } from '../../../shortcuts.tsx'
import { today } from '../../../today.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { Agenda } from './Agenda.tsx'
import { DecisionsTable } from './DecisionsTable.tsx'
import { MeetingForms } from './MeetingForms.tsx'
import { useAct, useMeeting } from './use-dispatch.ts'
import style from './dispatch.module.css'

/** `/dispatch/:id`: a meeting, its agenda as the first page to print, its decisions as they stand. */
export function MeetingPage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <OneMeeting key={id} id={id} /> : <Absent />
}

function OneMeeting({ id }: { readonly id: string }) {
  const asked = useMeeting(id)
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError) return <Failure error={asked.error} size="page" retry={() => void asked.refetch()} />
  return <Shown meeting={asked.data} />
}

function Shown({ meeting }: { readonly meeting: MeetingView }) {
  const { language, t } = useLanguage()
  const { what, open, close } = useOpened('form')
  const { act } = useAct(meeting)
  const [asking, setAsking] = useState<{ readonly kind: 'withdraw' } | { readonly kind: 'remove'; readonly item: MeetingView['agenda'][number] } | null>(null)
  const { id, day, state, may: { hold }, decisions } = meeting
  const proposed = hold && state === 'proposed', running = hold && state === 'held'
  const next = running ? meeting.agenda.find(item => decisions.every(decision => decision.item !== item.key))?.key ?? meeting.agenda[0]?.key : undefined
  useShortcuts(useMemo(() => [
    ...(proposed || running ? [{ key: 'a', does: { zh: '增加议题', en: 'Add a matter' }, run: () => open('add') }] : []),
    ...(next === undefined ? [] : [{ key: 'd', does: { zh: '在下一项议题上作决定', en: 'Decide on the next matter' }, run: () => open(`decide:${next}`) }]),
  ], [proposed, running, next, open]))
  return (
    <Page
      title={t({ zh: '{day}调度会', en: 'Dispatch meeting of {day}' }, { day: dayText(day, language) })} printable
      where={<Breadcrumbs sentence={{ zh: '{dispatch}中的一次会议', en: 'A meeting of the {dispatch}' }} crumbs={{ dispatch: { text: { zh: '调度会', en: 'weekly dispatch' }, to: '/dispatch' } }} />}
      actions={(
        <>
          <DownloadLink to={addressOf(contract.paper, { params: { id } })}>{t({ zh: '下载 Word', en: 'Word' })}</DownloadLink>
          {decisions.length > 0 && (['xlsx', 'csv'] as const).map(form => <DownloadLink key={form} to={addressOf(contract.exportDecisions, { query: { which: 'all', meeting: id, form } })}>{t({ zh: '决定事项 {form}', en: 'Decisions, {form}' }, { form })}</DownloadLink>)}
          {(proposed || running) && <Button onClick={() => open('add')}>{t({ zh: '增加议题', en: 'Add a matter' })}</Button>}
          {proposed && <Button onClick={() => open('renew')}>{t({ zh: '重新生成议题', en: 'Work out anew' })}</Button>}
          {proposed && <Button onClick={() => setAsking({ kind: 'withdraw' })}>{t({ zh: '撤销', en: 'Withdraw' })}</Button>}
          {proposed && day <= today() && <Button type="primary" onClick={() => open('hold')}>{t({ zh: '开会', en: 'Begin' })}</Button>}
          {running && <Button type="primary" onClick={() => open('close')}>{t({ zh: '散会', en: 'Close' })}</Button>}
        </>
      )}
    >
      <Facts meeting={meeting} />
      <Panel title={t({ zh: '议题', en: 'Agenda' })}>
        <Agenda meeting={meeting} onDecide={running ? key => open(`decide:${key}`) : null} onRemove={proposed || running ? item => setAsking({ kind: 'remove', item }) : null} />
      </Panel>
      {state !== 'withdrawn' && state !== 'proposed' && (
        <div className={style['decisions']}>
          <Panel title={t({ zh: '决定事项', en: 'Decisions' })}>
            <DecisionsTable name="decisions" rows={decisions} empty={<Empty title={{ zh: '还没有作出决定', en: 'No decision yet' }} next={running ? { zh: '在议题旁点“作决定”，或按 d 键。', en: 'Press “Decide” beside a matter, or the key d.' } : { zh: '这次会议没有作出决定。', en: 'This meeting decided nothing.' }} />} />
          </Panel>
        </div>
      )}
      <div className="unprinted"><Panel title={t({ zh: '办理记录', en: 'What happened' })}><ol className={style['history']}>{meeting.history.map(step => <li key={step.seq}><b>{t(step.what)}</b><span lang="zh-CN">{step.by}</span><span>{instantText(step.at, language)}</span></li>)}</ol></Panel></div>
      {hold && what !== '' && <MeetingForms meeting={meeting} what={what} onClose={close} />}
      <ConfirmWithReason
        open={asking?.kind === 'withdraw'} title={{ zh: '撤销这次调度会', en: 'Withdraw the meeting' }} act={{ zh: '撤销', en: 'Withdraw' }} consequence={t({ zh: '议题保留在记录中。撤销以后可以另定日期再开。', en: 'Its agenda stays on record. Another can be proposed after this.' })}
        onConfirm={reason => act({ kind: 'withdrawn', reason })} onClose={() => setAsking(null)}
      />
      <ConfirmWithReason
        open={asking?.kind === 'remove'} title={{ zh: '去掉这项议题', en: 'Take the matter off' }} act={{ zh: '去掉', en: 'Take off' }} consequence={asking?.kind === 'remove' ? t({ zh: '“{title}”不再列入这次议题，理由会一并列出。', en: '“{title}” stands on this agenda no more; the reason is shown.' }, { title: t(asking.item.title) }) : ''}
        onConfirm={reason => (asking?.kind === 'remove' ? act({ kind: 'item-removed', key: asking.item.key, reason }) : Promise.resolve())} onClose={() => setAsking(null)}
      />
    </Page>
  )
}

function Facts({ meeting: { state, held, closed, withdrawn } }: { readonly meeting: MeetingView }) {
  const { language, t } = useLanguage()
  return (
    <dl className={style['facts']}>
      <div><dt>{t({ zh: '状态', en: 'State' })}</dt><dd><b>{t(meetingStates[state])}</b></dd></div>
      {held && <div><dt>{t({ zh: '主持', en: 'Chair' })}</dt><dd lang="zh-CN">{held.chair}</dd></div>}
      {held && <div><dt>{t({ zh: '到会', en: 'Present' })}</dt><dd lang="zh-CN">{held.present}</dd></div>}
      {closed && closed.words !== '' && <div><dt>{t({ zh: '小结', en: 'In summary' })}</dt><dd lang="zh-CN">{closed.words}</dd></div>}
      {withdrawn && <div><dt>{t({ zh: '撤销', en: 'Withdrawn' })}</dt><dd>{t({ zh: '{by}，{at}：{reason}', en: '{by}, {at}: {reason}' }, { by: withdrawn.by, at: instantText(withdrawn.at, language), reason: withdrawn.reason })}</dd></div>}
    </dl>
  )
}
