import { afterAll, describe, expect, it } from 'vitest'
import { onePixel } from '../testkit/form.ts'
import { faultsOf } from './axe.ts'
import { type Desk, openDesks, phone, press, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

type Opened = { readonly id: string; readonly number: string }
type Ask = Desk['page']['request']

async function told<T>(answer: Awaited<ReturnType<Ask['get']>>): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.status()} ${await answer.text()}`)
  return answer.json() as Promise<T> // as the contract says
}

/** The unit of who is signed in there. */
const unitOf = async ({ page }: Desk) => (await told<{ readonly units: readonly { readonly id: string }[] }>(await page.request.get('/api/me'))).units[0]?.id ?? ''

async function openCase(desk: Desk, lead: string, title: string, place: string | null = lead): Promise<Opened> {
  const opened = await told<Opened>(await desk.page.request.post('/api/cases', { data: { type: 'hotline', category: 'exposed-rubbish', title, words: `${title}，味道很大`, place: { unit: place, address: '三元宫路8号', point: null }, channel: 'phone', fields: { kind: 'help' }, reporter: { name: '李小明', phone: '13800138000', confidential: false }, dispatch: { lead, co: [], words: '请今日到场' } } }))
  return opened
}

describe.skipIf(desks === null)('the page of a case', () => {
  it('is worked by keyboard; who acted in between is shown and what was typed stays; who asked is revealed once; what leaves one’s sight says so', async () => {
    if (!desks) return
    const dispatcher = await sitDown(desks), clerk = await sitDown(desks), head = await sitDown(desks)
    await signInAs(dispatcher.page, /^受理调度员/)
    await signInAs(clerk.page, /^综合办经办/)
    await signInAs(head.page, /^街道办事处主任/)
    const { id, number } = await openCase(dispatcher, await unitOf(clerk), '门口垃圾没人清')
    const { page } = clerk
    await page.goto(`/cases/${id}`)
    await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor()
    const standing = page.getByRole('region', { name: '现状' })
    await standing.getByText('待签收').waitFor()
    await page.keyboard.press('d')
    await standing.getByText('办理中').waitFor()

    // A note is begun, and the desk notes something in the meantime.
    await page.keyboard.press('n')
    const form = page.getByRole('form', { name: '备注' })
    await form.getByRole('textbox', { name: '备注' }).fill('已联系环卫站')
    const { seq } = await told<{ readonly seq: number }>(await dispatcher.page.request.get(`/api/cases/${id}`))
    await told(await dispatcher.page.request.post(`/api/cases/${id}/moves`, { data: { seq, move: { kind: 'noted', words: '来电催办' } } }))
    await page.keyboard.press('Control+Enter')
    await form.getByText('他人已先行修改').waitFor()
    await form.getByRole('button', { name: '刷新后核对' }).click()
    await form.getByText('来电催办').waitFor()
    expect(await form.getByRole('textbox', { name: '备注' }).inputValue()).toBe('已联系环卫站')
    await form.getByRole('textbox', { name: '备注' }).press('Control+Enter')
    await form.waitFor({ state: 'hidden' })
    await page.getByText('已联系环卫站').waitFor()

    // A photograph loses where it was taken on its way.
    await page.locator('input[type=file]').setInputFiles({ name: 'yard.png', mimeType: 'image/png', buffer: onePixel })
    await page.getByRole('link', { name: /yard/ }).waitFor()

    // The desk sees who asked, with a reason, for as long as the dialog stands.
    await dispatcher.page.goto(`/cases/${id}`)
    await press(dispatcher.page, dispatcher.page.getByRole('button', { name: '查看', exact: true }))
    const dialog = dispatcher.page.getByRole('dialog', { name: '查看反映人信息' })
    await dialog.getByRole('textbox', { name: '为什么要看' }).fill('回电核实地址')
    await dispatcher.page.keyboard.press('Enter')
    await dialog.getByText('13800138000').waitFor()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
    expect(await dispatcher.page.getByText('13800138000').count()).toBe(0)

    // More time is asked for on a form, and granted by one press.
    await page.goto(`/cases/${id}?move=extension-asked`)
    const asking = page.getByRole('form', { name: '申请延期' })
    await asking.getByRole('spinbutton', { name: '延长多久' }).fill('2')
    await asking.getByRole('textbox', { name: '理由' }).fill('等清运车')
    await page.keyboard.press('Control+Enter')
    await standing.getByText('申请延期2个工作日').waitFor()
    await dispatcher.page.goto(`/cases/${id}`)
    await press(dispatcher.page, dispatcher.page.getByRole('button', { name: '同意延期' }))
    await dispatcher.page.getByText('审批延期：同意').waitFor()
    await page.goto(`/cases/${id}`)
    await standing.getByText('办理中').waitFor()

    // The head hands on what lies nowhere near: it is out of the street's sight then.
    const other = await openCase(dispatcher, await unitOf(clerk), '办事大厅排队久', null)
    await head.page.goto(`/cases/${other.id}?move=transferred`)
    const handing = head.page.getByRole('form', { name: '转办' })
    await handing.getByRole('combobox', { name: '主办单位' }).fill('区政府办公室')
    await head.page.getByTitle('区政府办公室').first().click()
    await handing.getByRole('textbox', { name: '转办理由' }).fill('属区办事大厅')
    await head.page.keyboard.press('Control+Enter')
    await head.page.getByText(`${other.number}已交由其他单位办理`, { exact: false }).waitFor()
    await head.page.getByRole('link', { name: '回到工单清单' }).waitFor()

    // The answer goes to those who check it.
    await page.getByRole('button', { name: '答复', exact: true }).click()
    const answer = page.getByRole('form', { name: '答复' })
    await answer.getByRole('radio').first().check()
    await answer.getByRole('textbox', { name: '答复内容' }).fill('垃圾已清，增设两只桶')
    await page.keyboard.press('Control+Enter')
    await standing.getByText('待核查').waitFor({ timeout: 30_000 })
    expect([...dispatcher.faults, ...clerk.faults, ...head.faults].filter(fault => !/status of 4(?:04|09)/.test(fault))).toEqual([])
    for (const desk of [dispatcher, clerk, head]) await desk.context.close()
  })

  it('is clean to axe with its forms, at both sizes and in both languages', async () => {
    if (!desks) return
    const desk = await sitDown(desks)
    await signInAs(desk.page, /^综合办经办/)
    const unit = await unitOf(desk)
    const dispatcher = await sitDown(desks)
    await signInAs(dispatcher.page, /^受理调度员/)
    const { id } = await openCase(dispatcher, unit, '后巷堆放杂物')
    await told(await desk.page.request.post(`/api/cases/${id}/moves`, { data: { seq: 3, move: { kind: 'signed' } } }))
    const wrong: string[] = []
    for (const language of ['zh', 'en'] as const) {
      for (const [path, what] of [[`/cases/${id}`, 'a case'], [`/cases/${id}?move=answered`, 'answering'], [`/cases/${id}?move=extension-asked`, 'asking for more time'], ['/cases/templates?form=new', 'a template']] as const) wrong.push(...await faultsOf(desk, path, `${what}, ${language}`, language))
      for (const [path, what] of [[`/cases/${id}?move=amended`, 'correcting'], ['/cases/templates', 'templates']] as const) wrong.push(...await faultsOf(dispatcher, path, `${what}, ${language}`, language))
    }
    expect(wrong.join('\n')).toBe('')
    expect([...desk.faults, ...dispatcher.faults]).toEqual([])
    await desk.context.close()
    await dispatcher.context.close()
  }, 600_000)
})

describe.skipIf(desks === null)('a patrol', () => {
  it('reports without a network and without a sign-in, and what it reported arrives once', async () => {
    if (!desks) return
    const desk = await sitDown(desks, phone)
    const { page, context } = desk
    await signInAs(page, /^专职网格员/)
    expect((await faultsOf(desk, '/cases/patrol', 'patrol', 'en')).join('\n')).toBe('')
    await page.setViewportSize(phone)
    await page.goto('/cases/patrol?type=hotline&lang=zh')
    const report = async (words: string) => {
      await page.getByRole('textbox', { name: '按名称或俗称查找' }).fill('暴露垃圾')
      await page.getByRole('button', { name: '暴露垃圾', exact: true }).click()
      await page.getByRole('textbox', { name: '情况' }).fill(words)
      await page.getByRole('button', { name: '上报', exact: true }).click()
    }
    const line = (words: string) => page.getByRole('listitem').filter({ hasText: words })
    const cases = async () => (await told<{ readonly items: readonly { readonly title: string; readonly number: string }[] }>(await page.request.get('/api/cases?type=hotline&limit=200'))).items.map(one => one.title)

    // Without a network; the page is opened again, and it arrives when the network is back.
    await page.route('**/api/cases*', route => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await report('巷口两袋垃圾')
    await line('巷口两袋垃圾').getByText('尚未送达').waitFor()
    await page.reload()
    await line('巷口两袋垃圾').getByText('尚未送达').waitFor()
    await page.unroute('**/api/cases*')
    await page.getByRole('button', { name: '现在发送' }).click()
    await line('巷口两袋垃圾').getByText('已送达').waitFor()
    expect((await cases()).filter(title => title.includes('巷口两袋垃圾'))).toHaveLength(1)

    // The answer is lost on its way: it was taken, and sent again it is not taken twice.
    let lost = 0
    await page.route('**/api/cases', async route => {
      if (route.request().method() !== 'POST') { await route.continue(); return }
      await route.fetch()
      await route.abort()
      lost += 1
    })
    await report('花坛边一堆纸箱')
    await line('花坛边一堆纸箱').getByText('附近已有同类，请确认').waitFor()
    await line('花坛边一堆纸箱').getByRole('button', { name: '不是同一件，仍然上报' }).click()
    await expect.poll(() => lost, { timeout: 20_000 }).toBe(1)
    await line('花坛边一堆纸箱').getByText('尚未送达').waitFor()
    await page.unroute('**/api/cases')
    await page.getByRole('button', { name: '现在发送' }).click()
    await line('花坛边一堆纸箱').getByText('已送达').waitFor()
    expect((await cases()).filter(title => title.includes('花坛边一堆纸箱'))).toHaveLength(1)

    // Settled on the spot: opened, answered and closed in one go, under the type that allows it.
    await page.goto('/cases/patrol')
    await page.getByRole('textbox', { name: '按名称或俗称查找' }).fill('暴露垃圾')
    await page.getByRole('button', { name: '暴露垃圾', exact: true }).click()
    await page.getByRole('textbox', { name: '情况' }).fill('楼道一袋垃圾')
    await page.getByRole('radio', { name: '我已当场处理' }).check()
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await page.getByText('请填写').first().waitFor()
    await page.getByRole('radio', { name: '已处置' }).check()
    await page.getByRole('textbox', { name: '做了什么' }).fill('已清走')
    await page.getByRole('button', { name: '上报', exact: true }).click()
    await line('楼道一袋垃圾').getByText('已送达').waitFor()
    await line('楼道一袋垃圾').getByRole('link').click()
    await page.getByRole('region', { name: '现状' }).getByText('办结', { exact: true }).waitFor()
    await page.goto('/cases/patrol?type=hotline')

    // Signed out meanwhile: nothing is lost, and after the sign-in it is sent.
    await page.getByRole('textbox', { name: '按名称或俗称查找' }).waitFor()
    await page.waitForLoadState('networkidle')
    const cookies = await context.cookies()
    await context.clearCookies()
    await report('电房门口垃圾')
    await line('电房门口垃圾').getByText('尚未送达，等您登录').waitFor()
    await context.addCookies(cookies)
    await page.goto('/cases/patrol?type=hotline')
    await line('电房门口垃圾').getByText('附近已有同类，请确认').waitFor()
    await line('电房门口垃圾').getByRole('button', { name: '是同一件，不报了' }).click()
    await expect.poll(() => line('电房门口垃圾').count()).toBe(0)
    expect(desk.faults.filter(fault => !/ERR_FAILED|status of 401/.test(fault))).toEqual([])
    await context.close()
  })
})
