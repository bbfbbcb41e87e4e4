/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

// The papers below are written for the examples; figures and sentences of real reports are not used.
const year = { resultsPeriod: '2025', planPeriod: '2026' } as const
const results = '一、2025年工作回顾'

export const examples: readonly Example[] = [
  {
    kind: 'reading', name: { zh: '分别连写的两个数各归各的指标', en: 'Two figures given in turn go each to its own indicator' },
    given: { ...year, text: [results, '住宿餐饮营业额、网络零售额分别增长6.1%、7.2%。'].join('\n') },
    then: [
      { kind: 'actual', name: '住宿餐饮营业额', value: 6.1, unit: '%', period: '2025' },
      { kind: 'actual', name: '网络零售额', value: 7.2, unit: '%', period: '2025' },
    ],
  },
  {
    kind: 'reading', name: { zh: '总量和增速写在一起，总量为值，增速为变化', en: 'A level with its growth is one fact' },
    given: { ...year, text: [results, '网络零售额突破81.5亿元、增长12.3%。'].join('\n') },
    then: [{ kind: 'actual', name: '网络零售额', value: 81.5, unit: '亿元', hedge: '突破', period: '2025' }],
  },
  {
    kind: 'reading', name: { zh: '“1310”部署、12345热线、5G、PM2.5不是数值', en: 'Programme names, hotlines, 5G and PM2.5 are no figures' },
    given: { ...year, text: [results, '认真落实省委“1310”具体部署，用好12345热线，加快5G应用，PM2.5治理持续推进。'].join('\n') },
    then: [],
  },
  {
    kind: 'reading', name: { zh: '百分点与百分数不混', en: 'Percentage points are not per cent' },
    given: { ...year, text: [results, '民营经济增加值占GDP比重提高1.2个百分点。'].join('\n') },
    then: [{ value: 1.2, unit: '个百分点', period: '2025' }],
  },
  {
    kind: 'reading', name: { zh: '附件里的名词解释读成名词，不读成数值', en: 'The glossary annex gives words, not figures' },
    given: { ...year, text: ['三、2026年工作安排', '重点抓好六个方面的工作。', '附件2', '名词解释', '序时进度：按已过时间应当完成的份额。', '一街一策：每条街道一份方案。'].join('\n') },
    then: [], words: ['序时进度', '一街一策'],
  },
]
