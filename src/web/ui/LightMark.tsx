import { type ReactNode } from 'react'
import { type Override } from '../../engines/indicators/schema.ts'
import { type Label } from '../../kernel/label.ts'
import { type Verdict } from '../../kernel/light.ts'
import { useLanguage } from '../language.tsx'
import { LightExplained } from './LightExplained.tsx'
import style from './LightMark.module.css'
import { LightShape } from './LightShape.tsx'
import { useSheet } from './SheetProvider.tsx'

type LightMarkProps = {
  /** What the light is of: 固定资产投资. */
  readonly of: string
  readonly verdict: Verdict
  readonly override?: Omit<Override, 'at'> | null
  /** What would turn the light, in words. */
  readonly turns?: Label | null
  /** The stretch (力争) beside a floor, judged apart. */
  readonly stretch?: Verdict | null
  /** What may be done about it, below the explanation. */
  readonly act?: ReactNode
}

/** A light that answers for itself: opening it shows the rule, the inputs, the gap and what would turn it. A pencil says that a person set it. */
export function LightMark({ of, verdict, override = null, turns = null, stretch = null, act = null }: LightMarkProps) {
  const { t } = useLanguage()
  const { show } = useSheet()
  const light = override?.light ?? verdict.light
  return (
    <button
      type="button"
      className={style['mark']}
      onClick={() => show({ title: { zh: '这盏灯的依据', en: 'Why this light' }, body: <LightExplained of={of} verdict={verdict} override={override} turns={turns} stretch={stretch} act={act} /> })}
    >
      <span className="unseen">{of} </span>
      <LightShape light={light} />
      {stretch && <span className={style['stretch']}>{t({ zh: '力争', en: 'stretch' })} <LightShape light={stretch.light} /></span>}
      {override && (
        <>
          <svg className={style['pencil']} viewBox="0 0 16 16" aria-hidden="true"><path d="m2 14 .8-3.6L11 2.2l2.8 2.8-8.2 8.2ZM9.4 3.8l2.8 2.8" /></svg>
          <span className={style['by']}><span className="unseen">{t({ zh: '人工调整', en: 'set by' })} </span>{override.by}</span>
        </>
      )}
      <span className="unseen"> {t({ zh: '查看依据', en: 'show why' })}</span>
    </button>
  )
}
