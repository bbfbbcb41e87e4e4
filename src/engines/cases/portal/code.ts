/** Words and codes that prove to the public pages who comes back, without an account. */
import { createHash, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

/** A word of 128 bits that only the address of a page has. */
export function newToken(): string {
  return randomBytes(16).toString('base64url')
}

export const isToken = (text: string) => /^[\w-]{22}$/.test(text)

/** What is kept of it. A word that long cannot be guessed, so a plain hash is enough. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(`slip:${token}`).digest('base64url')
}

/** The eight digits with which a report is followed. They follow from the word in the address, so that they can be shown on that page alone and are kept nowhere. */
export function codeFrom(token: string): string {
  const drawn = createHash('sha256').update(`code:${token}`).digest().readBigUInt64BE()
  return String(drawn % 100_000_000n).padStart(8, '0')
}

/** What is kept of a code: slow to try, and different each time. */
export async function hashOfCode(code: string, salt: string = randomBytes(12).toString('base64url')): Promise<string> {
  const key = await new Promise<Buffer>((resolve, reject) => { scrypt(code, `code:${salt}`, 32, { N: 16_384, r: 8, p: 1 }, (error, made) => (error ? reject(error) : resolve(made))) })
  return `${salt}.${key.toString('base64url')}`
}

/** Is this the code of which that was kept? Takes as long where nothing was kept, so that nobody learns what there is. */
export async function isCode(code: string, kept: string | null): Promise<boolean> {
  const [salt = ''] = (kept ?? '').split('.')
  return isSame(await hashOfCode(code, salt === '' ? 'nothing' : salt), kept ?? '')
}

/** Compared in a time that tells nothing. */
export function isSame(a: string, b: string): boolean {
  const [x, y] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(x, y)
}
