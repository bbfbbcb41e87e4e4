import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { move, press, unitOf } from './case-acts.ts'
import { openDesks, phone, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('the smallest emergency units', () => {
  it('are counted, searched and opened, with what is personal behind a reason', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^受理调度员/)
    await page.goto('/cases/directories')
    await page.getByRole('heading', { level: 1, name: '最小应急单元名录（2208条）' }).waitFor()
    await page.getByText('按街道和类别的条数').click()
    await page.getByRole('region', { name: '按街道' }).getByRole('link').first().waitFor()
    await page.getByLabel('名称、地址').fill('三眼井')
    await page.getByRole('heading', { name: /名录（\d{1,2}条）/ }).waitFor()
    await page.getByRole('button', { name: /三眼井/ }).first().click()
    const sheet = page.getByRole('dialog')
    await sheet.getByText('演示生成').waitFor()
    expect(await sheet.getByText('***').count()).toBe(2)
    await sheet.getByRole('button', { name: '查看个人信息' }).click()
    await page.getByLabel('为什么要看').fill('通知演练')
    await page.getByRole('button', { name: /^查\s*看$/ }).click()
    await page.getByRole('link', { name: /^100\d{8}$/ }).waitFor()
    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(desk, '/cases/directories/emergency-units', 'directory', language)).toEqual([])
      expect(await faultsOf(desk, `${new URL(page.url()).pathname}?choice=site/school`, 'directory by kind', language)).toEqual([])
    }
    expect(desk.faults).toEqual([])
  })

  it('are kept by their community: a new one is added, and changed with a reason', async () => {
    if (!desks) return
    const desk = await sitDown(desks, phone), { page } = desk
    await signInAs(page, /^社区工作者/)
    const { name } = await unitOf(desk)
    await page.goto('/cases/directories/emergency-units?entry=new')
    await page.getByLabel('名称', { exact: true }).fill('新楼宇应急单元')
    await page.getByLabel('所属单位').fill(name)
    await page.getByTitle(new RegExp(`^${name}（`)).last().click()
    await page.getByRole('combobox', { name: '所在场所' }).click()
    await page.getByTitle('商务楼宇', { exact: true }).last().click()
    await page.getByLabel('驻点地址').fill('新楼一层')
    await page.getByRole('spinbutton', { name: '人数' }).fill('6')
    await page.getByLabel(/^值守电话/).fill('10012345678')
    await page.getByLabel('理由').fill('新楼宇启用')
    await page.getByRole('button', { name: /^保\s*存$/ }).click()
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.goto('/cases/directories/emergency-units?q=新楼宇')
    await page.getByRole('button', { name: '新楼宇应急单元' }).click()
    await page.getByRole('button', { name: /^修\s*改$/ }).click()
    await page.getByRole('spinbutton', { name: '人数' }).fill('8')
    await page.getByLabel('理由').fill('增加两名保安')
    await page.getByRole('button', { name: /^保\s*存$/ }).click()
    await page.getByText('增加两名保安').waitFor()
    await page.getByText(/此前：新楼宇应急单元.*人数 6/).waitFor()
    const path = `${new URL(page.url()).pathname}${new URL(page.url()).search}`
    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(desk, path.replace(/&lang=\w+/, ''), 'a line', language)).toEqual([])
      expect(await faultsOf(desk, '/cases/directories/emergency-units?entry=new', 'a new line', language)).toEqual([])
    }
    expect(desk.faults).toEqual([])
  })

  it('are called out by a case, the nearest first; the unit acknowledges, arrives and reports', async () => {
    if (!desks) return
    const desk = await sitDown(desks), clerk = await sitDown(desks, phone), { page } = desk
    await signInAs(page, /^受理调度员/)
    await signInAs(clerk.page, /^社区工作者/)
    const { name } = await unitOf(clerk)
    await page.goto('/cases/new')
    await page.getByLabel('事项类型').click()
    await page.getByTitle('应急单元拉动', { exact: true }).last().click()
    await page.getByLabel('类别', { exact: true }).fill('火情初期')
    await page.getByTitle('火情初期处置').last().click()
    await page.getByLabel('标题').fill('楼道起火')
    await page.getByLabel('反映的内容').fill('三楼楼道杂物起火，有烟')
    for (const [label, title] of [['所在街道、社区或网格', name], ['主办单位', name]] as const) {
      await page.getByLabel(label).fill(title)
      await page.getByTitle(new RegExp(`^${title}（`)).last().click()
    }
    await page.getByLabel('应急单元', { exact: true }).click()
    await page.getByTitle(/同社区/).first().click()
    await page.getByRole('button', { name: /^登\s*记$/ }).click()
    await page.getByText('已登记，编号').waitFor()
    await page.getByRole('link', { name: /YJ\d+|打开/ }).first().click()
    await page.getByRole('link', { name: /应急单元/ }).first().waitFor()
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    await press(clerk, id, '接令确认', '办理中')
    await move(clerk, id, 'contacted', '到场', form => form.getByRole('textbox').first().fill('六人到场，灭火器四具'), '办理中')
    await clerk.page.getByText('六人到场').first().waitFor()
    await move(clerk, id, 'answered', '处置反馈', async form => {
      await form.getByRole('radio', { name: '先期处置完成' }).check()
      await form.getByRole('textbox', { name: '答复内容' }).fill('明火已扑灭')
    }, '待核查')
    await press(desk, id, '结案', '办结')
    // The line of the directory leads to the cases in which it was called.
    await page.getByRole('link', { name: /应急单元/ }).first().click()
    await page.getByRole('row').nth(1).getByRole('button').click()
    await page.getByRole('link', { name: '查找提到它的工单' }).click()
    await page.getByText('楼道起火').first().waitFor()
    expect([...desk.faults, ...clerk.faults]).toEqual([])
  })
})
