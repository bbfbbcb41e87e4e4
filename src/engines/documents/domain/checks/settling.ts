import { z } from 'zod'
import { Instant } from '../../../../kernel/time.ts'
import { ok, refuse, type Result } from '../../../../kernel/result.ts'
import { type Label } from '../../../../kernel/label.ts'
import { type CheckedDoubt } from './doubt.ts'

/**
 * How a doubt is settled (销号). 已更正: one of the sayings was put right. 都对: both are right, for a reason such as a revised base
 * or another basis. 文件笔误: the paper itself is wrong and stays as it is. 不影响: it does not matter here.
 */
export const SettledHow = z.enum(['mended', 'both-right', 'misprint', 'no-matter'])
export type SettledHow = z.infer<typeof SettledHow>

export const settledWords = {
  mended: { zh: '已更正数值', en: 'A figure was corrected' },
  'both-right': { zh: '都正确（基数、口径或修订不同）', en: 'All are right (base, basis or revision)' },
  misprint: { zh: '文件笔误', en: 'A misprint of the paper' },
  'no-matter': { zh: '不影响使用', en: 'It does not matter' },
} as const satisfies Record<SettledHow, Label>

/** 待销号 open, 已销号 settled by a person, 已消除 lapsed: its sayings go together now, or one of them is gone. */
export const DoubtState = z.enum(['open', 'settled', 'lapsed'])
export type DoubtState = z.infer<typeof DoubtState>

export const stateWords = {
  open: { zh: '待销号', en: 'Open' },
  settled: { zh: '已销号', en: 'Settled' },
  lapsed: { zh: '已消除', en: 'No longer found' },
} as const satisfies Record<DoubtState, Label>

/** What happened to a doubt, in order. The present state is folded from it. */
export const DoubtEvent = z.discriminatedUnion('kind', [
  /** By the checks: for the first time, or again after it had lapsed. */
  z.object({ kind: z.literal('found'), words: z.string() }),
  /** What its sayings say is different now. A settlement rested on the old ones, so it is open again. */
  z.object({ kind: z.literal('changed'), words: z.string() }),
  z.object({ kind: z.literal('lapsed') }),
  /** `side`: the saying that is wrong, where one is. */
  z.object({ kind: z.literal('settled'), how: SettledHow, reason: z.string(), side: z.string().nullable() }),
  z.object({ kind: z.literal('reopened'), reason: z.string() }),
])
export type DoubtEvent = z.infer<typeof DoubtEvent>

export const DoubtStep = z.object({ event: DoubtEvent, by: z.string(), at: Instant })
export type DoubtStep = z.infer<typeof DoubtStep>

export type Settlement = { readonly how: SettledHow; readonly reason: string; readonly side: string | null; readonly by: string; readonly at: string }

/** Where a doubt stands after its events. */
export type DoubtStanding = { readonly state: DoubtState; readonly settlement: Settlement | null; readonly version: number }

/** Folds the history of a doubt into its present state. */
export function foldDoubt(steps: readonly DoubtStep[]): DoubtStanding {
  return steps.reduce<DoubtStanding>(afterStep, { state: 'open', settlement: null, version: 0 })
}

export function afterStep(before: DoubtStanding, { event, by, at }: DoubtStep): DoubtStanding {
  const version = before.version + 1
  switch (event.kind) {
    case 'found':
    case 'changed':
    case 'reopened': return { state: 'open', settlement: null, version }
    case 'lapsed': return { ...before, state: 'lapsed', version }
    case 'settled': return { state: 'settled', settlement: { how: event.how, reason: event.reason, side: event.side, by, at }, version }
  }
}

/** May a person do this to a doubt that stands so? */
export function mayStep(standing: DoubtStanding, act: 'settle' | 'reopen', seen: number): Result<null> {
  if (standing.version !== seen) return refuse('changed-meanwhile')
  if (standing.state === 'lapsed') return refuse('doubt-lapsed')
  if (act === 'settle' && standing.state === 'settled') return refuse('doubt-settled')
  return act === 'reopen' && standing.state === 'open' ? refuse('doubt-open') : ok(null)
}

/** A doubt on file, as the checks last found it. */
export type KnownDoubt = DoubtStanding & { readonly doubt: CheckedDoubt }

/** What a run of the checks does: `event` to a doubt, which now says what `doubt` says. */
export type RunStep = { readonly doubt: CheckedDoubt; readonly known: KnownDoubt | null; readonly event: DoubtEvent }

/** Sets what the checks find now against what is on file. Found again as it was, a doubt keeps its state and its settlement. */
export function runSteps(known: ReadonlyMap<string, KnownDoubt>, found: readonly CheckedDoubt[]): RunStep[] {
  const now = new Set(found.map(doubt => doubt.key))
  return [
    ...found.flatMap((doubt): RunStep[] => {
      const before = known.get(doubt.key) ?? null
      if (!before || before.state === 'lapsed') return [{ doubt, known: before, event: { kind: 'found', words: doubt.words.zh } }]
      return saysOf(before.doubt) === saysOf(doubt) ? [] : [{ doubt, known: before, event: { kind: 'changed', words: doubt.words.zh } }]
    }),
    ...[...known.values()].filter(before => before.state !== 'lapsed' && !now.has(before.doubt.key)).map((before): RunStep => ({ doubt: before.doubt, known: before, event: { kind: 'lapsed' } })),
  ]
}

/** What a doubt rests on; titles of papers and sections may change without its changing. */
function saysOf({ severity, words, sides }: CheckedDoubt): string {
  return JSON.stringify([severity, words.zh, sides.map(side => side.says.zh)])
}
