import { type PlanLine } from '../../../engines/plan/schema.ts'
import { useLanguage } from '../../language.tsx'
import { SourcedWords } from '../../ui/SourcedWords.tsx'
import { targetSources, targetWords } from './line-words.ts'

/** The target of a line in its own words, which open to the paper that said so and to what was said before. */
export function LineTarget({ line }: { readonly line: PlanLine }) {
  const { language, t } = useLanguage()
  const [source, ...before] = targetSources(line)
  const words = targetWords(line, language)
  return source ? <SourcedWords name={t(line.label)} words={words} source={source} also={before} period={line.targetPeriod} /> : <span>{words}</span>
}
