import { afterAll, describe, expect, it } from 'vitest'
import { createDatabase, testCluster, withClient } from '../testkit/cluster.ts'
import { findChromium, launchChromium } from './browser.ts'
import { type Desk, type Desks, phone, signInAs, sitDown } from './desk.ts'
import { startProgram, temporaryFolder } from './program.ts'

/** A program on a database that the test can reach into: that is how a day passes here. */
async function openDesksOnDatabase(): Promise<(Desks & { readonly database: string }) | null> {
  const chromium = findChromium()
  if (chromium === null) return null
  const cluster = await testCluster()
  const database = await createDatabase(cluster, 'division')
  const folder = await temporaryFolder()
  const program = await startProgram({ dataDir: folder.path, command: 'start', env: { DATABASE_URL: database.url } })
  const browser = await launchChromium(chromium)
  return {
    program, browser, database: database.url,
    close: async () => {
      await browser.close()
      await program.stop()
      await folder.remove()
      await database.drop()
      await cluster.stop()
    },
  }
}

const desks = await openDesksOnDatabase()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('a divided target', () => {
  it('is drafted with its rest in sight, comes back with another number, and is in force when both have signed', async () => {
    if (!desks) return
    const planner = await sitDown(desks)
    const { page } = planner
    await signInAs(page, /^综合科科长/)
    await page.goto('/register/QUALITY-PROJECTS?year=2025')
    await page.getByRole('link', { name: '分解到部门和街道' }).click()
    await page.getByRole('button', { name: '起草分解' }).click()
    for (const unit of ['洪桥街道', '区住房和建设局']) await addUnit(planner, unit)
    await page.getByRole('textbox', { name: '洪桥街道 分解数' }).fill('170')
    await page.getByRole('textbox', { name: '洪桥街道 分解数' }).press('Enter')
    await page.keyboard.type('118')
    await page.getByText('还有12个未分解').waitFor()
    await page.getByRole('button', { name: '下发各单位签认' }).click()
    await page.getByRole('dialog', { name: '还没有分完，仍要下发？' }).getByRole('button', { name: /取\s*消/ }).click()
    await page.getByRole('textbox', { name: '区住房和建设局 分解数' }).fill('130')
    await page.getByText('正好分完').waitFor()
    await page.getByRole('button', { name: '下发各单位签认' }).click()
    await page.getByText('已签认0个，待签认2个，退回0个。').waitFor()
    const division = new URL(page.url()).pathname

    const bureau = await sitDown(desks)
    await signInAs(bureau.page, /^局长/)
    await fromInbox(bureau)
    await bureau.page.getByRole('button', { name: '退回并提建议数' }).click()
    const form = bureau.page.getByRole('form', { name: '退回分解数' })
    await form.getByRole('textbox', { name: '理由' }).fill('可引进的项目储备不足')
    await form.getByRole('textbox', { name: /^建议数/ }).fill('120')
    await form.getByRole('button', { name: /^退\s*回/ }).click()
    await bureau.page.getByText('建议120个').first().waitFor()

    await page.reload()
    await page.getByText('已签认0个，待签认1个，退回1个。').waitFor()
    await page.getByRole('button', { name: '收回修改' }).click()
    const dialog = page.getByRole('dialog', { name: '收回修改' })
    await dialog.getByRole('textbox').fill('采纳住建局建议')
    await dialog.getByRole('button', { name: /收\s*回/ }).click()
    await page.getByRole('textbox', { name: '洪桥街道 分解数' }).fill('180')
    await page.getByRole('textbox', { name: '区住房和建设局 分解数' }).fill('120')
    await page.getByText('正好分完').waitFor()
    await page.getByRole('button', { name: '下发各单位签认' }).click()
    await page.getByText('已签认0个，待签认2个，退回0个。').waitFor()

    // The head of the street signs on a phone: two taps.
    const street = await sitDown(desks, phone)
    await signInAs(street.page, /^街道办事处主任/)
    await street.page.goto(division)
    await street.page.getByRole('button', { name: /^签\s*认$/ }).click()
    await street.page.getByRole('button', { name: '确认签认180个' }).click()
    await street.page.getByText('已签认').first().waitFor()

    await bureau.page.reload()
    await bureau.page.getByRole('button', { name: /^签\s*认$/ }).click()
    await bureau.page.getByRole('button', { name: '确认签认120个' }).click()
    await bureau.page.getByText(/^自.*起生效$/).waitFor()

    const row = bureau.page.getByRole('row').filter({ hasText: '洪桥街道' })
    await row.getByRole('link', { name: '洪桥街道' }).click()
    await bureau.page.getByRole('heading', { name: '洪桥街道2025年责任清单' }).waitFor()
    await bureau.page.getByText('占全区300个的60%').waitFor()
    await bureau.page.getByRole('button', { name: /180个以上/ }).click()
    const sheet = bureau.page.getByRole('dialog')
    await sheet.getByText(/第1版目标分解/).first().waitFor()
    expect([...planner.faults, ...bureau.faults, ...street.faults]).toEqual([])
    await Promise.all([planner, bureau, street].map(desk => desk.context.close()))
  }, 300_000)

  it('tells the planner when the target is restated and its parts no longer add up', async () => {
    if (!desks) return
    const { page, context, faults } = await sitDown(desks)
    await signInAs(page, /^综合科科长/)
    await page.goto('/register/QUALITY-PROJECTS?year=2025')
    await page.getByRole('button', { name: '调整目标' }).first().click()
    const form = page.getByRole('form', { name: '调整目标' })
    await form.getByRole('textbox', { name: '目标值' }).fill('320')
    await form.getByRole('textbox', { name: '依据' }).fill('市政府来文')
    await form.getByRole('textbox', { name: '调整理由' }).fill('市里加码')
    await form.getByRole('button', { name: /^保\s*存/ }).click()
    await form.waitFor({ state: 'hidden' })
    await page.goto('/inbox')
    await page.getByText('目标已调整，各单位分解数与目标不再相符').waitFor()
    await page.getByRole('link', { name: /优质项目2025年目标分解$/ }).click()
    await page.getByText(/目标已由300个调整为320个/).waitFor()
    expect(faults).toEqual([])
    await context.close()
  }, 120_000)
})

