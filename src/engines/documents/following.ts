/** Loads what threads are made of from the ledger: sayings of targets, commitments and mentions, their figures and outcomes, and the papers. */
import { type Id } from '../../kernel/id.ts'
import { spanOf, yearOf } from '../../kernel/period.ts'
import { type Source } from '../../kernel/source.ts'
import { type Context, type Tx } from '../context.ts'
import { findFiguresByIds, findQuotedPapers, findTargets, findTargetsByIds, findToldFigures, judgedTargets, loadRegisterNames, type JudgedTarget, type TargetNamed } from '../indicators/index.ts'
import { figureWords } from '../indicators/domain/judging.ts'
import { yearOnYearOf } from '../indicators/domain/derive.ts'
import { loadDistrictUnit } from '../org/index.ts'
import { findUnmeasured } from '../plan/index.ts'
import { type Followed } from './domain/threads/course.ts'
import { type FiledPaper, type Occasion, occasionOf, occasionOfFile, occasionsOf } from './domain/threads/occasion.ts'
import { type Outcome, type Saying, type Told } from './domain/threads/saying.ts'
import { type Candidate } from './domain/threads/suggest.ts'
import { type Member, memberKey, type Thread } from './domain/threads/thread.ts'
import { findFiledPapers, findMentions, findNamesSaid, type Mention } from './thread-store.ts'

type Asking = Pick<Context, 'district' | 'today'>
type Filed = ReadonlyMap<Id, FiledPaper>

/** What the ledger says of these members, or of everything that could be one. */
async function loadSayings(tx: Tx, { district }: Asking, filed: Filed, members: readonly Member[] | null): Promise<Saying[]> {
  const ids = (kind: Member['kind']) => members?.flatMap(m => (m.kind === kind ? [m.id] : [])) ?? []
  const root = await loadDistrictUnit(tx, district)
  const targets = members ? await findTargetsByIds(tx, district, ids('target')) : root ? (await findTargets(tx, district, { unit: root.id, whole: true, limit: 5000 })).rows : []
  const commitments = members && ids('commitment').length === 0 ? [] : await findUnmeasured(tx, district, members ? ids('commitment') : undefined)
  const mentions = members && ids('mention').length === 0 ? [] : await findMentions(tx, district, members ? ids('mention') : undefined)
  const names = await findNamesSaid(tx, district, targets.flatMap(t => t.statements.flatMap(s => factOf(s.source))))
  return [
    ...targets.flatMap(target => sayingsOfTarget(target, names, filed)),
    ...commitments.flatMap(({ id, year, title, verb, dueOn, leadUnit, source, progress }): Saying[] => {
      const shared = { member: { kind: 'commitment' as const, id }, name: title, ownName: true, number: null, verb, indicator: null, unit: null, lead: leadUnit, ...placeOf(source, filed) }
      return [
        { ...shared, role: 'promise', year, words: title, dueOn, source },
        ...progress.map(({ share, onDay, note, at, by }): Saying => ({ ...shared, role: share === 1 ? 'done' : 'progress', year: Number(onDay.slice(0, 4)), words: `${Math.round(share * 100)}%，${note}`.slice(0, 120), dueOn: onDay, saidOn: onDay, paper: null, source: { kind: 'hand', person: null, name: by, at, ground: note } })),
      ]
    }),
    ...mentions.map(mention => sayingOfMention(mention, filed)),
  ]
}

function factOf(source: Source): Id[] {
  return source.kind === 'document' && source.fact !== undefined ? [source.fact] : []
}

function placeOf(source: Source, filed: Filed): Pick<Saying, 'paper' | 'section' | 'saidOn'> {
  return { paper: occasionOf(source, filed)?.key ?? null, section: 'section' in source ? source.section : '', saidOn: 'saidOn' in source ? source.saidOn : null }
}

/** One saying for each statement of a target. Targets of one year in several papers are one target with several statements. */
function sayingsOfTarget(target: TargetNamed, names: ReadonlyMap<Id, string>, filed: Filed): Saying[] {
  const year = yearOf(target.period)
  if (year === null) return []
  return target.statements.map(({ operator, value, measure, words, verb, source, saidOn }): Saying => {
    const own = factOf(source).flatMap(id => names.get(id) ?? [])[0]
    const place = placeOf(source, filed)
    return {
      member: { kind: 'target', id: target.id }, role: 'promise', year, name: own ?? target.indicatorName, ownName: own !== undefined, number: { operator, value, measure, aspect: target.aspect }, words, verb, dueOn: spanOf(target.period)?.to ?? `${year}-12-31`,
      indicator: { id: target.indicator, code: target.indicatorCode, name: { zh: target.indicatorName, en: target.indicatorNameEn }, direction: operator === '<=' ? 'down' : 'up' }, unit: target.unit, lead: null, ...place, saidOn: place.saidOn ?? saidOn, source,
    }
  })
}

function sayingOfMention({ id, role, year, name, words, value, measure, dueOn, saidOn, source }: Mention, filed: Filed): Saying {
  const place = placeOf(source, filed)
  return { member: { kind: 'mention', id }, role, year, name, ownName: true, number: value === null || measure === null ? null : { operator: '=', value, measure, aspect: measure === '%' ? 'growth' : 'level' }, words, verb: null, dueOn, indicator: null, unit: null, lead: null, ...place, saidOn: place.saidOn ?? saidOn, source }
}

