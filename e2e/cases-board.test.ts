import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openDesks, press, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const numberIn = (text: string | null) => Number(/\d+/.exec(text ?? '')?.[0] ?? Number.NaN)

describe.skipIf(desks === null)('the board of cases', () => {
  it('tells a leader what is late in a street, and each number opens to exactly its cases, by keyboard', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^区长/)
    await page.goto('/cases/board')
    const place = page.getByRole('link', { name: /近7天新增[1-9]\d*件，在办[1-9]\d*件/ }).first()
    const open = /在办(\d+)件/.exec(await place.getAttribute('aria-label') ?? '')?.[1]
    await press(page, place)
    await page.getByRole('heading', { name: `工单（${open}件）` }).waitFor()

    await page.goBack()
    await page.getByLabel('街道', { exact: true }).click()
    await page.getByTitle('大东街道', { exact: true }).click()
    await page.waitForURL(/within=/)
    await page.getByRole('link', { name: /社区近7天新增/ }).first().waitFor()
    const rates = page.getByRole('region', { name: '各项比率' })
    const part = rates.getByRole('row', { name: /^合计/ }).getByRole('link').first()
    await part.waitFor()
    const counted = numberIn(await part.textContent())
    await part.click()
    await page.getByRole('heading', { name: `工单（${counted}件）` }).waitFor()
    expect(new URL(page.url()).searchParams.get('counted')).toMatch(/\/part$/)
    await page.locator('tr[data-row-key]').first().click()
    await page.getByRole('region', { name: '打开的工单' }).getByRole('heading').first().waitFor()

    for (const language of ['zh', 'en'] as const) expect(await faultsOf(desk, '/cases/board', 'board', language)).toEqual([])
    expect(desk.faults).toEqual([])
  })
})
