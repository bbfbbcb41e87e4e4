import { type Day } from '../../../kernel/time.ts'
import { type Context, type Tx } from '../../context.ts'
import { answering, inOrderTried, verdicts, type Verdict } from '../domain/routing.ts'
import { type Place } from '../schema.ts'
import { branchNames } from '../showing.ts'
import { type TypeHere } from '../store.ts'
import { named, placed } from './placing.ts'
import { type RuleTrial } from './rules-contract.ts'
import { findRules, type RuleKept } from './store.ts'
import { categoriesOf } from './suggesting.ts'

type Trial = Omit<RuleTrial, 'tried'> & { readonly tried: readonly { readonly rule: RuleKept; readonly verdict: Verdict }[] }
type TrialAsked = { readonly words: string; readonly category: string | null; readonly place: Place; readonly on: Day }

/** Where a case like this would go on a day, and what becomes of each rule that is kept for its type, later ones included. */
export async function trialOf(tx: Tx, ctx: Context, { type, departments }: TypeHere, { words, category: given, place: where, on }: TrialAsked): Promise<Trial> {
  const place = await placed(tx, ctx, where, [words])
  const rules = await findRules(tx, ctx.district, { type: type.key, on: on < ctx.today() ? on : ctx.today() })
  const ordered = inOrderTried(type, rules, area => place.units.find(unit => unit.id === area)?.kind)
  const spoken = given === null && words !== '' ? await categoriesOf(tx, ctx, type, [words]) : null
  const best = spoken?.items[0]
  const key = given ?? best?.label ?? null
  const shown = { place: { unit: place.unit, by: place.by, line: [...place.line] }, on }
  if (key === null) return { ...shown, category: null, units: [], why: { zh: '请写明内容或选择类别', en: 'Say what it is about, or choose a category' }, tried: [] }
  const answers = answering(type, departments, key, place.found, rules, on)
  return {
    ...shown,
    category: { key, names: branchNames(type, key), given: given !== null, sure: given !== null || (spoken?.sure ?? false), share: best?.share ?? 1, because: [...best?.because ?? []] },
    units: answers.units.flatMap(id => place.units.filter(unit => unit.id === id)).map(named), why: answers.why,
    tried: verdicts(type, key, place.found, ordered, on),
  }
}
