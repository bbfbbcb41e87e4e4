import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { contract } from '../../../../engines/documents/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'

/** The threads that follow something across years; nothing where none does. `plain`: within a sheet, without a panel around it. */
export function ThreadLinks({ kind, id, plain = false }: { readonly kind: 'indicator' | 'target' | 'commitment'; readonly id: string; readonly plain?: boolean }) {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['threads', 'of', kind, id], queryFn: ({ signal }) => call(contract.threadsOf, { params: { kind, id }, signal }) })
  const threads = asked.data?.items ?? []
  if (threads.length === 0) return null
  const links = <ul>{threads.map(thread => <li key={thread.id}><Link to={`/threads/${thread.id}`} lang="zh-CN">{thread.name}</Link></li>)}</ul>
  if (plain) return <section><h3>{t({ zh: '承诺脉络', en: 'Across the years' })}</h3>{links}</section>
  return <Panel title={t({ zh: '承诺脉络', en: 'Across the years' })}>{links}</Panel>
}
