import { z } from 'zod'
import { FileReply, route, SeenVersion, type Contract } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Quantity } from '../../kernel/quantity.ts'
import { Source } from '../../kernel/source.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { LedgerDay, PlainText } from './contract.ts'

const Compared = z.enum(['level', 'growth'])
const Scope = z.enum(['city', 'province', 'nation'])
/** Six digits of GB/T 2260. */
const AreaCode = z.string().regex(/^[1-9]\d{5}$/, { error: '应为六位行政区划代码 six digits of an area code' })
const Amount = z.number().min(-1e15).max(1e15)
const Withdrawal = z.object({ at: Instant, by: z.string(), because: z.string() })
const entered = { saidOn: Day, source: Source, by: z.string(), at: Instant, version: z.int(), /** Null while it stands. */ withdrawn: Withdrawal.nullable() }

/** What another district published of an indicator for a period: its level, its growth or both. */
export const PeerFigure = z.object({ id: Id, code: AreaCode, name: z.string(), period: z.string(), level: Quantity.nullable(), change: z.object({ value: z.number(), unit: z.string() }).nullable(), ...entered })
export type PeerFigure = z.infer<typeof PeerFigure>

/** A place that our district is said to hold, entered here. */
export const RankClaim = z.object({ id: Id, period: z.string(), scope: Scope, compared: Compared, rank: z.int(), of: z.int().nullable(), ...entered })
export type RankClaim = z.infer<typeof RankClaim>

/** A claim as it is shown: with its words where a paper made it, and whether it fits what is on file. */
const ClaimRow = z.object({
  /** Null for a claim that stands with a figure of a paper. */
  entered: RankClaim.nullable(),
  figure: Id.nullable(),
  period: z.string(), words: Label, scope: Scope.nullable(), of: z.int().nullable(), saidOn: Day.nullable(), source: Source,
  agreement: z.object({ verdict: z.enum(['fits', 'differs', 'not-all-on-file', 'cannot-say']), words: Label }).nullable(),
})
export type ClaimRow = z.infer<typeof ClaimRow>

const Standing = z.object({
  compared: Compared, unit: z.string(), rank: z.int().nullable(), of: z.int(), toBest: z.number().nullable(), toBenchmark: z.number().nullable(), toTarget: z.number().nullable(),
  places: z.array(z.object({ code: AreaCode.nullable(), name: z.string(), value: z.number(), rank: z.int() })),
})

/** Our district beside others for one indicator and period, and the places it is said to hold. */
export const BenchmarkPage = z.object({
  unit: z.object({ id: Id, name: z.string() }), period: z.string().nullable(), periods: z.array(z.string()), measure: z.string(),
  /** The district that is measured against, if one was chosen. */
  benchmark: AreaCode.nullable(),
  /** By level, by growth: those of which another district's figure is on file. */
  standings: z.array(Standing),
  peers: z.array(PeerFigure), claims: z.array(ClaimRow),
  /** Every district of which a figure stands, to choose from. */
  districts: z.array(z.object({ code: AreaCode, name: z.string() })),
})
export type BenchmarkPage = z.infer<typeof BenchmarkPage>

const byId = z.object({ id: Id })
/** The published paper or page on which it rests, with the day on which it was published. */
const published = { title: PlainText(200), section: z.string().trim().max(100).regex(/^[^\p{Cc}]*$/u).default(''), saidOn: LedgerDay }
const withdrawal = z.object({ reason: PlainText(500).min(2), version: SeenVersion })

export const benchmarkContract = {
  benchmarks: route({ method: 'GET', path: '/api/indicators/:id/benchmarks', permission: 'plan.read', summary: { zh: '与其他区对标，位次说法核对', en: 'Our district beside others, and its claimed places' }, params: byId, query: z.object({ period: Period.optional() }), reply: BenchmarkPage }),
  exportBenchmarks: route({ method: 'GET', path: '/api/indicators/:id/benchmarks/export', permission: 'plan.read', form: 'file', perMinute: 30, summary: { zh: '导出对标数或位次说法', en: 'Export figures of other districts or claimed places' }, params: byId, query: z.object({ what: z.enum(['figures', 'claims']).default('figures'), form: z.enum(['csv', 'xlsx']).default('csv') }), reply: FileReply }),
  enterPeer: route({ method: 'POST', path: '/api/indicators/:id/peer-figures', permission: 'register.edit', summary: { zh: '录入其他区公布的数', en: 'Enter what another district published' }, params: byId, body: z.object({ code: AreaCode, name: PlainText(40), period: Period, level: z.object({ value: Amount, unit: PlainText(20) }).nullable().default(null), growth: Amount.nullable().default(null), ...published }), reply: PeerFigure }),
  withdrawPeer: route({ method: 'POST', path: '/api/peer-figures/:id/withdraw', permission: 'register.edit', summary: { zh: '撤回其他区的数', en: "Withdraw another district's figure" }, params: byId, body: withdrawal, reply: PeerFigure }),
  claimRank: route({ method: 'POST', path: '/api/indicators/:id/rank-claims', permission: 'register.edit', summary: { zh: '录入位次说法', en: 'Enter a claimed place' }, params: byId, body: z.object({ period: Period, scope: Scope, compared: Compared, rank: z.int().min(1).max(5000), of: z.int().min(1).max(5000).nullable().default(null), ...published }), reply: RankClaim }),
  withdrawClaim: route({ method: 'POST', path: '/api/rank-claims/:id/withdraw', permission: 'register.edit', summary: { zh: '撤回位次说法', en: 'Withdraw a claimed place' }, params: byId, body: withdrawal, reply: RankClaim }),
  chooseBenchmark: route({ method: 'PUT', path: '/api/indicators/:id/benchmark', permission: 'register.edit', summary: { zh: '选定对标区', en: 'Choose the district to measure against' }, params: byId, body: z.object({ code: AreaCode.nullable(), /** What was chosen before, as the person saw it. */ was: AreaCode.nullable() }), reply: z.object({ benchmark: AreaCode.nullable() }) }),
} satisfies Contract
