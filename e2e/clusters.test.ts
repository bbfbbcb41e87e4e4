import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openDesks, press, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)

describe.skipIf(desks === null)('what comes again and again', () => {
  it('is made a root-cause task by supervision; the plan, the cases and the board lead to one another', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^督查专员/)
    await page.goto('/cases/clusters')
    const panel = page.locator('section').filter({ has: page.getByRole('heading', { name: '反复出现的事项' }) })
    const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 2 }) }).filter({ hasText: '电梯故障' }).first()
    await card.waitFor()
    const cases = numberIn(await card.getByRole('link', { name: /件工单/ }).textContent())
    expect(cases).toBeGreaterThanOrEqual(5)
    await card.getByText(/近13周每周件数/).click()
    expect(await card.getByRole('row').count()).toBe(14)

    await press(page, card.getByRole('button', { name: '立为治本任务' }))
    const form = page.getByRole('dialog', { name: '立为治本任务，列入年度计划' })
    await form.getByRole('textbox', { name: '要做到什么' }).fill('更新师好巷老旧电梯，根治停运')
    await form.getByRole('combobox', { name: '牵头单位' }).fill('住房')
    await page.getByTitle(/^区住房/).first().click()
    await page.keyboard.press('Control+Enter')
    const task = card.getByRole('link', { name: '更新师好巷老旧电梯，根治停运' })
    await task.waitFor()
    await task.click()

    // The task says what it rests on, and opens to exactly these cases.
    await panel.getByRole('link', { name: `${cases}件工单` }).click()
    await page.getByRole('heading', { name: `筛选出的工单（${cases}件）` }).waitFor()
    await page.getByText('同一反复事项').waitFor()
    const first = page.locator('tr[data-row-key]').first()
    const id = await first.getAttribute('data-row-key')
    await page.goto(`/cases/${id}`)
    await panel.getByRole('link', { name: '更新师好巷老旧电梯，根治停运' }).waitFor()

    await page.goto('/cases/board')
    await panel.getByText('（已立任务）').waitFor()

    // Another is not made a task, and is told why.
    await page.goto('/cases/clusters?state=offered')
    await page.getByRole('button', { name: '不立任务' }).first().click()
    await page.getByRole('dialog').getByRole('textbox').fill('商户已安装油烟净化设备')
    await page.getByRole('dialog').getByRole('button', { name: '不立任务' }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page.goto('/cases/clusters?state=dismissed')
    await page.getByText('商户已安装油烟净化设备').waitFor()
    await page.getByRole('button', { name: '立即查找' }).click()
    await page.getByText(/查找完毕/).waitFor()
    for (const language of ['zh', 'en'] as const) expect(await faultsOf(desk, '/cases/clusters', 'repeated matters', language)).toEqual([])
    expect(await faultsOf(desk, `/cases/${id}`, 'a case of them', 'zh')).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
