import { execFile } from 'node:child_process'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { PlainFailure } from '../server/plain-failure.ts'
import { say } from './settings.ts'

const root = join(import.meta.dirname, '../..')
/** Where the built pages lie. */
export const pagesFolder = join(root, 'dist/web')
/** What draws the public pages, built beside them. */
export const portalFile = join(root, 'dist/portal/portal.js')

/** Builds the pages where they are missing or older than a source they are made of. */
export async function buildPages(): Promise<void> {
  const built = Math.min(...await Promise.all([join(pagesFolder, 'index.html'), portalFile].map(file => stat(file).then(s => s.mtimeMs, () => 0))))
  if (built > 0 && (await newestSource()) <= built) return
  say({ zh: '正在构建页面（首次启动约需十几秒）', en: 'Building the pages (some ten seconds at the first start)' })
  // A process of its own: the bundler changes the environment (NODE_ENV) and keeps its memory.
  await Promise.all([[], ['--ssr']].map(kind => promisify(execFile)(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', join(root, 'src/web'), '--config', join(root, 'vite.config.ts'), '--logLevel', 'warn', ...kind], { cwd: root })))
    .catch((error: Error & { readonly stderr?: string }) => {
      throw new PlainFailure({ zh: `页面构建失败，程序未启动：\n${error.stderr ?? error.message}`, en: 'The pages could not be built (see above); the program was not started.' }, error)
    })
}

async function newestSource(): Promise<number> {
  const names = await readdir(join(root, 'src'), { recursive: true, withFileTypes: true })
  const files = names.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  const times = await Promise.all([...files, join(root, 'vite.config.ts'), join(root, 'package-lock.json')].map(file => stat(file).then(s => s.mtimeMs)))
  return Math.max(...times)
}
