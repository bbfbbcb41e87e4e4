import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { clusterContract } from '../../../engines/cases/clusters/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { Panel } from '../../ui/Panel.tsx'

/** That a case is one of many alike, or that a task was made because of them; nothing where it is not so. */
export function RepeatedMatter({ of }: { readonly of: { readonly containing: Id } | { readonly commitment: Id } }) {
  const { t } = useLanguage()
  const found = useQuery({ queryKey: ['case-clusters', of], queryFn: ({ signal }) => call(clusterContract.clusters, { query: { limit: 5, ...of }, signal }) })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t({ zh: '反复出现的事项', en: 'It comes again and again' })}>
      {items.map(({ id, street, community, category, cases, state, commitment }) => (
        <div key={id}>
          <p><span lang="zh-CN">{street.name}{community?.name}</span>{t({ zh: '，', en: ', ' })}{category.map(part => t(part)).join(' / ')}{t({ zh: '：', en: ': ' })}<Link to={`/cases?cluster=${id}`}>{t({ zh: '{n}件工单', en: '{n} cases' }, { n: cases })}</Link></p>
          {'containing' in of && (commitment
            ? <p>{t({ zh: '已立治本任务：', en: 'Root-cause task: ' })}<Link lang="zh-CN" to={`/plan/${commitment.year}?item=${commitment.id}`}>{commitment.title}</Link></p>
            : <p><Link to={`/cases/clusters?state=${state}`}>{state === 'offered' ? t({ zh: '待督查部门决定是否立治本任务', en: 'Supervision has yet to decide on a root-cause task' }) : t({ zh: '已决定不立治本任务', en: 'No root-cause task was made of it' })}</Link></p>)}
        </div>
      ))}
    </Panel>
  )
}
