import { afterAll, describe, expect, it } from 'vitest'
import { type Browser } from 'playwright-core'
import { findChromium, launchChromium } from './browser.ts'
import { move, press, told, unitOf } from './case-acts.ts'
import { type Desk, type Desks, seat } from './desk.ts'
import { startProgram, temporaryFolder } from './program.ts'

const chromium = findChromium()
const folder = await temporaryFolder()
const browser: Browser | null = chromium === null ? null : await launchChromium(chromium)
afterAll(async () => { await browser?.close(); await folder.remove() })

/** The same district on another day: the program and every page take the instant for now. */
async function onDay<T>(instant: string, what: (sit: (role: RegExp) => Promise<Desk>) => Promise<T>): Promise<T> {
  if (!browser) throw new Error('no browser')
  const program = await startProgram({ dataDir: folder.path, env: { MOVED_TO: instant, NODE_OPTIONS: `--import ${import.meta.dirname}/moved-clock.ts` } })
  const desks: Desks = { program, browser, close: async () => { await program.stop() } }
  const seated: Desk[] = []
  try {
    return await what(async role => {
      const desk = await seat(desks, role)
      await desk.context.clock.setFixedTime(new Date(instant))
      seated.push(desk)
      return desk
    })
  } finally {
    for (const desk of seated) await desk.context.close()
    await program.stop()
  }
}

const within = ({ page }: Desk) => page.getByRole('dialog')
const sent = async (desk: Desk, act: string) => { await within(desk).getByRole('button', { name: new RegExp(`^${act}`) }).click(); await within(desk).waitFor({ state: 'hidden' }) }
/** Waits until the open page says this about the project's light. */
const lightIs = async ({ page }: Desk, words: string) => { await page.getByRole('region', { name: '这个项目怎么样' }).getByText(words, { exact: true }).first().waitFor() }

/** A month told by the unit on the page and approved by its head, who then sees the light. */
async function tellMonth(clerk: Desk, head: Desk, path: string, month: string, amount: number): Promise<void> {
  await clerk.page.goto(`${path}?form=tell`)
  await within(clerk).getByLabel('月份', { exact: true }).click()
  await clerk.page.locator('.ant-select-dropdown:visible').getByTitle(month).click()
  await within(clerk).getByLabel('当月完成投资（万元）').fill(String(amount))
  await sent(clerk, '报送')
  await head.page.goto(path)
  await head.page.getByRole('button', { name: `通过 ${month}` }).click()
  await head.page.getByRole('row', { name: new RegExp(month) }).getByText('已审核').waitFor()
}

/** The months before, as they came in over the year: each told by one and approved by another. */
async function tellMonths(clerk: Desk, head: Desk, path: string, months: readonly string[], amount: number): Promise<void> {
  const act = async ({ page }: Desk, event: object) => {
    const { seq } = await told<{ readonly seq: number }>(await page.request.get(`/api${path}`))
    await told(await page.request.post(`/api${path}/acts`, { data: { seq, act: event } }))
  }
  for (const month of months) {
    await act(clerk, { kind: 'month-told', month, amount, note: '' })
    await act(head, { kind: 'month-approved', month })
  }
}

/** Waits until the project's page links to a case of this kind, and answers its id. */
async function caseOn({ page }: Desk, path: string, link: RegExp): Promise<string> {
  await expect.poll(async () => { await page.goto(path); await page.getByRole('heading', { level: 1 }).waitFor(); return page.getByRole('link', { name: link }).count() }, { timeout: 60_000, interval: 1000 }).toBeGreaterThan(0)
  return (await page.getByRole('link', { name: link }).first().getAttribute('href') ?? '').replace('/cases/', '')
}

async function answerWith(desk: Desk, id: string, name: string, words: string, evidence: string | null): Promise<void> {
  await move(desk, id, 'answered', name, async form => {
    await form.getByRole('radio').first().check()
    await form.getByRole('textbox', { name: '答复内容' }).fill(words)
    if (evidence !== null) await form.getByRole('textbox', { name: /佐证/ }).first().fill(evidence)
  }, '待核查')
}

const decision = '完成燃气管迁改，复工浇筑'

