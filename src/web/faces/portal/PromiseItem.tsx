import { type PublicLine } from '../../../engines/plan/domain/publication/publication.ts'
import { useFrame } from './frame.tsx'
import { Light } from './Light.tsx'
import { figureWords, sourceWords, targetWords, timeWords } from './words.ts'

/** A promise in a list: what was promised, how far it is, its light and why, and where that is from. */
export function PromiseItem({ line }: { readonly line: PublicLine }) {
  const { frame, language, t } = useFrame()
  return (
    <li className="promise">
      <h3><a href={`${frame.base}/${line.key}`} lang={language === 'en' && line.kind === 'commitment' ? 'zh-CN' : undefined}>{t(line.label)}</a></h3>
      <Light light={line.light} />
      <dl>
        <div><dt>{t({ zh: '承诺', en: 'Promised' })}</dt><dd>{targetWords(line, language)}</dd></div>
        <div><dt>{t({ zh: '现在', en: 'Now' })}</dt><dd><b>{figureWords(line, language)}</b>{line.period !== null && <small> {t({ zh: '（{time}）', en: '({time})' }, { time: timeWords(line.period, language) })}</small>}</dd></div>
      </dl>
      <p>{t(line.because)}</p>
      {line.figureSource ? <p className="source">{t({ zh: '出处：', en: 'Source: ' })}{sourceWords(line.figureSource, language)}</p> : line.targetSource && <p className="source">{t({ zh: '承诺的出处：', en: 'Promised in: ' })}{sourceWords(line.targetSource, language)}</p>}
    </li>
  )
}
