import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { testType } from '../../../testkit/case-type.ts'
import { reporting } from '../../../testkit/reporting.ts'
import { residentOf, ticketOf } from '../../../testkit/resident.ts'
import { sweep } from '../../engines/cases/index.ts'
import { clearing } from '../../engines/cases/portal/clearing.ts'

describe('reporting without an account and without scripts', async () => {
  const { server, home, pass, fill, report } = await reporting()
  const somebody = () => residentOf(server.app)

  it('begins with whom to call, then asks one question a page and ends with a number and a code', async () => {
    const who = somebody()
    const first = await who.open(`${home}/report`)
    expect(first.text.indexOf('110')).toBeLessThan(first.text.indexOf('是什么事'))
    for (const call of ['110', '119', '120', '122', '12345']) expect(first.html).toContain(`tel:${call}`)
    const kind = await who.send(`${home}/report`, { words: '三元宫门口垃圾很臭' })
    expect(kind.at).toMatch(new RegExp(`^${home}/report/[\\w-]{22}/kind$`))
    expect(kind.text).toContain('第2步，共6步')
    expect(kind.text.indexOf('暴露垃圾')).toBeLessThan(kind.text.indexOf('占道经营'))
    const where = await who.send(kind.at, { kind: 'hotline/rubbish' })
    expect(where.html).toContain('<optgroup label="洪桥街道">')
    const words = await who.send(where.at, { address: '三元宫路8号', unit: server.places.community.id })
    expect(words.html).toContain('三元宫门口垃圾很臭</textarea>')
    const own = await who.send(words.at, { words: '三元宫门口垃圾很臭，堆了三天', 'field-floor': '1' })
    const look = await who.send(own.at, { name: '李小明', phone: '138 0013 8000', email: 'li@example.com', confidential: 'yes' })
    for (const said of ['市容 › 暴露垃圾', '洪桥街道 三元宫社区 三元宫路8号', '堆了三天', '李小明', '138 0013 8000']) expect(look.text).toContain(said)
    pass(60)
    const sent = await who.send(look.at, { website: '' })
    expect(sent.status).toBe(200)
    const { number, code } = ticketOf(sent)
    expect(number).toMatch(/^RX20230829\d{6}$/)
    expect(code).toMatch(/^\d{8}$/)
    expect(sent.text).toContain('7天内，即2023年9月5日 23:59前')
    const { rows } = await sql<{ event: Record<string, unknown>; phone: string; confidential: boolean; code_hash: string }>`select e.event, r.phone, r.email, r.confidential, r.code_hash from cases."case" c join cases.event e on e.case_id = c.id join cases.reporter r on r.case_id = c.id where c.number = ${number}`.execute(server.db)
    expect(rows).toMatchObject([{ phone: '13800138000', email: 'li@example.com', confidential: true, event: { kind: 'received', channel: 'portal', title: '三元宫门口垃圾很臭，堆了三天', urgency: 'ordinary', fields: { floor: 1 }, place: { unit: server.places.community.id, address: '三元宫路8号' } } }])
    expect(rows[0]?.code_hash).not.toContain(code)
  })

  it('keeps nothing of the person in addresses, in the trail or, once it is sent, in the slip; the code is kept nowhere', async () => {
    const who = somebody()
    const sent = await report(who, { words: '路灯坏了一个星期', name: '王小红', phone: '13900001111' })
    const { code } = ticketOf(sent)
    expect(sent.at).not.toMatch(/1390000|%E7%8E%8B/)
    const trail = JSON.stringify((await sql`select * from audit.entry`.execute(server.db)).rows)
    const slips = JSON.stringify((await sql`select * from cases.slip where slip->>'kind' = 'sent'`.execute(server.db)).rows)
    const acts = JSON.stringify((await sql`select * from cases.portal_act`.execute(server.db)).rows)
    for (const kept of [trail, slips, acts]) for (const secret of ['王小红', '13900001111', code, '路灯坏了', '10.2.']) expect(kept).not.toContain(secret)
    expect(trail).toContain('居民 resident')
    // The page can be seen again until its time is over.
    expect(ticketOf(await who.open(sent.at)).code).toBe(code)
    pass(3700)
    expect((await who.open(sent.at)).status).toBe(404)
  })

  it('goes back and forth freely, never past what is not answered, and changes one answer without the others', async () => {
    const who = somebody()
    const kind = await who.send(`${home}/report`, { list: 'yes', words: '' })
    const slip = kind.at.replace(/kind$/, '')
    expect((await who.open(`${slip}look`)).at).toBe(`${slip}kind`)
    await who.send(kind.at, { kind: 'hotline/stall' })
    expect((await who.open(`${slip}who`)).at).toBe(`${slip}where`)
    await who.send(`${slip}where`, { address: '北京路1号', unit: '' })
    await who.send(`${slip}words`, { words: '占道卖水果', 'field-floor': '0' })
    await who.send(`${slip}who`, {})
    const back = await who.open(`${slip}where`)
    expect(back.html).toContain('value="北京路1号"')
    expect(back.html).toContain(`href="${slip}kind"`)
    const changed = await who.send(`${slip}where`, { address: '北京路2号', unit: '' })
    expect(changed.at).toBe(`${slip}look`)
    expect(changed.text).toContain('北京路2号')
    expect(changed.text).toContain('占道卖水果')
  })

  it('says what is wrong at its box and above all, keeps what was typed, and takes nothing in', async () => {
    const who = somebody()
    expect((await who.send(`${home}/report`, { words: ' ' })).status).toBe(422)
    const kind = await who.send(`${home}/report`, { words: '垃圾' })
    const slip = kind.at.replace(/kind$/, '')
    for (const wrong of ['', 'hotline/street', 'inside/rubbish', 'hotline/none', '/', 'constructor/x']) expect((await who.send(kind.at, { kind: wrong })).status).toBe(422)
    await who.send(kind.at, { kind: 'hotline/rubbish' })
    const nowhere = await who.send(`${slip}where`, { address: '', unit: '' })
    expect(nowhere.status).toBe(422)
    expect(nowhere.html).toContain('<a href="#address">请写明地点')
    expect(nowhere.html).toMatch(/<input id="address"[^>]*aria-describedby="address-hint address-wrong" aria-invalid="true"/)
    expect(nowhere.html).toMatch(/<title>有误：/)
    expect((await who.send(`${slip}where`, { address: '路口', unit: server.places.finance.id })).text).toContain('请在列表中选择社区或街道')
    expect((await who.send(`${slip}where`, { address: '长'.repeat(201), unit: '' })).text).toContain('最多200字')
    await who.send(`${slip}where`, { address: '路口', unit: '' })
    const words = await who.send(`${slip}words`, { words: '', 'field-since': '昨天', 'field-floor': '' })
    for (const said of ['有3处要改', '请用一两句话', '请填写日期', '请填写“楼层”']) expect(words.text).toContain(said)
    expect(words.html).toContain('value="昨天"')
    expect((await who.send(`${slip}words`, { words: '字'.repeat(2001), 'field-floor': '1' })).text).toContain('最多2000字，现有2001字')
    await who.send(`${slip}words`, { words: '垃圾\u0000\u0007没人清', 'field-floor': '1' })
    expect((await who.send(`${slip}who`, { phone: '打我电话' })).text).toContain('请填写电话号码')
    expect((await who.send(`${slip}who`, { email: 'li@' })).text).toContain('请填写完整的电子邮箱')
    await who.send(`${slip}who`, { name: '<script>alert(1)</script>' })
    const look = await who.open(`${slip}look`)
    expect(look.html).not.toContain('<script>')
    expect(look.text).toContain('垃圾没人清')
  })

  it('opens one case however often the button is pressed', async () => {
    const who = somebody()
    const look = await fill(who, { words: '井盖响了好几天' })
    const pages = await Promise.all([who.send(look.at, {}), who.send(look.at, {}), who.send(look.at, {})])
    expect(new Set(pages.map(page => ticketOf(page).number)).size).toBe(1)
    expect((await who.open(look.at)).at).toMatch(/sent$/)
    const { rows } = await sql`select 1 from cases."case" where title like '井盖%'`.execute(server.db)
    expect(rows).toHaveLength(1)
  })

  it('is cleared when it is not sent within the hour', async () => {
    const who = somebody()
    const look = await fill(who, { phone: '13711112222', words: '没有发出的话' })
    pass(3700)
    const late = await who.send(look.at, {})
    expect(late.status).toBe(404)
    expect(late.text).toContain('这一页已过时')
    await clearing.run(await server.ctx('planner'))
    expect(JSON.stringify((await sql`select * from cases.slip`.execute(server.db)).rows)).not.toContain('13711112222')
  })

  it('answers strangers’ addresses plainly', async () => {
    const who = somebody()
    for (const url of ['/public/440199/report', '/public/abc/report']) expect((await who.open(url)).status).toBe(404)
    for (const url of [`${home}/report/zzz/kind`, `${home}/report/${'a'.repeat(22)}/kind`, `${home}/report/${'a'.repeat(22)}/sent`, `${home}/follow/${'a'.repeat(22)}`, `${home}/follow/x`]) expect((await who.open(url)).status).toBe(404)
    expect((await who.open('/public/report')).at).toBe(`${home}/report`)
    await fc.assert(fc.asyncProperty(fc.constantFrom('kind', 'where', 'words', 'who', 'look', 'sent', 'x'), fc.dictionary(fc.constantFrom('kind', 'unit', 'address', 'words', 'phone', 'lng', 'lat', 'field-floor', '__proto__', 'same'), fc.string({ unit: 'binary', maxLength: 40 })), async (step, form) => {
      const kind = await residentOf(server.app).send(`${home}/report`, { words: '垃圾' })
      const answer = await residentOf(server.app).send(kind.at.replace(/kind$/, step), form)
      expect([200, 404, 422]).toContain(answer.status)
    }), { numRuns: 60 })
  })
})

