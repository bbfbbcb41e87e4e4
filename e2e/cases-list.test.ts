import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openDesks, phone, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('the list of cases', () => {
  it('is opened at the desk, found by words and kept as a view; many are filed at once after a preview', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^受理调度员/)
    for (const title of ['三元宫门口垃圾一', '三元宫门口垃圾二']) {
      await page.goto('/cases/new')
      const type = page.getByLabel('事项类型')
      await type.click()
      await page.getByTitle('12345热线工单', { exact: true }).or(page.getByTitle(/热线/)).first().click()
      await page.getByLabel('类别', { exact: true }).fill('暴露垃圾')
      await page.getByTitle('暴露垃圾').last().click()
      await page.getByLabel('标题').fill(title)
      await page.getByLabel('反映的内容').fill('堆了三天，味道很大')
      await page.reload() // a draft survives
      expect(await page.getByLabel('标题').inputValue()).toBe(title)
      for (const field of await page.getByRole('radiogroup').all()) if (await field.getByRole('radio', { checked: true }).count() === 0) await field.getByRole('radio').first().check()
      await page.getByRole('button', { name: /^登记/ }).click()
      await page.getByText('已登记，编号').waitFor()
      expect(await page.evaluate(() => sessionStorage.getItem('opendistrict.draft.case-new'))).toBeNull()
    }

    await page.goto('/cases')
    await page.getByRole('heading', { name: /^工单（\d+\+?件）$/ }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('三元宫门口垃圾')
    await page.getByRole('heading', { name: '筛选出的工单（2件）' }).waitFor()
    expect(new URL(page.url()).searchParams.get('q')).toBe('三元宫门口垃圾')
    await page.getByRole('button', { name: '常用视图' }).click()
    await page.getByLabel('把现在的条件存为').fill('三元宫垃圾')
    await page.getByRole('button', { name: '保存视图' }).click()
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: '三元宫垃圾' }).waitFor()

    await page.getByRole('checkbox').first().check()
    await page.getByText('已选2件').waitFor()
    await page.getByRole('button', { name: '受理' }).click()
    await page.getByRole('button', { name: '预览' }).click()
    await page.getByText('可以办理2件，不能办理0件。').waitFor()
    await page.getByRole('button', { name: '受理2件' }).click()
    await page.getByText('已办理2件，未办理0件。').waitFor()
    await page.getByRole('button', { name: '完成' }).click()

    await page.locator('tr[data-row-key]').first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('region', { name: '打开的工单' }).getByRole('heading', { name: /三元宫门口垃圾/ }).waitFor()
    const before = page.url()
    await page.keyboard.press('j')
    await page.waitForURL(url => url.href !== before)

    await page.setViewportSize(phone)
    await page.goto('/cases?order=due')
    await page.getByRole('listitem').filter({ hasText: /RX|HJ/ }).first().waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(desk, '/cases?order=newest', 'list', language)).toEqual([])
      expect(await faultsOf(desk, '/cases/new', 'opening', language)).toEqual([])
    }
    expect(desk.faults).toEqual([])
  })
})