describe.skipIf(desks === null)('an override', () => {
  it('stands over the computed light until its day, ends by itself, and stays on record', async () => {
    if (!desks) return
    const desk = await sitDown(desks)
    const { page } = desk
    await signInAs(page, /^分管副区长/)
    await page.goto('/register/FAI?year=2023')
    await page.getByRole('button', { name: /固定资产投资 滞后/ }).first().click()
    await page.getByRole('button', { name: '人工调灯' }).click()
    await page.getByRole('radio', { name: '正常' }).check()
    await page.getByRole('textbox', { name: '有效至' }).fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10))
    await page.getByRole('textbox', { name: '理由' }).fill('大项目本月入统')
    await page.getByRole('button', { name: '确定调灯' }).click()
    await page.getByRole('button', { name: /固定资产投资 正常.*人工调整/ }).first().waitFor()
    await page.getByText('生效中').waitFor()

    // A day passes: what was set yesterday until yesterday.
    await withClient(desks.database, client => client.query(`update indicators.light_override set until_on = until_on - 1, at = at - interval '1 day'`))
    await page.reload()
    await page.getByRole('button', { name: /固定资产投资 滞后/ }).first().waitFor()
    await page.getByText('已到期，自动恢复系统判定').waitFor()
    await page.getByText('大项目本月入统').waitFor()
    expect(desk.faults).toEqual([])
    await desk.context.close()
  }, 120_000)
})

/** Adds a unit to the table by a part of its name. */
async function addUnit({ page }: Desk, name: string): Promise<void> {
  await page.getByRole('combobox', { name: '添加单位' }).fill(name)
  await page.getByTitle(new RegExp(`^${name}`)).first().click()
  await page.getByRole('rowheader', { name }).waitFor()
}

/** Follows what waits to be signed from the inbox. */
async function fromInbox({ page }: Desk): Promise<void> {
  await page.goto('/inbox')
  await page.getByRole('link', { name: /优质项目2025年目标分解$/ }).click()
}
