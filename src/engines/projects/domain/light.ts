import { counted } from '../../../kernel/label.ts'
import { lightOrder, type Light, type Verdict } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { daysBetween, type Day } from '../../../kernel/time.ts'
import { type Blocker, type LightRule, type Node, type ProjectVerdict } from '../schema.ts'
import { boundsInDays, nodesVerdict } from './nodes.ts'
import { moneyVerdict, type YearOfMoney } from './schedule.ts'

/** The light of what is in the way: by the open blocker of the greatest age. */
export function blockersVerdict(blockers: readonly Pick<Blocker, 'title' | 'raisedOn' | 'open'>[], on: Day, rule: LightRule['blocker']): Verdict {
  const open = blockers.filter(blocker => blocker.open).toSorted((a, b) => a.raisedOn.localeCompare(b.raisedOn))
  const [oldest] = open
  const inputs = [{ name: 'blockers-open', value: String(open.length) }, { name: 'blocker-bounds', value: boundsInDays(rule) }]
  if (!oldest) return { light: 'on-pace', gap: null, rule: 'project-blockers', inputs, because: { zh: '没有未解决的堵点。', en: 'Nothing is in its way.' } }
  const age = daysBetween(oldest.raisedOn, on)
  return {
    light: age >= rule.offPace ? 'off-pace' : age >= rule.slipping ? 'slipping' : 'on-pace', gap: null, rule: 'project-blockers',
    inputs: [...inputs, ...open.slice(0, 5).map(b => ({ name: b.title, value: { zh: `${b.raisedOn}提出，已${daysBetween(b.raisedOn, on)}天`, en: `raised ${b.raisedOn}, ${counted(daysBetween(b.raisedOn, on), 'day')} ago` } }))],
    because: { zh: `${open.length}个堵点未解决，最久的“${oldest.title}”已${age}天。`, en: `${counted(open.length, 'blocker')} open; the oldest, “${oldest.title}”, for ${counted(age, 'day')}.` },
  }
}

/** What a project's light is worked out from. `over`: it is in operation, merged or withdrawn, and is not judged any more. */
export type Judged = { readonly year: YearOfMoney | null; readonly nodes: readonly Node[]; readonly blockers: readonly Pick<Blocker, 'title' | 'raisedOn' | 'open'>[]; readonly over: 'operating' | 'ended' | null }

/** The light of a project on a day, with the verdict of each part. A person's override is laid over it elsewhere. */
export function projectVerdict({ year, nodes, blockers, over }: Judged, on: Day, rule: LightRule): ProjectVerdict {
  const parts = { money: moneyVerdict(year, on, rule), nodes: nodesVerdict(nodes, on, rule.node), blockers: blockersVerdict(blockers, on, rule.blocker) }
  if (over === 'ended') return { ...parts, whole: { light: 'not-judged', gap: null, rule: 'project-over', inputs: [], because: { zh: '项目已并入其他项目或退出，不再评灯。', en: 'It became part of another project or was withdrawn, and is not judged any more.' } } }
  if (over === 'operating') return { ...parts, whole: { light: 'done', gap: parts.money.gap, rule: 'project-over', inputs: parts.money.inputs, because: { zh: '项目已投产。', en: 'It is in operation.' } } }
  return { ...parts, whole: rule.judged.by === 'worst' ? worstOf(parts) : weighed(parts, rule.judged) }
}

type Parts = Omit<ProjectVerdict, 'whole'>
const inOrder = (parts: Parts) => [parts.money, parts.nodes, parts.blockers]

function worstOf(parts: Parts): Verdict {
  // That nothing is in the way says nothing about how far it is.
  const all = inOrder(parts).filter(verdict => verdict !== parts.blockers || verdict.light !== 'on-pace')
  if (all.every(verdict => verdict.light === 'not-judged')) return notJudged(parts)
  const light = lightOrder.find(l => all.some(v => v.light === l)) ?? 'not-judged'
  const speaking = light === 'on-pace' || light === 'done' ? [parts.money, parts.nodes].filter(v => v.light !== 'not-judged') : all.filter(v => v.light === light)
  return { light, gap: parts.money.gap, rule: 'project-worst', inputs: inOrder(parts).flatMap(v => v.inputs), because: { zh: speaking.map(v => v.because.zh).join(''), en: speaking.map(v => v.because.en).join(' ') } }
}

function notJudged(parts: Parts): Verdict {
  return { light: 'not-judged', gap: null, rule: 'project-worst', inputs: [], because: { zh: parts.money.because.zh + parts.nodes.because.zh, en: `${parts.money.because.en} ${parts.nodes.because.en}` } }
}

const counts: Readonly<Record<Light, number | null>> = { done: 0, 'on-pace': 0, slipping: 1, 'off-pace': 2, 'not-judged': null }

/** The weighed mean of the parts that are judged. */
function weighed(parts: Parts, { weights, bounds }: Extract<LightRule['judged'], { by: 'weighted' }>): Verdict {
  const judged = (['money', 'nodes', 'blockers'] as const).flatMap(key => {
    const count = counts[parts[key].light]
    return count === null ? [] : [{ key, count, weight: weights[key] }]
  })
  if (!judged.some(part => part.key !== 'blockers')) return notJudged(parts)
  const all = judged.reduce((sum, part) => sum + part.weight, 0)
  const mean = all === 0 ? 0 : judged.reduce((sum, part) => sum + part.count * part.weight, 0) / all
  const light = mean >= bounds.offPace ? 'off-pace' : mean >= bounds.slipping ? 'slipping' : [parts.money, parts.nodes].every(v => v.light === 'done' || v.light === 'not-judged') ? 'done' : 'on-pace'
  const speaking = inOrder(parts).filter(v => (counts[v.light] ?? 0) > 0)
  return {
    light, gap: parts.money.gap, rule: 'project-weighted',
    inputs: [...judged.map(part => ({ name: `weighed-${part.key}`, value: { zh: `${part.count}（权重${part.weight}）`, en: `${part.count} (weight ${part.weight})` } })), { name: 'weighed-mean', value: printNumber(mean) }, { name: 'mean-bounds', value: { zh: `${bounds.slipping}、${bounds.offPace}`, en: `${bounds.slipping} and ${bounds.offPace}` } }, ...inOrder(parts).flatMap(v => v.inputs)],
    because: { zh: `加权为${printNumber(mean)}。${speaking.map(v => v.because.zh).join('')}`, en: `The weighed mean is ${printNumber(mean)}. ${speaking.map(v => v.because.en).join(' ')}`.trim() },
  }
}
