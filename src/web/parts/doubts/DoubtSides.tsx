import { type DoubtRow } from '../../../engines/documents/doubt-contract.ts'
import { useLanguage } from '../../language.tsx'
import { ChainLink } from '../../ui/ChainLink.tsx'
import style from './doubts.module.css'

/** All sayings of a doubt beside one another, each with the exact words it was read from. */
export function DoubtSides({ doubt }: { readonly doubt: DoubtRow }) {
  const { t } = useLanguage()
  const wrong = doubt.settlement?.side ?? null
  return (
    <div className={style['sides']}>
      {doubt.sides.map(side => (
        <section key={side.key} className={style['side']} aria-label={t(side.part)}>
          <h3>{t(side.part)}{side.key === wrong && <small>{t({ zh: '（认定有误）', en: ' (found wrong)' })}</small>}</h3>
          <p className={style['says']} lang="zh-CN">{t(side.says)}</p>
          <ol><ChainLink link={{ kind: 'source', source: side.source }} /></ol>
        </section>
      ))}
    </div>
  )
}