describe('following a report', async () => {
  const { server, home, pass, report, move, handled, follow } = await reporting()
  const who = residentOf(server.app)
  const first = ticketOf(await report(who, { words: '三元宫门口的垃圾堆了三天。请清走', name: '李小明', phone: '13800138000' }))

  it('shows where it stands with the number and the code, or the telephone', async () => {
    const shown = await follow(who, first.number.toLowerCase(), `${first.code.slice(0, 4)} ${first.code.slice(4)}`)
    expect(shown.at).toMatch(new RegExp(`^${home}/follow/[\\w-]{22}$`))
    expect(shown.text).toContain('已收到，工作人员还没有看')
    expect(shown.headers['cache-control']).toBe('no-store')
    expect((await follow(who, first.number, '138-0013-8000')).status).toBe(200)
  })

  it('tells the answers meant for the reporter and the units, never officials or what stays inside', async () => {
    await handled(first.number)
    const { text } = await follow(who, first.number, first.code)
    for (const said of ['已办结，等您评价或回访', '交由区发展和改革局办理', '区发展和改革局告诉您', '明天上午清运', '办理结果 ：已解决', '垃圾已清走，增设垃圾桶一个']) expect(text.replaceAll('：', ' ：').replaceAll('  ', ' ')).toContain(said.replaceAll('：', ' ：').replaceAll('  ', ' '))
    for (const inside of ['内部', '老投诉户', '演示', 'dispatcher', '李小明', '13800138000']) expect(text).not.toContain(inside)
  })

  it('takes a rating once for each handling, and has the matter taken up again', async () => {
    const page = await follow(who, first.number, first.code)
    expect((await who.send(`${page.at}/rate`, { score: '9' })).text).toContain('请选择满意程度')
    const rated = await who.send(`${page.at}/rate`, { score: '2', 'rate-words': '还有味道' })
    expect(rated.text).toContain('不满意')
    expect(rated.text).toContain('还有味道')
    const again = await who.send(`${page.at}/rate`, { score: '5' })
    expect([again.status, again.text.includes('已经评价过')]).toEqual([422, true]) // 'rated-already'
    expect((await who.send(`${page.at}/reopen`, { 'reopen-words': ' ' })).status).toBe(422)
    const reopened = await who.send(`${page.at}/reopen`, { 'reopen-words': '桶边还有垃圾' })
    expect(reopened.text).toContain('正在办理')
    expect(reopened.text).toContain('桶边还有垃圾')
    const { rows } = await sql<{ event: { kind: string } }>`select e.event, e.person from cases.event e join cases."case" c on c.id = e.case_id where c.number = ${first.number} and e.event->>'kind' in ('rated', 'reopened')`.execute(server.db)
    expect(rows).toMatchObject([{ person: null, event: { kind: 'rated', score: 2 } }, { person: null, event: { kind: 'reopened', byReporter: true } }])
  })

  it('takes added words while it is open, once when pressed twice, and not without end', async () => {
    const page = await follow(who, first.number, first.code)
    for (let i = 0; i < 2; i++) await who.send(`${page.at}/add`, { 'add-words': '晚上也有人倒' })
    const { rows } = await sql`select 1 from cases.event where event->>'words' = '晚上也有人倒'`.execute(server.db)
    expect(rows).toHaveLength(1)
    let last = await who.open(page.at)
    for (let i = 0; i < 10; i++) last = await who.send(`${page.at}/add`, { 'add-words': `第${i}次补充` })
    expect([last.status, last.text.includes('补充的次数已满')]).toEqual([429, true]) // 'added-too-often'
  })

  it('says why it was not taken up, and where it was put together with another', async () => {
    const refused = ticketOf(await report(residentOf(server.app), { words: '邻居家的狗叫' }))
    await move('dispatcher', refused.number, { kind: 'refused', basis: '《条例》第八条', words: '属民事纠纷' })
    const told = await follow(who, refused.number, refused.code)
    expect(told.text).toContain('《条例》第八条')
    expect(told.text).not.toContain('有要补充的')
    const [a, b] = [ticketOf(await report(residentOf(server.app), { words: '同一堆垃圾甲' })), ticketOf(await report(residentOf(server.app), { words: '同一堆垃圾乙，我家电话13512345678' }))]
    const target = await server.ask('dispatcher', { method: 'GET', url: `/api/cases/numbered/${b.number}` })
    await move('dispatcher', a.number, { kind: 'merged', into: (target.body as { id: string }).id }) // by its contract
    await handled(b.number)
    const joined = await follow(who, a.number, a.code)
    expect(joined.text).toContain(`与${b.number}是同一件事`)
    expect(joined.text).toContain('垃圾已清走')
    expect(joined.text).not.toContain('13512345678')
    expect(joined.text).not.toContain('您满意吗')
  })

  it('answers a wrong code and an unknown number alike, and stops those who try', async () => {
    const stranger = residentOf(server.app)
    const own = ticketOf(await report(residentOf(server.app), { words: '别人的事' }))
    const [wrong, unknown, phone] = [await follow(stranger, own.number, '00000000'), await follow(stranger, 'RX20230829999999x', '00000000'), await follow(stranger, own.number, '13800138000')]
    expect([wrong.status, unknown.status, phone.status]).toEqual([422, 422, 422])
    for (const page of [wrong, unknown, phone]) expect(page.text).toContain('编号与查询码（或电话）对不上') // 'wrong-number-or-code'
    expect(wrong.html.replaceAll(own.number, '')).toBe(unknown.html.replaceAll('RX20230829999999x', ''))
    for (let i = 0; i < 3; i++) await follow(stranger, own.number, '00000001')
    const stopped = await follow(residentOf(server.app), own.number, own.code)
    expect([stopped.status, stopped.text.includes('试的次数太多')]).toEqual([429, true]) // 'asked-too-often'
    pass(3601)
    expect((await follow(residentOf(server.app), own.number, own.code)).status).toBe(200)
    expect((await follow(stranger, '', '')).text).toContain('有2处要改')
    // What residents may not open cannot be followed either.
    const trail = (await sql<{ verb: string }>`select verb from audit.entry where verb like 'case.follow%'`.execute(server.db)).rows.map(row => row.verb)
    expect(new Set(trail)).toEqual(new Set(['case.followed', 'case.follow-failed']))
  })

  it('is over after an hour, and the ladder goes on by itself meanwhile', async () => {
    const mine = ticketOf(await report(residentOf(server.app), { words: '楼道灯不亮' }))
    const page = await follow(who, mine.number, mine.code)
    pass(3700)
    expect((await who.open(page.at)).status).toBe(404)
    expect((await who.send(`${page.at}/add`, { 'add-words': '还不亮' })).text).toContain('已超时') // 'slip-over'
    await sweep(await server.ctx('planner'))
  })
})

