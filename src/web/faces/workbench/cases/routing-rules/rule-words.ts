import { type RuleTrial, type RuleView } from '../../../../../engines/cases/routing/rules-contract.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { type Day } from '../../../../../kernel/time.ts'
import { dayText } from '../../../../format.ts'
import { type Language } from '../../../../../kernel/label.ts'

/** What became of a rule with the case that is tried. */
export const verdictWords = {
  applies: { zh: '适用', en: 'Applies' }, 'passed-over': { zh: '让位于更具体的', en: 'A narrower one goes before' }, 'other-day': { zh: '当日不生效', en: 'Not on that day' },
  'other-category': { zh: '类别不符', en: 'Another category' }, 'other-place': { zh: '地点不符', en: 'Another place' },
} as const satisfies Record<RuleTrial['tried'][number]['verdict'], Label>

/** From which day to which a rule holds, as a text. */
export function spanText({ from, until }: Pick<RuleView, 'from' | 'until'>, language: Language, t: (label: Label, facts: Readonly<Record<string, string>>) => string): string {
  const day = (on: Day) => dayText(on, language)
  if (until === null) return t({ zh: '{from}起', en: 'from {from}' }, { from: day(from) })
  if (until <= from) return t({ zh: '未曾生效', en: 'never held' }, {})
  return t({ zh: '{from}起，{until}止（不含当日）', en: '{from} until {until}, that day not included' }, { from: day(from), until: day(until) })
}

/** For which cases a rule is, as a line of text. */
export function scopeText({ type, category, area }: Pick<RuleView, 'type' | 'category' | 'area'>, t: (label: Label) => string): string {
  return [t(type.name), category === null ? t({ zh: '全部类别', en: 'every category' }) : category.names.map(t).join(' › '), area === null ? t({ zh: '全区', en: 'anywhere' }) : area.name].join(' · ')
}
