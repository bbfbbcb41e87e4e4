import { accessSync, constants } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const places = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']

/** The Chromium of this machine; null where there is none, and then the tests in the browser are skipped aloud. */
export function findChromium(): string | null {
  for (const place of places) {
    try {
      accessSync(place, constants.X_OK)
      return place
    } catch {
      continue
    }
  }
  console.warn(`\nSKIPPED: no Chromium on this machine (looked at ${places.join(', ')}). Tests in the browser do not run here; install the package chromium to run them.\n`)
  return null
}

export function launchChromium(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] })
}