describe('a flood', async () => {
  const { server, pass, fill, report } = await reporting()

  it('of the same words is told of the first, which is linked where it is another matter all the same', async () => {
    const who = residentOf(server.app)
    const first = ticketOf(await report(who, { words: '楼下 施工噪音！' }))
    const own = await fill(who, { words: '楼下施工噪音' })
    const told = await who.send(own.at, {})
    expect([told.status, told.text.includes('已收到同样内容的诉求')]).toEqual([422, true]) // 'same-words'
    expect(told.text).toContain(first.number)
    const stranger = residentOf(server.app)
    const theirs = await fill(stranger, { words: '楼下施工噪音' })
    const hidden = await stranger.send(theirs.at, {})
    expect(hidden.text).toContain('已收到同样内容的诉求')
    expect(hidden.text).not.toContain(first.number)
    const second = ticketOf(await stranger.send(theirs.at, { another: 'yes' }))
    const { rows } = await sql<{ words: string }>`select e.event->>'words' as words from cases.event e join cases."case" c on c.id = e.case_id where c.number = ${second.number} and e.event->>'kind' = 'noted'`.execute(server.db)
    expect(rows).toEqual([{ words: `与工单${first.number}内容相同；反映人提交时确认是另一件事。` }])
    pass(3601)
    expect(ticketOf(await report(residentOf(server.app), { words: '楼下施工噪音' })).number).not.toBe('')
  })

  it('from one telephone or one address is stopped with the time when to come again', async () => {
    for (let i = 0; i < 5; i++) expect(ticketOf(await report(residentOf(server.app), { words: `第${i}件事`, phone: '13666666666' })).number).not.toBe('')
    const who = residentOf(server.app)
    const stopped = await report(who, { words: '第六件事', phone: '136 6666 6666' })
    expect([stopped.status, /请在\d\d:\d\d之后再提交；事情急，请现在拨打12345/.test(stopped.text)]).toEqual([429, true]) // 'sent-too-often'
    const neighbours = '10.3.0.1'
    for (let i = 0; i < 30; i++) await report(residentOf(server.app, neighbours), { words: `邻里第${i}件` })
    expect((await report(residentOf(server.app, neighbours), { words: '邻里又一件' })).text).toContain('短时间内收到的太多')
    pass(3601)
    expect((await report(residentOf(server.app, neighbours), { words: '邻里又一件' })).status).toBe(200)
  }, 120_000)

  it('that many send at once is counted one after another', async () => {
    const looks = await Promise.all(Array.from({ length: 8 }, async (_, i) => { const who = residentOf(server.app); return { who, look: await fill(who, { words: `同时第${i}件`, phone: '13777777777' }) } }))
    const pages = await Promise.all(looks.map(({ who, look }) => who.send(look.at, {})))
    expect(pages.map(page => page.status).toSorted()).toEqual([200, 200, 200, 200, 200, 429, 429, 429])
  })

  it('of programs falls into the box that people leave empty, or is too fast for a person', async () => {
    const who = residentOf(server.app)
    const look = await fill(who, { words: '真人写的事' })
    const trapped = await who.send(look.at, { website: 'http://spam.example' })
    expect([trapped.status, trapped.text.includes('请清空“请勿填写”一栏')]).toEqual([422, true]) // 'left-empty-filled'
    expect((await who.send(look.at, { website: '' })).status).toBe(200)
    const next = await fill(residentOf(server.app), { words: '太快的事' })
    pass(-28)
    const fast = await who.send(next.at, {})
    expect([fast.status, fast.text.includes('提交得太快')]).toEqual([422, true]) // 'sent-too-fast'
  })
})

