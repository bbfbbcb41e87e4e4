import { type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { onePixel } from '../testkit/form.ts'
import { faultsOf } from './axe.ts'
import { answer, checkAndClose, dispatchTo, foundWell, press as act, told, unitOf } from './case-acts.ts'
import { openDesks, phone, press, seat, sitDown, tabTo } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const home = '/public/440104'
const picture = { name: '后巷.png', mimeType: 'image/png', buffer: onePixel }

/** A resident's telephone with scripts turned off. */
async function resident(): Promise<{ readonly page: Page; close(): Promise<void> }> {
  if (!desks) throw new Error('no browser')
  const context = await desks.browser.newContext({ baseURL: desks.program.url, viewport: phone, locale: 'zh-CN', javaScriptEnabled: false })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  return { page, close: () => context.close() }
}

const seated = (role: RegExp, size?: typeof phone) => seat(desks, role, size)

const next = (page: Page, name = '下一步') => page.getByRole('button', { name, exact: true }).first().click()
const standing = (page: Page) => page.locator('.verdict').innerText()

describe.skipIf(desks === null)('a resident with a telephone and no scripts', () => {
  it('reports with a place from the map and a photograph, follows it to its end, says it is not solved, and sees it solved', async () => {
    const who = await resident(), { page } = who
    const dispatcher = await seated(/^受理调度员/), street = await seated(/^综合办经办/, phone)
    const unit = await unitOf(street)
    await page.goto(`${home}/report`)
    await page.getByRole('link', { name: '110 报警' }).waitFor()
    await page.getByRole('textbox', { name: '用一句话说' }).fill('后巷垃圾堆了三天没人清')
    await next(page)
    await page.getByRole('heading', { name: '属于哪一类？' }).waitFor()
    await page.getByRole('radio', { name: /^暴露垃圾/ }).first().check()
    await next(page)
    await page.getByRole('heading', { name: '在哪里？' }).waitFor()
    await page.getByRole('link', { name: unit.name, exact: true }).click()
    const community = page.locator('.where-map a').filter({ has: page.locator('path') }).first()
    const name = await community.getAttribute('aria-label') ?? ''
    await community.click()
    expect(await page.getByRole('combobox', { name: /所在社区/ }).locator('option:checked').innerText()).toBe(name)
    await page.getByRole('textbox', { name: '地点' }).fill('后巷8号')
    await next(page)
    await page.getByRole('textbox', { name: '情况' }).fill('后巷垃圾堆了三天没人清，味道很大')
    await next(page)
    if (await page.getByRole('heading', { name: '是不是已经有人反映了？' }).count() > 0) {
      await page.getByRole('radio', { name: /都不是/ }).check()
      await next(page)
    }
    await page.getByRole('textbox', { name: '联系电话' }).fill('138 0013 8000')
    await next(page)
    await page.getByRole('heading', { name: '核对后提交' }).waitFor()
    expect(await page.getByRole('main').innerText()).toContain(`${unit.name} ${name} 后巷8号`)
    // Faster than a person reads is a program.
    await page.waitForTimeout(5200)
    await next(page, '提交')
    await page.getByRole('heading', { name: '已收到，谢谢您' }).waitFor()
    const ticket = await page.locator('.ticket').innerText()
    const number = /RX\d{14}/.exec(ticket)?.[0] ?? '', code = (/\d{4} \d{4}/.exec(ticket)?.[0] ?? '').replace(' ', '')
    await page.getByText(/7天内，即/).first().waitFor()
    await page.getByLabel('选一张照片').setInputFiles(picture)
    await next(page, '上传')
    await page.getByText('已收到1张。').waitFor()
    const sentAt = new URL(page.url()).pathname

    const follow = async () => {
      await page.goto(`${home}/follow`)
      await page.getByRole('textbox', { name: '编号' }).fill(number)
      await page.getByRole('textbox', { name: /查询码/ }).fill(code)
      await next(page, '查询')
      await page.getByRole('heading', { name: `${number}的进度` }).waitFor()
    }
    await follow()
    expect(await standing(page)).toContain('已收到')
    const { id } = await told<{ readonly id: string }>(await dispatcher.page.request.get(`/api/cases/numbered/${number}`))
    await dispatcher.page.goto(`/cases/${id}`)
    await dispatcher.page.getByText('后巷.png').first().waitFor()
    await act(dispatcher, id, '受理', '待派遣')
    await dispatchTo(dispatcher, id, unit.name)
    await act(street, id, '签收', '办理中')
    await answer(street, id, '已清理')
    await checkAndClose(dispatcher, id)

    // The code is lost; the telephone that was left will do.
    await page.goto(`${home}/follow`)
    await page.getByRole('textbox', { name: '编号' }).fill(number)
    await page.getByRole('textbox', { name: /查询码/ }).fill('13800138000')
    await next(page, '查询')
    await page.getByText('已清理').first().waitFor()
    await page.getByRole('radio', { name: /不满意/ }).first().check()
    await next(page, '评价')
    await page.getByRole('textbox', { name: '哪里没有解决' }).fill('只清了一半')
    await next(page, '要求重新办理')
    await page.getByText('只清了一半').first().waitFor()
    await answer(street, id, '全部清完，增设两只桶')
    await checkAndClose(dispatcher, id)
    await foundWell(dispatcher, id)
    await follow()
    const story = await page.locator('.story').innerText()
    for (const said of ['已清理', '只清了一半', '全部清完，增设两只桶']) expect(story).toContain(said)
    expect(await page.getByRole('button', { name: '要求重新办理' }).count()).toBe(1)

    const wrong: string[] = []
    const eyes = await sitDown(desks ?? (() => { throw new Error('no browser') })())
    for (const language of ['zh', 'en'] as const) for (const text of ['plain', 'large']) for (const [path, what] of [[`${home}/report`, 'the first question'], [`${home}/follow`, 'following'], [sentAt, 'what was sent'], [new URL(page.url()).pathname, 'what is followed']] as const) wrong.push(...await faultsOf(eyes, `${path}?text=${text}`, `${what}, ${text}, ${language}`, language))
    expect(wrong.join('\n')).toBe('')
    expect([...dispatcher.faults, ...street.faults]).toEqual([])
    for (const desk of [dispatcher, street, eyes]) await desk.context.close()
    await who.close()
  }, 400_000)
})

describe.skipIf(desks === null)('a resident with a keyboard', () => {
  it('says where with the device, is shown what is open nearby, and finds every question clean', async () => {
    if (!desks) return
    const dispatcher = await seated(/^受理调度员/), desk = await sitDown(desks), { page } = desk
    await told(await dispatcher.page.request.post('/api/cases', { data: { type: 'hotline', category: 'lighting-out', title: '路灯不亮', words: '路口的路灯不亮', place: { point: { lng: 113.264, lat: 23.1281 } }, channel: 'phone', fields: { kind: 'help' }, reporter: { phone: '13800138000' } } }))
    await desk.context.grantPermissions(['geolocation'])
    await desk.context.setGeolocation({ longitude: 113.264, latitude: 23.128 })
    await page.goto(`${home}/report`)
    await press(page, page.getByRole('textbox', { name: '用一句话说' }))
    await page.keyboard.type('路灯不亮，晚上看不见路')
    await press(page, page.getByRole('button', { name: '下一步' }))
    await page.waitForURL(/\/kind$/)
    const slip = new URL(page.url()).pathname.replace(/kind$/, '')
    await tabTo(page, page.getByRole('radio').first())
    expect(await page.locator('label').filter({ has: page.locator('input:focus') }).innerText()).toContain('路灯')
    await page.keyboard.press('Space')
    await press(page, page.getByRole('button', { name: '下一步' }))
    await page.waitForURL(/\/where$/)
    await press(page, page.getByRole('button', { name: '就在我现在的位置' }))
    await page.getByText('已记下现在的位置。').waitFor()
    await press(page, page.getByRole('button', { name: '下一步' }))
    await page.waitForURL(/\/words$/)
    await press(page, page.getByRole('button', { name: '下一步' }))
    await page.waitForURL(/\/near$/)
    await page.getByText(/路灯.*约\d+米/).first().waitFor()
    await press(page, page.getByRole('button', { name: '下一步' }))
    await page.waitForURL(/\/who$/)
    expect([...desk.faults, ...dispatcher.faults]).toEqual([])
    const wrong: string[] = []
    for (const language of ['zh', 'en'] as const) for (const text of ['plain', 'large']) for (const step of ['kind', 'where', 'words', 'near', 'who']) wrong.push(...await faultsOf(desk, `${slip}${step}?text=${text}`, `${step}, ${text}, ${language}`, language))
    expect(wrong.join('\n')).toBe('')
    expect(desk.faults).toEqual([])
  }, 300_000)
})
