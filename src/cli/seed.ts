import { seedDemonstration } from '../server/seed/demonstration.ts'
import { Failure } from './failure.ts'
import { withStore } from './open.ts'
import { say, settingsOf } from './settings.ts'

/** `opendistrict seed`: what `npm start` does to the database in demo mode; done twice it changes nothing. */
export async function seedCommand(options: { readonly json?: boolean }): Promise<void> {
  if (!settingsOf().demo) throw new Failure('not-a-demonstration', '当前不是演示模式，不写入演示数据。如需演示，请设置 OPENDISTRICT_DEMO=on 并使用空数据库。\nThis is not demonstration mode, so nothing was seeded. Set OPENDISTRICT_DEMO=on and use an empty database.')
  const told: string[] = []
  await withStore(store => seedDemonstration(store, text => { told.push(text.zh); if (!options.json) say(text) }))
  if (options.json) console.log(JSON.stringify({ seeded: told }))
  else if (told.length === 0) say({ zh: '演示数据已齐备，无需写入', en: 'The demonstration is complete; nothing was written' })
}
