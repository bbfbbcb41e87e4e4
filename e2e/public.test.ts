import { AxeBuilder } from '@axe-core/playwright'
import { type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openDesks, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

/** The frame of the preview runs no scripts, and the browser says so of those by which it is driven here. */
const sandboxed = /sandboxed/

/** A reader's browser with JavaScript turned off, as an old phone or a cautious office has it. */
async function reader(width = 1366, height = 768): Promise<{ readonly page: Page; close(): Promise<void> }> {
  if (!desks) throw new Error('no browser')
  const context = await desks.browser.newContext({ baseURL: desks.program.url, viewport: { width, height }, locale: 'zh-CN', javaScriptEnabled: false })
  const page = await context.newPage()
  return { page, close: () => context.close() }
}

describe.skipIf(desks === null)('the public page without JavaScript', () => {
  it('is prepared by a planner, approved by a leader from the inbox, and then read by anybody', async () => {
    if (!desks) return
    const planner = await sitDown(desks)
    await signInAs(planner.page, /^综合科科长/)
    await planner.page.goto('/publications/prepare/2023')
    await planner.page.getByRole('checkbox').nth(1).waitFor()
    const row = planner.page.getByRole('row').filter({ hasText: '新改建停车场' })
    await row.getByRole('checkbox').check()
    await planner.page.getByRole('textbox', { name: /略去1项的理由/ }).fill('数据正在核实')
    await planner.page.getByRole('link', { name: '预览', exact: true }).click()
    const shown = planner.page.frameLocator('iframe')
    await shown.getByRole('heading', { level: 1, name: '2023年政府承诺了什么，做到了吗' }).waitFor()
    expect(await shown.getByRole('link', { name: '新改建停车场' }).count()).toBe(0)
    await planner.page.getByRole('button', { name: /^送\s?批$/ }).click()
    await planner.page.getByRole('dialog').getByRole('button', { name: /^送\s?批$/ }).click()
    await planner.page.getByText('等待另一人批准').waitFor()
    expect(await planner.page.getByRole('button', { name: '批准公布' }).count()).toBe(0)
    expect(planner.faults.filter(fault => !sandboxed.test(fault))).toEqual([])

    const before = await reader()
    await before.page.goto('/public/440104')
    const text = await before.page.getByRole('main').innerText()

    const leader = await sitDown(desks)
    await signInAs(leader.page, /^区长/)
    await leader.page.goto('/inbox')
    await leader.page.getByRole('link', { name: '2023年公布内容' }).click()
    await leader.page.frameLocator('iframe').getByRole('heading', { level: 1 }).waitFor()
    await leader.page.getByRole('link', { name: /^不公布的内容/ }).click()
    await leader.page.getByText('数据正在核实').first().waitFor()
    await leader.page.getByRole('button', { name: '批准公布' }).click()
    await leader.page.getByRole('dialog').getByRole('button', { name: '批准公布' }).click()
    await leader.page.getByText('已公布').first().waitFor()
    expect(leader.faults.filter(fault => !sandboxed.test(fault))).toEqual([])

    await before.page.goto('/public/440104/2023')
    const after = await before.page.getByRole('main').innerText()
    expect(after).not.toBe(text)
    expect(after).toContain('固定资产投资')
    expect(after).not.toContain('新改建停车场')
    await Promise.all([before.close(), planner.context.close(), leader.context.close()])
  }, 240_000)

  it('is searched, narrowed by a light, and followed from the list to a promise and its papers, with the keyboard', async () => {
    const { page, close } = await reader(390, 844)
    await page.goto('/public/440104/2023')
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('跳到正文')
    await page.getByRole('searchbox', { name: '找一项承诺或一个单位' }).fill('固定资产')
    await page.getByRole('combobox', { name: '灯' }).selectOption('slipping')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '查找' }).click()
    await page.getByRole('heading', { name: '找到1项' }).waitFor()
    await page.getByRole('link', { name: '固定资产投资' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '固定资产投资' }).waitFor()
    const main = await page.getByRole('main').innerText()
    expect(main).toContain('增长10%以上')
    expect(main).toMatch(/滞后/)
    expect(await page.getByRole('table', { name: '这项承诺先后怎么说' }).getByRole('row').count()).toBeGreaterThanOrEqual(3)
    await page.getByRole('table', { name: '各期公布时的灯' }).getByRole('link', { name: /2023年第\d期/ }).first().click()
    await page.getByRole('heading', { level: 1, name: '固定资产投资' }).waitFor()
    await close()
  }, 120_000)

  it('keeps large text and English from page to page', async () => {
    const { page, close } = await reader(390, 844)
    await page.goto('/public/440104/2023')
    const size = () => page.locator('body').evaluate(body => Number.parseFloat(getComputedStyle(body).fontSize))
    const plain = await size()
    await page.getByRole('link', { name: '大字版' }).click()
    expect(await size()).toBeGreaterThanOrEqual(18)
    expect(await size()).toBeGreaterThan(plain)
    await page.getByRole('link', { name: '怎么看', exact: true }).click()
    expect(await size()).toBeGreaterThanOrEqual(18)
    for (const link of await page.getByRole('navigation').getByRole('link').all()) expect((await link.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(60)
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { level: 1, name: 'How to read these pages' }).waitFor()
    await page.getByRole('link', { name: 'Open data' }).click()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    expect(await size()).toBeGreaterThanOrEqual(18)
    await close()
  }, 120_000)

  it('gives its table to whoever clicks on it', async () => {
    const { page, close } = await reader()
    await page.goto('/public/440104/2023/data')
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /表格/ }).click()])
    expect(download.suggestedFilename()).toMatch(/\.csv$/)
    await close()
  }, 60_000)

  for (const language of ['zh', 'en'] as const) {
    it(`is clean to axe and does not run off sideways, on a desk and on a phone, in plain and in large text, in ${language}`, async () => {
      if (!desks) return
      // axe itself is a script, so it looks at the page in a browser that runs scripts; the page brings none.
      const context = await desks.browser.newContext({ baseURL: desks.program.url, locale: 'zh-CN' })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', message => { if (message.type() === 'error') faults.push(message.text()) })
      const wrong: string[] = []
      for (const path of ['/public/440104/2023', '/public/440104/2023/FAI-growth', '/public/440104/2023/matters', '/public/440104/2023/data', '/public/440104/help', '/public/440103']) {
        for (const text of ['plain', 'large']) {
          for (const viewport of [{ width: 1366, height: 768 }, { width: 390, height: 844 }]) {
            await page.setViewportSize(viewport)
            await page.goto(`${path}?lang=${language}&text=${text}`)
            expect(await page.locator('script').count()).toBe(0)
            const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).options({ resultTypes: ['violations'] }).analyze()
            wrong.push(...violations.map(v => `${path} ${text} ${viewport.width}: ${v.id}: ${v.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`))
            const sideways = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
            if (sideways > 1) wrong.push(`${path} ${text} ${viewport.width}: ${sideways} px wider than the window`)
          }
        }
      }
      expect(wrong.join('\n')).toBe('')
      expect(faults).toEqual([])
      await context.close()
    }, 180_000)
  }
})
