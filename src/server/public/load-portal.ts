import { pathToFileURL } from 'node:url'
import { type Portal } from './contract.ts'

/** What draws the public pages, as it was built. The server knows its file, not its sources. */
export async function loadPortal(file: string): Promise<Portal> {
  const { style, page }: Partial<Portal> = await import(pathToFileURL(file).href)
  if (typeof style !== 'string' || typeof page !== 'function') throw new Error(`${file} 不是公开页面的程序。 This is not what draws the public pages.`)
  return { style, page }
}
