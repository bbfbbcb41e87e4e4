import { type Label, type Language } from '../../../kernel/label.ts'
import { type Change, type Vintage } from '../../../engines/indicators/schema.ts'
import { type PublicFigure, type PublicLine, type PublicSource } from '../../../engines/plan/domain/publication/publication.ts'
import { Day } from '../../../kernel/time.ts'
import { dayText, noNumber, periodText, quantityText } from '../../format.ts'
import { targetWords } from '../../parts/plan/line-words.ts'
import { say } from '../../words.ts'

const sources = {
  paper: { zh: '《{title}》{section}', en: '{title}, {section}' },
  reported: { zh: '责任单位{day}填报', en: 'reported by the responsible unit on {day}' },
  counted: { zh: '由工单统计，{day}', en: 'counted from cases, {day}' },
  divided: { zh: '由全区目标分解，{day}', en: 'divided from the target of the district, {day}' },
  calculated: { zh: '由已公布的数值计算', en: 'worked out from figures that are public' },
  generated: { zh: '演示用的生成数据，不是实际数据', en: 'made up for the demonstration, not a fact' },
} as const satisfies Record<PublicSource['kind'], Label>

/** Where something was said, in one line. */
export function sourceWords(source: PublicSource, language: Language): string {
  switch (source.kind) {
    case 'paper': {
      const title = source.title.replace(/^《(.*)》$/, '$1')
      const section = language === 'zh' ? source.section : source.section.replace(/、$/, '')
      const said = say(sources.paper, language, { title, section }).replace(/, $/, '')
      return source.day === null ? said : `${said}${language === 'zh' ? '，' : ', '}${dayText(source.day, language)}`
    }
    case 'counted':
    case 'divided':
    case 'reported': return say(sources[source.kind], language, { day: dayText(source.day, language) })
    case 'calculated':
    case 'generated': return say(sources[source.kind], language)
  }
}

export const vintages = {
  quick: { zh: '快报数', en: 'quick figure' },
  first: { zh: '初核数', en: 'first check' },
  final: { zh: '核定数', en: 'final figure' },
  published: { zh: '公布数', en: 'published figure' },
} as const satisfies Record<Vintage, Label>

/** The figure beside a promise: its number, or in words why there is none. */
export function figureWords(line: Pick<PublicLine, 'figure' | 'unit' | 'growth' | 'heldBack'>, language: Language): string {
  if (line.figure !== null && line.growth) return changeWords({ value: line.figure, unit: line.unit === '' ? '%' : line.unit, base: '' }, language)
  if (line.figure !== null) return quantityText({ value: line.figure, unit: line.unit }, language)
  return line.heldBack ? say({ zh: '还没到公布时间', en: 'not yet released' }, language) : say({ zh: '还没有数', en: 'no figure yet' }, language)
}

/** Month and year, or the day, that a figure speaks of. */
export function timeWords(period: string, language: Language): string {
  return Day.safeParse(period).success ? dayText(period, language) : periodText(period, language)
}

export { targetWords }

/** A figure as it was said once: its level, its growth, or both. */
export function saidWords({ level, change }: Pick<PublicFigure, 'level' | 'change'>, language: Language): string {
  const parts = [level && quantityText(level, language), change && changeWords(change, language)].filter(part => part !== null)
  return parts.length === 0 ? noNumber : parts.join(language === 'zh' ? '，' : ', ')
}

function changeWords(change: Change, language: Language): string {
  const amount = quantityText({ value: Math.abs(change.value), unit: change.unit }, language)
  const base = change.base === '' || language === 'en' ? '' : change.base
  return say(change.value < 0 ? { zh: '{base}下降{amount}', en: 'down {amount}' } : { zh: '{base}增长{amount}', en: 'up {amount}' }, language, { base, amount })
}
