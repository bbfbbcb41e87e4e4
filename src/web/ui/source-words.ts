import { type Label, type Language } from '../../kernel/label.ts'
import { type Source } from '../../kernel/source.ts'
import { dayText, instantText, periodText } from '../format.ts'
import { say } from '../words.ts'

/** What each kind of source is called over its link of the chain. */
export const sourceKinds = {
  document: { zh: '读自原文', en: 'Read from a paper' },
  published: { zh: '公开文件', en: 'Published paper' },
  return: { zh: '单位报表', en: 'Return of a unit' },
  hand: { zh: '人工录入', en: 'Entered by hand' },
  formula: { zh: '按公式计算', en: 'Calculated' },
  division: { zh: '目标分解', en: 'Division of a target' },
  cases: { zh: '工单统计', en: 'Counted from cases' },
  generated: { zh: '演示数据', en: 'Made up for the demonstration' },
} as const satisfies Record<Source['kind'], Label>

const lines = {
  paper: { zh: '《{title}》{section}', en: '{title}, {section}' },
  said: { zh: '，{day}', en: ', {day}' },
  return: { zh: '{unit}《{form}》{period}，{name}于{at}核收', en: '{unit}, {form}, {period}; accepted by {name} on {at}' },
  hand: { zh: '{name}于{at}录入，依据：{ground}', en: 'Entered by {name} on {at}, on the ground of: {ground}' },
  formula: { zh: '由{count}项数据计算：{rule}', en: 'Calculated from {count} inputs: {rule}' },
  division: { zh: '第{edition}版目标分解，{day}生效，{name}', en: 'Edition {edition} of the division, in force from {day}, {name}' },
  cases: { zh: '{rule}，{at}统计', en: '{rule}; counted on {at}' },
  casesMade: { zh: '{rule}，{at}由演示工单统计，不是实际数据', en: '{rule}; counted on {at} from cases of the demonstration, not a fact' },
  signed: { zh: '{name}签认', en: 'signed by {name}' },
  unsigned: { zh: '未经本单位签认', en: 'not signed by the unit' },
  generated: { zh: '演示用生成数据，不是实际数据', en: 'Made up for the demonstration, not a fact' },
} as const satisfies Record<string, Label>

/** One line of where a figure came from and when, shown beside it on hover or focus. */
export function sourceLine(source: Source, language: Language): string {
  switch (source.kind) {
    case 'document':
    case 'published': {
      // The title of a paper often comes with its own marks.
      const title = source.title.replace(/^《(.*)》$/, '$1')
      const said = source.saidOn === null ? '' : say(lines.said, language, { day: dayText(source.saidOn, language) })
      // 二、 as the number of a part keeps its mark in Chinese only.
      const section = language === 'zh' ? source.section : source.section.replace(/、$/, '')
      return (say(lines.paper, language, { title, section }) + said).replace(/, (?=,|$)/, '')
    }
    case 'return': return say(lines.return, language, { unit: source.unit, form: source.formName, period: periodText(source.period, language), name: source.acceptedBy, at: instantText(source.at, language) })
    case 'hand': return say(lines.hand, language, { name: source.name, at: instantText(source.at, language), ground: source.ground })
    case 'formula': return say(lines.formula, language, { count: source.inputs.length, rule: source.rule })
    case 'division': return say(lines.division, language, { edition: source.edition, day: dayText(source.on, language), name: source.signedBy === null ? say(lines.unsigned, language) : say(lines.signed, language, { name: source.signedBy }) })
    case 'cases': return say(source.generated ? lines.casesMade : lines.cases, language, { rule: source.rule[language], at: instantText(source.at, language) })
    case 'generated': return say(lines.generated, language)
  }
}
