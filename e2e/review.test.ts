import { afterAll, describe, expect, it } from 'vitest'
import { seededId } from '../src/server/seed/organisation.ts'
import { faultsOf } from './axe.ts'
import { type Desk, openDesks, signInAs, sitDown } from './desk.ts'
import { papersOf2023, type PaperFile } from './papers.ts'

const desks = await openDesks()
afterAll(() => desks?.close())
const [planPaper, halfYearPaper] = papersOf2023()
let imported = ''

describe.skipIf(desks === null)('the main journey', () => {
  it('a planner drops a report, reviews and accepts it; the leader sees the light and opens the very characters', async () => {
    if (!desks) return
    const desk = await sitDown(desks)
    const { page } = desk
    await signInAs(page, /^综合科科长/)
    await drop(desk, planPaper)
    imported = new URL(page.url()).pathname

    // Doubts stand first, and the words of the selected finding are marked in the text.
    const found = page.getByRole('list', { name: '读出的内容' })
    const heads = await found.getByRole('button', { name: /^(?:存疑|待核) / }).allInnerTexts()
    expect(heads.findIndex(head => !head.startsWith('存疑'))).toBe(heads.filter(head => head.startsWith('存疑')).length)
    await expect.poll(() => page.getByRole('region', { name: '原文正文' }).locator('mark').count(), { timeout: 20_000 }).toBeGreaterThan(10)

    await page.getByRole('button', { name: /^采纳 a/ }).click()
    await says(desk, /采纳 1/)
    await page.getByRole('button', { name: /^更正 e/ }).click()
    const form = page.getByRole('form', { name: '更正' })
    await form.getByRole('textbox').last().fill('以核对为准')
    await form.getByRole('button', { name: /^保存更正/ }).click()
    await says(desk, /更正 1/)
    await found.getByRole('button', { name: /^(?:存疑|待核) / }).first().click()
    await page.getByRole('button', { name: /^剔除 x/ }).click()
    await says(desk, /剔除 1/)
    await acceptPaper(desk)

    await drop(desk, halfYearPaper)
    await acceptPaper(desk)

    await page.getByRole('link', { name: '换一个角色' }).click()
    await page.getByRole('button', { name: /^区长/ }).click()
    await page.getByRole('navigation', { name: '年度' }).getByRole('link', { name: '2023' }).click()
    const row = page.getByRole('region', { name: '主要目标' }).getByRole('listitem').filter({ has: page.getByRole('link', { name: '固定资产投资', exact: true }) })
    await row.getByRole('button', { name: /固定资产投资 滞后/ }).waitFor()
    expect(await row.getByRole('button', { name: /增长10%以上/ }).count()).toBe(1)
    expect(await row.innerText()).toMatch(/-1\.6/)
    await row.getByRole('button', { name: /8\.4 %/ }).click()

    const sheet = page.getByRole('dialog').filter({ hasText: '这个数从哪里来' })
    await sheet.getByText('读自原文').first().waitFor()
    const at = /at=(\d+)-(\d+)/.exec(await sheet.getByRole('link', { name: '在原文中查看' }).getAttribute('href') ?? '')
    const words = halfYearPaper.text.slice(Number(at?.[1]), Number(at?.[2]))
    expect(words).toContain('8.4')
    // The sheet first shows the words that the figure carries, then the passage itself.
    await expect.poll(() => sheet.locator('mark').innerText(), { timeout: 20_000 }).toBe(words)
    await sheet.getByRole('link', { name: '在原文中查看' }).click()
    await page.getByRole('region', { name: '原文正文' }).getByText(words).first().waitFor()
    expect(desk.faults).toEqual([])
    await desk.context.close()
  }, 300_000)
})

const matters = `/ledgers/${seededId(440104, 'ledger', 'ten-matters/2025/2025年十件民生实事（演示生成）')}`
const bonds = `/ledgers/${seededId(440104, 'ledger', 'bonds-and-funds/2024/2024年债券和资金申报（演示生成）')}`
const plan = `/ledgers/${seededId(440104, 'ledger', 'five-year-plan/2021-2025/“十四五”规划主要目标')}`
const street = `/units/${seededId(440104, 'unit', '440104001')}?year=2025`

