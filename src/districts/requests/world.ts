import { type Reporter, type CaseType, type Category, type FieldValues, type Party, type Place } from '../../engines/cases/schema.ts'
import { type DistrictSetup, type UnitRow } from '../district.ts'
import { schematicOutlines } from '../outlines.ts'
import { unitsOf } from '../units.ts'

export type Dice = (sides: number) => number

export function one<T>(dice: Dice, of: readonly T[]): T {
  const found = of[dice(of.length)]
  if (found === undefined) throw new Error('nothing to choose from')
  return found
}

export const chance = (dice: Dice, percent: number) => dice(100) < percent

/** A grid with all that is above it, by code, and a frame in which it lies on the schematic map. */
type Spot = { readonly grid: string; readonly community: UnitRow; readonly street: string; readonly ring: readonly (readonly [number, number])[] }

/** Where the cases of the demonstration happen and which units there are. Units are known by their codes. */
export type World = { readonly district: string; readonly spots: readonly Spot[]; readonly byKey: ReadonlyMap<string, string>; readonly parents: ReadonlyMap<string, string | null>; readonly names: ReadonlyMap<string, string> }

export function worldOf(setup: DistrictSetup): World {
  const units = unitsOf(setup)
  const rings = new Map(schematicOutlines(setup).map(outline => [outline.code, outline.ring]))
  const communities = new Map(units.filter(u => u.kind === 'community').map(u => [u.code, u]))
  const spots = units.filter(u => u.kind === 'grid').flatMap((u): Spot[] => {
    const community = communities.get(u.parent ?? '')
    return community?.parent ? [{ grid: u.code, community, street: community.parent, ring: rings.get(u.code) ?? [] }] : []
  })
  return { district: String(setup.code), spots, byKey: new Map(units.flatMap(u => (u.key === null ? [] : [[u.key, u.code]]))), parents: new Map(units.map(u => [u.code, u.parent])), names: new Map(units.map(u => [u.code, u.name.zh])) }
}

export function departmentOf(world: World, key: string): string {
  return world.byKey.get(key) ?? world.district
}

/** The unit that answers for a category at a spot. */
export function answering(world: World, spot: Spot, unit: Category['unit'] | null): string {
  if (!unit) return departmentOf(world, 'grid-centre')
  if ('department' in unit) return departmentOf(world, unit.department)
  return unit.placeLevel === 'grid' ? spot.grid : unit.placeLevel === 'community' ? spot.community.code : spot.street
}

/** Who acts for a party, by unit; null for a resident. */
export function actsFor(world: World, party: Party, at: { readonly lead: string | null; readonly co: readonly string[]; readonly opener: string | null }): string | null {
  switch (party) {
    case 'reporter':
    case 'program': return null
    case 'opener': return at.opener
    case 'lead':
    case 'lead-head': return at.lead
    case 'co-unit': return at.co[0] ?? null
    case 'arbitrator':
    case 'supervisor': return departmentOf(world, 'supervision-office')
    case 'desk':
    case 'checker':
    case 'caller': return departmentOf(world, 'grid-centre')
  }
}

/** A spot with an address made of its community’s name, and a point within its grid. Some callers know less. */
export function placeAt(dice: Dice, spot: Spot, level: 'grid' | 'community'): Place {
  const lngs = spot.ring.map(p => p[0]), lats = spot.ring.map(p => p[1])
  const between = (values: readonly number[]) => Math.round((Math.min(...values) + (Math.max(...values) - Math.min(...values)) * (0.1 + dice(81) / 100)) * 1e6) / 1e6
  const address = `${spot.community.name.zh.replace(/社区$/, '')}${one(dice, ['', '东街', '西街', '大街', '新街', '横街', '一巷'])}${1 + dice(120)}号${one(dice, ['', '', '之一', '后门', '首层', '对面'])}`
  return { unit: level === 'grid' ? spot.grid : spot.community.code, address, point: spot.ring.length > 0 && (level === 'grid' || chance(dice, 60)) ? { lng: between(lngs), lat: between(lats) } : null }
}

const families = '陈李黄张梁林王吴刘何罗周郭杨邓叶'
/** Marked, and with telephone numbers that nobody can have: no network begins with 100. */
export function reporterBy(dice: Dice): Reporter {
  return { name: `${[...families][dice(families.length)] ?? '陈'}${one(dice, ['先生', '女士', '阿姨', '伯'])}（演示）`, phone: chance(dice, 90) ? `100${String(dice(100_000_000)).padStart(8, '0')}` : null, confidential: chance(dice, 8) }
}

const texts: Readonly<Record<string, readonly string[]>> = {
  enterprise: ['演示贸易有限公司', '演示科技有限公司', '演示餐饮管理有限公司', '演示服装批发行', '演示供应链有限公司', '演示检测有限公司', '演示设计院', '演示中医馆'],
  contact: ['行政主管（演示）', '财务经理（演示）', '负责人（演示）'],
  session: ['演示届一次会议', '演示届二次会议'],
  'paper-number': Array.from({ length: 281 }, (_, i) => `演示第${i + 1}号`),
  inspection: ['演示生态环保督察', '演示专项审计', '演示安全生产大检查', '演示巡察'],
  'finding-number': Array.from({ length: 195 }, (_, i) => `${i + 1}`),
  measure: ['查明原因，限期整改，建立长效机制', '立即整改，举一反三开展排查', '制定方案，分步实施，每月报进度', '完善制度，加强培训和巡查'],
  goal: ['问题不再发生', '指标达到规定要求', '全部完成并通过核查', '制度印发并执行'],
  tried: ['已到场劝止并疏散群众', '已多次上门协调未果', '已设置警戒和临时围挡', '已责令停工并留存照片', '已组织社区和物业商议两次'],
  'contact-time': ['工作日白天', '晚上七点后', '随时'],
  since: ['上个星期', '一个多月前', '昨天', '今年年初', '一直都有'],
}

/** Values for the fields that are asked, and for some of the others. */
export function fieldValues(dice: Dice, type: CaseType, spot: Spot, by: 'staff' | 'reporter'): FieldValues {
  const asked = type.fields.filter(field => field.required || (chance(dice, 40) && !field.personal && (by === 'staff' || field.asks === 'reporter')))
  return Object.fromEntries(asked.flatMap((field): (readonly [string, string | number | boolean])[] => {
    if (field.input === 'choice') return [[field.key, one(dice, field.choices ?? []).key]]
    if (field.input === 'number') return [[field.key, 1 + dice(12)]]
    if (field.input === 'yes-no') return [[field.key, chance(dice, 50)]]
    if (field.input === 'directory') return [[field.key, emergencyUnitName(spot.community.name.zh, 1 + dice(9))]]
    const known = texts[field.key]
    return known ? [[field.key, one(dice, known)]] : []
  }))
}

export function emergencyUnitName(community: string, number: number): string {
  return `${community}第${number}应急单元（演示）`
}
