import { afterAll, describe, expect, it } from 'vitest'
import { faultsOf } from './axe.ts'
import { openDesks, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

const rows = ['A-1,暴露垃圾,三元宫门口的垃圾堆了三天,2023/8/1 9:05,李小明,13800138000,急', 'A-2,没有这一类,路灯不亮,,,,', 'A-3,暴露垃圾,=cmd 也只是文字,,,,']
const sheet = (lines: readonly string[]) => ({ name: '平台工单.csv', mimeType: 'text/csv', buffer: Buffer.from(`平台编号,小类,反映内容,受理时间,姓名,手机,备注\n${lines.join('\n')}\n`) })

describe.skipIf(desks === null)('cases from a file', () => {
  it('are matched, tried, opened and taken back; wrong rows come as a file to be mended', async () => {
    if (!desks) return
    const desk = await sitDown(desks), { page } = desk
    await signInAs(page, /^受理调度员/)
    await page.goto('/cases/transfer')
    await page.getByText('还没有导入过').waitFor()
    const type = page.getByLabel('事项类型')
    await type.click()
    await type.fill('热线')
    await page.getByTitle(/热线/).last().click()
    await page.getByLabel('来源').fill('市12345平台')
    await page.getByLabel('表格文件').setInputFiles(sheet(rows))
    await page.getByRole('heading', { level: 1, name: '平台工单.csv' }).waitFor()
    await page.getByText('还须选定：来源编号').waitFor()
    await page.getByText('不导入的列：平台编号、备注').waitFor()
    const number = page.getByLabel('“来源编号”在哪一列')
    await number.click()
    await page.getByTitle('平台编号', { exact: true }).last().click()
    await page.getByRole('button', { name: '试算' }).click()
    await page.getByRole('heading', { name: '二、试算结果' }).waitFor()
    await page.getByRole('cell', { name: /小类.*没有这一类.*应为：/ }).waitFor()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载需改正的1行' }).click()])
    expect(file.suggestedFilename()).toBe('待改正的行.xlsx')

    for (const language of ['zh', 'en'] as const) {
      expect(await faultsOf(desk, new URL(page.url()).pathname, 'an import', language)).toEqual([])
      expect(await faultsOf(desk, '/cases/transfer', 'imports', language)).toEqual([])
      await page.goBack()
      await page.goBack()
    }
    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto('/cases/transfer?lang=zh')
    await page.getByRole('link', { name: '平台工单.csv' }).click()
    await page.getByRole('button', { name: '导入2件' }).click()
    await page.getByText('已导入', { exact: true }).waitFor()
    await page.getByRole('link', { name: /20230801/ }).waitFor()

    // The same file has no second effect, and its columns are known now.
    await page.goto('/cases/transfer')
    await page.getByLabel('表格文件').setInputFiles(sheet(rows))
    await page.getByRole('button', { name: '试算' }).click()
    await page.getByText('已在系统中').first().waitFor()
    expect(await page.getByRole('button', { name: /^导入/ }).count()).toBe(0)

    await page.goto('/cases/transfer')
    await page.getByRole('row').filter({ hasText: '已导入' }).getByRole('link').click()
    await page.getByRole('button', { name: '撤回整次导入' }).click()
    await page.getByLabel(/理由/).fill('传错了文件')
    await page.getByRole('dialog').getByRole('button', { name: /撤\s*回/ }).click()
    await page.getByText(/撤回：传错了文件/).waitFor()
    expect(desk.faults).toEqual([])
  })
})
