import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines } from '../../engines/index.ts'
import { freshDistrict } from '../../../testkit/district.ts'
import { within } from './database.ts'

describe('two districts in one database', async () => {
  const yuexiu = await freshDistrict({ district: 440104 })
  const liwan = await freshDistrict({ district: 440103, beside: yuexiu })

  it('every table of ours begins its key with the district and is guarded', async () => {
    const { rows } = await sql<{ name: string; first: string | null; guarded: boolean; policies: number }>`
      select n.nspname || '.' || c.relname as name, c.relrowsecurity as guarded,
        (select a.attname from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0] where i.indrelid = c.oid and i.indisprimary) as first,
        (select count(*) from pg_policy p where p.polrelid = c.oid and p.polname = 'own_district') as policies
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and n.nspname = any (${['app', 'audit', 'account', ...engines]})`.execute(yuexiu.db)
    expect(rows.length).toBeGreaterThan(10)
    expect(rows.filter(row => row.first !== 'district' || !row.guarded || row.policies !== 1)).toEqual([])
  })

  it('no table of ours is owned by, or open beyond its grants to, the role that requests run as', async () => {
    const { rows } = await sql<{ owner: string }>`select distinct pg_get_userbyid(c.relowner) as owner from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = any (${[...engines]})`.execute(yuexiu.db)
    expect(rows.map(row => row.owner)).not.toContain('opendistrict_request')
    await expect(within(yuexiu.db, { district: 440104, sees: 'district' }, tx => sql`delete from audit.entry`.execute(tx))).rejects.toThrow(/permission denied/)
    await expect(within(yuexiu.db, { district: 440104, sees: 'district' }, tx => sql`update audit.entry set actor = 'x'`.execute(tx))).rejects.toThrow(/permission denied/)
  })

  it('a query that forgets the filter still sees its own district only, under 50 requests at a time', async () => {
    const seen = await Promise.all(Array.from({ length: 200 }, async (_, i) => {
      const district = i % 2 === 0 ? 440104 : 440103
      return within(yuexiu.db, { district, sees: i % 3 === 0 ? 'district' : new Set([yuexiu.places.street.id]) }, async tx => {
        const before = await sql<{ district: number }>`select distinct district from org.unit`.execute(tx)
        await sql`select pg_sleep(0.002)`.execute(tx)
        const after = await sql<{ district: number }>`select distinct district from org.person`.execute(tx)
        return [district, ...before.rows.map(r => r.district), ...after.rows.map(r => r.district)]
      })
    }))
    for (const [district, ...found] of seen) expect(found).toEqual([district, district])
  })

  it('outside a transaction that names a district the request role sees nothing at all', async () => {
    const rows = await yuexiu.db.transaction().execute(async tx => {
      await sql`set local role opendistrict_request`.execute(tx)
      return (await sql`select * from org.unit`.execute(tx)).rows
    })
    expect(rows).toEqual([])
  })

  it('a row of another district can be neither written nor moved there', async () => {
    const bounds = { district: 440104, sees: 'district' as const }
    await expect(within(yuexiu.db, bounds, tx => sql`insert into org.person (district, id, name, account) values (440103, ${liwan.person('leader')}, 'x', 'y')`.execute(tx))).rejects.toThrow(/row-level security/)
    await expect(within(yuexiu.db, bounds, tx => sql`update org.person set district = 440103`.execute(tx))).rejects.toThrow(/row-level security/)
  })
})
