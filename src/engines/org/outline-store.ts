import { sql } from 'kysely'
import { type District, type Id } from '../../kernel/id.ts'
import { type Day } from '../../kernel/time.ts'
import { type Tx } from '../context.ts'
import { type Outline, type Point, type Unit, type UnitKind } from './schema.ts'

/** The smallest unit living on a day whose ground holds the point: grid, else community, else street; null where none does. On a border the lowest code wins. */
export async function unitAt(tx: Tx, district: District, { lng, lat }: Point, on: Day): Promise<Unit | null> {
  // The outlines first, as an array, then their two or three units by key: without statistics a join goes the long way.
  const { rows } = await sql<Unit>`
    select id, kind, code, name, parent, from_on as "from", until_on as "until", generated, version from org.unit
    where district = ${district} and kind in ('grid', 'community', 'street') and from_on <= ${on} and (until_on is null or until_on > ${on})
      and id = any (array(select o.unit from org.outline o where o.district = ${district} and o.ring @> point(${lng}::float8, ${lat}::float8) and o.from_on <= ${on} and (o.until_on is null or o.until_on > ${on})))
    order by array_position(array['grid', 'community', 'street'], kind), code limit 1`.execute(tx)
  return rows[0] ?? null
}

/** Outlines of a day for a map, in the order of the units' codes. */
export async function findOutlines(tx: Tx, district: District, filter: { readonly kind: UnitKind; readonly on: Day; readonly parent?: Id | undefined }): Promise<Outline[]> {
  const { rows } = await sql<Omit<Outline, 'ring'> & { ring: string }>`
    select u.id as unit, u.code, u.name, u.kind, o.ring::text as ring, o.source, o.generated
    from org.outline o join org.unit u on u.district = o.district and u.id = o.unit
    where o.district = ${district} and u.kind = ${filter.kind} and o.from_on <= ${filter.on} and (o.until_on is null or o.until_on > ${filter.on})
      and u.from_on <= ${filter.on} and (u.until_on is null or u.until_on > ${filter.on}) ${filter.parent ? sql`and u.parent = ${filter.parent}` : sql``}
    order by u.code, o.id`.execute(tx)
  return rows.map(row => ({ ...row, ring: cornersOf(row.ring) }))
}

/** Units that have an outline of any day. */
export async function findOutlined(tx: Tx, district: District): Promise<ReadonlySet<Id>> {
  const rows = await tx.selectFrom('org.outline').select('unit').distinct().where('district', '=', district).execute()
  return new Set(rows.map(row => row.unit))
}

export type NewOutline = Pick<Outline, 'unit' | 'ring' | 'source' | 'generated'> & { readonly id: Id; readonly from: Day; readonly until: Day | null }

export async function insertOutlines(tx: Tx, district: District, outlines: readonly NewOutline[]): Promise<void> {
  for (let i = 0; i < outlines.length; i += 1000) {
    await tx.insertInto('org.outline').values(outlines.slice(i, i + 1000).map(({ ring, from, until, ...rest }) => ({ district, ...rest, ring: `(${ring.map(([lng, lat]) => `(${lng},${lat})`).join(',')})`, from_on: from, until_on: until }))).execute()
  }
}

/** The corners as PostgreSQL prints a polygon: `((113.2,23.1),(113.3,23.1),…)`. */
function cornersOf(text: string): Outline['ring'] {
  return [...text.matchAll(/\(?\(([^,()]+),([^,()]+)\)/g)].map(corner => [Number(corner[1]), Number(corner[2])] as const)
}
