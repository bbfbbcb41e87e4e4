import { type Tx, type Context } from '../../context.ts'
import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { loadDistrictUnit } from '../../org/index.ts'
import { type Paper, type PaperRow } from '../contract.ts'
import { type Finding, type Progress } from '../domain/finding.ts'
import { askedFields, missingFields } from '../domain/front-matter.ts'
import { correctedFields } from '../domain/review.ts'
import { Commitment, type Doubt, Fact, type FrontMatter, Term } from '../schema.ts'
import * as store from '../store.ts'

/** An import as its page shows it. */
export async function paperView(tx: Tx, ctx: Context, paper: store.StoredPaper): Promise<Paper> {
  const progress = await store.findProgress(tx, ctx.district, [paper.id])
  const { document } = paper
  return {
    ...paperRow({ ...paper, title: document.title, kind: document.kind, year: document.year, date: document.date }, progress(paper.id)),
    document, asked: askedFields(document), needed: missingFields(document),
    outline: [...paper.outline], repairs: [...paper.repairs], doubts: [...paper.doubts],
    warnings: warningsOf(document, (await loadDistrictUnit(tx, ctx.district))?.name ?? null),
  }
}

export function paperRow(paper: store.ListedPaper, progress: Progress): PaperRow {
  const { id, state, name, format, size, length, title, kind, year, date, importedAt, importer, acceptedAt, accepter, version } = paper
  return { id, state, name, format, size, length, title, kind, year, date, importedAt, importedBy: importer, acceptedAt, acceptedBy: accepter, progress, version }
}

/** What a person should know before accepting a paper and what stops nobody. */
function warningsOf(document: FrontMatter, own: string | null): Label[] {
  const warnings: Label[] = []
  if (document.district !== null && own !== null && !own.includes(document.district) && !document.district.includes(own)) {
    warnings.push({ zh: `文件写的是“${document.district}”，本区是“${own}”。采纳后数值将记在本区名下。`, en: `The paper is of “${document.district}”, this district is “${own}”. Its figures would be entered for this district.` })
  }
  if (document.kind === 'other') warnings.push({ zh: '未能认出文件种类，时期按正文推断，请核对表头。', en: 'The kind of paper was not recognised; periods were inferred. Please check the front matter.' })
  return warnings
}

/** A finding as the review page shows it, with the doubts that hang on it. */
export function findingView(finding: store.StoredFinding, doubts: ReadonlyMap<string, readonly Doubt[]>): Finding {
  const { id, key, state, start, end, block, section, certainty, doubtful, choice, by, at, version, read, value } = finding
  const shared = { id, key, state, start, end, block, section, certainty, doubtful, doubts: [...doubts.get(key) ?? []], corrected: correctedFields(finding), choice, by, at, version }
  switch (finding.kind) {
    case 'fact': return { ...shared, kind: 'fact', read: Fact.parse(read), value: Fact.parse(value) }
    case 'promise': return { ...shared, kind: 'promise', read: Commitment.parse(read), value: Commitment.parse(value) }
    case 'term': return { ...shared, kind: 'term', read: Term.parse(read), value: Term.parse(value) }
  }
}

/** Doubts by the finding they hang on. */
export function doubtsByFinding(doubts: readonly Doubt[]): ReadonlyMap<string, readonly Doubt[]> {
  const byKey = new Map<string, Doubt[]>()
  for (const doubt of doubts) if (doubt.fact !== null) byKey.set(doubt.fact, [...byKey.get(doubt.fact) ?? [], doubt])
  return byKey
}

/** Cursor of the last row of a full page, else null. */
export function nextOf<T>(rows: readonly T[], limit: number, cursor: (row: T) => string): string | null {
  const last = rows.at(-1)
  return rows.length === limit && last ? cursor(last) : null
}

/** A filter without the keys that were not given. */
export function given<T extends object>(filter: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> } // only defined values are left
}

/** What an act leaves behind it: who did it and when. */
export function actOf(ctx: Context, act: store.ActKind, findings: number, more: { readonly reason?: string | null; readonly undoes?: Id } = {}): store.StoredAct {
  return { id: ctx.newId(), act, person: ctx.actor.person, by: ctx.actor.name, at: ctx.now(), findings, reason: more.reason ?? null, undoes: more.undoes ?? null }
}
