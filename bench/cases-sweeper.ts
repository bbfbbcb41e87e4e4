/** One of the programs that sweep at once: opens the database, says it is ready, begins when told to, and says how many cases it touched. */
import { once } from 'node:events'
import { sweep } from '../src/engines/cases/index.ts'
import { systemContext } from '../src/server/context.ts'
import { openDatabase } from '../src/server/database/database.ts'

const { db, close } = openDatabase(process.argv[2] ?? '', { connections: 2 })
const ctx = systemContext(db, 440104, () => new Date().toISOString())
await ctx.read(async () => {})
console.log('ready')
await once(process.stdin, 'data')
console.log(String(await sweep(ctx)))
await close()
process.exit(0)
