import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { clusterContract } from '../../../../engines/cases/clusters/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Count } from './Count.tsx'
import style from './board.module.css'

/** What comes again and again, the undecided first. */
export function Repeated({ within }: { readonly within: string }) {
  const { t } = useLanguage()
  const query = { limit: 5, ...(within !== '' && { within }) }
  const found = useQuery({ queryKey: ['case-clusters', query], queryFn: ({ signal }) => call(clusterContract.clusters, { query, signal }) })
  const items = found.data?.items ?? []
  return (
    <>
      {found.data && items.length === 0 && <p>{t({ zh: '没有反复出现的事项。', en: 'Nothing comes again and again.' })}</p>}
      <ul className={style['steps']}>
        {items.map(({ id, street, community, category, cases, commitment }) => {
          const name = `${street.name}${community?.name ?? ''} ${category.map(part => t(part)).at(-1) ?? ''}`
          return <li key={id}><span>{name}{commitment && t({ zh: '（已立任务）', en: ' (a task was made)' })}</span><Count n={cases} to={`/cases?cluster=${id}`} what={name} /></li>
        })}
      </ul>
      <p><Link to="/cases/clusters">{t({ zh: '全部反复事项', en: 'All of them' })}{found.data && found.data.total > items.length && ` (${found.data.total})`}</Link></p>
    </>
  )
}
