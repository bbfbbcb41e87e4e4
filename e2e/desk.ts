import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright-core'
import { findChromium, launchChromium } from './browser.ts'
import { startedFolder } from './first-start.ts'
import { type Program, startProgram } from './program.ts'

/** A program with its pages and a browser to look at them; null on a machine without Chromium, which says so. */
export async function openDesks(): Promise<Desks | null> {
  const chromium = findChromium()
  if (chromium === null) return null
  const folder = await startedFolder()
  const program = await startProgram({ dataDir: folder.path })
  const browser = await launchChromium(chromium)
  return {
    program, browser,
    close: async () => {
      await browser.close()
      await program.stop()
      await folder.remove()
    },
  }
}

export type Desks = { readonly program: Program; readonly browser: Browser; close(): Promise<void> }

/** A page with all that went wrong in it so far: uncaught errors, and what the console calls an error (a breach of the content policy is one). */
export type Desk = { readonly page: Page; readonly context: BrowserContext; readonly faults: readonly string[] }

export async function sitDown({ browser, program }: Desks, options: { readonly width?: number; readonly height?: number; /** May the page keep itself for when there is no network? Then what it asks cannot be caught on its way. */ readonly keeps?: boolean } = {}): Promise<Desk> {
  const context = await browser.newContext({ baseURL: program.url, viewport: { width: options.width ?? 1366, height: options.height ?? 768 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce', serviceWorkers: options.keeps ? 'allow' : 'block' })
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const faults: string[] = []
  page.on('pageerror', error => { faults.push(`${page.url()}: ${error.message}`) })
  page.on('console', message => { if (message.type() === 'error') faults.push(`${page.url()}: ${message.text()}`) })
  return { page, context, faults }
}

/** Signs in by one click on the page of roles. */
export async function signInAs(page: Page, role: RegExp): Promise<void> {
  await page.goto('/demo')
  await page.getByRole('button', { name: role }).click()
  await page.waitForURL(url => url.pathname !== '/demo')
}

export const phone = { width: 390, height: 844 }

/** A person at a desk of a size, signed in by one click. */
export async function seat(desks: Desks | null, role: RegExp, size?: Parameters<typeof sitDown>[1]): Promise<Desk> {
  if (!desks) throw new Error('no browser')
  const desk = await sitDown(desks, size)
  await signInAs(desk.page, role)
  return desk
}

/** Presses Tab until the focus is there, as a person without a mouse does; fails where the keyboard does not reach it. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor()
  for (let pressed = 0; pressed < 400; pressed++) {
    if (await target.first().evaluate(element => element === element.ownerDocument.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`The keyboard does not reach ${String(target)}`)
}

export async function press(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}
