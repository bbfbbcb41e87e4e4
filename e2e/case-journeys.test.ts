import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { testType } from '../testkit/case-type.ts'
import { joinPostgres } from '../src/server/postgres/launcher.ts'
import { faultsOf } from './axe.ts'
import { answer, checkAndClose, dispatchTo, foundWell, move, press, told, unitOf } from './case-acts.ts'
import { openDesks, phone, seat } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const seated = (role: RegExp, size?: typeof phone) => seat(desks, role, size)

describe.skipIf(desks === null)('a request of a resident', () => {
  it('is routed, handled, checked, closed, found undone by the call-back, done again and settled; clean to axe on the way', async () => {
    const dispatcher = await seated(/^受理调度员/), street = await seated(/^综合办经办/, phone)
    const unit = await unitOf(street)
    const { id } = await told<{ readonly id: string }>(await dispatcher.page.request.post('/api/cases', { data: { type: 'hotline', category: 'exposed-rubbish', title: '后巷垃圾堆了三天', words: '后巷垃圾堆了三天，味道很大', place: { unit: unit.id, address: '三元宫路8号' }, channel: 'phone', fields: { kind: 'help' }, reporter: { phone: '13800138000' } } }))
    await press(dispatcher, id, '受理', '待派遣')
    await dispatchTo(dispatcher, id, unit.name)
    await press(street, id, '签收', '办理中')
    await answer(street, id, '已清理，增设两只桶')
    await checkAndClose(dispatcher, id)
    await move(dispatcher, id, 'called-back', '回访', async form => {
      await form.getByRole('radiogroup', { name: '是否接通' }).getByRole('radio', { name: '是' }).check()
      await form.getByRole('radiogroup', { name: '问题是否解决' }).getByRole('radio', { name: '否' }).check()
      await form.getByRole('radiogroup', { name: '是否满意' }).getByRole('radio', { name: '否' }).check()
      await form.getByRole('checkbox', { name: '退回承办单位返工' }).check()
    }, '办理中')
    await answer(street, id, '已设专人每日清理')
    await checkAndClose(dispatcher, id)
    await foundWell(dispatcher, id)
    const wrong = [...await faultsOf(dispatcher, `/cases/${id}`, 'a settled case', 'zh'), ...await faultsOf(street, `/cases/${id}`, 'a settled case, the street', 'en')]
    expect(wrong.join('\n')).toBe('')
    expect([...dispatcher.faults, ...street.faults]).toEqual([])
    for (const desk of [dispatcher, street]) await desk.context.close()
  }, 300_000)
})

describe.skipIf(desks === null)('a late case', () => {
  it('climbs by itself to the district, and says why on the page', async () => {
    if (!desks) return
    // A hotline whose deadlines are over in seconds; everything else is as always.
    const seconds = (n: number) => ({ n: n / 3600, unit: 'calendar-hours' as const })
    const hurried = { ...testType, key: 'hurried', prefix: 'JJ', clocks: testType.clocks.map(clock => ({ ...clock, limit: { '*': seconds(3) } })), ladders: [{ clock: 'resolve', warnAt: 0.5, steps: [{ after: null, to: 'superior' }, { after: seconds(2), to: 'street' }, { after: seconds(4), to: 'district' }] }] }
    const server = await joinPostgres({ dataDir: desks.program.dataDir })
    const client = new pg.Client({ connectionString: server.url })
    await client.connect()
    await client.query(`insert into cases.type (district, id, key, version, definition, departments, at) values (440104, $1, 'hurried', 1, $2, '{}', now())`, [randomUUID(), JSON.stringify(hurried)])
    await client.end()
    await server.stop()
    const dispatcher = await seated(/^受理调度员/), leader = await seated(/^区长/), clerk = await seated(/^社区工作者/, phone)
    const community = await unitOf(clerk)
    const { id } = await told<{ readonly id: string }>(await dispatcher.page.request.post('/api/cases', { data: { type: 'hurried', category: 'burst-pipe', title: '水管爆裂', words: '路口水管爆裂', place: { unit: community.id }, dispatch: { lead: community.id } } }))
    await leader.page.goto(`/cases/${id}`)
    await expect.poll(async () => {
      await leader.page.reload()
      await leader.page.getByRole('heading', { level: 1 }).waitFor()
      return leader.page.getByText(/第3级升级至/).count()
    }, { timeout: 90_000, interval: 3000 }).toBeGreaterThan(0)
    await leader.page.getByText(/“办结”超时，第1级升级至/).first().waitFor()
    await leader.page.getByText('越秀区', { exact: false }).first().waitFor()
    expect([...await faultsOf(leader, `/cases/${id}`, 'a late case', 'zh')].join('\n')).toBe('')
    expect([...leader.faults, ...dispatcher.faults]).toEqual([])
    for (const desk of [dispatcher, leader, clerk]) await desk.context.close()
  }, 300_000)
})

