import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { seedDemonstration } from '../server/seed/demonstration.ts'
import { serve as serveProgram } from '../server/serve.ts'
import { type Store } from '../server/store.ts'
import { buildPages, pagesFolder, portalFile } from './pages.ts'
import { say, settingsOf } from './settings.ts'

/** `npm start`: pages built, demonstration seeded in demo mode, served until Ctrl-C. */
export async function start(): Promise<void> {
  await buildPages()
  await serve()
}

/** `opendistrict serve`: serves until SIGINT or SIGTERM, then finishes running requests and stops the database. */
export async function serve(): Promise<void> {
  const began = performance.now()
  const config = settingsOf()
  const pages = await access(join(pagesFolder, 'index.html')).then(() => pagesFolder, () => null)
  if (!pages) say({ zh: '页面尚未构建，仅提供接口。请运行 npm start。', en: 'The pages are not built; only the interface is served. Run npm start.' })
  const prepare = config.demo ? { prepare: (store: Store) => seedDemonstration(store, say) } : {}
  const stopping = Promise.withResolvers<string>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.resolve(signal))
  const serving = await serveProgram(config, { pages, portal: pages && portalFile, progress: say, ...prepare })
  say({ zh: `已启动，用时 ${((performance.now() - began) / 1000).toFixed(1)} 秒：${serving.address}`, en: `Ready at ${serving.address}` })
  const why = await Promise.race([stopping.promise, serving.lost])
  if (why instanceof Error) say({ zh: '数据库意外停止，程序退出', en: 'The database ended by itself; stopping' })
  else say({ zh: '正在停止', en: 'Stopping' })
  await serving.stop()
  if (why instanceof Error) throw why
}
