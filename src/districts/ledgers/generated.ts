/** Ledgers made up for the demonstration; where a paper publishes a count or a sum, they add up to it. Each is marked as generated. */
import { tenActions } from '../../packs/programmes/pack.ts'
import { diceOf } from '../dice.ts'
import { type DistrictList, type ListedMatter, type ListedTelling } from '../lists.ts'
import { yuexiuStreets } from '../yuexiu-places.ts'
import { parted } from './parted.ts'

const generated = (seed: string) => ({ kind: 'generated', seed }) as const
const two = (n: number) => String(n).padStart(2, '0')
const told = (onDay: string, values: ListedTelling['values']): ListedTelling => ({ onDay, ground: '演示数据', values })
const streetLead = (code: string) => `440104${code}`

const funds = [
  ['special-bond', '学校扩建'], ['special-bond', '医院新院区'], ['special-bond', '老旧小区配套'], ['special-bond', '停车设施'], ['general-bond', '道路微改造'], ['treasury-bond', '排水管网更新'], ['treasury-bond', '电梯更新'], ['treasury-bond', '燃气管道更新'],
  ['central-budget', '社区养老设施'], ['central-budget', '托育服务中心'], ['policy-tool', '片区更新首期'], ['other', '骑楼街保护'],
] as const

/** Twelve applications whose grants add up to the 4.9 billion yuan that the plan report of 2025 gives for 2024. */
function bonds(): DistrictList {
  const dice = diceOf('bonds-2024')
  const grants = parted(490_000, funds.map(() => 20 + dice(60)))
  return {
    kind: 'bonds-and-funds', span: '2024', title: '2024年债券和资金申报（演示生成）', source: generated('bonds-2024'),
    matters: funds.map(([fund, name], i): ListedMatter => {
      const granted = grants[i] ?? 0, arrived = Math.round(granted * (0.6 + dice(41) / 100)), spent = Math.round(arrived * (0.45 + dice(51) / 100)), applied = Math.round(granted * (1.05 + dice(60) / 100))
      return { title: `${name}项目（演示${two(i + 1)}）`, lead: 'finance', parts: [], told: [told('2024-06-30', { fund, batch: `第${i % 2 === 0 ? '一' : '二'}批`, applied, granted: Math.round(granted * 0.5), arrived: Math.round(arrived * 0.3), spent: Math.round(spent * 0.2) }), told('2024-12-31', { granted, arrived, spent, 'granted-on': `2024-0${4 + dice(6)}-15` })] }
    }),
  }
}

/** Two batches of eighteen estates as the half-year report of 2023 counts them; the money of the third adds up to its 84 million yuan. */
function estates(): DistrictList {
  const dice = diceOf('old-estates-2023')
  const money = parted(84_000, Array.from({ length: 18 }, () => 10 + dice(20)))
  const one = (batch: string, i: number): ListedMatter => {
    const buildings = 4 + dice(12), third = batch === '第三批', cost = third ? money[i] ?? 0 : buildings * (180 + dice(90)), spent = third ? Math.round(cost * (dice(30) / 100)) : cost
    return { title: `${batch}${two(i + 1)}号小区（演示）`, lead: 'housing-construction', parts: [], told: [told('2023-03-31', { batch, stage: third ? 'preparation' : 'key-nodes', buildings, households: buildings * (28 + dice(20)), money: cost }), told('2023-06-30', { stage: third ? 'started' : 'finished', spent })] }
  }
  return { kind: 'old-estates', span: '2021-2025', title: '2021-2025年老旧小区改造（演示生成）', source: generated('old-estates-2023'), matters: ['第二批', '第三批'].flatMap(batch => Array.from({ length: 18 }, (_, i) => one(batch, i))) }
}

/** Lifts by street; those finished add up to the 142 of the half-year report of 2023. */
function lifts(): DistrictList {
  const dice = diceOf('lifts-2023')
  const finished = parted(142, yuexiuStreets.map(() => 3 + dice(12)))
  return {
    kind: 'lift-retrofit', span: '2023', title: '2023年旧楼加装电梯（演示生成）', source: generated('lifts-2023'),
    matters: yuexiuStreets.map((street, i): ListedMatter => {
      const done = finished[i] ?? 0, started = done + dice(5), permitted = started + dice(4), applied = permitted + dice(5)
      return { title: `${street.zh}街道`, lead: streetLead(street.code), with: ['housing-construction'], parts: [], told: [told('2023-06-30', { applied, permitted, started, finished: done, subsidy: done * 10 })] }
    }),
  }
}

const leads = ['science-industry', 'development-reform', 'housing-construction', 'education', 'culture-tourism-sport', 'government-services-data', 'government-office', 'planning-resources', 'civil-affairs', 'human-resources'] as const

