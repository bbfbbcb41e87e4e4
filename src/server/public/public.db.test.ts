import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { Parser } from 'n3'
import { sql } from 'kysely'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { dice } from '../../../testkit/dice.ts'
import { portalFromSources } from '../../../testkit/portal.ts'
import { publicLine, publicSnapshot } from '../../../testkit/public-lines.ts'
import { testServer } from '../../../testkit/server.ts'
import { type PublicLine } from '../../engines/plan/domain/publication/publication.ts'
import { publicFields } from '../../engines/plan/domain/publication/fields.ts'
import { within } from '../database/database.ts'

describe('the public pages', async () => {
  const server = await testServer({ portal: await portalFromSources() })
  const { district } = server
  const other = await freshDistrict({ district: 440103, beside: server })
  let asked = 0
  /** A stranger, each time from an address of its own. */
  const get = (url: string, headers: Record<string, string> = {}) => server.app.inject({ method: 'GET', url, headers, remoteAddress: `10.1.${++asked >> 8}.${asked & 255}` })

  /** Puts a publication on file as the steps leave it. */
  const onFile = async (year: number, number: number | null, state: string, lines: readonly PublicLine[], at = '2023-09-01T02:00:00.000Z', of = district) => {
    const id = v7()
    await within(server.db, { district: of, sees: 'district' }, tx => sql`
      insert into plan.publication (district, id, year, number, state, snapshot, held_back, prepared_by, prepared_at, public_at)
      values (${of}, ${id}, ${year}, ${number}, ${state}, ${JSON.stringify(publicSnapshot(lines, { year, district: of }))}, ${JSON.stringify([{ key: 'FAI-growth', label: { zh: '秘密', en: 'secret' }, kind: 'left-out', why: { zh: '内部理由', en: 'inside' } }])}, ${server.person('planner')}, ${at}, ${number === null ? null : at})`.execute(tx))
    await within(server.db, { district: of, sees: 'district' }, tx => sql`
      insert into plan.publication_event (district, id, publication, seq, at, person, by_name, event)
      values (${of}, ${v7()}, ${id}, 1, ${at}, ${server.person('planner')}, '编制人李四', ${JSON.stringify({ kind: 'prepared', lines: lines.length, leftOut: [], digest: '' })})`.execute(tx))
    return id
  }

  it('say when and whom to ask while nothing is public, and that there is no data', async () => {
    const page = await get('/public')
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('还没有公布')
    expect(page.body).toMatch(/<html lang="zh-CN">/)
    expect(page.body).toContain('tel:12345')
    expect((await get('/public/2023/data.csv')).json()).toMatchObject({ title: 'nothing-public' })
    expect((await get('/public/catalog.ttl')).statusCode).toBe(200)
  })

  const fai = publicLine('FAI-growth', { label: { zh: '固定资产投资', en: 'Fixed asset investment' } })
  const hostile = publicLine('ROADS-level', { label: { zh: '=cmd|" /C calc"!A0<script>alert(1)</script>', en: 'x' }, owner: '+区建设局"', light: 'on-pace', words: '-3以上' })
  const lifts = publicLine('LIFTS-level', { code: 'ELEVATORS', label: { zh: '加装电梯', en: 'Lifts' }, light: 'done', unit: '台', target: 300, figure: 312, words: '300台以上' })

  it('show the latest publication of the latest year that stands, and each by its number', async () => {
    await onFile(2023, 1, 'public', [{ ...fai, light: 'off-pace', figure: 2.5 }], '2023-04-20T02:00:00.000Z')
    await onFile(2023, 2, 'public', [fai, hostile, lifts])
    await onFile(2023, null, 'waiting', [publicLine('WAITING-level', { label: { zh: '等待批准的秘密', en: 'waiting' } })])
    await onFile(2023, null, 'returned', [publicLine('RETURNED-level', { label: { zh: '退回的秘密', en: 'returned' } })])
    await onFile(2022, 1, 'public', [{ ...fai, light: 'done', figure: 11 }])
    const page = await get(`/public/${district}`)
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('2023年政府承诺了什么')
    expect(page.body).toContain('固定资产投资')
    expect(page.body).not.toContain('秘密')
    expect((await get('/public/2023/1')).body).toContain('这是较早的一期')
    expect((await get('/public/2022')).body).toContain('2022年政府承诺了什么')
    expect((await get('/public/2021')).body).toContain('2021年的承诺还没有公布')
    expect((await get('/public/2023/9')).statusCode).toBe(404)
  })

  it('follow a promise through the publications of its year and into other years', async () => {
    const { body } = await get('/public/2023/FAI-growth')
    for (const words of ['增长10%以上', '8.4%', '计划报告', '半年报告', '2023年第1期', '2023年第2期', '2022年第1期', '严重滞后']) expect(body).toContain(words)
    expect((await get('/public/2023/NO-SUCH')).statusCode).toBe(404)
    expect((await get('/public/2023/WAITING-level')).statusCode).toBe(404)
  })

  it('are narrowed by words and by light, and an unknown word in the address harms nothing', async () => {
    expect((await get('/public/2023?q=电梯')).body).toMatch(/找到1项/)
    expect((await get('/public/2023?light=done')).body).toMatch(/找到1项/)
    expect((await get('/public/2023?light=purple&page=-3&lang=fr&text=huge&q=')).body).toMatch(/全部承诺/)
    expect((await get('/public/2023?q=没有的词')).body).toContain('没有找到')
  })

  it('come in English and in large text, and remember the choice in a cookie that says nothing else', async () => {
    const page = await get('/public?lang=en&text=large')
    expect(page.body).toMatch(/<html lang="en" class="large">/)
    expect(page.body).toContain('What was promised for 2023')
    const [cookie = ''] = [page.headers['set-cookie'] ?? ''].flat()
    expect(cookie).toMatch(/^opendistrict\.public=en\.large; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/)
    const again = await get('/public/2023', { cookie: 'opendistrict.public=en.large' })
    expect(again.body).toMatch(/<html lang="en" class="large">/)
    expect(again.headers['set-cookie']).toBeUndefined()
    expect((await get('/public?lang=zh', { cookie: 'opendistrict.public=en.large' })).body).toMatch(/<html lang="zh-CN" class="large">/)
  })

  it('have no script, keep to the content policy, and are not drawn as code whatever a title says', async () => {
    const { body, headers } = await get('/public/2023')
    expect(body).not.toMatch(/<script|\son\w+=|javascript:|style="/i)
    expect(body).toContain('&lt;script&gt;')
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
    const style = /href="(\/public\/style-[0-9a-f]+\.css)"/.exec(body)?.[1] ?? ''
    expect((await get(style)).headers).toMatchObject({ 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=31536000, immutable' })
  })

  it('answer "not changed" to a browser that has the page, and with a new page once more is public', async () => {
    const first = await get('/public/2022')
    expect(first.headers['cache-control']).toBe('public, max-age=60')
    const etag = String(first.headers['etag'])
    expect((await get('/public/2022', { 'if-none-match': etag })).statusCode).toBe(304)
    await onFile(2022, 2, 'public', [{ ...fai, light: 'slipping' }], '2023-09-02T02:00:00.000Z')
    expect((await get('/public/2022', { 'if-none-match': etag })).statusCode).toBe(200)
  })

  it('say that a publication was withdrawn, and give its content to nobody', async () => {
    await onFile(2020, 1, 'public', [fai])
    const id = await onFile(2020, 2, 'public', [publicLine('WRONG-level', { label: { zh: '错误的数', en: 'wrong' } })])
    expect((await get('/public/2020')).body).toContain('错误的数')
    expect((await get('/public/2020/2/data.csv')).body).toContain('错误的数')
    await within(server.db, { district, sees: 'district' }, tx => sql`update plan.publication set state = 'withdrawn' where id = ${id}`.execute(tx))
    const page = await get('/public/2020/2')
    expect(page.statusCode).toBe(410)
    expect(page.body).toContain('2020年第2期已撤回')
    for (const url of ['/public/2020/2', '/public/2020', '/public/2020/2/WRONG-level', '/public/2020/2/data.csv', '/public/2020/2/data.json', '/public/2020/data.csv', '/public/catalog.jsonld']) expect((await get(url)).body).not.toContain('错误的数')
  })

  it('give every file to every site, safe to open in a spreadsheet, and the same as the page says', async () => {
    const csv = await get('/public/2023/data.csv')
    expect(csv.headers).toMatchObject({ 'access-control-allow-origin': '*', 'content-type': 'text/csv; charset=utf-8', 'cross-origin-resource-policy': 'cross-origin' })
    const rows: Record<string, string>[] = parse(csv.body, { bom: true, columns: true })
    expect(rows.map(row => [row['key'], row['figure'], row['light']])).toEqual([['FAI-growth', '8.4', 'slipping'], ['ROADS-level', '8.4', 'on-pace'], ['LIFTS-level', '312', 'done']])
    expect(rows[1]?.['name_zh']).toMatch(/^'=/)
    expect(rows[1]?.['owner']).toMatch(/^'\+/)
    const json = (await get('/public/2023/2/data.json')).json()
    expect(json).toMatchObject({ year: 2023, issue: 2, publishedOn: '2023-09-01', promises: [{ key: 'FAI-growth', figure: 8.4, statements: [{ words: '增长10%以上' }] }, {}, {}] })
    expect(json.fields.map((field: { name: string }) => field.name)).toEqual(publicFields.map(field => field.name))
    expect((await get('/public/2023/sdmx.json')).json()).toMatchObject({ meta: { id: `OD-${district}-2023-2` }, data: { dataSets: [{ action: 'Information' }] } })
    const turtle = new Parser().parse((await get(`/public/${district}/catalog.ttl`)).body)
    const sizeOf = (file: string) => turtle.find(q => q.subject.value.endsWith(`/2023/2/${file}#distribution`) && q.predicate.value.endsWith('byteSize'))?.object.value
    expect(Number(sizeOf('data.csv'))).toBe(Buffer.byteLength((await get('/public/2023/2/data.csv')).body))
    expect(turtle.filter(q => q.predicate.value.endsWith('#dataset'))).toHaveLength(5)
    expect((await get('/public/2023/catalog.jsonld')).headers['content-type']).toBe('application/ld+json; charset=utf-8')
    const data = (await get('/public/2023/data')).body
    for (const field of publicFields) expect(data).toContain(`<code>${field.name}</code>`)
  })

  it('of one district show nothing of another', async () => {
    expect((await get('/public/440103')).statusCode).toBe(404)
    await onFile(2023, 1, 'public', [publicLine('THEIRS-level', { label: { zh: '荔湾的承诺', en: 'theirs' } })], '2023-09-01T02:00:00.000Z', other.district)
    for (const url of ['/public', '/public/2023', '/public/2023/THEIRS-level', '/public/2023/data.json', '/public/catalog.ttl']) expect((await get(url)).body).not.toContain('荔湾的承诺')
  })

  it('show to nobody but those who prepare and approve what only waits, in a frame of our own pages', async () => {
    const waiting = await onFile(2019, null, 'waiting', [fai])
    expect((await get(`/public-preview/${waiting}`)).statusCode).toBe(401)
    const as = async (role: 'department' | 'leader' | 'planner', url: string) => server.app.inject({ method: 'GET', url, headers: await server.as(role) })
    expect((await as('department', `/public-preview/${waiting}`)).statusCode).toBe(403)
    const shown = await as('leader', `/public-preview/${waiting}`)
    expect(shown.statusCode).toBe(200)
    expect(shown.body).toContain('批准之前，公众看不到这一页')
    expect(shown.body).toContain(`href="/public-preview/${waiting}/FAI-growth"`)
    expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'")
    expect(shown.headers['cache-control']).toBe('no-store')
    expect((await as('leader', `/public-preview/${waiting}/FAI-growth`)).body).toContain('计划报告')
    expect((await as('leader', '/public-preview/2023')).statusCode).toBe(403)
    expect((await as('planner', '/public-preview/2023?leave=FAI-growth')).statusCode).toBe(200)
    expect((await as('planner', '/public-preview/zzz')).statusCode).toBe(404)
  })

  it('answer plainly whatever the address says', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.webPath(), fc.string({ maxLength: 60 }).map(text => `/${encodeURIComponent(text)}`), fc.constantFrom('/..%2f..%2fetc/passwd', '/2023/%00', '/2023/%', '/440104/2023/1/2/3', '/2023/constructor', '/__proto__', '/2023/data.csv/x')), fc.webQueryParameters(), async (path, query) => {
      const answer = await get(`/public${path}?${query}`)
      expect([200, 400, 404]).toContain(answer.statusCode)
      expect(answer.body).not.toMatch(/Error:|at file:|node_modules/)
    }), { numRuns: 150 })
  })

  it('limit how often one address asks, and say so on a page', async () => {
    const statuses = new Map<number, number>()
    let last = ''
    for (let i = 0; i < 310; i++) {
      const answer = await server.app.inject({ method: 'GET', url: '/public/help', remoteAddress: '10.9.9.9' })
      statuses.set(answer.statusCode, (statuses.get(answer.statusCode) ?? 0) + 1)
      last = answer.body
    }
    expect([...statuses]).toEqual([[200, 300], [429, 10]])
    expect(last).toContain('请稍等一会儿')
  })

  it('weigh less than 60 KB with their style sheet, with 300 promises of the year', async () => {
    // Characters at random do not repeat themselves as words do: no real year is longer when packed.
    const roll = dice(7)
    const words = (length: number) => Array.from({ length }, () => String.fromCodePoint(0x4e00 + Math.floor(roll() * 3500))).join('')
    const many = Array.from({ length: 300 }, (_, i) => publicLine(`P${i}-level`, { label: { zh: words(22), en: words(22) }, owner: words(8), words: words(10), figure: Math.round(roll() * 100_000) / 10, because: { zh: words(45), en: words(45) }, figureSource: { kind: 'paper', title: words(20), section: '二', day: '2023-08-29', url: null } }))
    await onFile(2018, 1, 'public', many)
    const style = gzipSync(readFileSync(join(import.meta.dirname, '../../web/faces/portal/portal.css'))).length
    const weights: Record<string, number> = {}
    for (const url of ['/public/2018', '/public/2018?page=3', '/public/2018?text=large&lang=en', '/public/2018/P7-level', '/public/2018/data', '/public/help']) {
      const sent = await get(url, { 'accept-encoding': 'gzip' })
      expect(sent.headers['content-encoding']).toBe('gzip')
      weights[url] = sent.rawPayload.length + style
    }
    console.log(`\npublic pages with 300 promises, gzipped, with the style sheet: ${Object.entries(weights).map(([url, bytes]) => `${url} ${(bytes / 1024).toFixed(1)} KB`).join(', ')}\n`)
    expect(Math.max(...Object.values(weights))).toBeLessThan(60 * 1024)
    const began = performance.now()
    await get('/public/2018')
    expect(performance.now() - began).toBeLessThan(500)
  })
})
