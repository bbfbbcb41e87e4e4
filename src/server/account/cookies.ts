import { createHmac, timingSafeEqual } from 'node:crypto'
import { type District } from '../../kernel/id.ts'

/** Begins every cookie of ours. */
export const cookiePrefix = 'opendistrict'

/**
 * Over https the library's cookies carry `__Secure-`, and only those are believed: a neighbour of our host name can plant
 * others and so sign a person in as somebody else unawares.
 */
const secured = (name: string, secure: boolean) => `${secure ? '__Secure-' : ''}${cookiePrefix}.${name}`

/** The value of a cookie as it was sent, still encoded; null where it is not there. */
function sent(header: string, name: string): string | null {
  const pair = header.split(';').find(one => one.trimStart().startsWith(`${name}=`))
  return pair?.slice(pair.indexOf('=') + 1).trim() ?? null
}

/**
 * The token of a session, if the library signed it: `token.signature`, HMAC-SHA-256 under our secret. Read here and not by
 * the library because every request asks it: with one statement of ours it takes less than half the time.
 */
export function sessionToken(header: string, secret: string, secure: boolean): string | null {
  const [token, signature, ...more] = decoded(sent(header, secured('session_token', secure)) ?? '').split('.')
  if (!token || !signature || more.length > 0) return null
  const right = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === right.length && timingSafeEqual(given, right) ? token : null
}

/**
 * The identifier under which a sign-in waits for its second step, and the one cookie that carries it: with the session's
 * cookie beside it the library would look at the session instead. It proves the signature itself.
 */
export function challengeOf(header: string, secure: boolean): { readonly identifier: string; readonly header: string } | null {
  const name = secured('two_factor', secure)
  const value = sent(header, name)
  const identifier = decoded(value ?? '').split('.')[0]
  return value && identifier ? { identifier, header: `${name}=${value}` } : null
}

/** The district a browser was in last. */
export function chosenDistrict(header: string): number | null {
  const value = sent(header, `${cookiePrefix}.district`)
  return value && /^\d{6}$/.test(value) ? Number(value) : null
}

export function districtCookie(district: District, secure: boolean): string {
  return `${cookiePrefix}.district=${district}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** What a browser takes along to the identity provider: where it began, and the secret under which its errand is kept. */
export function errandCookie(district: District, secret: string, seconds: number, secure: boolean): string {
  return `${secured('errand', secure)}=${district}.${secret}; Max-Age=${seconds}; Path=/api/session/provider; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

export const clearErrand = (secure: boolean) => `${secured('errand', secure)}=; Max-Age=0; Path=/api/session/provider; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`

export function errandOf(header: string, secure: boolean): { readonly district: number; readonly secret: string } | null {
  const parts = /^(\d{6})\.([\w-]{43})$/.exec(sent(header, secured('errand', secure)) ?? '')
  return parts ? { district: Number(parts[1]), secret: parts[2] ?? '' } : null
}

/** What cannot be decoded was not set by us. Characters that a database cannot hold are none of ours either. */
function decoded(value: string): string {
  try {
    const text = decodeURIComponent(value)
    return /^[\u0020-\u007E]*$/.test(text) ? text : ''
  } catch {
    return ''
  }
}
