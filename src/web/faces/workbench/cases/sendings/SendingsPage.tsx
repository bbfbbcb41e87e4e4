import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { contract, type SendingRow } from '../../../../../engines/cases/sendings/contract.ts'
import { doneWords } from '../../../../../engines/cases/domain/words.ts'
import { call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { sendingChannels, sendingStates } from './sending-words.ts'

/** What an occasion is called: that of a message, or the step of the case itself. */
const occasions: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = { ...doneWords, extended: { zh: '延期', en: 'more time granted' }, 'due-soon': doneWords.warned, late: doneWords.escalated, suspended: { zh: '挂起', en: 'suspended' } }

/** What people, units and programs of others were told of cases, and what became of it. */
export function SendingsPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const queries = useQueryClient()
  const [state] = useUrlState('state')
  const [channel] = useUrlState('channel')
  const sendings = usePages(['case-sendings', state, channel], ({ after, signal }) => call(contract.sendings, { query: { ...(state !== '' && { state: state as SendingRow['state'] }), ...(channel !== '' && { channel: channel as SendingRow['channel'] }), ...(after && { after }) }, signal })) // the server refuses what is none of these
  const failed = sendings.rows.filter(row => row.state === 'failed')
  const again = useMutation({ mutationFn: (rows: readonly SendingRow[]) => call(contract.retry, { body: { ids: rows.map(row => row.id) } }), onSettled: () => queries.invalidateQueries({ queryKey: ['case-sendings'] }) })

  const columns: readonly Column<SendingRow>[] = [
    { key: 'number', title: { zh: '工单', en: 'Case' }, value: row => row.number, render: row => <a href={`/cases/${row.caseId}`}>{row.number}</a>, width: 170 },
    { key: 'occasion', title: { zh: '事由', en: 'Occasion' }, value: row => t(occasions[row.occasion] ?? { zh: row.occasion, en: row.occasion }), width: 120 },
    { key: 'channel', title: { zh: '渠道', en: 'Channel' }, value: row => t(sendingChannels[row.channel]), width: 110 },
    { key: 'to', title: { zh: '接收人', en: 'To' }, value: row => row.unit?.name ?? row.recipient ?? '', render: row => <span lang="zh-CN">{row.unit?.name ?? row.recipient ?? t(sendingChannels[row.channel])}</span>, width: 150 },
    { key: 'body', title: { zh: '内容', en: 'Text' }, value: row => row.body, render: row => <span lang="zh-CN">{row.channel === 'hook' ? '—' : row.body}</span> },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(sendingStates[row.state]), render: row => <><b>{t(sendingStates[row.state])}</b>{row.fault && <><br /><small>{row.fault}{t({ zh: `，已试${row.tries}次`, en: `, tried ${row.tries} times` })}</small></>}</>, width: 190 },
    { key: 'at', title: { zh: '时间', en: 'When' }, value: row => row.sentAt ?? row.at, render: row => instantText(row.sentAt ?? row.at, language), width: 150 },
  ]
  return (
    <Page
      title={t({ zh: '通知与推送记录', en: 'What was told outside' })}
      printable
      actions={may('case.dispatch') && failed.length > 0 ? <Button loading={again.isPending} onClick={() => again.mutate(failed)}>{t({ zh: `重发未送达的 ${failed.length} 条`, en: `Send the ${failed.length} that failed again` })}</Button> : undefined}
    >
      <p>{t({ zh: '工单办理中发给反映人、承办单位和外部平台的通知。号码已隐去中间几位；发送失败的会自动重试五次。', en: 'What reporters, units and other platforms were told of cases. Numbers are masked; what fails is tried five times more by itself.' })}</p>
      {again.error && <Failure error={again.error} retry={() => again.mutate(failed)} />}
      {again.data && <p role="status">{t({ zh: `已重新排队 ${again.data.again} 条，几秒后发送。`, en: `${again.data.again} put back in line; they go out in a few seconds.` })}</p>}
      {sendings.isPending && <Loading lines={6} />}
      {sendings.error && <Failure error={sendings.error} retry={sendings.retry} />}
      {!sendings.isPending && !sendings.error && (
        <DataTable
          name="case-sendings"
          caption={{ zh: '通知与推送', en: 'What was told' }}
          rows={sendings.rows}
          columns={columns}
          keyOf={row => row.id}
          more={sendings.more}
          empty={<Empty title={{ zh: '没有通知', en: 'Nothing was told' }} next={{ zh: '工单登记、派遣、答复时会按事项类型的模板自动生成；可放宽筛选再看。', en: 'It is written when cases are opened, dispatched and answered, in the words of their type. Widen the filter to see more.' }} />}
          tools={(
            <>
              <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '全部状态', en: 'Every state' }} options={Object.entries(sendingStates).map(([value, label]) => ({ value, label: t(label) }))} />
              <FilterSelect name="channel" label={{ zh: '渠道', en: 'Channel' }} all={{ zh: '全部渠道', en: 'Every channel' }} options={Object.entries(sendingChannels).map(([value, label]) => ({ value, label: t(label) }))} />
            </>
          )}
        />
      )}
    </Page>
  )
}
