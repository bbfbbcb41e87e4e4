import { Button } from 'antd'
import { useParams } from 'react-router'
import { feedbackContract, type FeedbackView } from '../../../../engines/supervision/feedback/contract.ts'
import { feedbackStates, monthWords, shareWords } from '../../../../engines/supervision/domain/feedback-words.ts'
import { addressOf } from '../../../client.ts'
import { dayText, instantText } from '../../../format.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { AcknowledgeForm, WordsForm } from './FeedbackForms.tsx'
import { Lines } from './Lines.tsx'
import { SendForm } from './SendForm.tsx'
import { useOne } from './use-feedback.ts'
import style from './feedback.module.css'

/** `/feedback/:id`: the page of one unit for a month, as it is printed. */
export function OneFeedbackPage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <One key={id} id={id} /> : <Absent />
}

function One({ id }: { readonly id: string }) {
  const asked = useOne(id)
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError) return <Failure error={asked.error} size="page" retry={() => void asked.refetch()} />
  return <Shown view={asked.data} />
}

function Shown({ view }: { readonly view: FeedbackView }) {
  const { language, t } = useLanguage()
  const { what, open, close } = useOpened('form')
  const { id, unit, month, state, sheet, may } = view
  const draft = may.hold && state === 'generated'
  return (
    <Page
      title={t({ zh: '{unit}{month}反馈', en: 'Feedback of {month} for {unit}' }, { unit: unit.name, month: t(monthWords(month)) })} printable asOf={sheet.on}
      where={<Breadcrumbs sentence={{ zh: '{feedback}中的一页', en: 'A page of the {feedback}' }} crumbs={{ feedback: { text: { zh: '月反馈', en: 'monthly feedback' }, to: `/feedback?month=${month}` } }} />}
      actions={(
        <>
          <DownloadLink to={addressOf(feedbackContract.paper, { params: { id } })}>{t({ zh: '下载 Word', en: 'Word' })}</DownloadLink>
          {draft && <Button onClick={() => open('words')}>{t({ zh: '写意见', en: 'Add words' })}</Button>}
          {draft && <Button type="primary" onClick={() => open('send')}>{t({ zh: '发出', en: 'Send' })}</Button>}
          {may.acknowledge && <Button type="primary" onClick={() => open('acknowledge')}>{t({ zh: '签收', en: 'Acknowledge' })}</Button>}
        </>
      )}
    >
      <Facts view={view} />
      <Panel title={t({ zh: '做得好的', en: 'Well done' })}><Lines lines={sheet.good} left={sheet.left.good} none={{ zh: '本月没有列出。', en: 'Nothing stands here this month.' }} /></Panel>
      <Panel title={t({ zh: '落后的和要求', en: 'Behind, and what is asked' })}><Lines lines={sheet.behind} left={sheet.left.behind} none={{ zh: '没有落后的事项。', en: 'Nothing is behind.' }} /></Panel>
      <Panel title={t({ zh: '近期到期的', en: 'Falls due soon' })}><Lines lines={sheet.next} left={sheet.left.next} none={{ zh: '近期没有到期的事项。', en: 'Nothing falls due soon.' }} /></Panel>
      <div className="unprinted"><Panel title={t({ zh: '办理记录', en: 'What happened' })}><ol className={style['history']}>{view.history.map(step => <li key={step.seq}><b>{t(step.what)}</b><span lang="zh-CN">{step.by}</span><span>{instantText(step.at, language)}</span></li>)}</ol></Panel></div>
      {draft && what === 'words' && <WordsForm view={view} onClose={close} />}
      {draft && what === 'send' && <SendForm rows={[view]} onClose={close} />}
      {may.acknowledge && what === 'acknowledge' && <AcknowledgeForm view={view} onClose={close} />}
    </Page>
  )
}

function Facts({ view: { state, sheet: { shares }, words, sent, acknowledged } }: { readonly view: FeedbackView }) {
  const { language, t } = useLanguage()
  return (
    <dl className={style['facts']}>
      <div><dt>{t({ zh: '状态', en: 'State' })}</dt><dd><b>{t(feedbackStates[state])}</b>{sent && state === 'sent' && t({ zh: '，请于{day}前签收', en: '; to be acknowledged by {day}' }, { day: dayText(sent.dueOn, language) })}</dd></div>
      <div><dt>{t({ zh: '按时/应办', en: 'In time of due' })}</dt><dd>{t({ zh: '投资填报{months}，报表{returns}，工单{cases}（当月没有应办的为“—”）', en: 'investment told {months}, sheets {returns}, cases {cases} (a dash where nothing was due in the month)' }, { months: shareWords(shares.months), returns: shareWords(shares.returns), cases: shareWords(shares.cases) })}</dd></div>
      {words !== '' && <div><dt>{t({ zh: '督查意见', en: 'Supervision' })}</dt><dd lang="zh-CN"><b>{words}</b></dd></div>}
      {sent && <div><dt>{t({ zh: '发出', en: 'Sent' })}</dt><dd>{sent.by}，{instantText(sent.at, language)}</dd></div>}
      {acknowledged && <div><dt>{t({ zh: '签收', en: 'Acknowledged' })}</dt><dd>{acknowledged.by}，{instantText(acknowledged.at, language)}{acknowledged.late && <b>{t({ zh: '（逾期）', en: ' (late)' })}</b>}</dd></div>}
      {acknowledged && acknowledged.reply !== '' && <div><dt>{t({ zh: '单位回复', en: 'Reply' })}</dt><dd lang="zh-CN">{acknowledged.reply}</dd></div>}
    </dl>
  )
}
