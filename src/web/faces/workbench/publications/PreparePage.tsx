import { Button, Input } from 'antd'
import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { publicationContract } from '../../../../engines/plan/publications/contract.ts'
import { call, type Answer } from '../../../client.ts'
import { instantText, periodText, quantityText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { Differences } from './Differences.tsx'
import { HeldBackTable } from './HeldBackTable.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import style from './publications.module.css'
import { useDraft, usePublicationChange } from './use-publications.ts'

type Line = Answer<typeof publicationContract.draft>['lines'][number]

/** A planner looks at what the public would see of a year, leaves out what must be left out, and puts it up for approval. */
export function PreparePage() {
  const { language, t } = useLanguage()
  const { year = '' } = useParams()
  const navigate = useNavigate()
  const changed = usePublicationChange()
  const [view] = useUrlState('tab', 'lines')
  const draft = useDraft(Number(year))
  const [out, setOut] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const [sending, setSending] = useState(false)
  const title = t({ zh: '编制{year}年公布内容', en: 'Prepare a publication of {year}' }, { year })
  const where = <Breadcrumbs sentence={{ zh: '{all}里的编制', en: 'Preparing, under {all}' }} crumbs={{ all: { text: { zh: '公布', en: 'Publications' }, to: '/publications' } }} />
  if (draft.isPending) return <Page title={title} where={where}><Loading lines={8} /></Page>
  if (draft.isError) return <Page title={title} where={where}><Failure error={draft.error} retry={() => void draft.refetch()} /></Page>
  const { lines, heldBack, differences, since, waiting, digest } = draft.data
  const send = async () => {
    const made = await call(publicationContract.prepare, { params: { year: Number(year) }, body: { digest, leaveOut: out.map(key => ({ key, reason: reason.trim() })) } })
    await changed()
    await navigate(`/publications/${made.id}`)
  }
  const columns: readonly Column<Line>[] = [
    { key: 'name', title: { zh: '事项', en: 'Promise' }, value: row => t(row.label), render: row => <b lang="zh-CN">{t(row.label)}</b>, sortable: true, width: 240 },
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: row => row.light, render: row => <LightShape light={row.light} />, sortable: true, width: 120 },
    { key: 'target', title: { zh: '承诺', en: 'Promised' }, value: row => row.words, width: 170 },
    { key: 'figure', title: { zh: '数值', en: 'Figure' }, value: row => row.figure, render: row => (row.figure === null ? noNumber : quantityText({ value: row.figure, unit: row.unit }, language)), numeric: true, width: 120 },
    { key: 'period', title: { zh: '时期', en: 'Period' }, value: row => (row.period === null ? null : periodText(row.period, language)), width: 130 },
    { key: 'owner', title: { zh: '责任单位', en: 'Owner' }, value: row => row.owner, sortable: true, width: 170 },
  ]
  return (
    <Page title={title} where={where} actions={<Button type="primary" disabled={lines.length === out.length || waiting !== null} onClick={() => setSending(true)}>{t({ zh: '送批', en: 'Put up for approval' })}</Button>}>
      {waiting && <div className={style['warn']} role="status"><p>{t({ zh: '{name}编制的一份正在等待批准，批准或退回后才能再送批。', en: 'One prepared by {name} waits for approval; another can follow once it is decided.' }, { name: waiting.preparedByName })} <a href={`/publications/${waiting.id}`}>{t({ zh: '查看', en: 'See it' })}</a></p></div>}
      <p>{since ? t({ zh: '共{n}项承诺。与第{number}期（{at}公布）相比有{changes}项变化，{held}条内容不公布。', en: '{n} promises; {changes} differ from publication {number} of {at}; {held} things are held back.' }, { n: lines.length, number: since.number, at: instantText(since.publicAt, language), changes: differences.length, held: heldBack.length }) : t({ zh: '共{n}项承诺，这一年第一次公布；{held}条内容不公布。', en: '{n} promises, the first publication of this year; {held} things are held back.' }, { n: lines.length, held: heldBack.length })}</p>
      {out.length > 0 && (
        <div className={style['reasons']}>
          <Field label={{ zh: `略去${out.length}项的理由`, en: `Why ${out.length} are left out` }} hint={{ zh: '至少4个字，记入审计记录，不向公众显示。', en: 'At least 4 characters; it goes into the trail and is not public.' }}>
            {tied => <Input {...tied} value={reason} maxLength={500} onChange={event => setReason(event.target.value)} />}
          </Field>
        </div>
      )}
      <ViewSwitch name="tab" current={view} label={{ zh: '查看方式', en: 'Views of the draft' }} views={[
        { key: 'lines', label: { zh: `公布内容（${lines.length - out.length}）`, en: `Content (${lines.length - out.length})` } },
        { key: 'differences', label: { zh: `与上一期的变化（${differences.length}）`, en: `Since the last one (${differences.length})` } },
        { key: 'held', label: { zh: `不公布的内容（${heldBack.length}）`, en: `Held back (${heldBack.length})` } },
        { key: 'preview', label: { zh: '预览', en: 'Preview' } },
      ]} />
      {view === 'lines' && <>
        <p>{t({ zh: '勾选要略去的事项；不勾选的全部公布。', en: 'Tick what is to be left out; all the rest becomes public.' })}</p>
        <DataTable name="draft" caption={{ zh: '将公布的承诺', en: 'Promises to be published' }} rows={lines} columns={columns} keyOf={row => row.key} chosen={{ keys: out, choose: setOut }} empty={<Empty title={{ zh: '这一年还没有承诺', en: 'No promises of this year' }} next={{ zh: '先导入计划报告或录入目标和任务。', en: 'Import the plan report or enter targets and tasks first.' }} />} />
      </>}
      {view === 'differences' && <Differences name="differences" caption={{ zh: '与上一期的变化', en: 'Differences from the last publication' }} differences={differences} />}
      {view === 'held' && <HeldBackTable heldBack={heldBack} />}
      {view === 'preview' && <PreviewFrame address={`/public-preview/${year}${out.length === 0 ? '' : `?leave=${out.join(',')}`}`} />}
      <Confirm open={sending} title={{ zh: '送批', en: 'Put up for approval' }} act={{ zh: '送批', en: 'Put up for approval' }} mayAct={out.length === 0 || reason.trim().length >= 4} onConfirm={send} onClose={() => setSending(false)}>
        <p>{t({ zh: '内容从现在起固定，共{n}项。须由另一人批准；批准后公众立即可见。', en: 'The content is frozen from now on: {n} promises. Another person must approve it; the public sees it at once.' }, { n: lines.length - out.length })}</p>
        {out.length > 0 && reason.trim().length < 4 && <p>{t({ zh: '请先写明略去{n}项的理由。', en: 'Say first why {n} are left out.' }, { n: out.length })}</p>}
      </Confirm>
    </Page>
  )
}
