import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Fact } from '../../../../engines/documents/schema.ts'
import { type Language } from '../../../../kernel/label.ts'
import { hedgeText, numberText, quantityText, unitText } from '../../../format.ts'
import { say } from '../../../words.ts'
import { operators } from './review-words.ts'

/** What a finding is called in the list: the name of a fact, verb and object of a promise, the word explained. */
export function findingName(finding: Finding, of: 'value' | 'read' = 'value'): string {
  switch (finding.kind) {
    case 'fact': return finding[of].name
    case 'promise': return `${finding[of].verb}${finding[of].object}`
    case 'term': return finding[of].word
  }
}

/** What it says: the level, its change and rank of a fact, the meaning of a word; empty where the name says all. */
export function findingSays(finding: Finding, language: Language): string {
  switch (finding.kind) {
    case 'fact': return factSays(finding.value, language)
    case 'promise': return ''
    case 'term': return finding.value.meaning
  }
}

/** 超3650.18亿元，同比+8.4%，全市第2 · where only a rate is printed it is said once · a target without a number says what it follows. */
export function factSays(fact: Fact, language: Language): string {
  const { change, value, unit, hedge } = fact
  const onlyRate = change !== null && change.value === value && change.unit === unit
  const parts = [onlyRate && hedge === null ? '' : levelOf(fact, language), onlyRate && hedge !== null ? '' : changeOf(fact, language), fact.rank ?? '', fact.streak ?? ''].filter(part => part !== '')
  return parts.join(language === 'zh' ? '，' : ', ')
}

function levelOf(fact: Fact, language: Language): string {
  const { value, upper, unit, hedge, operator, reference } = fact
  if (value === null) return operator === null ? '' : [say(operators[operator], language), reference ?? ''].filter(part => part !== '').join(language === 'zh' ? '：' : ': ')
  if (upper === null) return quantityText({ value, unit, ...(hedge !== null && { hedge }) }, language)
  const { before, after } = hedgeText(hedge ?? undefined, language)
  return `${before}${numberText(value)}–${numberText(upper)}${language === 'zh' || unit === '%' ? '' : ' '}${unitText(unit, language)}${after}`
}

function changeOf({ change }: Fact, language: Language): string {
  if (!change) return ''
  const number = quantityText({ value: change.value, unit: change.unit }, language, { signed: change.unit !== '倍' })
  return language === 'zh' ? `${change.base}${number}` : `${number} (${change.base})`
}
