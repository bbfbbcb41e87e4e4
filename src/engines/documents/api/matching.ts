import { setImmediate } from 'node:timers/promises'
import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { loadRegisterNames } from '../../indicators/index.ts'
import { type RegisterName } from '../../indicators/domain/match.ts'
import { type contract } from '../contract.ts'
import { type IndicatorChoice } from '../domain/finding.ts'
import { type Asking, type Matched, matchFacts } from '../domain/indicator-for-fact.ts'
import { levelUnitOf } from '../domain/ledger-from-fact.ts'
import { askingIn } from '../domain/ledger-from-paper.ts'
import { Fact } from '../schema.ts'
import * as store from '../store.ts'
import { record } from './reviewing.ts'
import { actOf, doubtsByFinding, findingView, nextOf } from './views.ts'

export const matching: Pick<Handlers<typeof contract>, 'matches' | 'chooseIndicator'> = {
  matches: async (ctx, { params, query }) => ctx.read(async tx => {
    const paper = await store.loadPaper(tx, ctx.district, params.id)
    if (!paper) return refuse('unknown-paper', { id: params.id })
    const facts = (await store.findFindings(tx, ctx.district, paper.id, { kind: 'fact', ...(query.q !== undefined && { q: query.q }) })).filter(finding => finding.state !== 'rejected')
    const raw = await store.loadText(tx, ctx.district, paper.id, 0, paper.length)
    const asking = askingIn({ raw, findings: facts })
    const matched = await matchAll(asking, await loadRegisterNames(tx, ctx.district))
    const known = new Map(facts.map(fact => [fact.id, fact]))
    const wanted = matched.flatMap(m => { const finding = known.get(m.id); return finding && (query.match === undefined || m.match === query.match) ? [{ m, finding }] : [] })
    const from = query.after === undefined ? 0 : wanted.findIndex(({ finding }) => finding.id === query.after) + 1
    const items = wanted.slice(from, from + query.limit).map(({ m, finding }) => {
      const fact = Fact.parse(finding.value)
      return { finding: finding.id, key: finding.key, name: fact.name, unit: levelUnitOf(fact) ?? '', match: m.match, candidates: m.candidates.map(c => ({ ...c })), choice: m.choice, otherwise: m.otherwise, version: finding.version }
    })
    return ok({ items, total: wanted.length, next: from + query.limit < wanted.length ? nextOf(items, query.limit, item => item.finding) : null })
  }),

  chooseIndicator: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const paper = await store.loadHead(tx, ctx.district, params.id, 'locked')
    if (!paper) return refuse('unknown-paper', { id: params.id })
    if (paper.state === 'accepted') return refuse('already-accepted')
    const [finding] = await store.loadFindings(tx, ctx.district, paper.id, [params.finding])
    if (!finding || finding.gone) return refuse('unknown-finding', { id: params.finding })
    if (finding.kind !== 'fact') return refuse('not-a-fact')
    if (finding.version !== body.version) return refuse('changed-meanwhile')
    const choice = await chosen(tx, ctx, body.choice)
    if (!choice.ok) return choice
    const name = Fact.parse(finding.value).name
    const alike = body.sameName ? (await store.findFindings(tx, ctx.district, paper.id, { kind: 'fact' })).filter(other => other.id !== finding.id && other.choice === null && Fact.parse(other.value).name === name) : []
    const act = actOf(ctx, 'matched', 1 + alike.length)
    const { saved } = await record(tx, ctx, paper.id, act, [finding, ...alike].map(each => ({ finding: each, event: { kind: 'matched', choice: choice.value } })))
    await note({ verb: 'finding.matched', thing: 'paper', thingId: paper.id, detail: { finding: finding.key, findings: saved.length, choice: choice.value?.kind ?? null, ...(choice.value && choice.value.kind !== 'fact-only' && { code: choice.value.code }) } })
    return ok({ finding: findingView(saved[0] ?? finding, doubtsByFinding(paper.doubts)), chosen: saved.length })
  }),
}

/** The choice with the code and name of its indicator, as the register has them now. */
async function chosen(tx: Tx, ctx: Context, asked: Parameters<typeof matching.chooseIndicator>[1]['body']['choice']) {
  if (asked === null || asked.kind === 'fact-only') return ok(asked satisfies IndicatorChoice | null)
  const register = await loadRegisterNames(tx, ctx.district)
  if (asked.kind === 'new') {
    const taken = register.find(entry => entry.code === asked.code)
    return taken ? refuse('indicator-code-taken', { code: asked.code, name: taken.name.zh }) : ok(asked satisfies IndicatorChoice)
  }
  const entry = register.find(e => e.id === asked.indicator)
  return entry ? ok({ ...asked, code: entry.code, name: entry.name.zh } satisfies IndicatorChoice) : refuse('unknown-indicator', { id: asked.indicator })
}

const SLICE = 25

/** Matches every fact, letting other requests through in between: a long paper against a large register takes seconds. */
export async function matchAll(asking: readonly Asking[], register: readonly RegisterName[]): Promise<readonly Matched[]> {
  const matched: Matched[] = []
  for (const match of matchFacts(asking, register)) {
    matched.push(match)
    if (matched.length % SLICE === 0) await setImmediate()
  }
  return matched
}
