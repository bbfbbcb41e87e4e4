import { AsyncLocalStorage } from 'node:async_hooks'
import { betterAuth } from 'better-auth'
import { createAuthEndpoint } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import { twoFactor, username } from 'better-auth/plugins'
import { type CompiledQuery, type DatabaseConnection, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type QueryResult } from 'kysely'
import { v7 } from 'uuid'
import { z } from 'zod'
import { type Tx } from '../../engines/context.ts'
import { passwordLength } from '../../engines/org/domain/password.ts'
import { type Instant } from '../../kernel/time.ts'
import { cookiePrefix } from './cookies.ts'
import { longestStay } from './domain.ts'

/** What a user name may be made of, in any script. */
export const usernamePattern = /^[\p{L}\p{N}._-]{1,60}$/u

const transaction = new AsyncLocalStorage<Tx>()

/**
 * Runs a call of the library on our own transaction, so that what it writes, what we write and the entry in the trail are
 * kept or lost together, and row-level security holds for it as for every request: it never sees another district.
 */
export function onTransaction<T>(tx: Tx, call: () => Promise<T>): Promise<T> {
  return transaction.run(tx, call)
}

/** The library expects instants as Date; our connections give ISO text. The columns that hold one end in `_at`. */
function withDates<R>(row: R): R {
  const fields = Object.entries(row as object) // a row is an object
  return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'string' && name.endsWith('_at') ? new Date(value) : value])) as R // the same names, instants as the library wants them
}

/** A connection that is no connection of its own but whichever transaction the caller is in. */
const borrowed: DatabaseConnection = {
  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const tx = transaction.getStore()
    if (!tx) throw new Error('The sign-in library was called outside a transaction')
    const result = await tx.executeQuery<R>(query as CompiledQuery<R>) // the library names the row type
    return { ...result, rows: result.rows.map(withDates) }
  },
  streamQuery() {
    throw new Error('The sign-in library does not stream')
  },
}

class BorrowingDriver extends DummyDriver {
  override async acquireConnection(): Promise<DatabaseConnection> {
    return borrowed
  }
}

const database = new Kysely({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new BorrowingDriver(),
    createIntrospector: db => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' }

/** Opens a session without a password: in the demonstration, and for whom the identity provider vouches. */
const openDoor = (open: boolean) => ({
  id: 'open-door',
  endpoints: {
    enter: createAuthEndpoint.serverOnly({ method: 'POST', body: z.object({ holder: z.string() }), requireHeaders: true }, async ctx => {
      if (!open) throw new Error('There is no sign-in without a password here')
      const user = await ctx.context.internalAdapter.findUserById(ctx.body.holder)
      if (!user) throw new Error(`No account ${ctx.body.holder}`)
      const session = await ctx.context.internalAdapter.createSession(user.id)
      await setSessionCookie(ctx, { session, user })
      return ctx.json({ token: session.token })
    }),
  },
})

/** How passwords are kept: the library's scrypt, unless an installation brings a certified module (GB/T 39786). */
export type PasswordHashing = { hash(password: string): Promise<string>; verify(given: { readonly hash: string; readonly password: string }): Promise<boolean> }

export type LibrarySettings = {
  readonly secret: string
  /** Public address; cookies are secure where it begins with https. */
  readonly origin: string
  readonly clock: () => Instant
  /** Are there ways in without a password: the demonstration, the identity provider? */
  readonly openDoor: boolean
  readonly passwords?: PasswordHashing | undefined
  readonly onFault: (message: string) => void
}

/**
 * The library, one for all districts: which one it works in is the transaction's affair. Nothing of it is reachable over
 * HTTP; our routes call it. What it does not do here: sign-up, e-mail, links, social sign-in, its own rate limit and
 * lock (ours count password and code together), trusted devices, cookie cache, telemetry.
 */
export function makeLibrary({ secret, origin, clock, openDoor: open, passwords, onFault }: LibrarySettings) {
  return betterAuth({
    appName: 'OpenDistrict',
    secret,
    baseURL: origin,
    database: { db: database, type: 'postgres', schemaName: 'account', transaction: false },
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, message) => onFault(message) },
    rateLimit: { enabled: false },
    // Our own rules are stricter; these count UTF-16 units where ours count characters.
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: passwordLength.least, maxPasswordLength: passwordLength.most * 2, ...(passwords && { password: passwords }) },
    user: {
      modelName: 'holder',
      fields: { emailVerified: 'email_verified', ...stamps },
    },
    account: {
      modelName: 'credential',
      fields: { accountId: 'account_id', providerId: 'provider_id', userId: 'user_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token', accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...stamps },
    },
    session: {
      modelName: 'session',
      fields: { expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', userId: 'user_id', ...stamps },
      expiresIn: longestStay,
      disableSessionRefresh: true,
      additionalFields: {
        startedAt: { type: 'date', required: false, fieldName: 'started_at', input: false },
        lastUsedAt: { type: 'date', required: false, fieldName: 'last_used_at', input: false },
      },
    },
    verification: { modelName: 'challenge', fields: { expiresAt: 'expires_at', ...stamps } },
    // Where the library replaces a session by a new one it hands on the old one's fields: the stay is counted from its true start.
    databaseHooks: { session: { create: { before: async session => ({ data: { ...session, startedAt: session['startedAt'] ?? new Date(clock()), lastUsedAt: new Date(clock()) } }) } } },
    advanced: {
      cookiePrefix,
      useSecureCookies: origin.startsWith('https:'),
      // A test compares our tables with what the library asks for; no need to look again at every start.
      database: { generateId: () => v7(), validateSchema: false },
      ipAddress: { ipAddressHeaders: ['x-opendistrict-address'] },
    },
    plugins: [
      username({ displayUsername: false, minUsernameLength: 1, maxUsernameLength: 60, usernameValidator: name => usernamePattern.test(name) }),
      twoFactor({
        issuer: 'OpenDistrict',
        twoFactorCookieMaxAge: 300,
        accountLockout: { enabled: false },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: { modelName: 'second_factor', fields: { backupCodes: 'backup_codes', userId: 'user_id', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until_at' } },
        },
      }),
      openDoor(open),
    ],
  })
}

export type Library = ReturnType<typeof makeLibrary>
