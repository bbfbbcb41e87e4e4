import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { type Suggestion } from '../../../../engines/documents/domain/threads/contract.ts'
import { reasonLabels } from '../../../../engines/documents/domain/threads/suggest.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { SourcedWords } from '../../../ui/SourcedWords.tsx'
import style from './suggestions.module.css'
import { strengths } from './suggestion-words.ts'

type SuggestionCardProps = {
  readonly suggestion: Suggestion
  readonly selected: boolean
  /** Grows whenever the keyboard asks for the selected one to be reached. */
  readonly focusAsked: number
  readonly edits: boolean
  readonly onSelect: () => void
  readonly onAnswer: (yes: boolean) => void
}

/** Two things side by side, the earlier left, with why they may be the same. */
export function SuggestionCard({ suggestion, selected, focusAsked, edits, onSelect, onAnswer }: SuggestionCardProps) {
  const { t } = useLanguage()
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (selected && focusAsked > 0) item.current?.querySelector<HTMLElement>('button')?.focus()
  }, [selected, focusAsked])
  const [first, second] = suggestion.sides
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- focus bubbles up from the buttons within
    <li ref={item} className={`${style['card']} ${selected ? style['selected'] : ''}`} aria-current={selected ? 'true' : undefined} onFocus={onSelect}>
      <div className={style['sides']}>
        {first && <Side side={first} />}
        <span className={style['same']} aria-hidden="true">≟</span>
        {second && <Side side={second} />}
      </div>
      <ul className={style['reasons']}>
        <li className={style['strength']}>{t(strengths[suggestion.strength])}</li>
        {suggestion.reasons.map(({ kind, detail }) => <li key={kind} className={kind === 'told-apart' || kind === 'two-indicators' || kind === 'other-number' ? style['mind'] : ''}>{t(reasonLabels[kind], { detail })}</li>)}
      </ul>
      {edits && (
        <div className={`${style['acts']} unprinted`}>
          <Button size="small" type={selected ? 'primary' : 'default'} onClick={() => onAnswer(true)}>{t({ zh: '是同一件事（a）', en: 'The same (a)' })}</Button>
          <Button size="small" onClick={() => onAnswer(false)}>{t({ zh: '不是（x）', en: 'Not the same (x)' })}</Button>
        </div>
      )}
    </li>
  )
}

function Side({ side: { saying, thread, title } }: { readonly side: Suggestion['sides'][number] }) {
  const { language, t } = useLanguage()
  return (
    <div className={style['side']} lang="zh-CN">
      <b>{saying.name}</b>
      <SourcedWords name={saying.name} words={saying.words} source={saying.source} period={String(saying.year)} />
      <small>{[`${saying.year}`, title, saying.saidOn && dayText(saying.saidOn, language)].filter(Boolean).join(' · ')}</small>
      {thread && <small>{t({ zh: '已在脉络', en: 'In the thread' })} <Link to={`/threads/${thread.id}`}>{thread.name}</Link></small>}
    </div>
  )
}
