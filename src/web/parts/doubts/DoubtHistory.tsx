import { type DoubtEvent, type DoubtStep, settledWords } from '../../../engines/documents/domain/checks/settling.ts'
import { type Label } from '../../../kernel/label.ts'
import { instantText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import style from './doubts.module.css'

/** What happened to a doubt, the last first. */
export function DoubtHistory({ steps }: { readonly steps: readonly DoubtStep[] }) {
  const { language, t } = useLanguage()
  return (
    <ol className={style['history']}>
      {steps.toReversed().map((step, i) => (
        <li key={steps.length - i}>
          <b>{t(whatHappened(step.event))}</b> <span lang="zh-CN">{detailOf(step.event)}</span>
          <small>{step.by} · {instantText(step.at, language)}</small>
        </li>
      ))}
    </ol>
  )
}

function whatHappened(event: DoubtEvent): Label {
  switch (event.kind) {
    case 'found': return { zh: '检查发现', en: 'Found' }
    case 'changed': return { zh: '各处说法有变，重新待办', en: 'Its sayings changed; open again' }
    case 'lapsed': return { zh: '说法已相符，自行消除', en: 'Its sayings go together; gone' }
    case 'settled': return { zh: `销号：${settledWords[event.how].zh}`, en: `Settled: ${settledWords[event.how].en}` }
    case 'reopened': return { zh: '重开', en: 'Reopened' }
  }
}

function detailOf(event: DoubtEvent): string {
  switch (event.kind) {
    case 'found':
    case 'changed': return event.words
    case 'lapsed': return ''
    case 'settled':
    case 'reopened': return event.reason
  }
}
