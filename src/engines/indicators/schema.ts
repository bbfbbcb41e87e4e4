import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Hedge, Quantity } from '../../kernel/quantity.ts'
import { Source } from '../../kernel/source.ts'
import { Day, Instant } from '../../kernel/time.ts'

/** 约束性 binding, 预期性 expected. */
export const Nature = z.enum(['binding', 'expected'])
export type Nature = z.infer<typeof Nature>

/** A name under which papers speak of an indicator, and where it holds (scope: null everywhere, else the words it needs beside it). */
export const Alias = z.object({ name: z.string().trim().min(1).max(120), scope: z.string().max(60).nullable(), confirmedBy: z.string().nullable() })
export type Alias = z.infer<typeof Alias>

/** Formula of a derived indicator: a sum, difference or ratio of others. Data, not a language. */
export const Formula = z.object({ kind: z.enum(['sum', 'difference', 'ratio']), inputs: z.array(Id).min(2) })
export type Formula = z.infer<typeof Formula>

/** From which lag an indicator's light turns yellow and red, where it differs from the district's own bands. In the unit in which its gap is told. */
export const Bands = z.object({ slipping: z.number().min(0).max(100), offPace: z.number().min(0).max(100) }).refine(b => b.slipping <= b.offPace, { error: '黄灯起点不能大于红灯起点 yellow must not begin after red' })
export type Bands = z.infer<typeof Bands>

/** An entry of the indicator register (指标). */
export const Indicator = z.object({
  id: Id,
  code: z.string().trim().regex(/^[A-Z][A-Z0-9-]{1,39}$/, 'capital letters, digits and hyphens, beginning with a letter'),
  name: Label,
  aliases: z.array(Alias),
  /** Near names that are other indicators and must not be merged. */
  notNames: z.array(z.string()),
  /** Unit of measure as printed: 亿元, %, 个. */
  unit: z.string().trim().min(1).max(20),
  nature: Nature,
  /** Is more better (up) or less (down)? */
  direction: z.enum(['up', 'down']),
  frequency: z.enum(['day', 'week', 'month', 'quarter', 'half-year', 'year']),
  kind: z.enum(['flow', 'stock', 'rate']),
  aggregation: z.enum(['sum', 'mean', 'weighted-mean', 'last', 'none']),
  basis: z.string().max(60).nullable(),
  ownerUnit: Id.nullable(),
  formula: Formula.nullable(),
  /** Indicators it is made of, none overlapping another; what each contributes to its growth is shown. */
  parts: z.array(Id).max(60).readonly(),
  /** Figures are held back from all but named posts until published. */
  embargoed: z.boolean(),
  bands: Bands.nullable(),
  version: z.int().min(1),
})
export type Indicator = z.infer<typeof Indicator>

/** 快报数 quick, 初核数 first, 核定数 final; published: as a paper says it, vintage not told. */
export const Vintage = z.enum(['quick', 'first', 'final', 'published'])
export type Vintage = z.infer<typeof Vintage>

export const FigureStatus = z.enum(['draft', 'submitted', 'approved', 'published'])
export type FigureStatus = z.infer<typeof FigureStatus>

export const Change = z.object({ value: z.number(), unit: z.string().max(20), base: z.string().max(60) })
export type Change = z.infer<typeof Change>

/**
 * A figure (数值) of one indicator for one unit and period, as one source said it on one day. Level, change or both:
 * "3650.18 亿元, 增长 6.3 %" has both, "增长 8.4 %" only a change, "全市第二" only a rank. A revision is a new figure
 * of a later vintage beside this one.
 */
export const Figure = z.object({
  id: Id,
  indicator: Id,
  unit: Id,
  period: Period,
  vintage: Vintage,
  basis: z.string().max(60).nullable(),
  level: Quantity.nullable(),
  change: Change.nullable(),
  rank: z.string().max(60).nullable(),
  qualifier: z.string().max(120).nullable(),
  status: FigureStatus,
  /** Its name as the paper wrote it, where that is not the register's. */
  saidAs: z.string().max(200).nullable(),
  saidOn: Day.nullable(),
  source: Source,
  /** The import that brought it; null when entered by hand or seeded. */
  origin: Id.nullable(),
  at: Instant,
  /** A correction names the figure it replaces and why; the replaced one stays and points to it. */
  replaces: Id.nullable(),
  replacedBy: Id.nullable(),
  reason: z.string().max(500).nullable(),
  version: z.int().min(1),
})
export type Figure = z.infer<typeof Figure>

/** `=` exactly, `>=` at least, `<=` at most, `~` about; municipality: set above and arrives later; tied: follows another indicator; pending: no value yet. */
export const Operator = z.enum(['=', '>=', '<=', '~', 'municipality', 'tied', 'pending'])
export type Operator = z.infer<typeof Operator>

/** Is the level or its growth promised? 完成 280 个: level. 增长 10% 以上: growth. */
export const Aspect = z.enum(['level', 'growth'])
export type Aspect = z.infer<typeof Aspect>

/** What is promised, apart from who said it and when. */
const Promised = z.object({
  operator: Operator,
  value: z.number().nullable(),
  /** The stretch (力争) beside a floor, or the upper end of a range. */
  stretch: z.number().nullable(),
  /** Unit of measure of value: 个, %, 亿元. */
  measure: z.string().max(20),
  hedge: Hedge.nullable(),
  reference: z.string().max(200).nullable(),
  /** For `tied`: the indicator whose growth is the target, once it is known. */
  tiedTo: Id.nullable(),
  nature: Nature,
  /** The strength verb as written: 确保, 力争. */
  verb: z.string().max(20).nullable(),
  /** The target in few words: 增长10%以上. Made from the parts above, never a sentence of the paper. */
  words: z.string().max(120),
})

/** What one paper or person said of a target on one day. */
export const Statement = Promised.extend({
  id: Id,
  saidOn: Day.nullable(),
  /** Why it was restated, when a person did. */
  reason: z.string().max(500).nullable(),
  source: Source,
  origin: Id.nullable(),
  at: Instant,
})
export type Statement = z.infer<typeof Statement>

/**
 * A target (目标): one indicator, unit, period and aspect. What several papers say of it are its statements; the last one
 * said is in force, the others are its history.
 */
export const Target = Promised.extend({
  id: Id,
  indicator: Id,
  unit: Id,
  period: Period,
  aspect: Aspect,
  /** The wider target of which it is a part (目标分解); null for a target of its own. */
  partOf: Id.nullable(),
  statements: z.array(Statement),
  version: z.int().min(1),
})
export type Target = z.infer<typeof Target>

/** A pace that the district set for an indicator (自定进度曲线): shares of the year's total at each month's end, from a year on, with its ground. Without shares it takes back the one before. */
export const PaceCurve = z.object({ id: Id, fromYear: z.int(), shares: z.array(z.number().min(0).max(1)).length(12).nullable(), ground: z.string(), by: z.string(), at: Instant })
export type PaceCurve = z.infer<typeof PaceCurve>

/** A light set by a person over the computed one: shown with who, why and until when; ends by itself. */
export const Override = z.object({ light: z.enum(['on-pace', 'slipping', 'off-pace', 'done', 'not-judged']), by: z.string(), reason: z.string().trim().min(4).max(500), until: Day, at: Instant })
export type Override = z.infer<typeof Override>
