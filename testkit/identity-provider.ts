import { generateKeyPairSync, type JsonWebKey } from 'node:crypto'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { decodeJwt, importJWK, type JWTPayload, SignJWT } from 'jose'
import { Provider } from 'oidc-provider'
import { afterAll } from 'vitest'
import { type ProviderSettings } from '../src/server/config.ts'

type Key = JsonWebKey & { readonly kid: string }

/** A government's identity provider on this machine: the certified `oidc-provider`, with people who sign in with any password. */
export type IdentityProvider = {
  readonly settings: ProviderSettings
  /** What it knows of each account, by subject. */
  readonly people: Map<string, Readonly<Record<string, unknown>>>
  /** Signs in there as a subject, as a person at its pages would; answers the address with which it sends the browser back. */
  signIn(begin: string, subject: string): Promise<URL>
  /** Asks for an address of it with a browser's cookies of nobody; answers the page. */
  page(address: string): Promise<{ readonly status: number; readonly text: string }>
  /** From now on it signs with a key of its own making. */
  rotateKeys(): void
  /** Signs a token as it would, or with a key that it never had. */
  sign(claims: JWTPayload, how?: { readonly forged?: boolean; readonly typ?: string }): Promise<string>
  /** Reaches it, and changes what its ID tokens say. */
  tampering(change: (claims: JWTPayload) => JWTPayload, how?: { readonly forged?: boolean }): typeof fetch
}

function newKey(kid: string): Key {
  return { ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }
}

const client = { client_id: 'opendistrict', client_secret: 'a secret between the two of them' }

export async function identityProvider(options: { readonly claimsInUserInfo?: boolean } = {}): Promise<IdentityProvider> {
  const people = new Map<string, Readonly<Record<string, unknown>>>()
  const stranger = newKey('stranger')
  let key = newKey('first'), rotations = 0
  const server = createServer((request, response) => { void answer(request, response) })
  await new Promise<void>(listening => { server.listen(0, '127.0.0.1', listening) })
  const { port } = server.address() as AddressInfo // a TCP server that listens
  const issuer = `http://127.0.0.1:${port}`
  const make = () => new Provider(issuer, {
    clients: [{ ...client, redirect_uris: ['http://localhost/api/session/provider/callback'], post_logout_redirect_uris: ['http://localhost/sign-in'] }],
    claims: { openid: ['sub', 'preferred_username', 'name', 'unit_code'] },
    conformIdTokenClaims: options.claimsInUserInfo ?? false,
    cookies: { keys: ['of the tests'] },
    features: { rpInitiatedLogout: { enabled: true }, userinfo: { enabled: true }, devInteractions: { enabled: true } },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: async () => ({ sub, ...people.get(sub) }) }),
    jwks: { keys: [key] },
    ttl: { IdToken: 600, AccessToken: 600, Session: 600, Grant: 600, Interaction: 600 },
  })
  let provider = make()
  const answer = async (...exchange: Parameters<ReturnType<Provider['callback']>>) => provider.callback()(...exchange)
  afterAll(() => { server.close(); server.closeAllConnections() })

  const sign = async (claims: JWTPayload, how: { readonly forged?: boolean; readonly typ?: string } = {}) => {
    const by = how.forged ? { ...stranger, kid: key.kid } : key
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: by.kid, ...(how.typ && { typ: how.typ }) }).sign(await importJWK(by, 'RS256'))
  }

  return {
    people, sign,
    settings: { issuer, clientId: client.client_id, clientSecret: client.client_secret, scopes: 'openid', accountClaim: 'preferred_username', unitClaim: 'unit_code', name: { zh: '粤政易统一认证', en: 'Provider of the tests' }, enrol: false },
    signIn: async (begin, subject) => {
      const cookies = new Map<string, string>()
      let at = new URL(begin), body: string | null = null
      for (let step = 0; step < 12; step++) {
        const reply: Response = await fetch(at, { redirect: 'manual', headers: { cookie: [...cookies].map(pair => pair.join('=')).join('; '), ...(body !== null && { 'content-type': 'application/x-www-form-urlencoded' }) }, ...(body !== null && { method: 'POST', body }) })
        for (const cookie of reply.headers.getSetCookie()) { const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split('='); cookies.set(name, value) }
        const to = reply.headers.get('location')
        if (to !== null) {
          at = new URL(to, at)
          body = null
          if (at.hostname === 'localhost') return at
          continue
        }
        const page = await reply.text()
        const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1]
        if (prompt === undefined) throw new Error(`${at.href}: ${reply.status} ${page.slice(0, 500)}`)
        body = new URLSearchParams({ prompt, ...(prompt === 'login' && { login: subject, password: 'any' }) }).toString()
      }
      throw new Error('it sends the browser round and round')
    },
    page: async address => {
      const reply = await fetch(address)
      return { status: reply.status, text: await reply.text() }
    },
    rotateKeys: () => {
      key = newKey(`after ${++rotations}`)
      provider = make()
    },
    tampering: (change, how) => async (input, init) => {
      const reply = await fetch(input, init)
      if (!String(input).endsWith('/token')) return reply
      const tokens = await reply.json() as { readonly id_token: string } // what its token address answers
      return Response.json({ ...tokens, id_token: await sign(change(decodeJwt(tokens.id_token)), how) }, { status: reply.status })
    },
  }
}
