import { AxeBuilder } from '@axe-core/playwright'
import { type APIRequestContext } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { openDesks, phone, signInAs, sitDown } from './desk.ts'
import { papersOf2021And2025, type PaperFile } from './papers.ts'

const desks = await openDesks()
afterAll(() => desks?.close())
const [early, late] = papersOf2021And2025()

describe.skipIf(desks === null)('a promise followed from 2021 to 2025', () => {
  it('a planner confirms by keyboard that two papers speak of the same; the line runs through the years and opens to the very characters', async () => {
    if (!desks) return
    const desk = await sitDown(desks)
    const { page } = desk
    await signInAs(page, /^综合科科长/)
    for (const paper of [early, late]) await accept(page.request, paper)

    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '承诺脉络' }).click()
    await page.getByRole('link', { name: /^可能是同一件事的/ }).click()
    await page.getByRole('searchbox', { name: '搜索名称' }).fill('租赁补贴')
    const cards = page.getByRole('list', { name: '待确认' }).locator('> li')
    await expect.poll(async () => (await cards.allInnerTexts()).filter(text => !text.includes('租赁补贴')).length, { timeout: 20_000 }).toBe(0)
    expect(await cards.first().innerText()).toContain('同一指标')

    // Out of the field, then by the keys of the review: a and again a, until no certain one is left.
    await page.getByRole('heading', { level: 1 }).focus()
    for (let left = await cards.filter({ hasText: '同一指标' }).count(); left > 0; left--) {
      await page.keyboard.press('a')
      await expect.poll(() => cards.filter({ hasText: '同一指标' }).count(), { timeout: 20_000 }).toBeLessThan(left)
    }
    await page.getByRole('status').getByRole('link').click()

    const line = page.getByRole('list', { name: '历年历次的说法' })
    await line.getByText('2021年2月6日').waitFor()
    await line.getByText('2025年2月26日').waitFor()
    await line.getByRole('button', { name: /^2021年承诺/ }).waitFor()
    expect(await line.getByRole('button', { name: /^2025年再次承诺/ }).innerText()).toContain('2500户以上')

    await line.getByRole('button', { name: /^2025年再次承诺/ }).click()
    const sheet = page.getByRole('dialog').filter({ hasText: '再次承诺' })
    const link = sheet.getByRole('link', { name: '在原文中查看' }).last()
    const at = /at=(\d+)-(\d+)/.exec(await link.getAttribute('href') ?? '')
    const words = late.text.slice(Number(at?.[1]), Number(at?.[2]))
    expect(words).toContain('2500')
    await expect.poll(() => sheet.locator('mark').last().innerText(), { timeout: 20_000 }).toBe(words)
    expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze()).violations.map(v => v.id)).toEqual([])
    await link.click()
    await page.getByRole('region', { name: '原文正文' }).getByText(words).first().waitFor()
    expect(desk.faults).toEqual([])
    await desk.context.close()
  }, 300_000)

  it('a leader reads the line on a phone, and nothing runs off sideways', async () => {
    if (!desks) return
    const desk = await sitDown(desks, phone)
    const { page } = desk
    await signInAs(page, /^区长/)
    await page.goto('/threads?station=slipped')
    await page.getByRole('link', { name: '南洋电器厂改造' }).click()
    await page.getByRole('button', { name: /^2023年延期/ }).waitFor()
    expect(await page.getByRole('button', { name: '补记说法' }).count()).toBe(0)
    expect(await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)).toBeLessThanOrEqual(1)
    expect((await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).analyze()).violations.map(v => v.id)).toEqual([])
    await page.getByRole('button', { name: /^2023年延期/ }).click()
    const sheet = page.getByRole('dialog').filter({ hasText: '延期' })
    await sheet.getByText(/2021年越秀区人民政府工作报告/).waitFor()
    expect(desk.faults).toEqual([])
    await desk.context.close()
  }, 120_000)
})

/** Imports a paper and accepts it, leaving out what is doubtful: how that is done by hand is another journey. */
async function accept(request: APIRequestContext, paper: PaperFile): Promise<void> {
  const imported = await request.post('/api/documents', { data: { text: paper.text, name: paper.name } })
  const { paper: made } = await imported.json() as { readonly paper: { readonly id: string } } // the reply to an import
  const accepted = await request.post(`/api/documents/${made.id}/accept`, { data: { leaveOut: { reason: '另行核实' } } })
  if (!accepted.ok()) throw new Error(await accepted.text())
}
