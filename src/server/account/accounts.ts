import { type IncomingHttpHeaders } from 'node:http'
import { type FastifyInstance } from 'fastify'
import { api } from '../../engines/api.ts'
import { type Context, type Db } from '../../engines/context.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { refuse } from '../../kernel/result.ts'
import { type Actor } from '../../engines/org/domain/permission.ts'
import { type Instant } from '../../kernel/time.ts'
import { openDatabase, reading, within } from '../database/database.ts'
import { type ProviderSettings } from '../config.ts'
import { type Door, mount } from '../http/mount.ts'
import { actorOfKey, KeyRefused } from '../keys/admit.ts'
import { keyIn } from '../keys/domain.ts'
import { accountContract, demoContract, providerContract, sessionContract } from './contract.ts'
import { chosenDistrict, sessionToken } from './cookies.ts'
import { demoHandlers, type DemoPerson } from './demonstration.ts'
import { type Desk, presentOf, type Visit } from './desk.ts'
import { defaultRules, isWorthNoting, type SignInRules } from './domain.ts'
import { makeLibrary, type PasswordHashing } from './library.ts'
import { accountHandlers, createAccount } from './manage.ts'
import { mountVisits } from './mount.ts'
import { ownHandlers } from './own.ts'
import { makeProvider } from './provider/provider.ts'
import { providerHandlers } from './provider/visits.ts'
import { signInHandlers } from './sign-in.ts'
import { noteUse } from './store.ts'

/** Sign-in failures are rare and slow; more connections would only let more passwords be tried at once. */
const connections = 4

export type AccountDeps = {
  /** The server's pool: who asks is looked up there with every request. */
  readonly db: Db
  readonly databaseUrl: string
  /** At least 32 characters. Signs cookies and encrypts the secrets of codes; a new one signs everybody out and loses those secrets. */
  readonly secret: string
  readonly origin: string
  readonly clock: () => Instant
  readonly rules?: Partial<SignInRules>
  /** The first one is where a browser without a cookie goes. */
  readonly districts: readonly { readonly code: District; readonly name: Label }[]
  /** People of the demonstration. Give this only where the program runs as one and the database is marked as one. */
  readonly demonstration: ((district: District) => readonly DemoPerson[]) | null
  /** The library's own where absent. */
  readonly passwords?: PasswordHashing
  /** The government's identity provider; without it nobody comes in that way. */
  readonly provider?: ProviderSettings | null
  /** False: only administrators sign in by password. */
  readonly passwordSignIn?: boolean
  /** How the provider is reached; the machine's own way where absent. */
  readonly fetch?: typeof fetch
  readonly onFault: (error: Error) => void
}

export type Accounts = {
  districtOf(headers: IncomingHttpHeaders): District
  /**
   * Who is signed in, with what they may do today; null for a stranger, an ended session, or somebody who must change the
   * password first. A page that refreshes by itself sends `x-opendistrict-unattended: 1`: that is no use of the session
   * and does not keep it alive. A key of a unit's system (`Authorization: Bearer`) stands before any cookie; one that opens
   * nothing throws `KeyRefused`.
   */
  actorOf(headers: IncomingHttpHeaders, district: District): Promise<Actor | null>
  /** Opens the first account from the command line; later ones are opened by the security administrator. */
  createAccount(ctx: Context, person: Id): ReturnType<typeof createAccount>
  mount(app: FastifyInstance, door: Door): Promise<void>
  close(): Promise<void>
}

export function makeAccounts(deps: AccountDeps): Accounts {
  const [first] = deps.districts
  if (!first) throw new Error('没有配置任何区。 No district is configured.')
  if (deps.secret.length < 32) throw new Error('会话密钥至少需要32个字符。 The session secret needs at least 32 characters.')
  const own = openDatabase(deps.databaseUrl, { connections, onFault: deps.onFault })
  const through = deps.provider ? makeProvider(deps.provider, { origin: deps.origin, clock: deps.clock, ...(deps.fetch && { fetch: deps.fetch }) }) : null
  const desk: Desk = {
    library: makeLibrary({ secret: deps.secret, origin: deps.origin, clock: deps.clock, openDoor: deps.demonstration !== null || deps.provider != null, passwords: deps.passwords, onFault: message => deps.onFault(new Error(message)) }),
    db: own.db,
    secret: deps.secret,
    secure: deps.origin.startsWith('https:'),
    rules: { ...defaultRules, ...deps.rules },
    clock: deps.clock,
    districts: deps.districts,
    demonstration: deps.demonstration !== null,
    provider: through && deps.provider ? { through, name: deps.provider.name } : null,
    passwords: deps.passwordSignIn ?? true,
  }

  return {
    districtOf(headers) {
      const key = keyIn(headers.authorization)
      if (key !== null && key !== 'unreadable' && deps.districts.some(d => d.code === key.district)) return key.district
      const asked = chosenDistrict(headers.cookie ?? '')
      return deps.districts.find(d => d.code === asked)?.code ?? first.code
    },

    async actorOf(headers, district) {
      const key = keyIn(headers.authorization)
      if (key !== null) {
        const found = key === 'unreadable' || key.district !== district ? refuse('key-unknown') : await within(deps.db, { district, sees: new Set() }, tx => actorOfKey(tx, key, deps.clock()))
        if (!found.ok) throw new KeyRefused(found)
        return found.value
      }
      if (!sessionToken(headers.cookie ?? '', desk.secret, desk.secure)) return null
      const visit: Visit = { district, headers, address: '', requestId: '' }
      const nobody = { district, sees: new Set<Id>() }
      const present = await reading(deps.db, nobody, tx => presentOf(desk, tx, visit))
      if (!present || present.due) return null
      const now = deps.clock()
      if (!headers['x-opendistrict-unattended'] && isWorthNoting(present.session, now)) await within(deps.db, nobody, tx => noteUse(tx, district, present.session.id, now))
      return present.actor
    },

    createAccount: (ctx, person) => createAccount(desk, ctx, person),

    async mount(app, door) {
      mountVisits(app, 'session', sessionContract, { ...signInHandlers(desk), ...ownHandlers(desk) }, door.districtOf)
      mount(app, api('accounts', accountContract, accountHandlers(desk)), door)
      const { provider } = deps
      if (through && provider) {
        await app.register(async scope => {
          // The provider tells of a sign-out in a form, as its standard has it.
          scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
          mountVisits(scope, 'provider', providerContract, providerHandlers(desk, through, provider.enrol), door.districtOf)
        })
      }
      if (deps.demonstration) mountVisits(app, 'demonstration', demoContract, demoHandlers(desk, deps.demonstration), door.districtOf)
    },

    close: own.close,
  }
}
