/** What every public page works with. */
import { type Db } from '../../engines/context.ts'
import { type Instant } from '../../kernel/time.ts'
import { type Portal } from './contract.ts'
import { type Area } from './files.ts'

export type PublicDeps = {
  readonly db: Db
  readonly portal: Portal
  /** The first one is shown where no district is asked for. */
  readonly districts: readonly [Area, ...Area[]]
  readonly origin: string
  readonly demonstration: boolean
  /** Makes out of addresses and telephones what only this server can make of them. */
  readonly secret: string
  readonly frameAncestors: readonly string[]
  readonly clock: () => Instant
}

/** A reader opens a handful; a program that collects everything of a year stays below it too. */
const perMinute = 300
export const limited = { schema: { hide: true }, config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } }
