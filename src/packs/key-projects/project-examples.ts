/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example, type ProjectExample, type ProjectExampleThen } from '../pack.ts'

type Row = readonly [zh: string, en: string, given: ProjectExample, then: ProjectExampleThen]

/** 12 000 in the year, in 10 000 yuan, without a plan by month: 1 000 a month by the time passed, 600 are five points. */
const even = (...done: readonly (number | null)[]) => ({ total: 12_000, months: null, done })
/** The same, planned by month: little before the rain is over, 3 200 in the first half. */
const curve = (...done: readonly (number | null)[]) => ({ total: 12_000, months: [200, 200, 400, 600, 800, 1000, 1200, 1400, 1600, 1800, 1600, 1200], done })
const onPlan = even(1000, 1000, 1000, 1000, 1000, 1000)
const start = { name: '开工', planned: '2025-06-30' }
const later = { name: '主体完工', planned: '2025-12-20' }
const pipes = { title: '电缆未迁改', raisedOn: '2025-06-01' }
/** The money counts twice. */
const weighted = { judged: { by: 'weighted', weights: { money: 2, nodes: 1, blockers: 1 }, bounds: { slipping: 0.5, offPace: 1.25 } } } as const

const money: readonly Row[] = [
  ['半年完成一半，与时间同步，项目亮绿灯', 'Half the year gone and half done: on pace', { year: onPlan, on: '2025-07-11' }, { light: 'on-pace', gap: 0 }],
  ['落后4.99个百分点，仍是绿灯', '4.99 points behind is still on pace', { year: even(900, 900, 900, 900, 900, 901), on: '2025-07-11' }, { light: 'on-pace', gap: -4.99 }],
  ['恰好落后5个百分点，转黄灯', 'Exactly five points behind is slipping', { year: even(900, 900, 900, 900, 900, 900), on: '2025-07-11' }, { light: 'slipping', gap: -5 }],
  ['恰好落后10个百分点，转红灯', 'Exactly ten points behind is off pace', { year: even(800, 800, 800, 800, 800, 800), on: '2025-07-11' }, { light: 'off-pace', gap: -10 }],
  ['有分月计划的按分月计划评，前低后高不算落后', 'Planned by month, a slow beginning is no lag', { year: curve(200, 200, 400, 600, 800, 1000), on: '2025-07-11' }, { light: 'on-pace', gap: 0 }],
  ['同样的完成数，没有分月计划的按时间折算，亮红灯', 'The same work without a plan by month is held against the time passed: off pace', { year: even(200, 200, 400, 600, 800, 1000), on: '2025-07-11' }, { light: 'off-pace', gap: -23.33 }],
  ['欠账没有补齐，只差0.83个百分点仍是红灯', 'The shortfall is not made up: 0.83 points behind and still off pace', { year: even(0, 0, 2000, 1900), on: '2025-05-11' }, { light: 'off-pace', gap: -0.83 }],
  ['欠账补齐的当月，红灯先转黄灯', 'In the month that makes it up, off pace turns to slipping', { year: even(0, 0, 2000, 1900, 1100), on: '2025-06-11' }, { light: 'slipping', gap: 0 }],
  ['下一个月仍达标，再转绿灯', 'The next month holds: on pace again', { year: even(0, 0, 2000, 1900, 1100, 1000), on: '2025-07-11' }, { light: 'on-pace', gap: 0 }],
  ['6月的数在7月10日当天还可以报，先评到5月', 'June may still be told on 10 July: judged through May', { year: even(1000, 1000, 1000, 1000, 1000), on: '2025-07-10' }, { light: 'on-pace', gap: 0 }],
  ['过了10日还没有经审核的数，6月按零计，转黄灯', 'After the 10th June without an approved amount counts as nothing: slipping', { year: even(1000, 1000, 1000, 1000, 1000, null), on: '2025-07-11' }, { light: 'slipping', gap: -8.33 }],
  ['年初还没有到期应报的月份，不评', 'No month is due to be told yet: not judged', { year: even(), on: '2025-02-10' }, { light: 'not-judged', gap: null }],
  ['没有年度计划和节点，不评', 'Without a plan of the year and without nodes it is not judged', { on: '2025-07-11' }, { light: 'not-judged', gap: null }],
  ['本区定为落后3个百分点转黄，就按3个百分点', 'Where the district sets three points, three points are slipping', { year: even(940, 940, 940, 940, 940, 940), on: '2025-07-11', rule: { lag: { slipping: 3, offPace: 8 } } }, { light: 'slipping', gap: -3 }],
]

