import { answersFor, numberFor, urgencyOf } from '../../engines/cases/domain/open.ts'
import { type CaseType, type Category, type Reporter } from '../../engines/cases/schema.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { diceOf } from '../dice.ts'
import { type DistrictSetup } from '../district.ts'
import { sentenceFor } from './corpus.ts'
import { type DemoStep, lifeOf } from './life.ts'
import { answering, chance, departmentOf, type Dice, fieldValues, one, placeAt, reporterBy, type World, worldOf } from './world.ts'

/** A case made up for the demonstration. Units are named by their codes, other cases by their numbers; `opener` is null where a resident opened it. */
export type DemoCase = { readonly number: string; readonly type: string; readonly version: number; readonly opener: string | null; readonly reporter: Reporter | null; readonly steps: readonly DemoStep[] }

/** How many of a hundred cases are of each type; what a district does not take leaves its share to the others. Blockers and supervision notices are none of these: they are about projects, targets and promises that are there. */
const shares: Readonly<Record<string, number>> = { hotline: 56, 'grid-finding': 12, 'grid-own': 8, 'street-call': 5, worry: 5, enterprise: 6, proposal: 3, rectification: 3, 'call-out': 2 }

/** Kinds of hotline matters that come again and again from one place each, and how many of a hundred hotline cases they are. */
const haunts = ['lift-trouble', 'drain-blocked', 'cooking-fumes'] as const
const HAUNTED_OF_100 = 20

const DAY = 86_400_000
const HOUR = 3_600_000

/**
 * Made-up cases of the last sixty days, the same for the same seed and `now`, in the order in which they were opened. Each lives by
 * the rules of its type up to `now`: some wait, some are late and have climbed, some are over. Whatever is merged into another stands after it.
 */
export function demoCases(setup: DistrictSetup, types: readonly CaseType[], { seed, now, count = 500 }: { readonly seed: string; readonly now: Instant; readonly count?: number }): readonly DemoCase[] {
  const dice = diceOf(seed)
  const world = worldOf(setup)
  const bag = types.flatMap(type => Array.from({ length: shares[type.key] ?? 0 }, () => type))
  const numbers = new Set<string>()
  const cases: DemoCase[] = []
  while (cases.length < count && bag.length > 0) {
    const type = one(dice, bag)
    const at = openedAt(dice, type, now)
    const born = made(world, type, at, dice, now, numbers)
    if (cases.length + born.length <= count) cases.push(...born)
  }
  return cases.toSorted((a, b) => (opened(a) < opened(b) ? -1 : opened(a) > opened(b) ? 1 : 0))
}

const opened = (one: DemoCase) => one.steps[0]?.at ?? ''

/** More of late than long ago, by day rather than at night; proposals come early, they take long. */
function openedAt(dice: Dice, type: CaseType, now: Instant): Instant {
  const age = type.key === 'proposal' || type.key === 'rectification' ? 10 + dice(50) : Math.floor((60 * dice(1000) * dice(1000)) / 1e6)
  const day = Date.parse(`${dayOf(now)}T00:00:00.000Z`) - 8 * HOUR - age * DAY
  const hour = type.key === 'hotline' || type.key === 'call-out' ? 7 + dice(16) : 8 + dice(10)
  const at = new Date(day + hour * HOUR + dice(60) * 60_000).toISOString()
  return at < now ? at : new Date(Date.parse(now) - (5 + dice(240)) * 60_000).toISOString()
}

