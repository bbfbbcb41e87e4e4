import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { told, unitOf } from './case-acts.ts'
import { type Desk, openDesks, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

type Opened = { readonly id: string; readonly number: string; readonly seq: number }
const spot = (metres: number) => ({ lng: 113.2644, lat: 23.1291 + metres / 111_195 })

/** Opens a case that nobody has filed yet. */
async function open({ page }: Desk, unit: string, more: object): Promise<Opened> {
  return told<Opened>(await page.request.post('/api/cases', { data: { type: 'hotline', category: 'dirty-road', title: '巷尾有东西', words: '巷尾有东西', place: { unit, address: null, point: null }, channel: 'phone', fields: { kind: 'help' }, ...more } }))
}

describe.skipIf(desks === null)('where a case goes', () => {
  it('is suggested with reasons before it is filed; what the desk corrects is learnt at once', async () => {
    if (!desks) return
    const desk = await sitDown(desks), head = await sitDown(desks), { page } = desk
    await signInAs(page, /^受理调度员/)
    await signInAs(head.page, /^街道办事处主任/)
    const street = await unitOf(head)
    // A word that nobody has written before: 龘桌.
    const words = '龘桌龘桌又摆出来了'
    await open(desk, street.id, { title: '邻近的一件', place: { unit: street.id, address: null, point: spot(30) } })
    const one = await open(desk, street.id, { title: '巷尾龘桌', words, place: { unit: street.id, address: null, point: spot(0) } })
    await page.goto(`/cases/${one.id}`)
    await page.getByRole('heading', { name: '受理前的建议' }).waitFor()
    await page.getByRole('region', { name: '可派单位' }).getByText(/地点所在街道 · 在办\d+件/).waitFor()
    await page.getByRole('heading', { name: '附近可能是同一件事' }).waitFor()
    await page.getByText(/^\d+米以内、30天内/).waitFor()
    await page.getByText(/^30米 · /).waitFor()
    const suggested = page.getByRole('region', { name: /^按反映内容/ })
    expect(await suggested.getByText('公共汽车').count()).toBe(0)

    await page.getByRole('button', { name: '更正类别或紧急程度' }).click()
    const form = page.getByRole('form', { name: '更正' })
    await form.getByLabel('类别', { exact: true }).fill('公共汽车')
    await page.getByTitle('公共汽车').last().click()
    await form.getByRole('textbox', { name: /理由/ }).fill('说的是公交站')
    await page.keyboard.press('Control+Enter')
    await form.waitFor({ state: 'hidden' })

    // The next one in the same words is told better, and says by which words.
    const next = await open(desk, street.id, { title: '又见龘桌', words })
    await page.goto(`/cases/${next.id}`)
    await suggested.getByText(/公共汽车/).first().waitFor()
    await suggested.getByText(/因为写到：.*龘桌/).first().waitFor()

    // While a case is written down the same is said.
    await page.goto('/cases/new')
    await page.getByLabel('事项类型').click()
    await page.getByTitle(/热线/).first().click()
    await page.getByLabel('反映的内容').fill(words)
    await page.getByRole('region', { name: '按填写内容的建议' }).getByRole('button', { name: /公共汽车/ }).click()
    for (const [label, text] of [['经度', String(spot(10).lng)], ['纬度', String(spot(10).lat)]] as const) await page.getByLabel(label).fill(text)
    await page.getByRole('heading', { name: '附近可能是同一件事' }).waitFor()
    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(desk, `/cases/${next.id}`, 'before filing', language)).toEqual([])
      expect(await faultsOf(desk, '/cases/new', 'suggested while writing', language)).toEqual([])
    }
    expect([...desk.faults, ...head.faults]).toEqual([])
    await desk.context.close()
    await head.context.close()
  })

  it('is ruled by the district: a rule is added by keyboard, tried out and holds for the next case, which goes to whoever has least in hand', async () => {
    if (!desks) return
    const desk = await sitDown(desks), supervision = await sitDown(desks), head = await sitDown(desks), { page } = supervision
    await signInAs(desk.page, /^受理调度员/)
    await signInAs(page, /^督查专员/)
    await signInAs(head.page, /^街道办事处主任/)
    const street = await unitOf(head)
    await page.goto('/cases/routing-rules')
    await page.getByText('本区没有另设派遣规则').waitFor()
    for (const unit of ['区统计局', '区审计局']) {
      await page.getByRole('heading', { level: 1 }).focus()
      await page.keyboard.press('n')
      const form = page.getByRole('form', { name: '新增派遣规则' })
      await form.getByLabel('事项类型').click()
      await page.getByTitle(/热线/).last().click()
      await form.getByLabel(/^类别/).fill('道路不洁')
      await page.getByTitle('道路不洁').last().click()
      await form.getByLabel(/^地点/).fill(street.name)
      await page.getByTitle(new RegExp(`^${street.name}`)).last().click()
      await form.getByLabel('派给').fill(unit)
      await page.getByTitle(new RegExp(`^${unit}`)).last().click()
      await form.getByLabel('理由').fill('专项行动')
      await page.keyboard.press('Control+Enter')
      await form.waitFor({ state: 'hidden' })
      await page.getByRole('row').filter({ hasText: unit }).waitFor()
    }

    await page.getByRole('heading', { level: 1 }).focus()
    await page.keyboard.press('t')
    await page.keyboard.type('马路上很脏，泥土没人扫')
    const form = page.getByRole('form', { name: '试算' })
    await form.getByLabel('事项类型').click()
    await page.getByTitle(/热线/).last().click()
    await form.getByLabel(/^类别/).fill('道路不洁')
    await page.getByTitle('道路不洁').last().click()
    await form.getByLabel('地址').fill(`${street.name}某路1号`)
    await form.getByRole('button', { name: /^试算/ }).click()
    await page.getByText(/^会派给：/).waitFor()
    expect(await page.getByRole('region', { name: '逐条比对' }).getByText('适用', { exact: true }).count()).toBe(2)

    // The desk gives two cases away by one press each: each to whichever of the two has least in hand then.
    const units = ['区统计局', '区审计局']
    const inHand = async (unit: string) => {
      const { items } = await told<{ readonly items: readonly { readonly id: string; readonly name: string }[] }>(await desk.page.request.get(`/api/units?q=${encodeURIComponent(unit)}`))
      return (await told<{ readonly total: number }>(await desk.page.request.get(`/api/cases?open=true&limit=1&lead=${items.find(one => one.name === unit)?.id ?? ''}`))).total
    }
    for (const title of ['第一件', '第二件']) {
      const before = new Map(await Promise.all(units.map(async unit => [unit, await inHand(unit)] as const)))
      const { id, seq } = await open(desk, street.id, { title })
      await told(await desk.page.request.post(`/api/cases/${id}/moves`, { data: { seq, move: { kind: 'filed' } } }))
      await desk.page.goto(`/cases/${id}`)
      await desk.page.getByRole('link', { name: '所依据的规则' }).waitFor()
      await desk.page.getByText(/本区派遣规则 · 在办\d+件.* · 在办最少/).waitFor()
      await desk.page.getByRole('button', { name: /^直接派给/ }).click()
      await desk.page.getByRole('region', { name: '现状' }).getByText('待签收', { exact: true }).waitFor()
      const { items } = await told<{ readonly items: readonly { readonly lead: { readonly name: string } | null }[] }>(await desk.page.request.get(`/api/cases?q=${encodeURIComponent(title)}`))
      const lead = items[0]?.lead?.name ?? ''
      expect(units).toContain(lead)
      expect(before.get(lead)).toBe(Math.min(...before.values()))
    }

    // One is changed from a day on, the other ended; both stay readable. The desk reads, and keeps nothing.
    await page.getByRole('row').filter({ hasText: '区统计局' }).getByRole('button').click()
    await page.getByRole('button', { name: /^变\s*更$/ }).click()
    const change = page.getByRole('form', { name: '变更派遣规则' })
    await change.getByLabel('自何日起').fill('2099-01-01')
    await change.getByLabel('理由').fill('延长后交接')
    await page.keyboard.press('Control+Enter')
    await change.waitFor({ state: 'hidden' })
    await page.getByRole('region', { name: '沿革' }).getByText(/· 延长后交接$/).waitFor()
    const address = new URL(page.url())
    await page.goto('/cases/routing-rules')
    await page.getByRole('row').filter({ hasText: '区审计局' }).getByRole('button').click()
    await page.getByRole('button', { name: /^终\s*止$/ }).click()
    const end = page.getByRole('form', { name: '终止派遣规则' })
    await end.getByLabel('理由').fill('行动结束')
    await page.keyboard.press('Control+Enter')
    await end.waitFor({ state: 'hidden' })
    await page.goto('/cases/routing-rules?over=true')
    await page.getByRole('row').filter({ hasText: '行动结束' }).waitFor()
    await desk.page.goto(`${address.pathname}${address.search}`)
    await desk.page.getByRole('region', { name: '沿革' }).waitFor()
    expect(await desk.page.getByRole('button', { name: /^(变\s*更|终\s*止|新增规则)/ }).count()).toBe(0)
    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(supervision, '/cases/routing-rules', 'rules', language)).toEqual([])
      expect(await faultsOf(supervision, '/cases/routing-rules?rule=new', 'a new rule', language)).toEqual([])
      expect(await faultsOf(supervision, `${address.pathname}${address.search}`, 'a rule', language)).toEqual([])
    }
    expect([...desk.faults, ...supervision.faults, ...head.faults]).toEqual([])
    for (const one of [desk, supervision, head]) await one.context.close()
  })
})
