import { type Id } from '../../../kernel/id.ts'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Context, type Note, type Tx } from '../../context.ts'
import { findCorrectedFindings, findPublishedBeside, findSums, loadLedgerStamp, loadRegisterNames } from '../../indicators/index.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { type CheckReport, checkSayings } from '../domain/checks/check-papers.ts'
import { registerSubjects } from '../domain/checks/register-subjects.ts'
import { type Saying, sayingOfFigure, sayingsOf } from '../domain/checks/saying.ts'
import { runSteps } from '../domain/checks/settling.ts'
import { sourceIn } from '../domain/ledger-from-paper.ts'
import * as doubts from '../doubt-store.ts'
import { Fact } from '../schema.ts'
import * as store from '../store.ts'

/** Changed with the checks themselves, so that a new program looks at old papers again. */
const CHECKS = '1'
/** Papers that are held against one another: the newest ones. Fifteen years of three papers each. */
const MOST_PAPERS = 45
/** More doubts than anybody settles; a paper that gives more is no report. The gravest are kept. */
const MOST_DOUBTS = 500

/** Has anything that the checks rest on changed since they last ran? A figure published without a new entry is noticed on the next day at the latest. */
export async function checksStamp(tx: Tx, ctx: Context): Promise<string> {
  return [CHECKS, ctx.today(), await doubts.loadPapersStamp(tx, ctx.district), await loadLedgerStamp(tx, ctx.district)].join(' ')
}

export type Ran = { readonly found: number; readonly changed: number; readonly lapsed: number }

/** Runs the checks over the district's papers and ledger and keeps what they find. Running again on the same changes nothing, and is refused as such. */
export async function runChecks(ctx: Context, force = false): Promise<Result<Ran>> {
  const isDone = async (tx: Tx) => !force && (await doubts.loadRun(tx, ctx.district))?.stamp === await checksStamp(tx, ctx)
  if (await ctx.read(isDone)) return refuse('nothing-to-check')
  return ctx.write(async (tx, note) => {
    await doubts.lockRun(tx, ctx.district, ctx.now())
    if (await isDone(tx)) return refuse('nothing-to-check')
    const stamp = await checksStamp(tx, ctx)
    const { report, papers } = await look(tx, ctx)
    const ran = await keep(tx, ctx, report)
    await doubts.saveRun(tx, ctx.district, { at: ctx.now(), stamp, papers, compared: report.compared })
    await noteRun(note, ctx, papers, ran)
    return ok(ran)
  })
}

async function noteRun(note: Note, ctx: Context, papers: number, ran: Ran): Promise<void> {
  await note({ verb: 'doubts.checked', thing: 'district', thingId: String(ctx.district), detail: { papers, ...ran } })
}

async function look(tx: Tx, ctx: Context): Promise<{ report: CheckReport; papers: number }> {
  const unit = await loadDistrictUnit(tx, ctx.district)
  if (!unit) throw new Error(`District ${ctx.district} has no unit of its own`)
  const register = await loadRegisterNames(tx, ctx.district)
  const subjectOf = registerSubjects(register)
  const papers = await doubts.findCheckedPapers(tx, ctx.district, unit.name, MOST_PAPERS)
  const corrected = await findCorrectedFindings(tx, ctx.district, papers.map(paper => paper.id))
  const titles = new Set(papers.flatMap(paper => paper.title ?? []))
  const said: Saying[] = []
  for (const { id } of papers) said.push(...await saidIn(tx, ctx, id, subjectOf, corrected))
  const beside = await findPublishedBeside(tx, ctx.district, unit.id, register.map(entry => entry.id))
  // What the register had from a published paper is the paper's own saying once that is on file.
  said.push(...beside.filter(({ source }) => source.kind !== 'published' || !titles.has(source.title)).map(figure => sayingOfFigure(doubts.figureKey(figure.id), figure)))
  return { report: checkSayings(said, await findSums(tx, ctx.district)), papers: papers.length }
}

/** What a paper says as people have read it: without rejected findings and those whose figure was corrected in the ledger. */
async function saidIn(tx: Tx, ctx: Context, id: Id, subjectOf: ReturnType<typeof registerSubjects>, corrected: ReadonlySet<Id>): Promise<Saying[]> {
  const paper = await store.loadPaper(tx, ctx.district, id)
  if (!paper) return []
  const raw = await store.loadText(tx, ctx.district, id, 0, paper.length)
  const source = sourceIn({ id, document: paper.document, raw })
  const findings = (await store.findFindings(tx, ctx.district, id, { kind: 'fact' })).filter(finding => finding.state !== 'rejected' && !corrected.has(finding.id))
  return sayingsOf({
    key: id, saidOn: paper.document.date, raw,
    facts: findings.map(finding => {
      const fact = Fact.parse(finding.value)
      // What a person decided is as certain as it gets.
      const sure = finding.state === 'open' ? fact : { ...fact, certainty: 1 }
      return { key: finding.id, fact: sure, source: source(fact, finding.id), subject: subjectOf(fact, finding.choice) }
    }),
  })
}

const gravity = { contradiction: 0, question: 1, note: 2 } as const

async function keep(tx: Tx, ctx: Context, report: CheckReport): Promise<Ran> {
  const known = await doubts.findKnown(tx, ctx.district)
  const found = report.doubts.toSorted((a, b) => gravity[a.severity] - gravity[b.severity]).slice(0, MOST_DOUBTS)
  const ran = { found: 0, changed: 0, lapsed: 0 }
  for (const { doubt, event } of runSteps(known, found)) {
    const step = { event, by: ctx.actor.name, at: ctx.now() }
    const before = known.get(doubt.key)
    if (before) await doubts.saveStep(tx, ctx.district, before, doubt, step)
    else await doubts.insertDoubt(tx, ctx.district, ctx.newId(), doubt, step)
    if (event.kind === 'found' || event.kind === 'changed' || event.kind === 'lapsed') ran[event.kind] += 1
  }
  return ran
}
