import { Button } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { contract } from '../../../../engines/supervision/contract.ts'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { useShortcuts } from '../../../shortcuts.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { MeetingsTable } from './MeetingsTable.tsx'
import { OpenDecisions } from './OpenDecisions.tsx'
import { ProposeForm } from './ProposeForm.tsx'
import { TodayPanel } from './TodayPanel.tsx'

/** `/dispatch`: what changed since yesterday, decisions that are not done, and the weekly meetings. */
export function DispatchPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const { what, open, close } = useOpened('form')
  const meetings = usePages(['dispatch', 'meetings'], ({ after, signal }) => call(contract.meetings, { query: { limit: 20, ...(after && { after }) }, signal }))
  const standing = meetings.first?.open ?? null
  const mayPropose = may('dispatch.hold') && standing === null && meetings.first !== null
  useShortcuts(useMemo(() => (mayPropose ? [{ key: 'n', does: { zh: '拟开调度会', en: 'Propose a meeting' }, run: () => open('propose') }] : []), [mayPropose, open]))
  return (
    <Page
      title={t({ zh: '日监测与调度会', en: 'Daily watch and weekly dispatch' })} printable
      actions={standing
        ? <Button type="primary" onClick={() => void navigate(`/dispatch/${standing.id}`)}>{t({ zh: '打开{day}的调度会', en: 'Open the meeting of {day}' }, { day: dayText(standing.day, language) })}</Button>
        : mayPropose && <Button type="primary" onClick={() => open('propose')}>{t({ zh: '拟开调度会', en: 'Propose a meeting' })}</Button>}
    >
      <TodayPanel />
      <OpenDecisions />
      <Panel title={t({ zh: '调度会', en: 'Dispatch meetings' })}>
        {meetings.isPending && <Loading lines={4} />}
        {meetings.error && <Failure error={meetings.error} retry={meetings.retry} />}
        {meetings.first && <MeetingsTable rows={meetings.rows} more={meetings.more} onOpen={id => void navigate(`/dispatch/${id}`)} />}
      </Panel>
      {what === 'propose' && <ProposeForm onClose={close} onDone={id => void navigate(`/dispatch/${id}`, { replace: true })} />}
    </Page>
  )
}
