import { Tooltip } from 'antd'
import { type Source } from '../../kernel/source.ts'
import { useLanguage } from '../language.tsx'
import style from './Figure.module.css'
import { useSheet } from './SheetProvider.tsx'
import { sourceKinds, sourceLine } from './source-words.ts'
import { SourceMark } from './SourceMark.tsx'

type SourcedWordsProps = {
  /** What the words are said of, for the head of the side sheet. */
  readonly name: string
  readonly words: string
  readonly source: Source
  /** What was said of it before. */
  readonly also?: readonly Source[]
  readonly period?: string | null
}

/** A target in its own words that answers for itself, as a Figure does. */
export function SourcedWords({ name, words, source, also = [], period = null }: SourcedWordsProps) {
  const { language, t } = useLanguage()
  const { showSource } = useSheet()
  return (
    <Tooltip title={sourceLine(source, language)} placement="bottom" mouseEnterDelay={0.25} styles={{ root: { maxWidth: 'min(560px, 94vw)' } }}>
      <button type="button" className={`${style['figure']} ${style['words']}`} onClick={() => showSource({ name, quantity: null, words, period, source, also }, null)}>
        <span className="unseen">{name} </span>
        {words}
        <span className="unseen"> {t(sourceKinds[source.kind])}</span>
        <SourceMark kind={source.kind} />
      </button>
    </Tooltip>
  )
}
