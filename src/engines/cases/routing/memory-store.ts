import { sql } from 'kysely'
import { type District, type Id } from '../../../kernel/id.ts'
import { type Tx } from '../../context.ts'
import { ahead, words } from '../../statement.ts'
import { type Case } from '../domain/case.ts'
import { type Counts } from '../domain/classifier.ts'

/** Notes what a case turned out to be, in place of what was noted before. It waits to be learned if that is not what was learned. */
export async function insertLesson(tx: Tx, district: District, id: Id, { type, category, urgency }: Pick<Case, 'type' | 'category' | 'urgency'>): Promise<void> {
  await ahead(tx, words`
    insert into cases.lesson as l (district, case_id, type, category, urgency, pending) values (${district}, ${id}, ${type}, ${category}, ${urgency}, true)
    on conflict (district, case_id) do update set category = excluded.category, urgency = excluded.urgency,
      pending = l.learned_category is distinct from excluded.category or l.learned_urgency is distinct from excluded.urgency`)
}

/** What is to be learned from a case: what was written, what it turned out to be, and as what it was learned before. */
export type Lesson = { readonly id: Id; readonly type: string; readonly category: string; readonly urgency: string; readonly learnedCategory: string | null; readonly learnedUrgency: string | null; readonly title: string; readonly words: string }

/** Takes lessons that wait, so that nobody else learns them at the same time. */
export async function takeLessons(tx: Tx, district: District, of: { readonly id: Id } | { readonly most: number }): Promise<readonly Lesson[]> {
  const { rows } = await sql<Lesson>`
    select l.case_id as id, l.type, l.category, l.urgency, l.learned_category as "learnedCategory", l.learned_urgency as "learnedUrgency", e.event->>'title' as title, e.event->>'words' as words
    from cases.lesson l join cases.event e on e.district = l.district and e.case_id = l.case_id and e.seq = 1
    where l.district = ${district} and l.pending ${'id' in of ? sql`and l.case_id = ${of.id}` : sql`limit ${of.most}`} for update of l skip locked`.execute(tx)
  return rows
}

export async function markLearned(tx: Tx, district: District, ids: readonly Id[]): Promise<void> {
  await sql`update cases.lesson set learned_category = category, learned_urgency = urgency, pending = false where district = ${district} and case_id = any (${ids}::uuid[])`.execute(tx)
}

/** `n` cases with these grams (less than none: taken back) had this label. */
export type Added = { readonly type: string; readonly subject: 'category' | 'urgency'; readonly label: string; readonly grams: readonly string[]; readonly n: number }

/** Adds to the counts in two statements, rows in one order, so that two that learn at the same time never wait for each other in a circle. */
export async function addToMemory(tx: Tx, district: District, added: readonly Added[]): Promise<void> {
  const labels = new Map<string, { type: string; subject: string; label: string; cases: number; grams: number }>()
  const counts = new Map<string, { type: string; subject: string; gram: string; label: string; n: number }>()
  for (const { type, subject, label, grams, n } of added) {
    const of = labels.get(`${type}/${subject}/${label}`) ?? { type, subject, label, cases: 0, grams: 0 }
    labels.set(`${type}/${subject}/${label}`, { ...of, cases: of.cases + n, grams: of.grams + n * grams.length })
    for (const gram of grams) {
      const key = `${type}/${subject}/${gram}/${label}`
      counts.set(key, { type, subject, gram, label, n: (counts.get(key)?.n ?? 0) + n })
    }
  }
  const inOrder = <T>(rows: ReadonlyMap<string, T>) => JSON.stringify([...rows].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row))
  await sql`
    insert into cases.classifier_label as l (district, type, subject, label, cases, grams)
    select ${district}, r.type, r.subject, r.label, r.cases, r.grams from jsonb_to_recordset(${inOrder(labels)}::jsonb) as r(type text, subject text, label text, cases int, grams int)
    on conflict (district, type, subject, label) do update set cases = l.cases + excluded.cases, grams = l.grams + excluded.grams`.execute(tx)
  await sql`
    insert into cases.classifier_count as c (district, type, subject, gram, label, n)
    select ${district}, r.type, r.subject, r.gram, r.label, r.n from jsonb_to_recordset(${inOrder(counts)}::jsonb) as r(type text, subject text, gram text, label text, n int) where r.n <> 0
    on conflict (district, type, subject, gram, label) do update set n = c.n + excluded.n`.execute(tx)
}

/** What is remembered of these grams. */
export async function loadMemory(tx: Tx, district: District, type: string, subject: Added['subject'], sought: readonly string[]): Promise<Counts> {
  const labels = await tx.selectFrom('cases.classifier_label').select(['label', 'cases', 'grams']).where('district', '=', district).where('type', '=', type).where('subject', '=', subject).execute()
  const { rows } = await sql<{ gram: string; label: string; n: number }>`select gram, label, n from cases.classifier_count where district = ${district} and type = ${type} and subject = ${subject} and gram = any (${sought}::text[]) and n > 0`.execute(tx)
  const grams = new Map<string, Map<string, number>>()
  for (const { gram, label, n } of rows) grams.set(gram, (grams.get(gram) ?? new Map<string, number>()).set(label, n))
  return { labels: new Map(labels.map(({ label, ...seen }) => [label, seen])), grams }
}

/** Has anything been learned about this type? */
export async function hasMemory(tx: Tx, district: District, type: string): Promise<boolean> {
  return (await tx.selectFrom('cases.classifier_label').select('label').where('district', '=', district).where('type', '=', type).limit(1).executeTakeFirst()) !== undefined
}
