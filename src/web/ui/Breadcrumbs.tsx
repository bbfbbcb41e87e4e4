import { Link } from 'react-router'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { piecesOf } from '../words.ts'
import style from './Breadcrumbs.module.css'

/** A place that the sentence links to. */
export type Crumb = { readonly text: Label; readonly to: string }

/** Where one is, as a sentence with links in it: {cockpit}里{year}的指标. Each `{name}` is a crumb. */
export function Breadcrumbs({ sentence, crumbs }: { readonly sentence: Label; readonly crumbs: Readonly<Record<string, Crumb>> }) {
  const { language, t } = useLanguage()
  return (
    <nav className={style['crumbs']} aria-label={t({ zh: '您在这里', en: 'You are here' })}>
      <p>
        {piecesOf(sentence[language]).map((piece, i) => {
          const crumb = 'name' in piece ? crumbs[piece.name] : undefined
          return crumb ? <Link key={i} to={crumb.to}>{t(crumb.text)}</Link> : <span key={i}>{'text' in piece ? piece.text : piece.name}</span>
        })}
      </p>
    </nav>
  )
}
