import { sql } from 'kysely'
import { type District } from '../../../kernel/id.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type Tx } from '../../context.ts'
import { type CountedFigure } from '../domain/counted-figures.ts'

export async function findCountedFigures(tx: Tx, district: District): Promise<readonly CountedFigure[]> {
  const { rows } = await sql<{ definition: CountedFigure }>`select definition from cases.counted_figure where district = ${district} order by indicator`.execute(tx)
  return rows.map(row => row.definition)
}

/** Puts one in place as its pack has it now; false where it is there and the same. */
export async function saveCountedFigure(tx: Tx, district: District, figure: CountedFigure): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into cases.counted_figure (district, indicator, definition) values (${district}, ${figure.indicator}, ${JSON.stringify(figure)}::jsonb)
    on conflict (district, indicator) do update set definition = excluded.definition where cases.counted_figure.definition <> excluded.definition`.execute(tx)
  return numAffectedRows === 1n
}

/** How many cases of a type were opened in a span, and whether any of the type's cases up to its end were made up. */
export async function countOpenedIn(tx: Tx, district: District, type: string, from: Instant, to: Instant): Promise<{ readonly opened: number; readonly generated: boolean }> {
  const { rows: [row] } = await sql<{ opened: number; generated: boolean }>`
    select (select count(*)::int from cases.seen_case c where c.district = ${district} and c.type = ${type} and c.opened_at >= ${from} and c.opened_at < ${to}) as opened,
      exists (select from cases.seen_case c where c.district = ${district} and c.type = ${type} and c.generated and c.opened_at < ${to}) as generated`.execute(tx)
  return row ?? { opened: 0, generated: false }
}
