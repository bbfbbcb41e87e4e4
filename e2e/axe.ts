import { AxeBuilder } from '@axe-core/playwright'
import { type Desk } from './desk.ts'

export const sizes = [{ width: 1366, height: 768 }, { width: 390, height: 844 }] as const

/** What is wrong with a page at both sizes in a language: rules of accessibility, and what runs off sideways. */
export async function faultsOf({ page }: Desk, path: string, what: string, language: 'zh' | 'en'): Promise<string[]> {
  const wrong: string[] = []
  await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.waitForLoadState('networkidle')
  for (const size of sizes) {
    await page.setViewportSize(size)
    // A page draws itself anew for its size, and may ask for what only that shows.
    await page.locator('html').evaluate(() => new Promise(drawn => { requestAnimationFrame(() => requestAnimationFrame(drawn)) }))
    await page.waitForLoadState('networkidle')
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']).options({ resultTypes: ['violations'] }).analyze()
    wrong.push(...violations.map(violation => `${what}, ${size.width}: ${violation.id} (${violation.impact}): ${violation.nodes.slice(0, 3).map(node => node.target.join(' ')).join(' | ')}`))
    const sideways = await page.locator('html').evaluate(html => html.scrollWidth - html.clientWidth)
    if (sideways > 1) wrong.push(`${what}, ${size.width}: ${sideways} px wider than the window`)
  }
  if (await page.locator('html').getAttribute('lang') !== (language === 'zh' ? 'zh-CN' : 'en')) wrong.push(`${what}: the page does not say its language`)
  return wrong
}
