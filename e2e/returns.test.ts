import { afterAll, describe, expect, it } from 'vitest'
import { type Desk, openDesks, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('a month of returns', () => {
  it('goes from open sheet to lock with one sending back, and the figure opens to the sheet', async () => {
    if (!desks) return
    const clerk = await sitDown(desks), head = await sitDown(desks), planner = await sitDown(desks)
    await signInAs(clerk.page, /^城市更新科经办/)
    await signInAs(head.page, /^局长/)
    await signInAs(planner.page, /^综合科科长/)

    // By keyboard: each cell as last period, one of them far more.
    await clerk.page.goto('/inbox')
    await clerk.page.getByRole('link', { name: /部门经济和建设月报/ }).first().click()
    const cells = clerk.page.locator('input[data-cell]')
    await cells.first().waitFor()
    const sheet = new URL(clerk.page.url()).pathname
    const before = await clerk.page.locator('tr:has(input[data-cell])').evaluateAll(rows => rows.map(row => /[\d.]+/.exec(row.children[3]?.textContent ?? '')?.[0] ?? '30'))
    const began = performance.now()
    await cells.first().focus()
    for (const [i, value] of before.entries()) {
      await clerk.page.keyboard.type(i === 4 ? String(Number(value) * 2) : value)
      await clerk.page.keyboard.press('Enter')
    }
    await clerk.page.getByText('已全部保存 · 还有0项未填，1处待处理').waitFor()
    await clerk.page.getByText(/增加100%，超过50%/).waitFor()
    await clerk.page.getByRole('button', { name: '报送', exact: true }).click()
    expect(await clerk.page.getByRole('dialog').count()).toBe(0)
    await clerk.page.getByRole('textbox', { name: '说明理由' }).fill('集中加装两个片区')
    await clerk.page.keyboard.press('Enter')
    await clerk.page.getByText('说明：集中加装两个片区').waitFor()
    await submit(clerk)
    console.log(`\nreturns: ${before.length} cells filled by keyboard, one warning answered and the sheet submitted in ${((performance.now() - began) / 1000).toFixed(0)} s\n`)

    await head.page.goto(sheet)
    await head.page.getByRole('button', { name: '退回', exact: true }).click()
    await head.page.getByRole('dialog').getByRole('textbox').fill('加装电梯数请再核对')
    await head.page.getByRole('dialog').getByRole('button', { name: /退\s*回/ }).click()
    await head.page.getByText('已退回：').waitFor()

    await clerk.page.reload()
    await clerk.page.getByText('加装电梯数请再核对').first().waitFor()
    await cells.nth(4).fill(before[4] ?? '30')
    await clerk.page.getByText('已全部保存 · 可以报送').waitFor()
    await submit(clerk)

    await head.page.reload()
    await head.page.getByRole('button', { name: '审核通过' }).click()
    await head.page.getByRole('dialog').getByRole('button', { name: '审核通过' }).click()
    await head.page.getByText('已审核，待核收').waitFor()
    await planner.page.goto(sheet)
    await planner.page.getByRole('button', { name: '核收并锁定' }).click()
    await planner.page.getByRole('dialog').getByRole('button', { name: /核\s*收/ }).click()
    await planner.page.getByText('已核收，已锁定').waitFor()
    await clerk.page.reload()
    await clerk.page.getByText('已核收，已锁定').waitFor()
    expect(await cells.count()).toBe(0)

    // From the register to the sheet and its signatures.
    await planner.page.goto('/register/figures?q=加装电梯')
    const row = planner.page.getByRole('row').filter({ hasText: '2026年' }).filter({ hasText: '快报数' }).first()
    await row.getByRole('button', { name: /单位报表/ }).first().click()
    const source = planner.page.getByRole('dialog').filter({ hasText: '这个数从哪里来' })
    await source.getByText(/报送，.*审核，.*核收/).waitFor()
    await source.getByRole('link', { name: '打开填报表' }).click()
    await planner.page.getByRole('heading', { level: 1, name: /部门经济和建设月报/ }).waitFor()
    expect([...clerk.faults, ...head.faults, ...planner.faults]).toEqual([])
    for (const desk of [clerk, head, planner]) await desk.context.close()
  }, 240_000)
})

async function submit({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: '报送', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '确认报送' }).click()
  await page.getByText('已报送，待审核').waitFor()
}
