import { sql } from 'kysely'
import { type Tx } from '../../engines/context.ts'
import { heldBy } from '../../engines/org/domain/separation.ts'
import { holdsOn } from '../../engines/org/domain/tree.ts'
import { type Delegation, type Post } from '../../engines/org/schema.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { findClaimedUnits } from '../account/provider/store.ts'
import { findKeys } from '../keys/store.ts'
import { AccessRow, type Review, type Verdict } from './contract.ts'
import { conflictsOf, type Seen, verbsOf } from './domain.ts'

type PersonFacts = { readonly person: Id; readonly name: string; readonly account: string; readonly active: boolean; readonly leavesOn: Day | null; readonly hasAccount: boolean; readonly secondFactor: boolean; readonly lastSignInAt: Instant | null }
type PostFacts = Post & { readonly unitName: string; readonly unitCode: string; readonly unitUntil: Day | null }

/** Everybody with all that lets them act, in the order of their accounts. */
export async function findAccess(tx: Tx, district: District, today: Day, dormantDays: number): Promise<AccessRow[]> {
  const { rows: people } = await sql<PersonFacts>`
    select p.id as person, p.name, p.account, p.active, p.leaves_on as "leavesOn", h.id is not null as "hasAccount", coalesce(h.two_factor_enabled, false) as "secondFactor", l.at as "lastSignInAt"
    from org.v_person p
    left join account.holder h on h.district = p.district and h.id = p.id
    left join lateral (select max(e.at) as at from audit.entry e where e.district = p.district and e.thing = 'account' and e.thing_id = p.id::text and e.verb = 'account.signed-in') l on true
    where p.district = ${district} order by p.account`.execute(tx)
  const { rows: posts } = await sql<PostFacts>`
    select o.id, o.person, o.unit, o.role, o.title, o.from_on as "from", o.until_on as "until", u.name as "unitName", u.code as "unitCode", u.until_on as "unitUntil"
    from org.v_post o join org.v_unit u on u.district = o.district and u.id = o.unit where o.district = ${district} and (o.until_on is null or o.until_on > ${today}) order by o.from_on`.execute(tx)
  const { rows: lent } = await sql<Delegation>`select id, post, to_person as "to", from_on as "from", until_on as "until", '' as reason, withdrawn from org.v_delegation where district = ${district} and not withdrawn and until_on > ${today}`.execute(tx)
  const keys = Map.groupBy((await findKeys(tx, district, { limit: 10_000 }, today)).rows.filter(key => key.state === 'in-use' || key.state === 'waiting'), key => key.person)
  const claimed = await findClaimedUnits(tx, district)
  const verdicts = await findLastVerdicts(tx, district)
  const names = new Map(people.map(p => [p.person, p.name]))
  const own = Map.groupBy(posts, post => post.person), postsById = new Map(posts.map(post => [post.id, post])), lentTo = Map.groupBy(lent, d => d.to)
  return people.map(person => {
    const mine = own.get(person.person) ?? [], borrowed = (lentTo.get(person.person) ?? []).flatMap(d => { const post = postsById.get(d.post); return post ? [{ post, delegation: d }] : [] })
    const all = [...mine.map(post => ({ post, delegation: null })), ...borrowed]
    const held: Seen['held'] = all.flatMap(({ post, delegation }) => heldBy(person.person, [post], delegation ? [delegation] : []).map(h => ({ ...h, unitCode: post.unitCode, unitUntil: post.unitUntil })))
    const seen: Seen = {
      ...person, held, claimedUnit: claimed.get(person.person) ?? null, lastVerdict: verdicts.get(person.person) ?? null,
      posts: all.map(({ post, delegation }) => ({ unitName: post.unitName, title: post.title, role: post.role, from: delegation?.from ?? post.from, until: delegation?.until ?? post.until, lentBy: delegation ? names.get(post.person) ?? '' : null })),
      keys: (keys.get(person.person) ?? []).map(({ name, state, until }) => ({ name, state, until })),
    }
    const { held: _, claimedUnit: __, lastVerdict: ___, ...row } = seen
    return { ...row, verbs: verbsOf(held.filter(h => holdsOn(today, h)).map(h => h.role)), conflicts: conflictsOf(seen, today, dormantDays) }
  })
}

const reviewColumns = ['id', 'opened_at as openedAt', 'opened_by as openedBy', 'closed_at as closedAt', 'closed_by as closedBy'] as const

export async function loadReview(tx: Tx, district: District, of: { readonly id: Id } | 'open' | 'last'): Promise<Review | null> {
  const reviews = tx.selectFrom('account.access_review').select(reviewColumns).where('district', '=', district)
  if (of === 'open') return (await reviews.where('closed_at', 'is', null).executeTakeFirst()) ?? null
  if (of === 'last') return (await reviews.where('closed_at', 'is not', null).orderBy('closed_at', 'desc').limit(1).executeTakeFirst()) ?? null
  return (await reviews.where('id', '=', of.id).executeTakeFirst()) ?? null
}

/** Since when accounts have waited to be reviewed: the last review, else the first account. */
export async function waitingSince(tx: Tx, district: District): Promise<Instant | null> {
  const { rows } = await sql<{ at: Instant | null }>`select coalesce((select max(closed_at) from account.access_review where district = ${district}), (select min(created_at) from account.holder where district = ${district})) as at`.execute(tx)
  return rows[0]?.at ?? null
}

/** False where one is open already. */
export async function insertReview(tx: Tx, district: District, review: { readonly id: Id; readonly at: Instant; readonly by: string }): Promise<boolean> {
  const { rows } = await sql`insert into account.access_review (district, id, opened_at, opened_by) values (${district}, ${review.id}, ${review.at}, ${review.by}) on conflict do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function closeReview(tx: Tx, district: District, id: Id, at: Instant, by: string): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('account.access_review').set({ closed_at: at, closed_by: by }).where('district', '=', district).where('id', '=', id).where('closed_at', 'is', null).executeTakeFirst()
  return numUpdatedRows === 1n
}

export type KeptVerdict = { readonly person: Id; readonly verdict: Verdict; readonly note: string | null; readonly by: string; readonly at: Instant; readonly seen: AccessRow }

export async function saveVerdicts(tx: Tx, district: District, review: Id, verdicts: readonly KeptVerdict[]): Promise<void> {
  for (const { person, verdict, note, by, at, seen } of verdicts) {
    const marked = { verdict, note, by_name: by, at, seen: JSON.stringify(seen) }
    await tx.insertInto('account.access_verdict').values({ district, review, person, ...marked }).onConflict(c => c.columns(['district', 'review', 'person']).doUpdateSet(marked)).execute()
  }
}

export async function findVerdicts(tx: Tx, district: District, review: Id): Promise<KeptVerdict[]> {
  const rows = await tx.selectFrom('account.access_verdict').select(['person', 'verdict', 'note', 'by_name as by', 'at', 'seen']).where('district', '=', district).where('review', '=', review).execute()
  return rows.map(row => ({ ...row, verdict: row.verdict as Verdict, seen: AccessRow.parse(row.seen) })) // the table checks the two words
}

async function findLastVerdicts(tx: Tx, district: District): Promise<ReadonlyMap<Id, Verdict>> {
  const last = await loadReview(tx, district, 'last')
  return new Map(last ? (await findVerdicts(tx, district, last.id)).map(v => [v.person, v.verdict]) : [])
}
