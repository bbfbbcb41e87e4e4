import { type Label } from '../../../../kernel/label.ts'
import { limitWords } from '../../../../engines/cases/domain/words.ts'
import { type Promised } from '../../../../engines/cases/domain/portal/story.ts'
import { instantText } from '../../../format.ts'
import { useFrame } from '../frame.tsx'

/** By when what is to be done. `ahead`: if it is taken up at once. */
export function Promises({ promises, title, ahead = false }: { readonly promises: readonly Promised[]; readonly title: Label; readonly ahead?: boolean }) {
  const { language, t } = useFrame()
  if (promises.length === 0) return null
  const end = ({ dueAt, known, paused }: Promised) => (paused ? t({ zh: '暂停计时', en: 'standing still' }) : `${instantText(dueAt, language)}${known ? '' : t({ zh: '（假期安排公布后可能调整）', en: ' (may change when the holidays are announced)' })}`)
  return (
    <section>
      <h2>{t(title)}</h2>
      <dl className="facts">{promises.map(one => <div key={one.name.en}><dt>{t(one.name)}</dt><dd>{t({ zh: '{limit}内，即{end}前', en: 'within {limit}: by {end}' }, { limit: t(limitWords(one.limit)), end: end(one) })}</dd></div>)}</dl>
      {ahead && <p className="hint">{t({ zh: '按现在受理计算；实际从受理时起算，以“查进度”所示为准。', en: 'Counted as if taken up now; it runs from the moment it is taken up, as “Follow” shows.' })}</p>}
    </section>
  )
}