/** Each page with the role that opens it; `imported` is the paper of the main journey, `divided:` the division of an indicator's target of 2025, and `{threads}` the id of the first that `/api/threads` lists. The preview in a publication runs no scripts, so axe cannot look into it; the public page has its own test. */
const pages: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  区长: [
    ['/cockpit?year=2023', 'cockpit'],
    ['/plan/2023', 'plan'],
    ['/plan/2024?view=completion', 'completion table'],
    ['/plan/2023?view=list', 'plan as a list'], ['/plan/2025?view=waiting', 'targets that wait'], ['divided:JOBS', 'a division in force'], [street, 'what a street owes'],
    ['/lights?year=2023', 'changes of lights'],
    ['/lights?year=2025&change={lights/changes?year=2025}', 'a light that changed, with its answer'], ['/plan/2025?item={plan/2025/search}', 'a commitment'],
    ['/register/FAI?year=2023', 'an indicator'], ['/register/RETAIL?year=2025', 'an indicator with its outlook'], ['/ledgers?year=2025', 'ledgers'], [matters, 'the livelihood matters'], [bonds, 'a ledger with columns of its own'], [`${plan}?view=path`, 'a yearly path'], [`${plan}?view=mid-term&year=2022`, 'a mid-term evaluation'], ['/threads', 'threads'], ['/threads/{threads}', 'a thread'],
    ['/publications/{publications}?tab=differences', 'a publication'], ['/publications/{publications}?tab=history', 'what happened to a publication'], ['/inbox', 'what waits for a leader'],
    ['/systems', 'systems'],
    ['/organisation', 'organisation'],
    ['/account', 'account'],
    ['/audit', 'no permission'],
    ['/nowhere', 'no such page'],
  ],
  综合科科长: [
    ['/imports', 'imports'],
    ['imported', 'a review'],
    ['/register', 'register'], ['/threads/suggestions', 'what may be the same'],
    ['/doubts', 'doubts'],
    ['imported?tab=doubts', 'doubts of a review'],
    ['/register/figures', 'figures'],
    ['/inbox', 'inbox'], ['divided:RETAIL', 'a division being signed'],
    ['/plan/2025?form=add', 'a new commitment'], ['/plan/2025?item={plan/2025/search}&form=edit:{plan/2025/search}', 'a commitment being changed'], ['/plan/2025?item={plan/2025/search}&form=progress:{plan/2025/search}', 'telling of progress'],
    ['/register?form=new', 'a new indicator'], ['/register/FAI?year=2025&form=figure', 'a new figure'], ['/register/FAI?year=2025&form=target', 'a new target'], ['/register/FAI?year=2025&form=curve', 'a course over the year'],
    ['/ledgers?year=2025&form=make', 'a new ledger'], [`${matters}?form=settings`, 'how a ledger is kept'], [`${matters}?form=add`, 'a line of a ledger'], [`${bonds}?form=import`, 'columns of a ledger told by a sheet'],
    ['/threads/{threads}?form=mention', 'what was said of a thread'],
    ['/returns', 'returns'], ['/returns/forms', 'forms'], ['/returns/forms?form=new', 'a new form'], ['/returns/progress/{returns/forms}', 'the progress of a form'], ['/returns/{returns/sheets?only=late}', 'a sheet that is late'], ['/returns/{returns/sheets?state=accepted}', 'a locked sheet'],
    ['/publications', 'publications'], ['/publications/prepare/2023', 'preparing a publication'],
  ],
  街道办事处主任: [['divided:RETAIL', 'a part to be signed'], ['/inbox', 'what waits for a street'], ['/returns', 'returns of a street'], ['/returns/{returns/sheets?state=open}', 'a sheet to be filled'], ['/cases/directories/emergency-units?entry=new', 'a new line of a directory'], ['/cases/directories/emergency-units?entry={cases/directories/emergency-units?limit=1}', 'a line of a directory']],
  受理调度员: [['/cases?order=newest', 'cases'], ['/cases/new', 'a case being opened'], ['/cases/{cases?limit=1}', 'a case'], ['/cases/templates', 'templates of answers'], ['/cases/templates?form=new', 'a new template'], ['/cases/patrol', 'patrol'], ['/cases/transfer', 'imports of cases'], ['/cases/directories/emergency-units', 'a directory']],
  督查专员: [['/cases/clusters', 'repeated matters'], ['/cases/routing-rules', 'routing rules'], ['/cases/routing-rules?rule=new', 'a new routing rule'], ['/cases/board', 'the board']],
  审计管理员: [['/audit', 'audit']],
  安全管理员: [['/accounts', 'accounts'], ['/keys', 'keys'], ['/keys?form=issue', 'issuing a key'], ['/access-review', 'access review']],
  '': [['/demo', 'roles'], ['/sign-in', 'sign-in'], ['/sign-in?refused=provider-unknown-person&who=zhao.liu', 'sign-in refused'], ['/ui', 'pieces']],
}

