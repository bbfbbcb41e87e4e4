import { afterAll, describe, expect, it } from 'vitest'
import { openDesks, phone, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('a livelihood matter', () => {
  it('that was refused is proved again by its unit, put forward, and accepted by the supervisors', async () => {
    if (!desks) return
    const clerk = await sitDown(desks, phone)
    const { page } = clerk
    await signInAs(page, /^城市更新科经办/)
    await page.goto('/ledgers?year=2025')
    await page.getByRole('link', { name: '打开台账 2025年十件民生实事（演示生成）' }).click()
    await page.getByText('老旧小区消防通道').first().click()
    const sheet = page.getByRole('dialog', { name: '台账事项' })
    await sheet.getByText('验收未通过').first().waitFor()
    await sheet.getByRole('button', { name: '补充佐证' }).click()
    const form = page.getByRole('dialog', { name: '补充佐证材料' })
    await form.getByLabel('证明什么').fill('三条通道整改后复查记录')
    expect(await form.getByRole('button', { name: '提交' }).isDisabled()).toBe(true)
    await form.getByLabel('文件（可不传）').setInputFiles({ name: '复查记录.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7\n') })
    await form.getByRole('button', { name: '提交' }).click()
    await sheet.getByRole('link', { name: '复查记录.pdf' }).waitFor()
    await sheet.getByRole('button', { name: '申请验收' }).click()
    await page.getByRole('form', { name: '申请验收' }).getByRole('button', { name: '申请验收' }).click()
    await sheet.getByText('待验收').first().waitFor()
    await clerk.context.close()

    const supervisor = await sitDown(desks)
    await signInAs(supervisor.page, /^督查专员/)
    await supervisor.page.goto('/inbox')
    await supervisor.page.getByText('老旧小区消防通道').click()
    const seen = supervisor.page.getByRole('dialog', { name: '台账事项' })
    await seen.getByRole('link', { name: '复查记录.pdf' }).waitFor()
    await seen.getByRole('button', { name: '验收', exact: true }).click()
    const decision = supervisor.page.getByRole('dialog', { name: '督查验收' })
    await decision.getByLabel('理由').fill('复查三条通道，畅通')
    await decision.getByRole('button', { name: '提交结论' }).click()
    await seen.getByText('验收通过').first().waitFor()
    await seen.getByText('补充佐证：三条通道整改后复查记录').waitFor()
    await supervisor.context.close()
  }, 180_000)
})
