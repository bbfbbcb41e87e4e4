import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import { contract, InboxItem } from '../../../../server/views/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import style from './inbox.module.css'
import { inboxKinds, sinceText } from './inbox-words.ts'

/** Everything that waits for me, whichever part of the program it comes from. */
export function InboxPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const [kind] = useUrlState('kind')
  const inbox = useQuery({ queryKey: ['inbox'], queryFn: ({ signal }) => call(contract.inbox, { signal }) })
  const items = inbox.data?.items ?? []
  const shown = items.filter(item => kind === '' || item.kind === kind)
  const kinds = InboxItem.shape.kind.options.filter(option => items.some(item => item.kind === option))

  const titleOf = ({ title }: InboxItem) => (typeof title === 'string' ? title : t(title))

  const columns: readonly Column<InboxItem>[] = [
    { key: 'kind', title: { zh: '要做的事', en: 'To do' }, value: item => t(inboxKinds[item.kind]), render: item => <b>{t(inboxKinds[item.kind])}</b>, sortable: true, width: 110 },
    { key: 'title', title: { zh: '事项', en: 'Matter' }, value: item => `${titleOf(item)} ${t(item.what)}`, render: item => <span className={style['matter']}><Link to={item.page}>{titleOf(item)}</Link><small>{t(item.what)}</small></span>, sortable: true, width: 420 },
    { key: 'count', title: { zh: '数量', en: 'Count' }, value: item => item.count, numeric: true, sortable: true, width: 80 },
    { key: 'since', title: { zh: '何时起', en: 'Since' }, value: item => item.since, render: item => sinceText(item.since, language), sortable: true, width: 170 },
  ]
  return (
    <Page title={t({ zh: '收件箱', en: 'Inbox' })}>
      {inbox.isPending && <Loading lines={5} />}
      {inbox.isError && <Failure error={inbox.error} retry={() => void inbox.refetch()} />}
      {inbox.data && items.length === 0 && (
        <Empty
          title={{ zh: '没有等您办理的事项', en: 'Nothing waits for you' }}
          next={may('import.review') ? { zh: '导入新的报告后，待核对的内容会列在这里。', en: 'Once a report is imported, what is to be reviewed is listed here.' } : { zh: '有需要您核对、审核或采纳的内容时会列在这里。', en: 'What you are to review, approve or accept is listed here.' }}
          action={may('import.review') && <Link to="/imports">{t({ zh: '去导入文件', en: 'Import a paper' })}</Link>}
        />
      )}
      {items.length > 0 && (
        <DataTable
          name="inbox"
          caption={{ zh: '待我办理', en: 'What waits for me' }}
          rows={shown}
          columns={columns}
          keyOf={item => `${item.kind}-${item.id}`}
          onOpen={item => void navigate(item.page)}
          empty={<Empty title={{ zh: '这一类没有待办', en: 'Nothing of this kind' }} next={{ zh: '换一个类别。', en: 'Choose another kind.' }} />}
          tools={<FilterSelect name="kind" label={{ zh: '要做的事', en: 'To do' }} all={{ zh: `全部（${items.length}）`, en: `All (${items.length})` }} options={kinds.map(value => ({ value, label: `${t(inboxKinds[value])}（${items.filter(item => item.kind === value).length}）` }))} />}
        />
      )}
    </Page>
  )
}
