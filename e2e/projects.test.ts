import { afterAll, describe, expect, it } from 'vitest'
import { type Page } from 'playwright-core'
import { onePixel } from '../testkit/form.ts'
import { faultsOf } from './axe.ts'
import { openDesks, phone, seat } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

/** Months of this year and the last that are over, the newest first: those a unit may tell of a project that has told none. */
function monthsOver(): string[] {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString(), year = Number(today.slice(0, 4)) // in Beijing
  return [year, year - 1].flatMap(y => Array.from({ length: 12 }, (_, i) => `${y}-${String(12 - i).padStart(2, '0')}`)).filter(month => month < today.slice(0, 7))
}

async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await page.getByLabel(field, { exact: true }).click()
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).first().click()
}

const send = async (page: Page, act: string) => page.getByRole('dialog').getByRole('button', { name: new RegExp(`^${act}`) }).click()

describe.skipIf(desks === null)('key projects', () => {
  it('are taken in and planned; a month above the whole is refused, one that fits waits for another to approve it, and what is in the way is raised', async () => {
    const planner = await seat(desks, /^综合科科长/), { page } = planner, within = page.getByRole('dialog')
    await page.goto('/projects')
    await page.getByRole('heading', { name: '重点项目', level: 1 }).waitFor()
    await page.getByRole('button', { name: '项目入库' }).click()
    await within.getByLabel('项目编号').fill('E2E-1')
    await within.getByLabel('项目名称').fill('示例泵站改造')
    await within.getByLabel('业主单位').last().fill('发展和改革')
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click()
    await within.getByLabel('总投资（万元）').fill('5000')
    await within.getByLabel('依据').fill('年度清单（演示）')
    await send(page, '入库')
    await page.getByRole('heading', { name: '示例泵站改造', level: 1 }).waitFor()
    const { pathname } = new URL(page.url())

    await page.getByRole('button', { name: '更多办理' }).click()
    await page.getByRole('menuitem', { name: '下达年度计划' }).click()
    const [month = ''] = monthsOver()
    await within.getByLabel('年度', { exact: true }).fill(month.slice(0, 4))
    await within.getByLabel('全年投资（万元）').fill('1200')
    await send(page, '下达')
    await page.getByRole('button', { name: '报月度投资' }).click()
    await within.getByLabel('当月完成投资（万元）').fill('6000')
    await send(page, '报送')
    await page.getByText('超过总投资5000万元').waitFor()
    await within.getByLabel('当月完成投资（万元）').fill('100')
    await send(page, '报送')
    await page.getByRole('row', { name: new RegExp(month) }).getByText('待审核').waitFor()
    expect(await page.getByRole('button', { name: /^通过/ }).count()).toBe(0)

    await page.getByRole('button', { name: '提出堵点' }).click()
    await choose(page, '哪一类', '管线')
    await within.getByLabel('堵在哪里').fill('燃气管未迁改')
    await within.getByLabel('具体情况和需要协调的事').fill('基坑内有一段燃气管，需迁改后才能施工')
    await send(page, '提出')
    await page.getByText('1个未解决').waitFor()
    await page.getByText('区住房和建设局').first().waitFor()

    const head = await seat(desks, /^局长/)
    await head.page.goto(pathname)
    await head.page.getByRole('heading', { name: '示例泵站改造', level: 1 }).waitFor()
    // The refusal of the amount above the total is an answer that the console calls an error.
    expect(planner.faults.filter(fault => !fault.includes('422'))).toEqual([])
    expect(head.faults).toEqual([])
  })

  it('are looked at by a leader on a phone, who leaves a note of a visit', async () => {
    const leader = await seat(desks, /^区长/, phone), { page } = leader, within = page.getByRole('dialog')
    await page.goto('/projects')
    await page.getByRole('link', { name: /严重滞后/ }).first().click()
    await page.waitForURL(/light=off-pace/)
    await page.locator('a[href^="/projects/"]:not([href^="/projects/pool"])').first().click()
    await page.getByRole('button', { name: '现场查看' }).click()
    await within.getByLabel('看到什么、要求什么').fill('主体已到三层，管线迁改还没有动')
    await within.locator('input[type=file]').setInputFiles([{ name: '工地.png', mimeType: 'image/png', buffer: onePixel }, { name: '围挡.png', mimeType: 'image/png', buffer: onePixel }])
    await within.getByRole('button', { name: '移除围挡.jpg' }).click()
    await send(page, '记下')
    const visits = page.getByRole('listitem').filter({ hasText: '主体已到三层，管线迁改还没有动' })
    await visits.getByRole('link', { name: '工地.jpg' }).waitFor()
    expect(await visits.getByRole('link').count()).toBe(1)
    await page.getByRole('link', { name: '经过' }).click()
    await page.getByText('主体已到三层，管线迁改还没有动').waitFor()
    expect(leader.faults).toEqual([])
  })

  it('and the dispatch have pages without faults, at both sizes and in both languages', async () => {
    const desk = await seat(desks, /^综合科科长/), { page } = desk
    await page.goto('/projects?list=any')
    const one = await page.locator('tbody a').first().getAttribute('href') ?? ''
    await page.goto('/task-forces')
    const force = await page.locator('tbody a[href^="/task-forces/"]').first().getAttribute('href') ?? ''
    // The whole in Chinese; of what is new, one page of each kind in English.
    for (const path of ['/projects', '/projects?view=courses', one, `${one}?form=visit`, '/task-forces', '/notices']) expect(await faultsOf(desk, path, path, 'en')).toEqual([])
    for (const path of ['/projects', '/projects?view=courses', '/projects?view=owners', '/projects?view=map', one, `${one}?view=history`, `${one}?form=tell`, `${one}?form=contract`, '/projects/pool', '/projects?list=any&pool=there.reserved', '/dispatch', '/notices', '/notices?form=raise', '/owes', '/task-forces', '/task-forces?form=set-up', force]) expect(await faultsOf(desk, path, path, 'zh')).toEqual([])
    expect(desk.faults).toEqual([])
  }, 600_000)

  it('and their feedback and sprints have pages without faults, at both sizes and in both languages', async () => {
    const desk = await seat(desks, /^督查专员/), { page } = desk
    await page.goto('/feedback')
    const feedback = await page.locator('tbody a').first().getAttribute('href') ?? ''
    await page.goto('/sprints')
    const sprint = await page.locator('tbody a').first().getAttribute('href') ?? ''
    for (const path of [feedback, sprint]) expect(await faultsOf(desk, path, path, 'en')).toEqual([])
    for (const path of ['/feedback', '/feedback?send=all', feedback, '/sprints', '/sprints?form=open', sprint, `${sprint}?form=put`]) expect(await faultsOf(desk, path, path, 'zh')).toEqual([])
    expect(desk.faults).toEqual([])
  }, 600_000)
})
