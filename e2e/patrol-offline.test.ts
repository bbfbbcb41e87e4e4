import { afterAll, describe, expect, it } from 'vitest'
import { told } from './case-acts.ts'
import { openDesks, phone, signInAs, sitDown } from './desk.ts'

const desks = await openDesks()
afterAll(() => desks?.close())

describe.skipIf(desks === null)('a patrol where there is no network', () => {
  it('opens its page, reports, and what it reported arrives when the network is back; who signs out, or is followed by somebody else, leaves nothing', async () => {
    if (!desks) return
    const desk = await sitDown(desks, { ...phone, keeps: true }), { page, context } = desk
    await signInAs(page, /^专职网格员/)
    await page.goto('/cases/patrol?type=hotline')
    await page.getByRole('textbox', { name: '情况' }).waitFor({ state: 'attached' })
    const kept = () => page.evaluate(`caches.open('opendistrict-patrol').then(kept => kept.keys()).then(keys => keys.map(key => new URL(key.url).pathname))`) as Promise<string[]> // runs in the browser, which knows what this zone of types does not
    await expect.poll(async () => { const paths = await kept(); return ['/cases/patrol', '/api/session', '/api/me', '/api/cases/types'].every(path => paths.includes(path)) && paths.some(path => path.startsWith('/assets/')) }, { timeout: 20_000 }).toBe(true)

    await context.setOffline(true)
    await page.reload()
    await page.getByRole('heading', { name: '巡查上报' }).waitFor()
    await page.getByRole('textbox', { name: '按名称或俗称查找' }).fill('暴露垃圾')
    await page.getByRole('button', { name: '暴露垃圾', exact: true }).click()
    await page.getByRole('textbox', { name: '情况' }).fill('无网络时看到的垃圾')
    await page.getByRole('button', { name: '上报', exact: true }).click()
    const line = page.getByRole('listitem').filter({ hasText: '无网络时看到的垃圾' })
    await line.getByText('尚未送达').waitFor()
    await page.reload()
    await line.getByText('尚未送达').waitFor()

    await context.setOffline(false)
    await line.getByText('已送达').waitFor({ timeout: 60_000 })
    const { items } = await told<{ readonly items: readonly { readonly title: string }[] }>(await page.request.get('/api/cases?type=hotline&limit=50'))
    expect(items.filter(item => item.title.includes('无网络时看到的垃圾'))).toHaveLength(1)

    await page.setViewportSize({ width: 1366, height: 768 })
    await page.goto('/inbox')
    await page.getByRole('region', { name: '当前用户' }).getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await expect.poll(async () => (await page.evaluate(`caches.keys()`) as string[]).filter(name => name === 'opendistrict-patrol')).toEqual([]) // names of the browser's stores

    // Somebody comes in beside the page, as through an identity provider after a session ran out.
    await signInAs(page, /^专职网格员/)
    await page.goto('/cases/patrol?type=hotline')
    await expect.poll(async () => (await kept()).includes('/api/me'), { timeout: 20_000 }).toBe(true)
    await told(await page.request.post('/api/demo/sign-in', { data: { role: 'dispatcher' } }))
    await page.goto('/inbox')
    await page.getByRole('heading', { name: '收件箱' }).waitFor()
    await expect.poll(async () => (await page.evaluate(`caches.keys()`) as string[]).filter(name => name === 'opendistrict-patrol')).toEqual([]) // as above
    expect(desk.faults.filter(fault => !/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|status of 401/.test(fault))).toEqual([])
  }, 180_000)
})
