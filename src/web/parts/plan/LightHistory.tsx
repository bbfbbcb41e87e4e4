import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { contract } from '../../../engines/plan/contract.ts'
import { type Id } from '../../../kernel/id.ts'
import { call } from '../../client.ts'
import { dayText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import style from './LightHistory.module.css'
import { isOpen } from './light-change-words.ts'
import { LightTurn } from './LightTurn.tsx'

/** The last changes of one thing's light, each a link to who saw it and what was done. Nothing where its light never changed. */
export function LightHistory({ thing }: { readonly thing: Id }) {
  const { language, t } = useLanguage()
  const asked = useQuery({ queryKey: ['light-changes', { thing }], queryFn: ({ signal }) => call(contract.lightChanges, { query: { thing, limit: 12 }, signal }) })
  const items = asked.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section>
      <h3>{t({ zh: '亮灯变动（最新在前）', en: 'Changes of its light, newest first' })}</h3>
      <ol className={style['changes']}>
        {items.map(change => (
          <li key={change.id}>
            <Link to={`/lights?change=${change.id}&year=${change.year}`}>{dayText(change.judgedOn, language)}</Link>
            <LightTurn change={change} />
            <small>{isOpen(change) ? t({ zh: '尚无回应', en: 'not yet answered' }) : change.answers > 0 ? t({ zh: '{n}条回应', en: '{n} answers' }, { n: change.answers }) : ''}</small>
          </li>
        ))}
      </ol>
    </section>
  )
}
