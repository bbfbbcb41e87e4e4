import { type ThreadEvent, type ThreadStep } from '../../../../engines/documents/domain/threads/thread.ts'
import { type Label, type Language } from '../../../../kernel/label.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { say } from '../../../words.ts'
import style from './line.module.css'

const words = {
  made: { zh: '连成脉络“{name}”，{n}项', en: 'Made as “{name}” with {n}' },
  linked: { zh: '连入{n}项', en: '{n} linked' },
  unlinked: { zh: '移出{n}项', en: '{n} taken out' },
  renamed: { zh: '改名为“{name}”', en: 'Renamed “{name}”' },
  joined: { zh: '并入“{name}”的{n}项', en: '“{name}” with {n} joined in' },
  ended: { zh: '并入“{name}”', en: 'Went into “{name}”' },
} as const satisfies Record<ThreadEvent['kind'], Label>

/** Who linked what, when and why, the newest first. */
export function ThreadHistory({ history }: { readonly history: readonly ThreadStep[] }) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '谁在何时挂接', en: 'Who linked it, and when' })}>
      <ol className={style['history']} reversed>
        {history.toReversed().map(({ seq, by, at, event }) => (
          <li key={seq}>
            {sentence(event, language)}
            <p lang="zh-CN">{reasonOf(event)}</p>
            <small>{by} · {instantText(at, language)}</small>
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function sentence(event: ThreadEvent, language: Language): string {
  return say(words[event.kind], language, { ...('name' in event && { name: event.name }), ...('members' in event && { n: event.members.length }) })
}

function reasonOf(event: ThreadEvent): string {
  if ('because' in event) return event.because.join('；')
  return 'reason' in event ? event.reason ?? '' : ''
}
