import { sql } from 'kysely'
import { type Tx } from '../../engines/context.ts'
import { type District } from '../../kernel/id.ts'
import { addDays, endOfDay, type Day } from '../../kernel/time.ts'
import { type TrailEntry } from './contract.ts'

export type TrailFilter = { readonly verb?: string | undefined; readonly thing?: string | undefined; readonly thingId?: string | undefined; readonly from?: Day | undefined; readonly to?: Day | undefined; readonly q?: string | undefined; readonly after?: string | undefined; readonly limit: number }

/** Entries, newest first, with their links where the chain is already closed over them. */
export async function findEntries(tx: Tx, district: District, filter: TrailFilter): Promise<{ total: number; items: TrailEntry[] }> {
  const found = tx.selectFrom('audit.entry as e').where('e.district', '=', district)
    .$if(filter.verb !== undefined, q => q.where('e.verb', '=', filter.verb ?? ''))
    .$if(filter.thing !== undefined, q => q.where('e.thing', '=', filter.thing ?? ''))
    .$if(filter.thingId !== undefined, q => q.where('e.thing_id', '=', filter.thingId ?? ''))
    .$if(filter.from !== undefined, q => q.where('e.at', '>', endOfDay(addDays(filter.from ?? '', -1))))
    .$if(filter.to !== undefined, q => q.where('e.at', '<=', endOfDay(filter.to ?? '')))
    .$if(filter.q !== undefined && filter.q !== '', q => q.where(sql<boolean>`(position(${filter.q} in e.actor) > 0 or position(${filter.q} in e.verb) > 0 or position(${filter.q} in e.detail::text) > 0 or e.thing_id = ${filter.q})`))
  const total = await found.select(eb => eb.fn.countAll<number>().as('n')).executeTakeFirstOrThrow()
  const rows = await found
    .leftJoin('audit.link as l', join => join.onRef('l.district', '=', 'e.district').onRef('l.entry', '=', 'e.id'))
    .select(['e.id', 'e.at', 'e.actor', 'e.verb', 'e.thing', 'e.thing_id as thingId', 'e.detail', 'e.request_id as requestId', 'l.seq', 'l.hash'])
    .$if(filter.after !== undefined, q => q.where('e.id', '<', filter.after ?? ''))
    .orderBy('e.id', 'desc').limit(filter.limit).execute()
  return { total: total.n, items: rows }
}

export async function findVerbs(tx: Tx, district: District): Promise<string[]> {
  return (await tx.selectFrom('audit.entry').select('verb').distinct().where('district', '=', district).orderBy('verb').execute()).map(row => row.verb)
}
