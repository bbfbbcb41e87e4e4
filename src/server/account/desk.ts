import { createHmac } from 'node:crypto'
import { type IncomingHttpHeaders } from 'node:http'
import { isAPIError } from 'better-auth/api'
import { v7 } from 'uuid'
import { type AuditEntry, type Db, type Input, type Tx } from '../../engines/context.ts'
import { type Contract, type Reply } from '../../kernel/contract.ts'
import { type Actor } from '../../engines/org/domain/permission.ts'
import { type District, type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Result } from '../../kernel/result.ts'
import { dayOf, type Instant } from '../../kernel/time.ts'
import { writeEntry } from '../audit/trail.ts'
import { within } from '../database/database.ts'
import { sessionToken } from './cookies.ts'
import { changeDue, hasEnded, type SignInRules } from './domain.ts'
import { type Library, onTransaction } from './library.ts'
import { type Provider } from './provider/provider.ts'
import { type Holder, loadSession } from './store.ts'

/** What every part of sign-in works with. */
export type Desk = {
  readonly library: Library
  /** A few connections of its own: each is held while a password is checked (some 100 ms), and pages must not wait for that. */
  readonly db: Db
  readonly secret: string
  readonly secure: boolean
  readonly rules: SignInRules
  readonly clock: () => Instant
  readonly districts: readonly { readonly code: District; readonly name: Label }[]
  readonly demonstration: boolean
  /** The government's identity provider, and what its button is called. */
  readonly provider: { readonly through: Provider; readonly name: Label } | null
  /** Off: only administrators may still sign in by password, for the day on which the provider fails. */
  readonly passwords: boolean
}

/** A request as sign-in sees it: where to, with which cookies, from which device. */
export type Visit = { readonly district: District; readonly headers: IncomingHttpHeaders; readonly address: string; readonly requestId: string }

/** What a visit comes to, with the cookies to set, and where to send the browser instead of an answer. */
export type Answer<T> = { readonly result: Result<T>; readonly cookies: readonly string[]; readonly leave?: string }

export type VisitHandlers<C extends Contract> = { readonly [K in keyof C]: (visit: Visit, input: Input<C[K]>) => Promise<Answer<Reply<C[K]>>> }

export const plain = <T>(result: Result<T>): Answer<T> => ({ result, cookies: [] })

/** Runs `work` in one transaction bound to the district of the visit. */
export function inDistrict<T>(desk: Desk, visit: Visit, work: (tx: Tx) => Promise<T>): Promise<T> {
  return within(desk.db, { district: visit.district, sees: new Set() }, work)
}

/** The only headers the library sees: cookies, the device, and the address as our server knows it. */
export function headersOf(visit: Visit, cookies: string = visit.headers.cookie ?? ''): Headers {
  const headers = new Headers({ cookie: asHeader(cookies), 'user-agent': asHeader(visit.headers['user-agent'] ?? '').slice(0, 300) })
  if (visit.address) headers.set('x-opendistrict-address', visit.address)
  return headers
}

/** Node gives header bytes as Latin-1; what else may stand there (a test, a proxy) is left out. */
const asHeader = (text: string) => text.replaceAll(/[^\u0020-\u00FF]/g, '')

type Called<T> = { readonly ok: true; readonly value: T; readonly cookies: readonly string[] } | { readonly ok: false; readonly code: string }

/** Asks the library on our transaction: its reply with the cookies to set, or the code with which it refused. What it calls an internal error is a fault. */
export async function ask<T>(tx: Tx, call: () => Promise<{ readonly headers: Headers | null | undefined; readonly response: T }>): Promise<Called<T>> {
  try {
    const { headers, response } = await onTransaction(tx, call)
    return { ok: true, value: response, cookies: headers?.getSetCookie() ?? [] }
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error
    return { ok: false, code: error.body?.code ?? 'UNKNOWN' }
  }
}

/** A person who is signed in here, in a session that has not ended. `actor`: what they may do today; null for one who is no longer here. */
export type Present = { readonly holder: Holder; readonly actor: Actor | null; readonly session: { readonly id: Id; readonly startedAt: Instant; readonly lastUsedAt: Instant; readonly byProvider: boolean }; readonly due: 'temporary' | 'expired' | null }

export async function presentOf(desk: Desk, tx: Tx, visit: Visit): Promise<Present | null> {
  const token = sessionToken(visit.headers.cookie ?? '', desk.secret, desk.secure)
  const found = token && await loadSession(tx, visit.district, token, dayOf(desk.clock()))
  const now = desk.clock()
  if (!found || hasEnded(found.session, now, desk.rules)) return null
  // Who came through the provider owes no change of a password that was not asked for.
  return { ...found, due: found.session.byProvider ? null : changeDue(found.holder, now, desk.rules) }
}

/** Writes into the trail. `by` is the person who acts, null where nobody has proved who he is. */
export function noteVisit(desk: Desk, tx: Tx, visit: Visit, by: { readonly id: Id; readonly name: string } | null, entry: AuditEntry): Promise<void> {
  return writeEntry(tx, { id: v7(), district: visit.district, at: desk.clock(), person: by?.id ?? null, actor: by?.name ?? '未登录', requestId: visit.requestId }, entry)
}

/** A value that must not be stored as it is, by a key that only this server has. */
export function keyed(desk: Desk, use: 'name' | 'code', value: string): string {
  return createHmac('sha256', desk.secret).update(`${use}:${value}`).digest('base64url')
}

/** User names are compared without regard to case. */
export const usernameFrom = (typed: string) => typed.trim().toLowerCase()
