import pg from 'pg'
import { joinPostgres } from '../src/server/postgres/launcher.ts'

/** A district's archive: 60 units with 300 indicators over fifteen years of months, 3.24 million figures. The last year is open from November on, so that its end is forecast. */
const indicators = 300
const units = 60
const months = 180
const lastMonth = '2025-10-01'
export const openYear = 2025
/** A month of everything at a time. */
const chunk = indicators * units * 6
const district = 440104

export type Loaded = { readonly figures: number; readonly seconds: number; readonly megabytes: number; readonly targets: number; readonly indicators: readonly string[]; readonly units: readonly string[]; readonly codes: readonly string[]; readonly unitCodes: readonly string[] }

/** Ids that sort by their number as those of the application sort by time, and are the same in every run. */
const idOf = (kind: string, number: string) => `(lpad(to_hex(1672531200000 + ${number}), 12, '0') || '7' || substr(md5('${kind}' || ${number}), 1, 3) || '8' || substr(md5('${kind}' || ${number}), 4, 15))::uuid`

/** Fills the ledger of a running program's own database with generated figures, by statements that insert many rows each while the indexes are away, and gives units targets for the open year. */
export async function loadLedger(dataDir: string): Promise<Loaded> {
  const figures = indicators * units * months
  const server = await joinPostgres({ dataDir })
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    await client.query(`insert into indicators.indicator (district, id, code, name_zh, name_en, measure, nature, direction, frequency, kind, aggregation, search)
      select ${district}, ${idOf('indicator', 'n')}, 'BENCH-' || n, '示例指标' || n, 'Sample indicator ' || n, '亿元', 'expected', 'up', 'month', 'flow', 'sum', lower('BENCH-' || n || ' 示例指标' || n)
      from generate_series(1, ${indicators} - (select count(*) from indicators.indicator where district = ${district})) n`)
    await client.query(`create temp table i as select row_number() over (order by code) - 1 as k, id, measure, code from indicators.indicator where district = ${district} limit ${indicators}`)
    await client.query(`create temp table u as select row_number() over (order by case kind when 'district' then 0 when 'street' then 1 else 2 end, code) - 1 as k, id, code from org.unit where district = ${district} and kind in ('district', 'street', 'department', 'community') and until_on is null limit ${units}`)
    const began = performance.now()
    // Indexes are built once, over everything, which takes a third of keeping them row by row.
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(`select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
      where i.indrelid = 'indicators.figure'::regclass and not i.indisprimary`)
    for (const { name } of indexes) await client.query(`drop index ${name}`)
    for (let from = 0; from < figures; from += chunk) {
      await client.query(`insert into indicators.figure (district, id, indicator, unit, period, starts_on, ends_on, vintage, level_value, level_unit, change_value, change_unit, change_base, status, said_on, source, at)
        select ${district}, ${idOf('figure', 'n')}, i.id, u.id, to_char(m, 'YYYY-MM'), m, (m + interval '1 month' - interval '1 day')::date, 'quick',
               round((100 + i.k + 20 * sin(n) + n % 7)::numeric, 2), i.measure, round((5 * sin(n / 3.0))::numeric, 1), '%', '同比', 'published', (m + interval '1 month 17 days')::date, '{"kind":"generated","seed":"bench"}', now()
        from (select n, (date '${lastMonth}' - make_interval(months => n / ${indicators * units}))::date as m, (n / ${units}) % ${indicators} as ik, n % ${units} as uk from generate_series(${from}, ${Math.min(from + chunk, figures) - 1}) n) g
        join i on i.k = g.ik join u on u.k = g.uk`)
    }
    for (const { definition } of indexes) await client.query(definition)
    const seconds = (performance.now() - began) / 1000
    // The district is judged by 120 of them, eighteen units more by five: more than its papers name in a year.
    const { rowCount: targets } = await client.query(`insert into indicators.target (district, id, indicator, unit, period, starts_on, ends_on, aspect, operator, value, measure, nature, words)
      select ${district}, ${idOf('target', '(u.k * 1000 + i.k)')}, i.id, u.id, '${openYear}', '${openYear}-01-01', '${openYear}-12-31', 'level', '>=', 1300, i.measure, 'expected', '1300' || i.measure || '以上'
      from i join u on u.k = 0 and i.k < 120 or u.k <= 18 and i.k < 5 on conflict do nothing`)
    await client.query(`insert into indicators.statement (district, id, target, operator, value, measure, nature, words, source, at)
      select district, ${idOf('statement', 'row_number() over (order by id)')}, id, operator, value, measure, nature, words, '{"kind":"generated","seed":"bench"}', now() from indicators.target t
      where district = ${district} and not exists (select from indicators.statement s where s.district = t.district and s.target = t.id)`)
    // What autovacuum would do within a minute or two.
    await client.query('vacuum analyze indicators.figure, indicators.target, indicators.statement, indicators.indicator')
    const { rows: [size] } = await client.query<{ n: string; mb: number }>(`select count(*) as n, (pg_total_relation_size('indicators.figure') / 1000000.0)::float as mb from indicators.figure where district = ${district}`)
    const ids = async (table: string, column = 'id') => (await client.query<{ id: string }>(`select ${column} as id from ${table} order by k`)).rows.map(row => row.id)
    return { figures: Number(size?.n), seconds, megabytes: size?.mb ?? Number.NaN, targets: targets ?? 0, indicators: await ids('i'), units: await ids('u'), codes: await ids('i', 'code'), unitCodes: await ids('u', 'code') }
  } finally {
    await client.end()
    await server.stop() // joined, so this stops nothing that others use
  }
}

/** The statement at the bottom of an indicator's page, asked of the database without the program: milliseconds of each, with so many at once. */
export async function bareReads(dataDir: string, loaded: Loaded, atOnce: number, each: number): Promise<readonly number[]> {
  const server = await joinPostgres({ dataDir })
  const pool = new pg.Pool({ connectionString: server.url, max: atOnce })
  const times: number[] = []
  await Promise.all(Array.from({ length: atOnce }, async (_, user) => {
    for (let turn = 0; turn < each; turn++) {
      const began = performance.now()
      await pool.query('select * from indicators.figure where district = $1 and indicator = $2 and unit = $3 order by ends_on desc, id desc limit 501', [district, loaded.indicators[(user * 7 + turn) % loaded.indicators.length], loaded.units[(user + turn) % loaded.units.length]])
      times.push(performance.now() - began)
    }
  }))
  await pool.end()
  await server.stop()
  return times
}
