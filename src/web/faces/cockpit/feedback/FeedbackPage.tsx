import { Button } from 'antd'
import { useMemo } from 'react'
import { type MonthRow } from '../../../../engines/supervision/feedback/contract.ts'
import { Month } from '../../../../engines/supervision/feedback/schema.ts'
import { monthWords } from '../../../../engines/supervision/domain/feedback-words.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useShortcuts } from '../../../shortcuts.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { GenerateForm } from './GenerateForm.tsx'
import { MonthPanel } from './MonthPanel.tsx'
import { useMonths } from './use-feedback.ts'

/** `/feedback`: the months, and of one of them how the pages of all units stand. */
export function FeedbackPage() {
  const { language, t } = useLanguage()
  const { what, open, close } = useOpened('form')
  const [asked, setMonth] = useUrlState('month')
  const months = useMonths()
  const hold = months.data?.may.hold ?? false
  const month = Month.safeParse(asked).data ?? months.data?.items[0]?.month
  useShortcuts(useMemo(() => (hold ? [{ key: 'n', does: { zh: '生成月反馈', en: 'Work out the feedback of a month' }, run: () => open('generate') }] : []), [hold, open]))
  const columns: readonly Column<MonthRow>[] = [
    { key: 'month', title: { zh: '月份', en: 'Month' }, value: row => row.month, render: row => <b>{t(monthWords(row.month))}</b>, sortable: true, width: 110 },
    { key: 'pages', title: { zh: '份数', en: 'Pages' }, value: row => row.pages, numeric: true, sortable: true, width: 70 },
    { key: 'generated', title: { zh: '未发出', en: 'Not sent' }, value: row => row.generated, numeric: true, width: 80 },
    { key: 'sent', title: { zh: '待签收', en: 'Not acknowledged' }, value: row => row.sent, numeric: true, width: 80 },
    { key: 'acknowledged', title: { zh: '已签收', en: 'Acknowledged' }, value: row => row.acknowledged + row.replied, numeric: true, width: 80 },
    { key: 'replied', title: { zh: '其中有回复', en: 'With a reply' }, value: row => row.replied, numeric: true, width: 90 },
    { key: 'late', title: { zh: '逾期签收', en: 'Late' }, value: row => row.late, numeric: true, sortable: true, width: 80 },
    { key: 'at', title: { zh: '最近生成', en: 'Worked out' }, value: row => row.at, render: row => (row.at ? instantText(row.at, language) : '—'), width: 150 },
  ]
  return (
    <Page title={t({ zh: '月反馈', en: 'Monthly feedback' })} printable actions={hold && <Button type="primary" onClick={() => open('generate')}>{t({ zh: '生成月反馈', en: 'Work out a month' })}</Button>}>
      {months.isPending && <Loading lines={6} />}
      {months.isError && <Failure error={months.error} retry={() => void months.refetch()} />}
      {months.isSuccess && (
        <>
          {month !== undefined && <MonthPanel key={month} month={month} />}
          <Panel title={t({ zh: '各月', en: 'Months' })}>
            <DataTable
              name="feedback-months" caption={{ zh: '各月反馈情况', en: 'Months of feedback' }} rows={months.data.items} columns={columns} keyOf={row => row.month} onOpen={row => setMonth(row.month)}
              empty={<Empty title={{ zh: '还没有月反馈', en: 'No feedback yet' }} next={hold ? { zh: '点“生成月反馈”，系统按各单位的项目、指标、承诺、会议决定、督办单、报表和工单，每单位写一页。', en: 'Press “Work out a month”: from projects, targets, promises, decisions, notices, sheets and cases each unit gets a page.' } : { zh: '督查部门发出后，您单位的反馈会列在这里。', en: 'Once supervision has sent it, the feedback for your unit stands here.' }} />}
            />
          </Panel>
        </>
      )}
      {hold && what === 'generate' && <GenerateForm onClose={close} onDone={made => { setMonth(made) }} />}
    </Page>
  )
}
