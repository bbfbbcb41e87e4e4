import { type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { inventedReport } from '../bench/invented-report.ts'
import { openDesks, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('without a mouse', () => {
  it('a planner comes in, pastes a report, reviews it and takes it into the ledger by keyboard alone', async () => {
    if (!desks) return
    const { page, context, faults } = await sitDown(desks)
    page.setDefaultTimeout(60_000)
    await page.goto('/demo')
    await page.getByRole('button', { name: /综合科科长/ }).first().waitFor()
    await tabTo(page, /综合科科长/)
    await page.keyboard.press('Enter')
    await page.waitForURL(url => url.pathname !== '/demo')
    await tabTo(page, /^文件导入与核对/)
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: '粘贴正文' }).waitFor()
    await tabTo(page, /^粘贴正文/)
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor()
    await tabTo(page, 'TEXTAREA')
    await page.keyboard.insertText(inventedReport(40))
    await tabTo(page, /^导\s?入$/)
    await page.keyboard.press('Enter')
    await page.getByText(/^已核0\/\d+/).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('k')
    await page.keyboard.press('a')
    await page.getByText(/^已核1\/\d+/).waitFor()
    await page.keyboard.press('u')
    await page.getByText(/^已核0\/\d+/).waitFor()
    await page.keyboard.press('Shift+A')
    await page.getByRole('button', { name: /^采纳\s?\d+\s?条/ }).waitFor()
    await tabTo(page, /^采纳\s?\d+\s?条/)
    await page.keyboard.press('Enter')
    await page.getByText(/^已核[1-9]\d*\/\d+/).waitFor()
    await tabTo(page, /^采纳文件/)
    await page.keyboard.press('Enter')
    await page.getByText('将写入台账').waitFor()
    if (await page.getByText('留下不入账，写明理由').count()) {
      await tabTo(page, 'INPUT')
      await page.keyboard.press('ArrowDown')
      await tabTo(page, 'TEXTAREA')
      await page.keyboard.insertText('留待下次核对')
    }
    await tabTo(page, /^采纳入账/)
    await page.keyboard.press('Enter')
    await page.getByText('文件已采纳入账').waitFor()
    expect(faults).toEqual([])
    await context.close()
  }, 300_000)
})

/** Presses Tab until what has the focus carries this name, or is this kind of element. */
async function tabTo(page: Page, what: RegExp | string): Promise<void> {
  for (let i = 0; i < 300; i++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement
      return { tag: element?.tagName ?? '', name: (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim() }
    })
    if (typeof what === 'string' ? focused.tag === what : focused.tag !== 'BODY' && what.test(focused.name)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`No ${String(what)} is reached by Tab`)
}
