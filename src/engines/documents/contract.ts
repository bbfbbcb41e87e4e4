import { z } from 'zod'
import { type Contract, FileReply, page, PageById, PageQuery, route } from '../../kernel/contract.ts'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Period } from '../../kernel/period.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { AskedChoice, Correction, Finding, FindingEvent, FindingKind, FindingState, IndicatorChoice, Progress, Typed } from './domain/finding.ts'
import { threadContract } from './domain/threads/contract.ts'
import { doubtRoutes } from './doubt-contract.ts'
import { Block, Doubt, FrontMatter, PaperKind, Repair } from './schema.ts'

const byId = z.object({ id: Id })
const ofFinding = z.object({ id: Id, finding: Id })
const offset = z.coerce.number().int().min(0).max(100_000_000)
const flag = z.enum(['true', 'false']).transform(value => value === 'true')
/** Where a page of findings ended: whether doubtful, offset, key. */
const FindingCursor = z.string().regex(/^[01]\.\d{1,9}\.[\w-]{1,60}$/, { error: '应为上一页给出的 next the value of next that the page before gave' })
const empty = (value: unknown) => (value === '' ? undefined : value)

/** 核对中 under review, 已采纳 accepted into the ledger, 已撤回 retracted from it (may be reviewed and accepted again). */
export const PaperState = z.enum(['open', 'accepted', 'retracted'])
export type PaperState = z.infer<typeof PaperState>

/** The fields of the form at the head of an import that a person may fill. */
export const GivenFrontMatter = z.object({
  title: Typed(200, 1).nullable(),
  kind: PaperKind,
  body: Typed(100, 1).nullable(),
  date: Day.nullable(),
  session: Typed(100, 1).nullable(),
  speaker: Typed(100, 1).nullable(),
  district: Typed(40, 1).nullable(),
  year: z.int().min(1949).max(2100).nullable(),
  resultsPeriod: Period.nullable(),
  planPeriod: Period.nullable(),
}).partial()
export type GivenFrontMatter = z.infer<typeof GivenFrontMatter>

/** One line of the list of imports. */
export const PaperRow = z.object({
  id: Id,
  state: PaperState,
  /** File name as it came. */
  name: z.string(),
  format: z.string(),
  /** Bytes of the original, UTF-16 units of its text. */
  size: z.int(),
  length: z.int(),
  title: z.string().nullable(),
  kind: PaperKind,
  year: z.int().nullable(),
  date: Day.nullable(),
  importedAt: Instant,
  importedBy: z.string(),
  acceptedAt: Instant.nullable(),
  acceptedBy: z.string().nullable(),
  progress: Progress,
  version: z.int(),
})
export type PaperRow = z.infer<typeof PaperRow>

/** An import with all that its review page needs at once; text and findings come in pages of their own. */
export const Paper = PaperRow.extend({
  document: FrontMatter,
  /** Fields of the form that the paper does not say and nobody has given: to be asked. */
  asked: z.array(z.string()),
  /** Those of them without which the paper cannot be accepted. */
  needed: z.array(z.string()),
  outline: z.array(Block),
  repairs: z.array(Repair),
  /** Doubts of the paper as a whole and of single findings (`fact` is then the finding's key). */
  doubts: z.array(Doubt),
  warnings: z.array(Label),
})
export type Paper = z.infer<typeof Paper>

/** What an accepted paper brought. `leftOut`: doubtful findings nobody decided; `factOnly`: kept with the paper, not in the ledger. */
export const Brought = z.object({ figures: z.int(), targets: z.int(), commitments: z.int(), terms: z.int(), newIndicators: z.int(), leftOut: z.int(), factOnly: z.int() })
export type Brought = z.infer<typeof Brought>

const Candidate = z.object({ indicator: Id, code: z.string(), name: Label, certainty: z.number(), why: Label })

/**
 * What the register has for a fact's name. `chosen` by a person; `certain`: the very name or a confirmed alias; `suggested`:
 * near names, a person decides; `none`: a new indicator is proposed.
 */
export const FindingMatch = z.object({
  finding: Id,
  key: z.string(),
  name: z.string(),
  unit: z.string(),
  match: z.enum(['chosen', 'certain', 'suggested', 'none']),
  candidates: z.array(Candidate),
  choice: IndicatorChoice.nullable(),
  /** What happens on accepting the paper if nobody chooses. */
  otherwise: IndicatorChoice,
  version: z.int(),
})
export type FindingMatch = z.infer<typeof FindingMatch>

/** One act on a paper: imported, front matter changed, findings decided, accepted, retracted. */
export const Act = z.object({ id: Id, act: z.string(), by: z.string(), at: Instant, count: z.int(), reason: z.string().nullable(), undone: z.boolean() })
export type Act = z.infer<typeof Act>

