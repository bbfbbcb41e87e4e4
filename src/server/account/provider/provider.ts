import { createLocalJWKSet, errors, type JSONWebKeySet, jwtVerify } from 'jose'
import * as oidc from 'openid-client'
import { ok, refuse, type Result } from '../../../kernel/result.ts'
import { type Instant } from '../../../kernel/time.ts'
import { type ProviderSettings } from '../../config.ts'

/** Clocks of two machines may differ by this much, in seconds, either way. */
export const clockTolerance = 60

/** What the provider says of itself is asked again after this long. Its keys are asked with every sign-in, so that new ones count at once. */
const metadataForMs = 600_000
const answerWithinSeconds = 10

/** What a person takes along to the provider and must bring back. */
export type Errand = { readonly state: string; readonly nonce: string; readonly verifier: string }

/** Whom the provider says it is. `amr`: by which means, where it tells. */
export type Identity = { readonly subject: string; readonly sid: string | null; readonly idToken: string; readonly account: string | null; readonly name: string | null; readonly unit: string | null; readonly amr: readonly string[] }

type Unreachable = 'provider-unreachable'
type Refused = 'provider-refused' | 'provider-denied'

/** The government's identity provider as sign-in uses it: OpenID Connect, authorization code with PKCE, state and nonce. */
export type Provider = {
  readonly issuer: string
  begin(): Promise<Result<{ readonly url: string; readonly errand: Errand }, Unreachable>>
  /** `answer`: the query with which the person came back. What is wrong with it is `because`, for the trail. */
  finish(answer: URLSearchParams, errand: Errand): Promise<Result<Identity, Unreachable | Refused>>
  /** Where to send a browser that is to be signed out at the provider too; null where the provider has no such page. */
  leave(idToken: string): Promise<string | null>
  /** Reads a notice that somebody signed out at the provider (back-channel logout). */
  heard(logoutToken: string): Promise<Result<{ readonly subject: string | null; readonly sid: string | null; readonly jti: string }, Unreachable | Refused>>
}

export const callbackPath = '/api/session/provider/callback'