const nodes: readonly Row[] = [
  ['节点今天到期，当天不算逾期', 'A node due today is not late today', { nodes: [start, later], on: '2025-06-30' }, { light: 'on-pace' }],
  ['节点逾期1天，转黄灯', 'A node a day late is slipping', { nodes: [start, later], on: '2025-07-01' }, { light: 'slipping' }],
  ['节点逾期29天，仍是黄灯', 'A node 29 days late is still slipping', { nodes: [start, later], on: '2025-07-29' }, { light: 'slipping' }],
  ['节点逾期满30天，转红灯', 'A node 30 days late is off pace', { nodes: [start, later], on: '2025-07-30' }, { light: 'off-pace' }],
  ['逾期的节点完成了，回到绿灯', 'The late node reached: on pace again', { nodes: [{ ...start, reached: '2025-07-28' }, later], on: '2025-07-30' }, { light: 'on-pace' }],
]

const blockers: readonly Row[] = [
  ['堵点14天，不影响灯', 'A blocker of 14 days leaves the light alone', { nodes: [later], blockers: [pipes], on: '2025-06-15' }, { light: 'on-pace', parts: { blockers: 'on-pace' } }],
  ['堵点满15天没有解决，转黄灯', 'A blocker of 15 days is slipping', { nodes: [later], blockers: [pipes], on: '2025-06-16' }, { light: 'slipping', parts: { blockers: 'slipping' } }],
  ['堵点29天没有解决，仍是黄灯', 'A blocker of 29 days is still slipping', { nodes: [later], blockers: [pipes], on: '2025-06-30' }, { light: 'slipping', parts: { blockers: 'slipping' } }],
  ['堵点满30天没有解决，转红灯', 'A blocker of 30 days is off pace', { nodes: [later], blockers: [pipes], on: '2025-07-01' }, { light: 'off-pace', parts: { blockers: 'off-pace' } }],
  ['堵点已销号，不再计天数', 'A blocker that was struck off counts no more days', { nodes: [later], blockers: [{ ...pipes, open: false }], on: '2025-07-01' }, { light: 'on-pace', parts: { blockers: 'on-pace' } }],
  ['没有计划和节点，堵点满15天也亮黄灯', 'Without plan and nodes, a blocker of 15 days is slipping all the same', { blockers: [pipes], on: '2025-06-16' }, { light: 'slipping', parts: { money: 'not-judged', nodes: 'not-judged', blockers: 'slipping' } }],
]

const together: readonly Row[] = [
  ['资金、节点、堵点三项取最差：资金绿、节点黄、堵点红，项目亮红灯', 'The worst of money, nodes and blockers speaks: on pace, slipping and off pace make off pace', { year: onPlan, nodes: [start, later], blockers: [pipes], on: '2025-07-11' }, { light: 'off-pace', gap: 0, parts: { money: 'on-pace', nodes: 'slipping', blockers: 'off-pace' } }],
  ['年度投资计划已经完成，节点逾期的仍是黄灯', "The year's investment is done, yet a node is late: slipping", { year: even(4000, 4000, 4000), nodes: [start, later], on: '2025-07-11' }, { light: 'slipping', parts: { money: 'done', nodes: 'slipping' } }],
  ['按权重：资金红、其余绿，加权1，亮黄灯', 'Weighed: money off pace and the rest on pace make 1, slipping', { year: even(), nodes: [later], on: '2025-07-11', rule: weighted }, { light: 'slipping', gap: -50, parts: { money: 'off-pace', nodes: 'on-pace', blockers: 'on-pace' } }],
  ['按权重：资金红、节点黄，加权恰好1.25，转红灯', 'Weighed: money off pace and nodes slipping make exactly 1.25, off pace', { year: even(), nodes: [start, later], on: '2025-07-11', rule: weighted }, { light: 'off-pace', parts: { money: 'off-pace', nodes: 'slipping' } }],
  ['按权重：只有节点黄，加权0.25，仍是绿灯', 'Weighed: nodes slipping alone make 0.25, on pace', { year: onPlan, nodes: [start, later], on: '2025-07-11', rule: weighted }, { light: 'on-pace', parts: { nodes: 'slipping' } }],
  ['项目投产，亮完成灯，不再看落后多少', 'In operation: done, however far behind its money is', { year: even(), nodes: [start], on: '2025-07-11', over: 'operating' }, { light: 'done' }],
  ['并入其他项目或退出的，不再评灯', 'What became part of another project or was withdrawn is not judged', { year: even(), nodes: [start], blockers: [pipes], on: '2025-07-11', over: 'ended' }, { light: 'not-judged' }],
]

export const projectExamples: readonly Example[] = [...money, ...nodes, ...blockers, ...together].map(([zh, en, given, then]) => ({ kind: 'project', name: { zh, en }, given, then }))
