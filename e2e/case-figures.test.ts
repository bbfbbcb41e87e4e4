import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openDesks, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)

describe.skipIf(desks === null)('a figure counted from cases', () => {
  it('leads from the board to the indicator, from its figure to its source, and from there to exactly its cases', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^区长/)
    await page.goto('/cases/board')
    await page.getByRole('link', { name: '热线工单按期结案率' }).click()
    await page.getByRole('heading', { name: /热线工单按期结案率/, level: 1 }).waitFor()
    const year = new URL(page.url()).searchParams.get('year') ?? ''
    await page.getByRole('button', { name: /%.*工单统计|工单统计/ }).first().click()
    const sheet = page.getByRole('dialog').filter({ hasText: '这个数从哪里来' })
    await sheet.getByText('按期结案率 = 按期结案 ÷ 应结案', { exact: false }).first().waitFor()
    await sheet.getByText('不是实际数据', { exact: false }).first().waitFor()
    const whole = sheet.getByRole('row', { name: /^应结案/ }).getByRole('link')
    const counted = numberIn(await whole.textContent())
    expect(counted).toBeGreaterThan(0)
    await whole.click()
    await page.getByRole('heading', { name: `筛选出的工单（${counted}件）` }).waitFor()
    await page.getByText(new RegExp(`${year}年\\d+月 按期结案率：应结案`)).waitFor()
    expect(await faultsOf(desk, `/register/HOTLINE-ON-TIME?year=${year}`, 'the indicator', 'zh')).toEqual([])
    expect(desk.faults).toEqual([])
    await desk.context.close()

    // Who may not see cases sees the number and of what it is made, without the lists.
    const reader = await sitDown(desks)
    await signInAs(reader.page, /^新到人员/)
    await reader.page.goto(`/register/HOTLINE-ON-TIME?year=${year}`)
    await reader.page.getByRole('button', { name: /工单统计/ }).first().click()
    const seen = reader.page.getByRole('dialog').filter({ hasText: '这个数从哪里来' })
    await seen.getByRole('row', { name: /^应结案/ }).waitFor()
    expect(await seen.getByRole('row', { name: /^应结案/ }).getByRole('link').count()).toBe(0)
    expect(reader.faults).toEqual([])
    await reader.context.close()
  })
})