describe.skipIf(desks === null)('a street’s call', () => {
  it('is answered by two departments, and by the one that leads only after the other', async () => {
    const street = await seated(/^综合办经办/, phone), first = await seated(/^城市更新科经办/), second = await seated(/^就业科经办/), dispatcher = await seated(/^受理调度员/)
    const [place, lead, co] = [await unitOf(street), await unitOf(first), await unitOf(second)]
    const { items: types } = await told<{ readonly items: readonly { readonly key: string; readonly categories: readonly Leaf[]; readonly fields: readonly Asked[] }[] }>(await street.page.request.get('/api/cases/types'))
    const type = types.find(one => one.key === 'street-call')
    const { id } = await told<{ readonly id: string }>(await street.page.request.post('/api/cases', { data: { type: 'street-call', category: leafOf(type?.categories ?? [])?.key, title: '老楼外墙脱落，请现场会商', words: '外墙脱落，请住建、人社到场', place: { unit: place.id }, channel: 'street', fields: Object.fromEntries((type?.fields ?? []).filter(field => field.required).map(field => [field.key, valueFor(field)])) } }))
    await press(dispatcher, id, '受理', '待派遣')
    await dispatchTo(dispatcher, id, lead.name, co.name)
    await press(first, id, '应哨', '办理中')
    await move(first, id, 'contacted', '到场', form => form.getByRole('textbox').first().fill('已到场'), '办理中')
    await first.page.goto(`/cases/${id}?move=answered`)
    const form = first.page.getByRole('form').first()
    await form.getByRole('radio').first().check()
    await form.getByRole('textbox', { name: '答复内容' }).fill('已围蔽并安排加固')
    await first.page.keyboard.press('Control+Enter')
    await first.page.getByText(/个协办单位未答复/).first().waitFor()
    await move(second, id, 'co-answered', '协办单位处置反馈', async form => {
      await form.getByRole('combobox', { name: '协办单位' }).click()
      await second.page.getByTitle(co.name).last().click()
      await form.getByRole('textbox', { name: '答复' }).fill('已核实施工人员登记')
    }, '办理中')
    await first.page.goto(`/cases/${id}?move=answered`)
    await first.page.getByRole('form').first().getByRole('radio').first().check()
    await first.page.getByRole('form').first().getByRole('textbox', { name: '答复内容' }).fill('已围蔽并安排加固')
    await first.page.keyboard.press('Control+Enter')
    await first.page.getByRole('region', { name: '现状' }).getByText('待核查').first().waitFor()
    await street.page.goto(`/cases/${id}`)
    await street.page.getByText('已核实施工人员登记').first().waitFor()
    expect([...street.faults, ...second.faults, ...dispatcher.faults, ...first.faults.filter(fault => !fault.includes('422'))]).toEqual([])
    for (const desk of [street, first, second, dispatcher]) await desk.context.close()
  }, 300_000)
})

type Asked = { readonly key: string; readonly input: string; readonly required: boolean; readonly choices?: readonly { readonly key: string }[] }
const valueFor = ({ input, choices }: Asked) => (input === 'number' ? 1 : input === 'yes-no' ? true : input === 'day' ? '2026-01-05' : input === 'choice' ? choices?.[0]?.key ?? '' : '示例')

type Leaf = { readonly key: string; readonly below?: readonly Leaf[] }
function leafOf(categories: readonly Leaf[]): Leaf | undefined {
  const [first] = categories
  return first?.below?.length ? leafOf(first.below) : first
}
