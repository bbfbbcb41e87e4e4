import { type CaseType } from '../../engines/cases/schema.ts'
import { coClock, field, hours, label, named, resolveClock, signClock, signLadder, unitMessages, usual, workingDays, workingHours } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { categories } from './categories.ts'
import { examples } from './examples.ts'

const fields: CaseType['fields'] = [
  // Which of the three forces found it. The paper names three and does not list them: ours.
  field('force', '发现力量', 'Found by', 'choice', { choices: [named('grid', '专职网格员', 'Grid worker'), named('department', '部门下沉力量', 'Department staff in the grid'), named('volunteers', '群众和志愿力量', 'Residents and volunteers')] }),
  field('part-code', '部件标识码', 'Code of the part', 'text'),
  field('party', '当事人或商户', 'Person or shop concerned', 'text', { personal: true }),
]

/** What grid, street and district must do together (上报): filed, dispatched, checked on the spot by somebody else. */
const finding: CaseType = {
  ...usual,
  key: 'grid-finding', name: label('网格上报事件', 'Grid finding'), prefix: 'WG', fields, categories,
  steps: { file: true, sign: true, check: true, callBack: false },
  may: { dispatched: ['desk', 'program'], voided: ['desk', 'opener'], transferred: ['lead', 'lead-head', 'desk'] },
  urgencies: [named('urgent', '紧急', 'Urgent'), named('ordinary', '一般', 'Ordinary')],
  results: [named('done', '已处置', 'Dealt with'), named('ordered', '已责令整改', 'Ordered to be put right'), named('planned', '列入计划', 'Planned'), named('not-found', '现场未发现', 'Not found on the spot')],
  // Local limits vary from 4 working hours to a working day for the same kind; these are ours until the district’s own table is read.
  clocks: [
    signClock({ '*': workingHours(4), urgent: hours(0.5) }),
    resolveClock('filed', { '*': workingDays(2), urgent: hours(4) }, label('处置', 'Deal with it')),
    coClock({ '*': workingDays(1), urgent: hours(2) }),
  ],
  // Grid, community, street, district: each step one level up.
  ladders: [{ clock: 'resolve', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: workingHours(4), to: 'street' }, { after: workingDays(1), to: 'district' }] }, signLadder(workingHours(4))],
  reopenWithin: null, returnWithin: workingHours(4),
  names: { answered: label('处置反馈', 'Report what was done'), checked: label('现场核查', 'Check on the spot') },
  messages: unitMessages,
}

/** What the grid settles itself (自行处置): opened with the dispatch to one’s own grid, and answered at once. Nobody waits for anybody. */
const own: CaseType = {
  ...finding,
  key: 'grid-own', name: label('网格自行处置', 'Settled by the grid'), prefix: 'WZ',
  steps: { file: false, sign: false, check: false, callBack: false },
  may: { received: ['opener', 'desk', 'program'], dispatched: ['opener', 'desk', 'program'], closed: ['lead', 'desk', 'program'], voided: ['opener', 'desk'], transferred: ['lead', 'lead-head', 'desk'] },
  clocks: [resolveClock('received', { '*': workingDays(1), urgent: hours(2) }, label('处置', 'Deal with it'))],
  ladders: [{ clock: 'resolve', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: workingDays(1), to: 'street' }] }],
  categories: categories.map(root => ({ ...root, ...withoutLimits(root) })),
}

/** Limits of the district’s table are for what is handed over; what the grid settles itself has its own. */
function withoutLimits({ limits: _limits, below, ...category }: CaseType['categories'][number]): CaseType['categories'][number] {
  return { ...category, unit: { placeLevel: 'grid' }, ...(below && { below: below.map(withoutLimits) }) }
}

export const gridWork: Pack = {
  id: 'grid', version: 1,
  name: label('网格治理（“3331”工作法）', 'Grid work (the 3331 method)'),
  what: label('网格员巡查发现，能处置的自行处置，不能处置的上报派遣；部件和事件按国标分类', 'Grid workers settle what they find or hand it up; parts and events by the classes of the national standard'),
  origins: [
    { document: '荔湾区2024年政府工作报告：“3331”工作法、1044个网格、区数字赋能平台', section: '社会治理' },
    { document: 'GB/T 30428 数字化城市管理信息系统；CJ/T 214（部件、事件分类）', section: '部件和事件' },
    { document: '处置时限：济源等地公布的时限作参考（暴露垃圾4工作时至1工作日，道路不洁2至5工作时）；本区未公布，暂用', section: '处置时限' },
  ],
  systems: [
    { id: 'S129', example: '网格发现，能处置的当场处置，一步办结', page: '/cases/patrol' },
    { id: 'S130', example: '网格超时，逐级升到社区、街道、区', page: '/cases/board' },
    { id: 'S144', example: '占道摊贩四个工作时处置，下班不计时', page: '/cases' },
    { id: 'S145', example: '私搭乱建核查不合格，退回重新处置', page: '/cases', extent: label('新发现的违建逐宗处置；存量台账和地图没有', 'New cases one by one; no stock of old ones, no map') },
  ],
  caseTypes: [finding, own],
  words: [
    { zh: '自行处置', en: 'self-handled', meaning: label('网格员发现后当场办好的，不派遣、不等核查，但同样留痕计数', 'Settled on the spot by whoever found it: nobody is sent, yet it is on record and counted') },
    { zh: '部件', en: 'part', meaning: label('城市管理的公共设施，如井盖、路灯', 'A public thing in the street, such as a cover or a lamp') },
    { zh: '三支力量', en: 'three forces', meaning: label('网格里的三类人员；文件没有列出是哪三类，本系统列为专职网格员、部门下沉力量、群众和志愿力量', 'The three kinds of people in a grid; the paper does not list them, so these are ours') },
  ],
  examples,
}
