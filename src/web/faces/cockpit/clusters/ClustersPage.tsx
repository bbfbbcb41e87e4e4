import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { clusterContract, ClusterState, type ClusterView } from '../../../../engines/cases/clusters/contract.ts'
import { clusterRule } from '../../../../engines/cases/domain/clusters.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { useUrlState } from '../../../url-state.ts'
import { ClusterCard } from './ClusterCard.tsx'
import { TakeForm } from './TakeForm.tsx'
import style from './clusters.module.css'

const views = [{ key: 'all', label: { zh: '全部', en: 'All' } }, { key: 'offered', label: { zh: '待处理', en: 'To be decided' } }, { key: 'taken', label: { zh: '已立治本任务', en: 'Root-cause tasks' } }, { key: 'dismissed', label: { zh: '不立任务', en: 'No task' } }] as const

/** `/cases/clusters`: what comes again and again from the same place, and what is done about its root. */
export function ClustersPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const queries = useQueryClient()
  const [state] = useUrlState('state')
  const [within] = useUrlState('within')
  const [most, setMost] = useState(20)
  const [deciding, setDeciding] = useState<{ readonly cluster: ClusterView; readonly as: 'take' | 'dismiss' } | null>(null)
  const [looked, setLooked] = useState<string | null>(null)
  const chosen = ClusterState.safeParse(state).data
  const query = { limit: most, ...(chosen && { state: chosen }), ...(within !== '' && { within }) }
  const found = useQuery({ queryKey: ['case-clusters', query], queryFn: ({ signal }) => call(clusterContract.clusters, { query, signal }), placeholderData: keepPreviousData })
  const changed = async () => { for (const key of ['case-clusters', 'plan']) await queries.invalidateQueries({ queryKey: [key] }) }
  const look = async () => {
    const { offered, joined } = await call(clusterContract.find, {})
    setLooked(t({ zh: '查找完毕：新发现{offered}项，另有{joined}件工单归入已有事项。', en: 'Looked through: {offered} new ones; {joined} cases joined others.' }, { offered, joined }))
    await changed()
  }
  const items = found.data?.items ?? []
  return (
    <Page title={t({ zh: '反复出现的事项', en: 'What comes again and again' })} printable actions={may('case.supervise') ? <Look look={look} /> : undefined}>
      <p className={style['note']}>{t({ zh: '近{days}天内，同一街道、同一类别，且社区相同或标题相近的工单满{least}件、分布在{onDays}天以上，就列在这里。每天自动查找一次。', en: 'Cases of one category in one street, of the same community or with titles alike: {least} or more in {days} days, on {onDays} days or more. Looked for once a day.' }, { days: clusterRule.days, least: clusterRule.least, onDays: clusterRule.onDays })}</p>
      <ViewSwitch label={{ zh: '按处理情况', en: 'By decision' }} views={views} current={chosen ?? 'all'} name="state" />
      <p role="status" className={looked === null ? 'unseen' : style['note']}>{looked}</p>
      {found.isPending && <Loading lines={6} />}
      {found.isError && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && items.length === 0 && <Empty title={chosen ? { zh: '这里没有事项', en: 'Nothing stands here' } : { zh: '没有反复出现的事项', en: 'Nothing comes again and again' }} next={{ zh: '同类工单在同一处反复出现时，系统会在次日列出，由督查部门决定是否立为治本任务。', en: 'Once the same matter comes again and again it is listed the next day, and supervision decides whether a root-cause task is made of it.' }} />}
      <ul className={style['list']}>{items.map(cluster => <ClusterCard key={cluster.id} cluster={cluster} onTake={() => setDeciding({ cluster, as: 'take' })} onDismiss={() => setDeciding({ cluster, as: 'dismiss' })} />)}</ul>
      {found.data?.next && <Button onClick={() => setMost(most + 20)} loading={found.isFetching}>{t({ zh: '再看20项（共{total}项）', en: '20 more (of {total})' }, { total: found.data.total })}</Button>}
      {deciding?.as === 'take' && <TakeForm key={deciding.cluster.id} cluster={deciding.cluster} onClose={() => setDeciding(null)} onDone={changed} />}
      <ConfirmWithReason
        open={deciding?.as === 'dismiss'} title={{ zh: '不立治本任务', en: 'No root-cause task' }} act={{ zh: '不立任务', en: 'No task' }}
        consequence={t({ zh: '再有{again}件同类工单时会重新列出。', en: 'It is listed again after {again} further cases.' }, { again: clusterRule.again })}
        onConfirm={async reason => { if (deciding) { await call(clusterContract.dismiss, { params: { id: deciding.cluster.id }, body: { version: deciding.cluster.version, reason } }); await changed() } }}
        onClose={() => setDeciding(null)}
      />
    </Page>
  )
}

function Look({ look }: { readonly look: () => Promise<void> }) {
  const { t } = useLanguage()
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  return (
    <>
      <Button loading={doing} onClick={() => { setDoing(true); setError(null); look().catch(setError).finally(() => setDoing(false)) }}>{t({ zh: '立即查找', en: 'Look now' })}</Button>
      {error !== null && <Failure error={error} />}
    </>
  )
}
