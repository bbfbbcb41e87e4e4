import { Tooltip } from 'antd'
import { type Id } from '../../kernel/id.ts'
import { type Quantity } from '../../kernel/quantity.ts'
import { type Source } from '../../kernel/source.ts'
import { hedgeText, isTight, numberText, periodText, signedText, unitText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import style from './Figure.module.css'
import { useSheet } from './SheetProvider.tsx'
import { sourceKinds, sourceLine } from './source-words.ts'
import { SourceMark } from './SourceMark.tsx'

type FigureProps = {
  /** What it is the number of, for those who hear it and for the head of the side sheet. */
  readonly name: string
  readonly quantity: Quantity
  readonly source: Source | null | undefined
  readonly period?: string | null
  /** Is the period written beside the number? Not where the page says it elsewhere; the side sheet always does. */
  readonly showPeriod?: boolean
  /** Id in the indicators engine, where it has one: the sheet then also shows vintages and history. */
  readonly id?: Id | null
  /** The other figures it was worked out from. */
  readonly also?: readonly Source[]
  /** A difference: shows its sign. */
  readonly signed?: boolean
  readonly decimals?: number
  readonly size?: 'text' | 'large'
}

const oneLine = { root: { maxWidth: 'min(560px, 94vw)' } }

/**
 * A number that answers for itself: hover or focus tells in one line where it is from, opening it shows the whole chain.
 * A figure without a source is not drawn, because nobody could answer for it.
 */
export function Figure({ name, quantity, source, period = null, showPeriod = true, id = null, also = [], signed = false, decimals, size = 'text' }: FigureProps) {
  const { language, t } = useLanguage()
  const { showSource } = useSheet()
  if (!source) {
    if (import.meta.env.DEV) console.error(`Figure “${name}” (${quantity.value} ${quantity.unit}) has no source and is not drawn`)
    return null
  }
  const { before, between, after } = hedgeText(quantity.hedge, language)
  return (
    <Tooltip title={sourceLine(source, language)} placement="bottom" mouseEnterDelay={0.25} styles={oneLine}>
      <button type="button" className={`${style['figure']} ${style[size]}`} onClick={() => showSource({ name, quantity, period, source, also }, id)}>
        <span className="unseen">{name} </span>
        {before && <span className={style['hedge']}>{before}</span>}
        <span className={style['number']}>{signed ? signedText(quantity.value, decimals) : numberText(quantity.value, decimals)}</span>
        {between && <span className={style['hedge']}>{between}</span>}
        <span className={`${style['unit']} ${isTight(quantity.unit) ? style['tight'] : ''}`}>{unitText(quantity.unit, language)}</span>
        {after && <span className={style['hedge']}>{after}</span>}
        {showPeriod && period && <span className={style['period']}>{periodText(period, language)}</span>}
        <span className="unseen"> {t(sourceKinds[source.kind])}</span>
        <SourceMark kind={source.kind} />
      </button>
    </Tooltip>
  )
}
