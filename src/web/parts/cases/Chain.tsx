import { type ReactNode } from 'react'
import { doerWords, tellOf } from '../../../engines/cases/domain/telling.ts'
import { type CaseType, type Happened } from '../../../engines/cases/schema.ts'
import { instantText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import style from './cases.module.css'

type ChainProps = {
  readonly type: CaseType
  readonly events: readonly Happened[]
  /** Names of units and persons by their ids, as the case's answer brings them. */
  readonly names: Readonly<Record<string, string>>
  /** More to an event, under its words: what it links to. */
  readonly more?: (happened: Happened) => ReactNode
}

/** What happened to a case, the latest first: when, who of which unit, what, in whose words. */
export function Chain({ type, events, names, more }: ChainProps) {
  const { language, t } = useLanguage()
  const nameOf = (id: string) => names[id] ?? t({ zh: '（未知单位）', en: '(unknown)' })
  return (
    <ol className={style['chain']} reversed>
      {events.toReversed().map(happened => {
        const { what, said } = tellOf(type, happened.event, nameOf)
        const nobody = doerWords(happened)
        return (
          <li key={happened.seq} className={happened.event.kind === 'escalated' || happened.event.kind === 'warned' ? style['climbed'] : undefined}>
            <p className={style['when']}><time dateTime={happened.at}>{instantText(happened.at, language)}</time></p>
            <div>
              <p>{nobody ? <span>{t(nobody)}</span> : <span lang="zh-CN">{happened.by?.unit ? `${nameOf(happened.by.unit)} ` : ''}{happened.by?.name}</span>} <b>{t(what)}</b></p>
              {said.map((one, i) => <p key={i} className={style['said']}>{one.label && <span className={style['label']}>{t(one.label)}{t({ zh: '：', en: ': ' })}</span>}<span lang="zh-CN">{one.text}</span></p>)}
              {more?.(happened)}
            </div>
          </li>
        )
      })}
    </ol>
  )
}
