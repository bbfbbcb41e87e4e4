import { type Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { inventedReport } from '../bench/invented-report.ts'
import { openDesks, press, sitDown } from './desk.ts'
import { papersOf2023 } from './papers.ts'
import { signedIn } from './program.ts'

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

  it('a leader comes in, reads why the light of investment is yellow, and opens the words of its figure by keyboard alone', async () => {
    if (!desks) return
    const ask = await signedIn(desks.program.url, 'planner')
    const tell = async (path: string, body: object) => {
      const answer = await ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
      expect(answer.status, path).toBe(200)
      return await answer.json() as { readonly paper: { readonly id: string } } // both routes answer a paper
    }
    const [plan, halfYear] = papersOf2023()
    for (const { name, text } of [plan, halfYear]) {
      const { paper } = await tell('/api/documents', { name, text })
      await tell(`/api/documents/${paper.id}/accept`, { leaveOut: { reason: '另行核实' } })
    }

    const { page, context, faults } = await sitDown(desks)
    await page.goto('/demo')
    await press(page, page.getByRole('button', { name: /^区长/ }))
    await press(page, page.getByRole('navigation', { name: '年度' }).getByRole('link', { name: '2023' }))
    const row = page.getByRole('region', { name: '主要目标' }).getByRole('listitem').filter({ has: page.getByRole('link', { name: '固定资产投资', exact: true }) })
    const light = row.getByRole('button', { name: /固定资产投资 滞后/ })
    await press(page, light)
    await page.getByRole('dialog', { name: '这盏灯的依据' }).getByText(/8\.4/).first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    // Back to where one was: the light itself.
    await expect.poll(() => light.evaluate(button => button === button.ownerDocument.activeElement), { timeout: 10_000 }).toBe(true)

    await press(page, row.getByRole('button', { name: /8\.4 %/ }), ' ')
    const sheet = page.getByRole('dialog', { name: '这个数从哪里来' })
    const link = sheet.getByRole('link', { name: '在原文中查看' })
    await link.waitFor()
    const at = /at=(\d+)-(\d+)/.exec(await link.getAttribute('href') ?? '')
    const words = halfYear.text.slice(Number(at?.[1]), Number(at?.[2]))
    await expect.poll(() => sheet.locator('mark').innerText(), { timeout: 20_000 }).toBe(words)
    await press(page, link)
    await page.getByRole('region', { name: '原文正文' }).getByText(words).first().waitFor()
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
