import { type CaseType } from '../../engines/cases/schema.ts'
import { coClock, contactClock, days, field, hours, label, named, reporterMessages, resolveClock, signClock, signLadder, unitMessages, usual, usualLadder, usualResults, workingDays } from '../case-type.ts'
import { flow, rate } from '../indicator.ts'
import { type Pack } from '../pack.ts'
import { categories } from './categories.ts'
import { examples } from './examples.ts'

/**
 * A hotline order (热线工单). The limits are those of the Beijing draft standard of December 2021 (2 hours, 24 hours, 7 and 15 days);
 * Guangzhou’s decree 191 of 2022 and its rules of 2023 are not at hand, so these are ours until they are read.
 */
const order: CaseType = {
  ...usual,
  key: 'hotline', name: label('热线工单', 'Hotline order'), prefix: 'RX', onPortal: true,
  fields: [
    field('kind', '诉求性质', 'What is wanted', 'choice', { choices: [named('help', '求助', 'Help'), named('complaint', '投诉', 'Complaint'), named('report', '举报', 'Report'), named('advice', '咨询', 'Question'), named('suggestion', '建议', 'Suggestion'), named('thanks', '表扬', 'Thanks')] }),
    field('since', '什么时候开始的', 'Since when', 'text', { asks: 'reporter' }),
    field('how-often', '是否反复出现', 'Does it come back?', 'yes-no', { asks: 'reporter' }),
    field('contact-time', '方便联系的时间', 'When we may ring', 'text', { asks: 'reporter' }),
    field('home-address', '反映人住址', 'Home address of the caller', 'text', { personal: true }),
    field('city-number', '市平台工单号', 'Number of the city platform', 'text'),
  ],
  categories,
  urgencies: [named('urgent', '紧急', 'Urgent'), named('utilities', '水电气热', 'Water, power, gas, heat'), named('ordinary', '一般', 'Ordinary'), named('hard', '疑难', 'Hard')],
  // The heads of the unit may hand on; the desk decides on more time; the supervisors decide on what is left out of the rates.
  results: usualResults,
  clocks: [
    signClock({ '*': hours(24), urgent: hours(0.5), utilities: hours(2) }),
    contactClock({ '*': hours(24), urgent: hours(1), utilities: hours(4) }),
    resolveClock('filed', { urgent: hours(2), utilities: hours(24), ordinary: days(7), hard: days(15) }),
    coClock({ '*': workingDays(3), urgent: hours(1), utilities: hours(12) }),
  ],
  ladders: [usualLadder('resolve'), signLadder(), { clock: 'co', warnAt: null, steps: [{ after: null, to: 'superior' }] }],
  returnWithin: workingDays(1),
  messages: [...reporterMessages(label('诉求', 'request')), ...unitMessages],
  letters: [{ key: 'written-answer', name: label('书面答复', 'Written answer'), text: label('您反映的“{title}”（{number}）收悉。经核查，现答复如下：{words}。办理结果：{result}。如有疑问，请与{unit}联系。', 'About “{title}” ({number}), which you reported: {words}. Result: {result}. For questions please turn to {unit}.') }],
  rates: {
    weights: [{ from: '2023-01-01', response: 0.3, solution: 0.35, satisfaction: 0.35, source: '准格尔旗公布的权重30/35/35；本市未公布，暂用 the published weights of Jungar Banner; ours until the city publishes its own' }],
    exclusions: [named('unreasonable', '不合理诉求', 'Unreasonable request'), named('duplicate', '重复诉求', 'Repeated request'), named('out-of-scope', '不属本区职责', 'Outside the district’s duties'), named('before-law', '已进入诉讼、仲裁、复议', 'Before a court or under review'), named('not-real', '不实诉求', 'Not as reported')],
  },
}

/** Counted from the cases themselves after each month. */
const monthly = { frequency: 'month', ownerUnit: 'grid-centre' } as const

export const hotline12345: Pack = {
  id: 'hotline-12345', version: 1,
  name: label('12345热线', 'The 12345 hotline'),
  what: label('热线工单从受理到回访：四类时限、退单与裁定、兜底单位、联合督办、三率与剔除', 'Hotline orders from the call to the call-back: four classes of limits, returns and arbitration, the floor unit, joint supervision, three rates with exclusions'),
  origins: [
    { document: '越秀区2021年政府工作报告', section: '一（六）、三（四）' },
    { document: '北京市12345热线服务规范（征求意见稿）2021-12：两小时、二十四小时、七天、十五天；本市时限未查到，暂用', section: '办理时限' },
    { document: 'GB/T 33358-2016 政府热线服务规范', section: '服务要求' },
  ],
  systems: [
    { id: 'S128', example: '一般诉求七天办结，回访满意后办结', page: '/cases' },
    { id: 'S213', example: '疑难诉求十五天，可延期一次', page: '/cases', extent: label('欠薪投诉的受理、办理和回访；劳动争议调解中心没有', 'Complaints of unpaid wages taken, handled and called back; no mediation centre') },
    { id: 'S272', example: '居民自己要求重新办理，期限内可以', page: '/public/report', extent: label('居民反映、查询、评价和要求重办；其他服务没有', 'Residents report, follow, rate and reopen; no other services') },
  ],
  indicators: [
    flow('HOTLINE-CASES', '热线工单登记量', 'Hotline cases opened', '件', { ...monthly, direction: 'down' }),
    rate('HOTLINE-ON-TIME', '热线工单按期结案率', 'Hotline cases closed in time', '%', monthly), rate('HOTLINE-RESPONSE', '热线回访响应率', 'Response rate of the hotline', '%', monthly),
    rate('HOTLINE-SOLUTION', '热线回访解决率', 'Solution rate of the hotline', '%', monthly), rate('HOTLINE-SATISFACTION', '热线回访满意率', 'Satisfaction rate of the hotline', '%', monthly),
  ],
  countedFigures: [
    { indicator: 'HOTLINE-CASES', type: 'hotline', counts: 'opened' }, { indicator: 'HOTLINE-ON-TIME', type: 'hotline', counts: 'on-time' }, { indicator: 'HOTLINE-RESPONSE', type: 'hotline', counts: 'response' },
    { indicator: 'HOTLINE-SOLUTION', type: 'hotline', counts: 'solution' }, { indicator: 'HOTLINE-SATISFACTION', type: 'hotline', counts: 'satisfaction' },
  ],
  caseTypes: [order],
  words: [
    { zh: '首接负责', en: 'first receiver leads', meaning: label('涉及几个单位的，先接到的单位主办，其余协办', 'Where several units are concerned, the one that got it first leads and the others help') },
    { zh: '三率', en: 'three rates', meaning: label('回访工单的响应率、解决率、满意率；剔除须经批准并写明理由', 'Response, solution and satisfaction over called-back orders; what is left out needs approval and a reason') },
    { zh: '联合督办', en: 'joint supervision', meaning: label('疑难工单由督查部门会同主管部门盯办', 'Hard orders are followed by the supervisors together with the department in charge') },
  ],
  examples,
}