describe.skipIf(browser === null)('a year of a project', () => {
  it('is planned, falls behind, is red, brings a notice, has its blocker removed, catches up, is yellow, then green; what a meeting decided comes back a week later', async () => {
    const path = await onDay('2026-09-16T02:00:00Z', async sit => {
      const planner = await sit(/^综合科科长/), clerk = await sit(/^城市更新科经办/), head = await sit(/^局长/), leader = await sit(/^区长/), supervisor = await sit(/^督查专员/)
      const unit = await unitOf(clerk)
      const { id } = await told<{ readonly id: string }>(await planner.page.request.post('/api/projects', { data: { code: 'E2E-YEAR', name: '示例医院扩建', of: 'construction', owner: unit.id, total: 5000, ground: '年度清单（演示）' } }))
      const at = `/projects/${id}`

      await planner.page.goto(`${at}?form=year`)
      await within(planner).getByLabel('年度', { exact: true }).fill('2026')
      await within(planner).getByLabel('全年投资（万元）').fill('1200')
      await sent(planner, '下达')
      await tellMonths(clerk, head, at, Array.from({ length: 7 }, (_, i) => `2026-0${i + 1}`), 40)
      await tellMonth(clerk, head, at, '2026-08', 40)
      await lightIs(head, '严重滞后')

      await planner.page.goto(`${at}?form=blocker`)
      await within(planner).getByLabel('哪一类', { exact: true }).click()
      await planner.page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: '管线' }).click()
      await within(planner).getByLabel('堵在哪里').fill('燃气管未迁改')
      await within(planner).getByLabel('具体情况和需要协调的事').fill('基坑内有一段燃气管，需迁改后才能施工')
      await sent(planner, '提出')

      const notice = await caseOn(leader, at, /^橙色警示/)
      await leader.page.goto(`/cases/${notice}`)
      await leader.page.getByRole('button', { name: /^批准/ }).first().click()
      // Approved, it is issued by itself within moments.
      await expect.poll(async () => { await clerk.page.goto(`/cases/${notice}`); await clerk.page.getByRole('heading', { level: 1 }).waitFor(); return clerk.page.getByRole('button', { name: /^签收/ }).count() }, { timeout: 60_000, interval: 1000 }).toBe(1)
      await press(clerk, notice, '签收', '办理中')
      await answerWith(clerk, notice, '反馈', '燃气管九月底迁完，十月补齐欠账', null)
      await move(supervisor, notice, 'checked', '复核', form => form.getByRole('radio', { name: '通过', exact: true }).check(), '待结案')
      await press(supervisor, notice, '销号', '办结')

      await supervisor.page.goto('/dispatch?form=propose')
      await within(supervisor).getByRole('button', { name: '生成议题' }).click()
      await supervisor.page.getByRole('heading', { name: /调度会$/, level: 1 }).waitFor()
      await supervisor.page.getByRole('button', { name: '开会' }).click()
      await within(supervisor).getByLabel('主持人').fill('区长')
      await within(supervisor).getByLabel('到会人员和单位').fill('发改、住建、督查')
      await sent(supervisor, '开会')
      await supervisor.page.goto(`${new URL(supervisor.page.url()).pathname}?form=decide:project/${id}`)
      await within(supervisor).getByLabel('要做什么').fill(decision)
      await within(supervisor).getByLabel('怎样算办结').fill('迁改验收单')
      await sent(supervisor, '作出决定')
      await supervisor.page.getByRole('button', { name: '散会' }).click()
      await sent(supervisor, '散会')

      const blocker = await caseOn(planner, at, /^燃气管未迁改/)
      await press(clerk, blocker, '签收', '办理中')
      await answerWith(clerk, blocker, '报告已解决', '燃气管已迁改', '迁改验收单')
      await move(planner, blocker, 'checked', '确认', form => form.getByRole('radio', { name: '通过', exact: true }).check(), '待结案')
      await press(planner, blocker, '销号', '办结')
      await expect.poll(async () => { await planner.page.goto(at); await planner.page.getByRole('heading', { level: 1 }).waitFor(); return planner.page.getByText('0个未解决').count() }, { timeout: 30_000 }).toBe(1)
      return at
    })

    await onDay('2026-09-23T02:00:00Z', async sit => {
      const supervisor = await sit(/^督查专员/)
      await supervisor.page.goto('/dispatch?form=propose')
      await within(supervisor).getByRole('button', { name: '生成议题' }).click()
      await supervisor.page.getByRole('heading', { name: '2026年9月23日调度会' }).waitFor()
      await supervisor.page.getByText(decision).first().waitFor()
      await supervisor.page.getByText(/2026-09-16调度会第1项/).first().waitFor()
    })

    await onDay('2026-10-16T02:00:00Z', async sit => {
      const clerk = await sit(/^城市更新科经办/), head = await sit(/^局长/)
      await head.page.goto(path)
      await lightIs(head, '严重滞后')
      await tellMonth(clerk, head, path, '2026-09', 580)
      await lightIs(head, '滞后')
    })

    await onDay('2026-11-16T02:00:00Z', async sit => {
      const clerk = await sit(/^城市更新科经办/), head = await sit(/^局长/)
      await tellMonth(clerk, head, path, '2026-10', 100)
      await lightIs(head, '正常')
    })
  }, 900_000)
})
