import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'

/** A post that is named to see an indicator's figures before they are published. */
export type NamedPost = { readonly post: Id; readonly namedAt: Instant; readonly namedBy: string }

export async function findNamedPosts(tx: Tx, district: District, indicator: Id): Promise<NamedPost[]> {
  return tx.selectFrom('indicators.embargo_post').select(['post', 'named_at as namedAt', 'named_by as namedBy']).where('district', '=', district).where('indicator', '=', indicator).orderBy('named_at').orderBy('post').execute()
}

/** Names posts and takes back others; those that stay keep who named them and when. */
export async function saveNamedPosts(tx: Tx, district: District, indicator: Id, posts: readonly Id[], at: Instant, by: string): Promise<void> {
  await tx.deleteFrom('indicators.embargo_post').where('district', '=', district).where('indicator', '=', indicator).where(sql<boolean>`post <> all (${posts}::uuid[])`).execute()
  if (posts.length > 0) await tx.insertInto('indicators.embargo_post').values(posts.map(post => ({ district, indicator, post, named_at: at, named_by: by }))).onConflict(c => c.doNothing()).execute()
}

/** What is said of one entry is said of the other from now on: if either was held back, both stay held back, from all but the posts named for the second. */
export async function inheritEmbargo(tx: Tx, district: District, from: Id, into: Id): Promise<void> {
  await sql`update indicators.indicator i set embargoed = true where i.district = ${district} and i.id = ${into} and exists (select from indicators.indicator e where e.district = i.district and e.id = ${from} and e.embargoed)`.execute(tx)
}
