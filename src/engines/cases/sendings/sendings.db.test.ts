import { createHmac } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as listen } from 'node:net'
import { afterAll, describe, expect, it } from 'vitest'
import { hotline, value } from '../../../../testkit/cases.ts'
import { testType } from '../../../../testkit/case-type.ts'
import { seedCaseTypes } from '../index.ts'
import { handlers } from './api.ts'
import { type Channels, mailServer, textGateway } from './channels.ts'
import { deliver } from './delivering.ts'
import { tell } from './telling.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const name = (zh: string) => ({ zh, en: zh })

/** A hotline that writes to who asked and to the units. */
const talking = {
  ...testType, key: 'talking', messages: [
    { on: 'received', to: 'reporter', text: name('您反映的{title}已受理，编号{number}。') },
    { on: 'dispatched', to: 'lead', text: name('新工单{number}，{due}前办结。') },
    { on: 'dispatched', to: 'co-unit', text: name('请协办{number}，牵头单位{unit}。') },
    { on: 'answered', to: 'reporter', text: name('{number}：{words}（{result}）') },
    { on: 'merged', to: 'reporter', text: name('{number}已并入{into}一并办理。') },
  ],
} as const

/** A server of e-mail that says to each letter what it is told to say. */
async function mailbox() {
  const letters: string[] = []
  let verdict = '250 taken'
  const server = listen(socket => {
    let held = '', inLetter = false
    socket.write('220 here\r\n')
    socket.on('error', () => {}).on('data', chunk => {
      held += String(chunk)
      for (;;) {
        const end = inLetter ? held.indexOf('\r\n.\r\n') : held.indexOf('\r\n')
        if (end < 0) return
        const said = held.slice(0, end)
        held = held.slice(end + (inLetter ? 5 : 2))
        if (inLetter) letters.push(said)
        socket.write(`${inLetter ? verdict : said.startsWith('DATA') ? '354 go on' : said.startsWith('QUIT') ? '221 bye' : '250 ok'}\r\n`)
        inLetter = said.startsWith('DATA') && !inLetter
      }
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  afterAll(() => server.close())
  const address = server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, letters, answers: (said: string) => { verdict = said } }
}

async function telling() {
  const at = await hotline()
  const { here } = at
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [talking], () => here.places.finance.id)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const sent: { to: string; text: string; id: string }[] = []
  const outcome = { next: { ok: true, receipt: 'r' } as Awaited<ReturnType<NonNullable<Channels['sms']>['send']>> } // what the gateway answers, changed by the tests
  const channels: Channels = { fetch, sms: { sendsNothing: false, send: async message => { sent.push(message); return outcome.next } }, mail: null }
  const list = async (query: object = {}) => value(await handlers.sendings(await here.ctx('dispatcher'), { ...nothing, query: { limit: 50, ...query } }))
  return { ...at, planner, sent, outcome, channels, list }
}

describe('what is told to people', async () => {
  const { here, planner, opened, move, one, sent, outcome, channels, list } = await telling()
  const { finance, statistics } = here.places

  it('who asked hears in the words of the type, units by the program itself, each once', async () => {
    const id = await opened({ type: 'talking', dispatch: { lead: finance.id, co: [statistics.id], words: '' } })
    expect(await tell(planner)).toBe(3)
    expect(await tell(planner)).toBe(0)
    await deliver(planner, channels)
    const { number } = value(await one('dispatcher', id))
    expect(sent.map(({ to, text }) => ({ to, text }))).toEqual([{ to: '13800138000', text: `您反映的门口垃圾没人清已受理，编号${number}。` }])
    const { items } = await list({ channel: 'app' })
    expect(items.map(i => [i.unit?.id, i.body]).toSorted()).toEqual([[finance.id, `新工单${number}，2023年9月5日前办结。`], [statistics.id, `请协办${number}，牵头单位区发展和改革局。`]].toSorted())
    expect((await list({ channel: 'sms' })).items).toMatchObject([{ recipient: '138****8000', state: 'sent', occasion: 'received' }])
    value(await move('statistician', id, { kind: 'co-answered', unit: statistics.id, words: '已配合' }))
    value(await move('department', id, { kind: 'signed' }))
    value(await move('department', id, { kind: 'answered', words: '已清理', result: 'solved', evidence: [] }))
    await tell(planner)
    await deliver(planner, channels)
    expect(sent.at(-1)?.text).toBe(`${number}：已清理（已解决）`)
  })

  it('all who asked hear of a merger, and then of the answer to what theirs was merged into', async () => {
    const [a, b] = [await opened({ type: 'talking', reporter: { name: null, phone: '13911111111', confidential: false } }), await opened({ type: 'talking', reporter: { name: null, phone: '13922222222', confidential: false } })]
    value(await move('dispatcher', a, { kind: 'merged', into: b }))
    value(await move('dispatcher', b, { kind: 'filed' }))
    value(await move('dispatcher', b, { kind: 'dispatched', lead: finance.id, co: [], words: '' }))
    value(await move('department', b, { kind: 'signed' }))
    value(await move('department', b, { kind: 'answered', words: '已处理', result: 'solved', evidence: [] }))
    await tell(planner)
    await deliver(planner, channels)
    const into = value(await one('dispatcher', b)).number
    expect(sent.filter(s => s.to === '13911111111').map(s => s.text).slice(1)).toEqual([expect.stringContaining(`已并入${into}`), `${into}：已处理（已解决）`])
    expect(sent.filter(s => s.to === '13922222222').at(-1)?.text).toBe(`${into}：已处理（已解决）`)
  })

  it('the same text goes to the same number once a day', async () => {
    const type = { ...talking, key: 'same', messages: [{ on: 'received', to: 'reporter', text: name('您的诉求已受理。') }] } as const
    await planner.write(async (tx, note) => { await seedCaseTypes(tx, planner, [type], () => finance.id); await note({ verb: 'test', thing: 'test', thingId: 't' }) })
    const given = { type: 'same', reporter: { name: null, phone: '13933333333', confidential: false } }
    await opened(given); await opened(given)
    await tell(planner)
    await opened(given)
    await tell(planner)
    await deliver(planner, channels)
    expect(sent.filter(s => s.to === '13933333333')).toHaveLength(1)
    expect((await list({ state: 'held' })).items).toHaveLength(2)
  })

  it('what fails is tried again later under the same id, given up after a while, and sent again by hand', async () => {
    await opened({ type: 'talking', title: '再试一次' })
    await tell(planner)
    outcome.next = { ok: false, fault: 'HTTP 503', again: true }
    const before = sent.length
    for (let i = 0; i < 9; i++) { await deliver(planner, channels); here.clock.now = new Date(Date.parse(here.clock.now) + 43_200_000).toISOString() }
    const tries = sent.slice(before)
    expect([tries.length, new Set(tries.map(t => t.id)).size]).toEqual([6, 1])
    const [failed] = (await list({ state: 'failed' })).items
    expect(failed).toMatchObject({ fault: 'HTTP 503', tries: 6 })
    outcome.next = { ok: true, receipt: null }
    expect(value(await handlers.retry(await here.ctx('dispatcher'), { ...nothing, body: { ids: [failed?.id ?? ''] } }))).toEqual({ again: 1 })
    await deliver(planner, channels)
    expect((await list({ state: 'failed' })).items).toEqual([])
  })

  it('without a gateway it is noted that nothing went; a test key sends nothing and says so', async () => {
    await opened({ type: 'talking', title: '没有网关' })
    await tell(planner)
    await deliver(planner, { sms: null, mail: null, fetch })
    expect((await list({ state: 'off' })).items).toHaveLength(1)
    await opened({ type: 'talking', title: '测试密钥' })
    await tell(planner)
    await deliver(planner, { sms: textGateway({ url: 'https://sms.invalid/', key: 'test-123456' }, () => Promise.reject(new Error('must not be asked'))), mail: null, fetch })
    expect((await list({ state: 'test' })).items).toHaveLength(1)
  })

  it('who left no telephone is written to by e-mail, masked in the list', async () => {
    const mail = await mailbox()
    const channel = mailServer({ url: mail.url, from: '12345@example.gov.cn' })
    const id = await opened({ type: 'talking', title: '来信', reporter: { name: null, phone: null, email: 'lixiaoming@example.com', confidential: false } })
    await tell(planner)
    mail.answers('451 try later')
    await deliver(planner, { ...channels, mail: channel })
    here.clock.now = new Date(Date.parse(here.clock.now) + 43_200_000).toISOString()
    mail.answers('250 taken')
    await deliver(planner, { ...channels, mail: channel })
    const { number } = value(await one('dispatcher', id))
    const [first, second] = mail.letters
    expect(second).toMatch(new RegExp(`^To: lixiaoming@example.com`, 'm'))
    expect(Buffer.from(/^([A-Za-z0-9+/=\r\n]+)$/m.exec(second?.split('\r\n\r\n')[1] ?? '')?.[1] ?? '', 'base64').toString()).toContain(number)
    expect(/^Message-ID: .*$/m.exec(second ?? '')).toEqual(/^Message-ID: .*$/m.exec(first ?? ''))
    expect((await list({ channel: 'mail' })).items).toMatchObject([{ recipient: 'l***@example.com', state: 'sent', tries: 2 }])
    expect(value(await one('dispatcher', id)).reporter).toMatchObject({ phone: null, email: 'l***@example.com' })
    await opened({ type: 'talking', title: '查无此人', reporter: { name: null, phone: null, email: 'nobody@example.com', confidential: false } })
    await tell(planner)
    mail.answers('550 no such user')
    await deliver(planner, { ...channels, mail: channel })
    expect((await list({ channel: 'mail', state: 'failed' })).items).toMatchObject([{ tries: 1 }])
    await opened({ type: 'talking', title: '只试不发', reporter: { name: null, phone: null, email: 'nobody@example.com', confidential: false } })
    await tell(planner)
    await deliver(planner, { ...channels, mail: mailServer({ url: 'test:', from: '12345@example.gov.cn' }) })
    expect((await list({ channel: 'mail', state: 'test' })).items).toHaveLength(1)
  })

  it('the trail and the list hold no number of a telephone', async () => {
    expect(JSON.stringify(await here.db.selectFrom('audit.entry').select('detail').execute())).not.toContain('13800138000')
    expect(JSON.stringify(await list())).not.toContain('13800138000')
  })
})

describe('programs that are told', async () => {
  const { here, planner, opened, move, channels, list } = await telling()
  const came: { body: string; signature: string; delivery: string }[] = []
  let status = 200
  const server = createServer((request, reply) => {
    let body = ''
    request.on('data', chunk => { body += String(chunk) }).on('end', () => {
      came.push({ body, signature: String(request.headers['x-opendistrict-signature']), delivery: String(request.headers['x-opendistrict-delivery']) })
      reply.writeHead(status).end()
    })
  })
  await new Promise<void>(resolve => { server.listen(0, '127.0.0.1', resolve) })
  afterAll(() => server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/hook`
  const security = await here.ctx('security-administrator')
  const hook = value(await handlers.makeHook(security, { ...nothing, body: { name: '市平台', url, types: ['talking'], kinds: [], active: true } }))
  const pass = async () => { await tell(planner); await deliver(planner, channels) }

  it('get each event once and in order, signed, without words or persons', async () => {
    const id = await opened({ type: 'talking', dispatch: { lead: here.places.finance.id, co: [], words: '' } })
    await opened({ type: 'hotline' })
    for (let i = 0; i < 3; i++) await pass()
    expect(came.map(c => (JSON.parse(c.body) as { event: { kind: string } }).event.kind)).toEqual(['received', 'filed', 'dispatched'])
    const [first] = came
    const [, seconds, hex] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(first?.signature ?? '') ?? []
    expect(createHmac('sha256', hook.secret).update(`${seconds}.${first?.body}`).digest('hex')).toBe(hex)
    for (const secret of ['13800138000', '李小明', '味道', '演示']) expect(came.map(c => c.body).join()).not.toContain(secret)
    value(await move('department', id, { kind: 'signed' }))
  })

  it('that do not answer hear later, and the later events wait for the earlier', async () => {
    status = 500
    await pass()
    status = 200
    const before = came.length
    here.clock.now = '2023-08-29T02:00:30.000Z'
    await pass()
    expect(came.length).toBe(before)
    here.clock.now = '2023-08-29T02:02:00.000Z'
    await pass()
    expect(came.slice(before).map(c => (JSON.parse(c.body) as { event: { kind: string } }).event.kind)).toEqual(['signed'])
    expect(came.at(-1)?.delivery).toBe(came.at(-2)?.delivery)
  })

  it('that refuse for good are given up at once', async () => {
    status = 410
    await opened({ type: 'talking' })
    await pass()
    expect((await list({ state: 'failed', hook: hook.id })).items).toMatchObject([{ fault: 'HTTP 410', tries: 1 }])
    status = 200
  })

  it('are changed by who administers access, not over another’s change, and hear nothing once stopped', async () => {
    const change = (version: number, more: object = {}, id = hook.id) => handlers.changeHook(security, { ...nothing, params: { id }, body: { name: '市平台', url, types: [], kinds: ['closed'], active: false, version, ...more } })
    expect(await change(7)).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
    expect(await change(1, {}, '00000000-0000-7000-8000-000000000000')).toMatchObject({ ok: false, refused: 'unknown-hook' })
    value(await change(1))
    const before = came.length
    await opened({ type: 'talking' })
    await pass()
    expect(came.length).toBe(before)
    expect(JSON.stringify(value(await handlers.hooks(security, nothing)))).not.toContain(hook.secret)
  })
})