/** 117 tasks and 32 reforms in the ten actions, as the plan report of 2025 counts them. */
function tasks(): DistrictList {
  const dice = diceOf('programme-2024')
  const numbers = { task: parted(117, tenActions.map(() => 8 + dice(8))), reform: parted(32, tenActions.map(() => 2 + dice(3))) }
  const one = (i: number, sort: 'task' | 'reform', n: number): ListedMatter => {
    const [action, name] = tenActions[i] ?? tenActions[0], share = dice(10) < 8 ? 1 : 0.5 + dice(45) / 100
    return { title: `${name.replace('行动', '')}${sort === 'task' ? '任务' : '改革举措'}${two(n + 1)}（演示）`, lead: leads[i] ?? 'government-office', parts: [], told: [told('2024-12-15', { action, sort })], progress: { share, onDay: '2024-12-15', note: '演示进展', evidence: '演示台账' } }
  }
  return {
    kind: 'programme-tasks', span: '2024', title: '2024年“百千万工程”任务举措（演示生成）', source: generated('programme-2024'),
    matters: tenActions.flatMap((_, i) => (['task', 'reform'] as const).flatMap(sort => Array.from({ length: numbers[sort][i] ?? 0 }, (__, n) => one(i, sort, n)))),
  }
}

/** Six streets of eighteen rated excellent, as the plan report of 2025 counts; which, it does not say. */
function appraisal(): DistrictList {
  const excellent = new Set([1, 4, 7, 10, 13, 16])
  return {
    kind: 'street-appraisal', span: '2024', title: '2024年街道考评等次（演示生成）', source: generated('street-appraisal-2024'),
    matters: yuexiuStreets.map((street, i): ListedMatter => ({ title: `${street.zh}街道`, lead: streetLead(street.code), parts: [], told: [told('2024-12-31', { grade: excellent.has(i) ? 'excellent' : 'good', 'published-on': '2024-12-30' })], progress: { share: 1, onDay: '2024-12-31', note: '考评已公布（演示）', evidence: '演示通报' } })),
  }
}

const examined = [['基层减负专项督查', 'government-office'], ['安全生产和消防考核', 'emergency'], ['生态环境保护督查', 'ecology'], ['政务服务评估', 'government-services-data'], ['民生实事督查', 'supervision-office'], ['重点项目督查', 'supervision-office'], ['市容环境考核', 'city-management'], ['法治建设考核', 'justice']] as const

function inspections(): DistrictList {
  const grades = ['good', 'excellent', 'pass', 'ungraded']
  return {
    kind: 'inspections', span: '2025', title: '2025年督查检查考核（演示生成）', source: generated('inspections-2025'), cap: 10,
    matters: examined.map(([title, lead], i): ListedMatter => (i < 5
      ? { title, lead, parts: [], told: [told('2025-09-30', { examined: '18条街道', grade: grades[i % 4] ?? 'good', use: '结果通报各街道，纳入年度绩效' })], progress: { share: 1, onDay: '2025-09-30', note: '已完成（演示）', evidence: '演示通报' } }
      : { title, lead, parts: [], told: [told('2025-03-31', { examined: '有关部门和街道' })] })),
  }
}

const rightings = [['生态环境保护督察反馈', 'ecology', 'ecology', 42], ['预算执行审计', 'audit', 'money', 26], ['安全生产督导', 'emergency', 'safety', 31]] as const

function rectification(): DistrictList {
  return {
    kind: 'rectification-items', span: '2025', title: '2025年整改任务（演示生成）', source: generated('rectification-2025'),
    matters: rightings.map(([title, lead, sort, items], i): ListedMatter => ({ title: `${title}（演示）`, lead, parts: [], told: [told('2025-06-30', { sort, items, measured: items, 'stage-goal': Math.round(items * 0.6), righted: Math.round(items * 0.4), closed: Math.round(items * 0.3) }), told('2025-11-30', { 'stage-goal': items - i, righted: items - 4 - i, closed: items - 8 - i * 2 })] })),
  }
}

export const generatedLedgers: readonly DistrictList[] = [bonds(), estates(), lifts(), tasks(), appraisal(), inspections(), rectification()]

/** Twenty villages of Liwan, eight of them approved, with 495.54 hectares together: the counts that the catalogue of systems gives. */
export function liwanVillages(): DistrictList {
  const dice = diceOf('liwan-villages')
  const areas = parted(49_554, Array.from({ length: 20 }, () => 10 + dice(30)))
  const later = ['signing', 'demolition', 'demolition', 'building', 'approved', 'signing', 'demolition', 'approved']
  return {
    kind: 'urban-villages', span: '2021-2025', title: '2021-2025年城中村改造（演示生成）', source: generated('liwan-villages'),
    matters: areas.map((area, i): ListedMatter => {
      const households = 300 + dice(1500), step = later[i] ?? (i % 2 === 0 ? 'plan' : 'preparation'), signing = i < 8 && step !== 'approved'
      const signed = !signing ? 0 : step === 'signing' ? Math.round(households * (0.6 + dice(30) / 100)) : Math.round(households * (0.95 + dice(5) / 100))
      return { title: `演示村${two(i + 1)}`, lead: 'housing-construction', parts: [], told: [told('2024-12-31', { step, area: area / 100, households, ...(signing && { signed }), ...(i < 8 && { 'approved-on': `202${1 + (i % 3)}-0${1 + dice(9)}-20`, money: households * 30 }) })] }
    }),
  }
}