describe('pages for residents', async () => {
  const { server, home, fill, report, follow } = await reporting({ frameAncestors: ['https://www.example.gov.cn', 'https://*.example.com'] })
  const who = residentOf(server.app)

  it('may be shown by the sites of the setting, and no page behind sign-in ever', async () => {
    const framed = await who.open(`${home}/report`)
    expect(String(framed.headers['content-security-policy'])).toContain("frame-ancestors 'self' https://www.example.gov.cn https://*.example.com")
    expect(framed.headers['x-frame-options']).toBeUndefined()
    expect(framed.headers['referrer-policy']).toBe('same-origin')
    expect(String((await who.send(`${home}/follow`, {})).headers['content-security-policy'])).toContain('https://www.example.gov.cn')
    for (const url of ['/api/me', '/api/cases', '/public-preview/2023', '/healthz']) {
      const { headers } = await server.ask('planner', { method: 'GET', url })
      expect(String(headers['content-security-policy'])).toMatch(/frame-ancestors '(?:none|self)'(?:;|$)/)
      expect(headers['x-frame-options']).toBe('SAMEORIGIN')
    }
  })

  it('take forms from themselves only: another site is refused, and who is signed in on the same browser plays no part', async () => {
    expect((await who.send(`${home}/report`, { words: 'x' }, { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' })).status).toBe(403)
    expect((await who.send(`${home}/report`, { words: 'x' }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await who.send(`${home}/report`, { words: 'x' }, { origin: 'null' })).status).toBe(403)
    const look = await fill(who, { words: '登录着的工作人员自己反映' })
    const sent = await who.send(look.at, {}, await server.as('planner'))
    const { rows } = await sql`select c.opener, e.person from cases."case" c join cases.event e on e.case_id = c.id where c.number = ${ticketOf(sent).number}`.execute(server.db)
    expect(rows).toEqual([{ opener: null, person: null }])
  })

  it('come in large text and in English to the last page, without a script or a style of their own', async () => {
    const large = { cookie: 'opendistrict.public=en.large' }
    const sent = await report(who, { words: '英文页面' })
    const followed = await follow(who, ticketOf(sent).number, ticketOf(sent).code)
    const kind = await who.send(`${home}/report`, { words: '垃圾' })
    for (const url of [`${home}/report`, kind.at, sent.at, `${home}/follow`, followed.at]) {
      const page = await who.open(url, large)
      expect(page.html).toMatch(/<html lang="en" class="large">/)
      expect(page.html).not.toMatch(/<script|\son\w+=|javascript:|style="/i)
      // What is left in Chinese are names and what the resident wrote.
      expect(page.html.replaceAll(/<(\w+)[^>]* lang="zh-CN"[^>]*>.*?<\/\1>|测试区|<option.*?<\/option>|<optgroup[^>]*>/gs, '')).not.toMatch(/[\u4e00-\u9fff]/)
    }
    expect((await who.open(`${kind.at}?text=large`)).html).toContain('class="large"')
  })

  it('weigh less than 20 KB with their style sheet, packed', async () => {
    const style = gzipSync(readFileSync(join(import.meta.dirname, '../../web/faces/portal/portal.css'))).length
    const kind = await who.send(`${home}/report`, { words: '垃圾' })
    const weights = await Promise.all([`${home}/report`, kind.at, `${home}/follow`].map(async url => ({ url: url.replace(/[\w-]{22}/, 'SLIP'), bytes: gzipSync((await who.open(url)).html).length + style })))
    console.log(`\npages for reporting, gzipped, with the style sheet: ${weights.map(({ url, bytes }) => `${url} ${(bytes / 1024).toFixed(1)} KB`).join(', ')}\n`)
    expect(Math.max(...weights.map(({ bytes }) => bytes))).toBeLessThan(20 * 1024)
  })
})

describe('a district that takes nothing online', async () => {
  const { server, home } = await reporting({}, [{ ...testType, onPortal: false }])

  it('says so with whom to call', async () => {
    const page = await residentOf(server.app).open(`${home}/report`)
    expect(page.text).toContain('网上反映还没有开通')
    expect(page.html).toContain('tel:12345')
    expect(page.html).not.toContain('<form')
  })
})
