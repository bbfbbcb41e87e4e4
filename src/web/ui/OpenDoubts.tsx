import { useQuery } from '@tanstack/react-query'
import { use } from 'react'
import { Link } from 'react-router'
import { type Id } from '../../kernel/id.ts'
import { useLanguage } from '../language.tsx'
import { ChainLoader } from './chain.ts'
import style from './SourceSheet.module.css'

/** Says that a figure is in doubt, with the way to where it is settled. What cannot be asked hides nothing else of the sheet. */
export function OpenDoubts({ finding, figure }: { readonly finding: Id | null; readonly figure: Id | null }) {
  const { t } = useLanguage()
  const { doubts } = use(ChainLoader)
  const asked = useQuery({ queryKey: ['doubts', 'on', finding, figure], queryFn: ({ signal }) => doubts({ finding, figure }, signal), enabled: finding !== null || figure !== null })
  if (!asked.data || asked.data.length === 0) return null
  return (
    <section className={style['doubts']}>
      <h3>{t({ zh: '对此数值有{n}条疑点待销号', en: '{n} open doubts rest on this figure' }, { n: asked.data.length })}</h3>
      <ul>{asked.data.map(doubt => <li key={doubt.id}><Link to={`/doubts?doubt=${doubt.id}`}>{t(doubt.words)}</Link></li>)}</ul>
    </section>
  )
}