describe.skipIf(desks === null)('every page', () => {
  for (const language of ['zh', 'en'] as const) {
    it.concurrent(`is clean to axe and does not run off sideways, on a desk and on a phone, in ${language}`, async () => {
      if (!desks) return
      const wrong: string[] = []
      for (const [role, list] of Object.entries(pages)) {
        const desk = await sitDown(desks)
        if (role !== '') await signInAs(desk.page, new RegExp(`^${role}`))
        for (const [path, what] of list) wrong.push(...await faultsOf(desk, await addressOf(desk, path), `${what}, ${language}`, language))
        // A page that is not there is asked for on purpose; the browser calls each refusal an error.
        wrong.push(...desk.faults.filter(fault => !/status of 40[134]/.test(fault)))
        await desk.context.close()
      }
      expect(wrong.join('\n')).toBe('')
    }, 1_500_000)
  }
})

async function addressOf({ page }: Desk, path: string): Promise<string> {
  const [, code] = /^divided:(.*)$/.exec(path) ?? []
  if (code !== undefined) {
    const answer = await page.request.get('/api/plan/2025')
    const { lines } = await answer.json() as { readonly lines: readonly { readonly code: string; readonly id: string }[] } // a year of the plan
    return `/plan/2025/targets/${lines.find(line => line.code === code)?.id ?? ''}/division`
  }
  let address = path.replace(/^imported/, imported)
  for (const [whole, list] of path.matchAll(/\{([^}]+)\}/g)) {
    const answer = await page.request.get(`/api/${list}`)
    const { items } = await answer.json() as { readonly items?: readonly { readonly id: string }[] } // a list, the first page of it
    const [first] = items ?? []
    if (!first) throw new Error(`nothing in /api/${list}: ${answer.status()}`)
    address = address.replace(whole, first.id)
  }
  return address
}

/** Lets a file fall on the page of imports, and waits for its review. */
async function drop({ page }: Desk, paper: PaperFile): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '文件导入与核对' }).click()
  await page.getByRole('button', { name: '粘贴正文' }).waitFor()
  // Runs in the browser, which knows what this zone of types does not.
  const transfer = await page.evaluateHandle(`(() => {
    const dragged = new DataTransfer()
    dragged.items.add(new File([${JSON.stringify(paper.text)}], ${JSON.stringify(paper.name)}, { type: 'text/plain' }))
    return dragged
  })()`)
  for (const type of ['dragenter', 'dragover', 'drop']) await page.getByRole('main').dispatchEvent(type, { dataTransfer: transfer })
  await page.waitForURL(/\/imports\/[0-9a-f-]{36}/)
  await page.getByRole('list', { name: '读出的内容' }).waitFor()
}

/** Accepts all that is certain, leaves out what is still doubtful, and accepts the paper. */
async function acceptPaper({ page }: Desk): Promise<void> {
  await page.getByRole('button', { name: /^采纳全部确定项/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: /^采纳\d+条/ }).click()
  await page.getByRole('dialog').waitFor({ state: 'hidden' })
  await page.getByRole('button', { name: '采纳文件' }).click()
  const dialog = page.getByRole('dialog', { name: '采纳文件，写入台账' })
  await dialog.getByRole('heading', { name: '将写入台账' }).waitFor()
  const leave = dialog.getByRole('radio', { name: /^留下不入账/ })
  if (await leave.count() > 0) {
    await leave.check()
    await dialog.getByRole('textbox', { name: /^理由/ }).fill('另行核实')
  }
  await dialog.getByRole('button', { name: '采纳入账' }).click()
  const done = page.getByRole('dialog', { name: '文件已采纳入账' })
  await done.getByRole('button', { name: '关闭' }).last().click()
}

async function says({ page }: Desk, words: RegExp): Promise<void> {
  await page.getByRole('main').getByText(words).first().waitFor()
}
