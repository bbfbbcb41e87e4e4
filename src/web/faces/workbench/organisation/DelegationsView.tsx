import { Button } from 'antd'
import { useState } from 'react'
import { contract, type DelegationRow } from '../../../../engines/org/contract.ts'
import { type z } from 'zod'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { usePages } from '../parts/use-pages.ts'
import { DelegateDialog } from './DelegateDialog.tsx'
import { delegationState, delegationStates } from './org-words.ts'
import { today } from './use-day.ts'
import { useMyPosts } from './use-my-posts.ts'
import { WithdrawDelegation } from './WithdrawDelegation.tsx'

type Row = z.infer<typeof DelegationRow>

/** Who stands in for whom while somebody is away: mine and those of my units. It ends by itself. */
export function DelegationsView() {
  const { language, t } = useLanguage()
  const { me, may } = useSession()
  const [whose] = useUrlState('whose')
  const [making, setMaking] = useState(false)
  const posts = useMyPosts()
  const delegations = usePages(['delegations'], ({ after, signal }) => call(contract.delegations, { query: { limit: 200, ...(after && { after }) }, signal }))
  if (delegations.isPending || posts.isPending) return <Loading lines={6} />
  if (delegations.error) return <Failure error={delegations.error} retry={delegations.retry} />
  if (posts.isError) return <Failure error={posts.error} retry={() => void posts.refetch()} />
  const now = today()
  const mine = new Set(posts.data.mine.map(post => post.id)), ours = new Set(posts.data.ours.map(post => post.id))
  const isMine = (row: Row) => mine.has(row.post) || row.to === me.person
  const shown = delegations.rows.filter(row => (whose === 'all' ? true : whose === 'unit' ? ours.has(row.post) || isMine(row) : isMine(row)))
  const mayWithdraw = (row: Row) => !row.withdrawn && now < row.until && (mine.has(row.post) || (may('delegation.edit') && ours.has(row.post)))
  const columns: readonly Column<Row>[] = [
    { key: 'post', title: { zh: '岗位', en: 'Post' }, value: row => `${row.unitName} ${row.postTitle}`, sortable: true, width: 220 },
    { key: 'from-person', title: { zh: '委托人', en: 'Held by' }, value: row => row.fromName, sortable: true, width: 120 },
    { key: 'to-person', title: { zh: '受托人', en: 'Exercised by' }, value: row => row.toName, sortable: true, width: 120 },
    { key: 'days', title: { zh: '期间', en: 'Days' }, value: row => `${row.from} – ${row.until}`, render: row => t({ zh: '{from}起，{until}前', en: '{from} until before {until}' }, { from: dayText(row.from, language), until: dayText(row.until, language) }), sortable: true, width: 230 },
    { key: 'reason', title: { zh: '理由', en: 'Reason' }, value: row => row.reason, width: 160 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(delegationStates[delegationState(row, now)]), sortable: true, width: 90 },
    { key: 'act', title: { zh: '操作', en: 'Action' }, value: () => '', render: row => mayWithdraw(row) && <WithdrawDelegation delegation={row} />, width: 90 },
  ]
  return (
    <>
      <DataTable
        name="delegations"
        caption={{ zh: '岗位委托', en: 'Delegations' }}
        rows={shown}
        columns={columns}
        keyOf={row => row.id}
        more={delegations.more}
        empty={<Empty title={{ zh: '没有委托', en: 'No delegations' }} next={posts.data.mine.length > 0 ? { zh: '休假或出差前，可把自己的岗位委托给同事，到期自动收回。', en: 'Before leave or a journey you can delegate your post to a colleague; it comes back by itself.' } : { zh: '委托给您或您单位的岗位会列在这里。', en: 'Posts delegated to you or in your unit are listed here.' }} />}
        tools={(
          <>
            <FilterSelect name="whose" label={{ zh: '范围', en: 'Whose' }} all={{ zh: '与我有关', en: 'Mine' }} options={[{ value: 'unit', label: t({ zh: '本单位', en: 'Of my units' }) }, { value: 'all', label: t({ zh: '全部', en: 'All' }) }]} />
            {may('delegation.edit') && posts.data.ours.length > 0 && <Button type="primary" onClick={() => setMaking(true)}>{t({ zh: '委托岗位', en: 'Delegate a post' })}</Button>}
          </>
        )}
      />
      {making && <DelegateDialog posts={posts.data.ours} onClose={() => setMaking(false)} />}
    </>
  )
}
