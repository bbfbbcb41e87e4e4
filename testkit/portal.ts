import { join } from 'node:path'
import { type Portal } from '../src/server/public/contract.ts'

/** What draws the public pages, from its sources: the tests need no build. By a path in a variable, since the server's zone of types knows no JSX. */
export async function portalFromSources(): Promise<Portal> {
  const sources = join(import.meta.dirname, '../src/web/faces/portal/entry.tsx')
  const { style, page }: Portal = await import(sources)
  return { style, page }
}
