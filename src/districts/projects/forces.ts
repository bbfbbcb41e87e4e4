import { type Id } from '../../kernel/id.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { type ForceEvent, type Happened } from '../../engines/projects/forces/schema.ts'

/** A project under way, as a task force takes it on. */
export type Underway = { readonly id: Id; readonly name: string }
export type DemoForce = { readonly key: string; readonly events: readonly Happened[] }

type Sort = { readonly key: string; readonly name: string; readonly scope: string; readonly leader: string; readonly lead: string; readonly units: readonly string[]; readonly measures: readonly (readonly [words: string, department: string, sign: string])[] }

/** Made up for the demonstration: the papers name how many there are (29) and three fields; names, people and plans are ours. */
const sorts: readonly Sort[] = [
  { key: 'construction', name: '城市建设专班（演示）', scope: '统筹在建道路、管廊和公共建筑的征拆、审批和进场（演示）', leader: '分管城建副区长（演示）', lead: 'housing-construction', units: ['planning-resources', 'land-development', 'city-management'], measures: [['逐个项目排出审批清单', 'planning-resources', '清单经专班会议通过'], ['交出剩余施工用地', 'land-development', '交地单'], ['夜间施工与占道统一协调', 'city-management', '协调纪要']] },
  { key: 'rail', name: '轨道交通征拆专班（演示）', scope: '轨道站点借地、征拆和管线迁改（演示）', leader: '常务副区长（演示）', lead: 'land-development', units: ['housing-construction', 'public-security'], measures: [['站点借地协议签完', 'land-development', '协议'], ['管线迁改进场', 'housing-construction', '开工报告']] },
  { key: 'renewal', name: '城市更新专班（演示）', scope: '老旧小区、城中村改造项目的方案、资金和签约（演示）', leader: '分管更新副区长（演示）', lead: 'housing-construction', units: ['finance', 'civil-affairs'], measures: [['资金安排到项目', 'finance', '下达文件'], ['签约进度每周公开', 'housing-construction', '公开记录']] },
  { key: 'industry', name: '产业项目专班（演示）', scope: '招商落地项目的用地、用电和开工（演示）', leader: '分管工业副区长（演示）', lead: 'investment', units: ['science-industry', 'market'], measures: [['逐户核对开工条件', 'investment', '核对表'], ['用电用水接入', 'science-industry', '接入单']] },
  { key: 'livelihood', name: '民生项目专班（演示）', scope: '学校、医院、养老设施建设（演示）', leader: '分管教育卫生副区长（演示）', lead: 'development-reform', units: ['education', 'health', 'finance'], measures: [['概算批复', 'development-reform', '批复'], ['新学期前交付', 'education', '交付单']] },
]

/** Task forces as they stand today: between them they have every project under way; one more is near its end and one is dissolved. */
export function demoForces(underway: readonly Underway[], unit: (department: string) => Id, today: Day): readonly DemoForce[] {
  const year = today.slice(0, 4), from = `${year}-01-01`
  const standing = sorts.map((sort, i) => forceOf(sort, { from, until: addDays(`${Number(year) + 1}-03-31`, i), unit, today, projects: underway.filter((_, n) => n % sorts.length === i) }))
  const [first] = sorts
  if (!first) return standing
  const ending = forceOf({ ...first, key: 'drainage', name: '积水点整治专班（演示）', scope: '历史积水点整治（演示）', lead: 'water' }, { from, until: addDays(today, 7), unit, today, projects: [] })
  const over = forceOf({ ...first, key: 'flood', name: '防汛工程专班（演示）', scope: '汛前水毁工程修复（演示）', lead: 'water' }, { from: addDays(from, -200), until: addDays(from, -10), unit, today, projects: [] })
  return [...standing, ending, over]
}

type Placing = { readonly from: Day; readonly until: Day; readonly unit: (department: string) => Id; readonly today: Day; readonly projects: readonly Underway[] }

function forceOf(sort: Sort, { from, until, unit, today, projects }: Placing): DemoForce {
  const last = until < today ? until : today
  const events: readonly (readonly [day: Day, event: ForceEvent])[] = [
    [from, { kind: 'set-up', name: sort.name, scope: sort.scope, leader: sort.leader, leadUnit: unit(sort.lead), from, until, ground: '区政府常务会议纪要（演示）', source: { kind: 'generated', seed: `force-${sort.key}` } }],
    ...sort.units.map((department, i) => [from, { kind: 'member-joined', person: `联络员${i + 1}（演示）`, unit: unit(department), part: '' }] as const),
    ...sort.measures.map(([words, department, sign], i) => [from, { kind: 'measure-planned', words: `${words}（演示）`, unit: unit(department), dueOn: within(addDays(from, 60 + i * 120), from, until), sign: `${sign}（演示）` }] as const),
    ...projects.map(project => [from, { kind: 'project-taken', project: project.id, ground: '区政府常务会议纪要（演示）' }] as const),
    // The first measure was done, so far as its day has come.
    ...(addDays(from, 70) <= last ? [[addDays(from, 58), { kind: 'measure-done', measure: `m${2 + sort.units.length}`, on: addDays(from, 58), evidence: '专班会议确认（演示）' }] as const] : []),
    ...(addDays(from, 90) <= last ? [[addDays(from, 90), { kind: 'logged', on: addDays(from, 90), what: 'meeting', words: '逐个项目过堂，明确下一步和责任单位（演示）' }] as const] : []),
    ...(until < today ? [[until, { kind: 'dissolved', on: until, words: '任务完成，转入日常管理（演示）' }] as const] : []),
  ]
  return { key: sort.key, events: events.map(([day, event], i) => ({ seq: i + 1, at: new Date(Date.parse(`${day}T01:00:00.000Z`) + i * 60_000).toISOString(), by: null, event })) }
}

const within = (day: Day, from: Day, until: Day) => (day < from ? from : day > until ? until : day)