export function makeProvider(settings: ProviderSettings, { origin, clock, fetch: ask = fetch }: { readonly origin: string; readonly clock: () => Instant; readonly fetch?: typeof fetch }): Provider {
  const issuer = new URL(settings.issuer)
  const auth = oidc.ClientSecretBasic(settings.clientSecret)
  const prepare = (config: oidc.Configuration): oidc.Configuration => {
    config[oidc.customFetch] = (url, options) => ask(url, options as RequestInit) // the library's options are a RequestInit with fewer kinds of body
    config.timeout = answerWithinSeconds
    oidc.enableNonRepudiationChecks(config)
    if (issuer.protocol === 'http:') oidc.allowInsecureRequests(config) // settings let this through for this very machine only
    return config
  }
  let known: { readonly metadata: oidc.ServerMetadata; readonly at: number } | null = null

  /** A new one each time: what it remembers of the provider's keys is forgotten with it. */
  async function configuration(): Promise<oidc.Configuration> {
    if (!known || Date.now() - known.at > metadataForMs) {
      const found = await oidc.discovery(issuer, settings.clientId, undefined, auth, { execute: issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [], [oidc.customFetch]: (url, options) => ask(url, options as RequestInit), timeout: answerWithinSeconds }) // as above
      known = { metadata: found.serverMetadata(), at: Date.now() }
    }
    const skew = Math.round((Date.parse(clock()) - Date.now()) / 1000)
    return prepare(new oidc.Configuration(known.metadata, settings.clientId, { client_secret: settings.clientSecret, [oidc.clockSkew]: skew, [oidc.clockTolerance]: clockTolerance }, auth))
  }

  return {
    issuer: settings.issuer,

    async begin() {
      try {
        const config = await configuration()
        const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier: oidc.randomPKCECodeVerifier() }
        const url = oidc.buildAuthorizationUrl(config, { redirect_uri: origin + callbackPath, scope: settings.scopes, state: errand.state, nonce: errand.nonce, code_challenge: await oidc.calculatePKCECodeChallenge(errand.verifier), code_challenge_method: 'S256' })
        return ok({ url: url.href, errand })
      } catch (error) {
        return refuse('provider-unreachable', { because: codeOf(error) })
      }
    },

    async finish(answer, errand) {
      if (answer.get('error') === 'access_denied') return refuse('provider-denied')
      try {
        const config = await configuration()
        const tokens = await oidc.authorizationCodeGrant(config, new URL(`${origin}${callbackPath}?${answer.toString()}`), { expectedState: errand.state, expectedNonce: errand.nonce, pkceCodeVerifier: errand.verifier, idTokenExpected: true })
        const claims = tokens.claims()
        if (!claims || !tokens.id_token) return refuse('provider-refused', { because: 'no id_token' })
        // The library leaves this to us: a token from the future means that one of the two clocks is wrong.
        if (claims.iat > Date.parse(clock()) / 1000 + clockTolerance) return refuse('provider-refused', { because: 'issued in the future' })
        const said = await withUserInfo(config, tokens, claims, settings)
        return ok({ subject: claims.sub, sid: textIn(claims, 'sid'), idToken: tokens.id_token, account: textIn(said, settings.accountClaim), name: textIn(said, 'name'), unit: settings.unitClaim === null ? null : textIn(said, settings.unitClaim), amr: Array.isArray(claims['amr']) ? claims['amr'].map(String) : [] })
      } catch (error) {
        return isUnreachable(error) ? refuse('provider-unreachable', { because: codeOf(error) }) : refuse('provider-refused', { because: codeOf(error) })
      }
    },

    async leave(idToken) {
      try {
        return oidc.buildEndSessionUrl(await configuration(), { id_token_hint: idToken, post_logout_redirect_uri: `${origin}/sign-in` }).href
      } catch {
        return null // it cannot be reached or has no such page: the person is signed out here all the same
      }
    },

    async heard(logoutToken) {
      try {
        const { jwks_uri: keys = '' } = (await configuration()).serverMetadata()
        const set = createLocalJWKSet(await (await ask(keys, { signal: AbortSignal.timeout(answerWithinSeconds * 1000) })).json() as JSONWebKeySet) // jose checks each key it uses
        const { payload } = await jwtVerify(logoutToken, set, { issuer: settings.issuer, audience: settings.clientId, clockTolerance, currentDate: new Date(clock()), requiredClaims: ['iat', 'jti', 'events'], maxTokenAge: 300 })
        const events = payload['events']
        const isNotice = typeof events === 'object' && events !== null && 'http://schemas.openid.net/event/backchannel-logout' in events
        const sid = textIn(payload, 'sid'), subject = payload.sub ?? null
        if (!isNotice || 'nonce' in payload || (sid === null && subject === null)) return refuse('provider-refused', { because: 'no notice of a sign-out' })
        return ok({ subject, sid, jti: payload.jti ?? '' })
      } catch (error) {
        return error instanceof errors.JOSEError ? refuse('provider-refused', { because: error.code }) : refuse('provider-unreachable', { because: codeOf(error) })
      }
    },
  }
}

/** Some providers put account and unit only into the answer of their user-info address. */
async function withUserInfo(config: oidc.Configuration, tokens: oidc.TokenEndpointResponse, claims: oidc.IDToken, settings: ProviderSettings): Promise<Readonly<Record<string, unknown>>> {
  const needed = [settings.accountClaim, ...(settings.unitClaim === null ? [] : [settings.unitClaim])]
  if (needed.every(claim => textIn(claims, claim) !== null) || config.serverMetadata().userinfo_endpoint === undefined) return claims
  return { ...await oidc.fetchUserInfo(config, tokens.access_token, claims.sub), ...claims }
}

function textIn(claims: Readonly<Record<string, unknown>>, name: string): string | null {
  const value = claims[name]
  const text = typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  // Stored and shown: nothing that a name or a code cannot be.
  return /^[^\p{Cc}]{1,200}$/u.test(text.trim()) ? text.trim() : null
}

/** The library's own word for what was wrong; never a value of the tokens. */
function codeOf(error: unknown): string {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if ('error' in at && typeof at.error === 'string') return at.error
    if ('code' in at && typeof at.code === 'string' && at.code !== 'OAUTH_INVALID_RESPONSE') return at.code
  }
  return error instanceof Error ? error.name : 'unknown'
}

const network = /^(?:E[A-Z]+|UND_ERR.*|TimeoutError|AbortError|OAUTH_TIMEOUT)$/

function isUnreachable(error: unknown): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at.name === 'TimeoutError' || at.message === 'fetch failed' || ('code' in at && typeof at.code === 'string' && network.test(at.code))) return true
  return false
}