/** Papers on file and papers quoted. */
async function loadPapers(tx: Tx, { district }: Asking): Promise<{ readonly filed: Filed; readonly papers: Occasion[] }> {
  const filed = await findFiledPapers(tx, district)
  const quoted = await findQuotedPapers(tx, district)
  const none: Filed = new Map()
  return { filed: new Map(filed.map(paper => [paper.id, paper])), papers: occasionsOf([...filed.map(occasionOfFile), ...quoted.map(({ title, saidOn }) => occasionOf({ kind: 'published', title, section: '', saidOn }, none))]) }
}

/** A thread with everything its line is worked out from. */
export type FollowedThread = { readonly thread: Thread; readonly followed: Followed }

/** Loads many threads at once. */
export async function loadFollowed(tx: Tx, ctx: Asking, threads: readonly Thread[]): Promise<FollowedThread[]> {
  const { filed, papers } = await loadPapers(tx, ctx)
  const read = await loadSayings(tx, ctx, filed, threads.flatMap(t => t.members))
  const judged = await judgedTargets(tx, ctx.district, [...new Set(read.flatMap(s => (s.member.kind === 'target' ? [s.member.id] : [])))], ctx.today())
  const directions = new Map(judged.map(j => [j.indicator.id, j.indicator.direction]))
  const sayings = read.map(s => (s.indicator ? { ...s, indicator: { ...s.indicator, direction: directions.get(s.indicator.id) ?? s.indicator.direction } } : s))
  const told = await loadTold(tx, ctx, filed, sayings)
  const outcomes = await outcomesOf(tx, ctx, filed, judged)
  const said = Map.groupBy(sayings, s => memberKey(s.member)), ended = Map.groupBy(outcomes, o => memberKey(o.member)), figures = Map.groupBy(told, t => `${t.indicator}|${t.unit}`)
  return threads.map(thread => {
    const own = thread.members.flatMap(member => said.get(memberKey(member)) ?? [])
    const indicators = new Set(own.flatMap(s => (s.indicator ? [`${s.indicator.id}|${s.unit}`] : [])))
    return { thread, followed: { sayings: own, told: [...indicators].flatMap(key => figures.get(key) ?? []), outcomes: thread.members.flatMap(member => ended.get(memberKey(member)) ?? []), papers, today: ctx.today() } }
  })
}

/** Figures of the indicators that are followed, as papers and returns told them. */
async function loadTold(tx: Tx, { district }: Asking, filed: Filed, sayings: readonly Saying[]): Promise<Told[]> {
  const keys = new Map(sayings.flatMap(s => (s.indicator && s.unit ? [[`${s.indicator.id}|${s.unit}`, { indicator: s.indicator.id, unit: s.unit }] as const] : [])))
  const figures = await findToldFigures(tx, district, [...keys.values()])
  // What was made up for the demonstration tells nothing of a promise.
  return figures.filter(f => f.source.kind !== 'generated' && (f.level !== null || yearOnYearOf(f) !== null)).map(f => ({ indicator: f.indicator, unit: f.unit, period: f.period, level: f.level, growth: yearOnYearOf(f), paper: occasionOf(f.source, filed)?.key ?? null, saidOn: f.saidOn, source: f.source }))
}

/** How the targets among the members stand by their lights, and whether the figure is of the whole of their period. */
async function outcomesOf(tx: Tx, ctx: Asking, filed: Filed, judged: readonly JudgedTarget[]): Promise<Outcome[]> {
  const figures = await findFiguresByIds(tx, ctx.district, judged.flatMap(j => (j.pair && j.pair.inputs.length === 0 ? [j.pair.id] : [])))
  return judged.flatMap(({ target, pair, verdict }): Outcome[] => {
    const source = pair && figures.get(pair.id)?.source
    // Summed months are no result that anybody told yet, least of all generated ones.
    if (!pair || !source || source.kind === 'generated') return []
    return [{
      member: { kind: 'target', id: target.id }, period: pair.period, words: figureWords(pair).zh, met: verdict.light === 'not-judged' ? null : verdict.light === 'done' || verdict.light === 'on-pace',
      whole: spanOf(pair.period)?.to === spanOf(target.period)?.to, source, paper: occasionOf(source, filed)?.key ?? null, saidOn: pair.saidOn,
    }]
  })
}

/** More than this the search for links does not take in at once: the newest, some thirty papers' worth. */
const MOST_CANDIDATES = 6000

/** Everything that could be linked, each by what was said of it last. `members`: only these. */
export async function loadCandidates(tx: Tx, ctx: Asking, threads: readonly Thread[], members: readonly Member[] | null = null): Promise<{ readonly candidates: Candidate[]; readonly groupOf: ReadonlyMap<string, string> }> {
  const { filed } = await loadPapers(tx, ctx)
  const sayings = await loadSayings(tx, ctx, filed, members)
  const groupOf = new Map(threads.flatMap(t => t.members.map(member => [memberKey(member), t.id] as const)))
  const notNames = new Map((await loadRegisterNames(tx, ctx.district)).map(entry => [entry.id, entry.notNames]))
  const candidates = [...Map.groupBy(sayings, s => memberKey(s.member))].flatMap(([key, said]): Candidate[] => {
    const last = said.findLast(s => s.role === 'promise') ?? said.at(-1)
    return last ? [{ saying: last, group: groupOf.get(key) ?? key, papers: [...new Set(said.flatMap(s => s.paper ?? []))], not: (last.indicator && notNames.get(last.indicator.id)) ?? [] }] : []
  })
  const newest = candidates.length <= MOST_CANDIDATES ? candidates : candidates.toSorted((a, b) => ((a.saying.saidOn ?? '') > (b.saying.saidOn ?? '') ? -1 : 1)).slice(0, MOST_CANDIDATES)
  return { candidates: newest, groupOf }
}
