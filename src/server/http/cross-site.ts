import { type IncomingHttpHeaders } from 'node:http'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * May a request that changes something come from where it says it comes? Browsers send `Sec-Fetch-Site` and `Origin`; a
 * script or another server sends neither and brings no cookie of a person's browser. Older browsers send only `Origin`.
 */
export function mayComeFrom(method: string, headers: IncomingHttpHeaders, ourOrigin: string): boolean {
  if (safe.has(method)) return true
  // With a key and without a cookie nothing is done in the name of whoever sits before a browser.
  if (headers.cookie === undefined && headers.authorization?.startsWith('Bearer ')) return true
  const site = headers['sec-fetch-site']
  if (site === 'cross-site' || site === 'same-site') return false
  const origin = headers.origin
  if (origin === undefined || site === 'same-origin') return true
  return origin === ourOrigin || origin === `http://${headers.host}` || origin === `https://${headers.host}`
}