/** A case, and where it is of the common kind that many report, the second report that was merged into it. */
function made(world: World, type: CaseType, at: Instant, dice: Dice, now: Instant, numbers: Set<string>): DemoCase[] {
  const haunt = type.key === 'hotline' && chance(dice, HAUNTED_OF_100) ? dice(haunts.length) : null
  const category = leavesOf(type.categories).find(leaf => haunt !== null && leaf.key === haunts[haunt]) ?? one(dice, leavesOf(type.categories))
  const spot = (haunt === null ? undefined : world.spots[Math.floor((world.spots.length * (haunt + 1)) / (haunts.length + 2))]) ?? one(dice, world.spots)
  const fromPortal = type.onPortal && chance(dice, 30)
  const byStaff = type.key === 'hotline' || type.key === 'enterprise' || type.key === 'proposal' ? departmentOf(world, 'grid-centre') : type.key === 'rectification' ? departmentOf(world, 'supervision-office') : type.key === 'street-call' || type.key === 'call-out' ? spot.street : spot.grid
  const by = fromPortal ? null : byStaff
  const unit = answersFor(type, category.key)
  const lead = type.key === 'grid-own' ? spot.grid : answering(world, spot, unit)
  const helps = type.clocks.some(c => c.perCoUnit) && chance(dice, type.key === 'street-call' ? 90 : type.key === 'proposal' ? 60 : 12)
  const co = helps ? [...new Set(Array.from({ length: 1 + dice(2) }, () => departmentOf(world, one(dice, ['city-management', 'public-security', 'market', 'housing-construction', 'planning-resources', 'ecology'] as const))))].filter(u => u !== lead) : []
  const place = type.key === 'proposal' || type.key === 'rectification' ? { unit: null, address: null, point: null } : placeAt(dice, spot, type.key.startsWith('grid') ? 'grid' : 'community')
  const asked = type.key === 'hotline' || type.key === 'enterprise'
  const opening = (number: string, when: Instant): DemoStep => ({
    at: when, by,
    event: {
      kind: 'received', number, type: type.key, version: type.version, category: category.key, urgency: urgencyOf(type, category.key), title: titleFor(type, category, place.address), words: wordsFor(dice, type, category), place,
      channel: fromPortal ? 'portal' : type.key === 'hotline' ? 'phone' : type.key.startsWith('grid') ? 'patrol' : type.key === 'rectification' ? 'inspection' : type.key === 'proposal' ? 'letter' : type.key === 'enterprise' ? 'counter' : 'street',
      fields: fieldValues(dice, type, spot, fromPortal ? 'reporter' : 'staff'), hasReporter: asked,
    },
  })
  const begin = (when: Instant) => opening(drawn(dice, type, when, numbers), when)
  const born = begin(at)
  // Every twentieth request is reported twice; the second report ends in the first.
  const again = type.key === 'hotline' && chance(dice, 5) ? begin(new Date(Math.min(Date.parse(now), Date.parse(at) + (1 + dice(20)) * HOUR)).toISOString()) : null
  const main: DemoCase = { ...caseFrom(type, born, asked ? reporterBy(dice) : null), steps: lifeOf(world, type, { ...born, street: spot.street, lead, co }, dice, now, again ? [{ at: again.at, by: null, event: { kind: 'absorbed', other: numberOf(again), number: numberOf(again) } }] : []) }
  const took = main.steps.find(step => step.event.kind === 'absorbed')
  return again && took ? [main, { ...caseFrom(type, again, reporterBy(dice)), steps: [again, { at: took.at, by: departmentOf(world, 'grid-centre'), event: { kind: 'merged', into: main.number } }] }] : [main]
}

const numberOf = (step: DemoStep) => (step.event.kind === 'received' ? step.event.number : '')
const caseFrom = (type: CaseType, born: DemoStep, reporter: Reporter | null) => ({ number: numberOf(born), type: type.key, version: type.version, opener: born.by, reporter })

function drawn(dice: Dice, type: CaseType, at: Instant, numbers: Set<string>): string {
  const number = numberFor(type, dayOf(at), dice(1_000_000))
  if (numbers.has(number)) return drawn(dice, type, at, numbers)
  numbers.add(number)
  return number
}

function leavesOf(categories: readonly Category[]): Category[] {
  return categories.flatMap(category => (category.below?.length ? leavesOf(category.below) : [category]))
}

/** What is said of a type’s matters where the corpus has no sentence: {name} is the category, {word} a word for it. */
const sayings: Readonly<Record<string, readonly string[]>> = {
  hotline: ['反映{word}的问题，已经有一段时间了，希望尽快处理。', '{name}：{word}，打过电话没有人来，请跟进。', '想问{word}该找哪个部门，麻烦回复。', '{word}影响到附近居民，请派人看看。'],
  'grid-finding': ['巡查发现{name}（{word}），网格无法处置，请派遣。', '{word}，已设警示，需专业队伍处理。', '日常巡查：{name}，{word}，影响通行。', '居民向网格员反映{word}，现场属实。'],
  'grid-own': ['巡查发现{word}，已当场劝导处理。', '{name}：{word}，已联系当事人清理。', '网格日常巡查处置{word}。', '{word}，已与商户沟通整改到位。'],
  'street-call': ['{word}情况复杂，街道力量不足，请有关部门到场。', '辖区出现{word}，涉及多个部门职责，请共同处置。', '{name}：{word}，街道已先期处置，请支援。'],
  worry: ['居民反映{word}，希望社区帮忙协调。', '楼里几户都说{word}，网格员已上门了解。', '{name}：{word}，老街坊意见比较大。'],
  enterprise: ['企业反映{word}方面有困难，希望协调解决。', '走访中了解到{word}问题，影响正常经营。', '{name}：关于{word}，想了解办理流程和时限。'],
  proposal: ['建议围绕{word}完善工作机制，明确责任单位和时间表。', '近年来{name}方面群众关注度高，建议加强{word}等工作。', '建议开展{word}专项调研，分步推进并公开进展。'],
  rectification: ['检查发现{word}管理不到位，制度执行不严。', '{name}方面：{word}问题未按要求整改，需限期完成。', '抽查发现{word}存在薄弱环节，台账不完整。'],
  'call-out': ['{word}，请就近单元立即到场先期处置。', '拉动：{name}，现场需要人员和器材。'],
}

const wordsFor = (dice: Dice, type: CaseType, category: Category) =>
  sentenceFor(dice, category.key) ?? one(dice, sayings[type.key] ?? ['{name}：{word}。']).replace('{name}', category.name.zh).replace('{word}', one(dice, category.words ?? [category.name.zh]))

function titleFor(type: CaseType, category: Category, address: string | null): string {
  if (type.key === 'proposal') return `关于加强${category.name.zh}工作的建议`
  if (type.key === 'rectification') return `${category.name.zh}方面的问题`
  return `${address?.replace(/\d.*$/, '') ?? ''}${category.name.zh}`
}
