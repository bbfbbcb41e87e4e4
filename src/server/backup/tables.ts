import { type Client } from 'pg'
import { z } from 'zod'
import { schemas } from '../database/migrate.ts'

/** A table with its names quoted as SQL wants them. `order` is its primary key. */
export type OurTable = { readonly name: string; readonly columns: readonly string[]; readonly order: string }

export type ForeignKey = { readonly table: string; readonly name: string; readonly definition: string }

const Tables = z.array(z.object({ name: z.string(), columns: z.array(z.string()), order: z.string() }))
const ForeignKeys = z.array(z.object({ table: z.string(), name: z.string(), definition: z.string() }))

/**
 * Every table of our schemas. Columns that the database computes are left out. Text in a key is ordered by its bytes,
 * so that the order, and with it the checksum, is the same on every server.
 */
export async function tablesOf(client: Client): Promise<readonly OurTable[]> {
  const { rows } = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as name,
            (select array_agg(quote_ident(a.attname) order by a.attnum)
             from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
            coalesce(
              (select string_agg(quote_ident(a.attname) || case when a.attcollation = 0 then '' else ' collate "C"' end, ', ' order by k.place)
               from pg_index i, unnest(i.indkey::int2[]) with ordinality as k (attnum, place), pg_attribute a
               where i.indrelid = c.oid and i.indisprimary and a.attrelid = c.oid and a.attnum = k.attnum),
              format('(%I.*)::text collate "C"', c.relname)) as "order"
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any ($1)
     order by array_position($1, n.nspname::text), c.relname`,
    [schemas],
  )
  return Tables.parse(rows)
}

export async function foreignKeysOf(client: Client): Promise<readonly ForeignKey[]> {
  const { rows } = await client.query(
    `select format('%I.%I', n.nspname, c.relname) as table, quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
     where k.contype = 'f' and k.conparentid = 0 and n.nspname = any ($1)
     order by 1, 2`,
    [schemas],
  )
  return ForeignKeys.parse(rows)
}

export function copyOut({ name, columns, order }: OurTable): string {
  return `copy (select ${columns.join(', ')} from ${name} order by ${order}) to stdout`
}

/** Values are written the same way whatever the server's own settings are; a filter on rows is an error, not a gap. */
export async function settleForms(client: Client): Promise<void> {
  await client.query(`
    set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres'; set local bytea_output = 'hex';
    set local extra_float_digits = 1; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
    set local row_security = off`)
}