const decision = {
  accept: z.object({ decision: z.literal('accept'), version: z.int().min(0) }),
  correct: z.object({ decision: z.literal('correct'), version: z.int().min(0), changes: Correction }),
  reject: z.object({ decision: z.literal('reject'), version: z.int().min(0), reason: Typed(200).nullable().default(null) }),
  reopen: z.object({ decision: z.literal('reopen'), version: z.int().min(0) }),
}
const Reason = Typed(500, 2)

export const contract = {
  ...threadContract,
  importPaper: route({
    method: 'POST', path: '/api/documents', permission: 'import.review', form: 'upload', summary: { zh: '导入文件或粘贴的正文', en: 'Import a paper, as a file or as pasted text' }, perMinute: 300,
    body: z.object({
      text: z.string().optional(),
      name: z.preprocess(empty, Typed(200, 1).optional()),
      title: z.preprocess(empty, Typed(200, 1).optional()),
      date: z.preprocess(empty, Day.optional()),
      year: z.preprocess(empty, z.coerce.number().int().min(1949).max(2100).optional()),
      kind: z.preprocess(empty, PaperKind.optional()),
    }),
    reply: z.object({ existing: z.boolean(), paper: Paper }),
  }),
  papers: route({
    method: 'GET', path: '/api/documents', permission: 'import.read', summary: { zh: '导入的文件', en: 'Imported papers' },
    query: PageById.extend({ state: PaperState.optional(), kind: PaperKind.optional(), year: z.coerce.number().int().min(1900).max(2200).optional() }), reply: page(PaperRow),
  }),
  paper: route({ method: 'GET', path: '/api/documents/:id', permission: 'import.read', summary: { zh: '一份文件：表头、提纲、修复与疑点', en: 'One paper: front matter, outline, repairs, doubts' }, params: byId, reply: Paper }),
  text: route({
    method: 'GET', path: '/api/documents/:id/text', permission: 'import.read', summary: { zh: '原文', en: 'Raw text' }, params: byId,
    query: z.object({ start: offset.default(0), end: offset.optional() }), reply: z.object({ start: z.int(), end: z.int(), length: z.int(), text: z.string() }),
  }),
  passage: route({
    method: 'GET', path: '/api/documents/:id/passage', permission: 'plan.read', summary: { zh: '某处原文及上下文', en: 'A passage of the raw text with what stands around it' }, params: byId,
    query: z.object({ start: offset, end: offset, around: z.coerce.number().int().min(0).max(1000).default(200) }),
    reply: z.object({ document: Id, title: z.string().nullable(), section: z.string().nullable(), date: Day.nullable(), start: z.int(), end: z.int(), before: z.string(), words: z.string(), after: z.string() }),
  }),
  findings: route({
    method: 'GET', path: '/api/documents/:id/findings', permission: 'import.read', summary: { zh: '读出的内容', en: 'What was read from the paper' }, params: byId,
    query: PageQuery.extend({ kind: FindingKind.optional(), state: FindingState.optional(), doubtful: flag.optional(), first: z.enum(['doubts', 'position']).default('position'), after: FindingCursor.optional() }), reply: page(Finding),
  }),
  finding: route({
    method: 'GET', path: '/api/documents/:id/findings/:finding', permission: 'import.read', summary: { zh: '一条内容及其核对经过', en: 'One finding and how it was decided' }, params: ofFinding,
    reply: z.object({ finding: Finding, history: z.array(z.object({ seq: z.int(), event: FindingEvent, by: z.string(), at: Instant })) }),
  }),
  decide: route({
    method: 'POST', path: '/api/documents/:id/findings/:finding/decisions', permission: 'import.review', summary: { zh: '采纳、更正、剔除或重开一条', en: 'Accept, correct, reject or reopen one finding' }, params: ofFinding,
    body: z.discriminatedUnion('decision', [decision.accept, decision.correct, decision.reject, decision.reopen]), reply: z.object({ finding: Finding, progress: Progress }),
  }),
  acceptCertain: route({
    method: 'POST', path: '/api/documents/:id/accept-certain', permission: 'import.review', summary: { zh: '采纳全部确定项', en: 'Accept all that is certain and still open' }, params: byId,
    reply: z.object({ accepted: z.int(), progress: Progress }),
  }),
  undo: route({
    method: 'POST', path: '/api/documents/:id/undo', permission: 'import.review', summary: { zh: '撤销我的上一次核对', en: 'Take back my last decision' }, params: byId,
    reply: z.object({ act: z.string(), undone: z.int(), kept: z.int(), findings: z.array(Finding), progress: Progress }),
  }),
  matches: route({
    method: 'GET', path: '/api/documents/:id/matches', permission: 'import.read', summary: { zh: '与指标台账的对应', en: 'Which indicators the facts speak of' }, params: byId,
    query: PageQuery.extend({ match: z.enum(['chosen', 'certain', 'suggested', 'none']).optional() }), reply: page(FindingMatch),
  }),
  chooseIndicator: route({
    method: 'POST', path: '/api/documents/:id/findings/:finding/indicator', permission: 'import.review', summary: { zh: '选定指标', en: 'Choose the indicator of a fact' }, params: ofFinding,
    body: z.object({
      version: z.int().min(0),
      choice: AskedChoice.nullable(),
      /** Choose the same for every fact of this paper with the same name for which nobody has chosen yet. */
      sameName: z.boolean().default(false),
    }),
    reply: z.object({ finding: Finding, chosen: z.int() }),
  }),
  mend: route({
    method: 'PATCH', path: '/api/documents/:id', permission: 'import.review', summary: { zh: '补正表头', en: 'Fill in or mend the front matter' }, params: byId,
    body: z.object({ version: z.int().min(1), changes: GivenFrontMatter }), reply: z.object({ paper: Paper, rereadFindings: z.int() }),
  }),
  acceptance: route({
    method: 'GET', path: '/api/documents/:id/acceptance', permission: 'import.read', summary: { zh: '采纳前预览', en: 'What accepting the paper would do' }, params: byId,
    reply: z.object({ mayAccept: z.boolean(), needed: z.array(z.string()), openDoubtful: z.int(), suggested: z.int(), brings: Brought, newIndicators: z.array(z.object({ code: z.string(), name: z.string(), unit: z.string() })), factOnly: z.array(z.object({ finding: Id, name: z.string(), why: Label })), warnings: z.array(Label) }),
  }),
  accept: route({
    method: 'POST', path: '/api/documents/:id/accept', permission: 'import.accept', summary: { zh: '采纳文件，写入台账', en: 'Accept the paper into the ledger' }, params: byId,
    body: z.object({
      version: z.int().min(1).optional(),
      /** Leaves out doubtful findings that nobody has decided, with the reason; without it they stop the acceptance. */
      leaveOut: z.object({ reason: Reason }).optional(),
      /** What becomes of facts whose name the register does not know for certain and for which nobody has chosen. */
      unmatched: z.enum(['new', 'fact-only']).default('new'),
    }),
    reply: z.object({ already: z.boolean(), brought: Brought, paper: Paper }),
  }),
  retract: route({
    method: 'POST', path: '/api/documents/:id/retract', permission: 'import.accept', summary: { zh: '撤回已采纳的文件', en: 'Retract an accepted paper' }, params: byId,
    body: z.object({ reason: Reason }), 
    /** `kept`: what had to stay because other things rest on it by now. */
    reply: z.object({ removed: Brought, kept: z.array(z.object({ kind: z.enum(['commitment', 'indicator']), name: z.string() })), paper: Paper }),
  }),
  remove: route({ method: 'DELETE', path: '/api/documents/:id', permission: 'import.review', summary: { zh: '删除未采纳过的导入', en: 'Delete an import that was never accepted' }, params: byId, body: z.object({ reason: Reason }), reply: z.object({ id: Id }) }),
  presence: route({
    method: 'POST', path: '/api/documents/:id/presence', permission: 'import.read', summary: { zh: '还有谁在看', en: 'Who else has this open' }, params: byId,
    reply: z.object({ others: z.array(z.object({ name: z.string(), seenAt: Instant })) }),
  }),
  history: route({ method: 'GET', path: '/api/documents/:id/history', permission: 'import.read', summary: { zh: '办理经过', en: 'What was done to the paper' }, params: byId, query: PageById, reply: page(Act) }),
  original: route({ method: 'GET', path: '/api/documents/:id/original', permission: 'import.read', form: 'file', summary: { zh: '下载原件', en: 'The original file' }, params: byId, reply: FileReply }),
  reading: route({ method: 'GET', path: '/api/documents/:id/reading', permission: 'import.read', form: 'file', summary: { zh: '读取结果（JSON）', en: 'The reading as JSON' }, params: byId, reply: FileReply }),
  exportFindings: route({
    method: 'GET', path: '/api/documents/:id/export', permission: 'import.read', form: 'file', summary: { zh: '导出读出的内容', en: 'Export the findings' }, params: byId,
    query: z.object({ format: z.enum(['csv', 'xlsx']).default('csv'), language: z.enum(['zh', 'en']).default('zh') }), reply: FileReply,
  }),
  terms: route({
    method: 'GET', path: '/api/terms', permission: 'plan.read', summary: { zh: '名词解释', en: 'Words that accepted papers explain' }, query: PageById,
    reply: page(z.object({ id: Id, word: z.string(), meaning: z.string(), document: Id, title: z.string(), date: Day.nullable(), start: z.int(), end: z.int() })),
  }),
  ...doubtRoutes,
} as const satisfies Contract
