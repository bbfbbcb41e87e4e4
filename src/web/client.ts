import { type z } from 'zod'
import { type Route } from '../kernel/contract.ts'
import { problemFrom, unreachable } from './problem.ts'

/** A part of a request may be left out where its schema asks for nothing. */
type Part<Name extends string, T> = Record<never, never> extends T ? { readonly [K in Name]?: T } : { readonly [K in Name]: T }

/** What a call brings: path parameters, query and body as the contract takes them, and the file of an upload route. */
export type Given<T extends Route> = Part<'params', z.input<T['params']>> & Part<'query', z.input<T['query']>> & Part<'body', z.input<T['body']>> & {
  readonly file?: File
  /** Of a command that was written down before it is sent and may be sent again on another day: its own idempotency key. */
  readonly key?: string
  readonly signal?: AbortSignal
}

/** What an answer holds once it has come over the wire. */
export type Answer<T extends Route> = z.output<T['reply']>

type Parts = { readonly params?: unknown; readonly query?: unknown; readonly body?: unknown; readonly file?: File; readonly key?: string; readonly signal?: AbortSignal }

/** Calls a route of a contract. Anything but a 2xx answer throws a `Problem`. */
export async function call<T extends Route>(route: T, given: Given<T>): Promise<Answer<T>> {
  const answer = await send(route, given)
  if (answer.status === 204) return {} as Answer<T> // a route that answers 204 has the empty object as its reply
  return answer.json() as Promise<Answer<T>> // the server serialised it by this very schema
}

/** The address of a route, for a link or a download. */
export function addressOf<T extends Route>(route: T, given: Pick<Given<T>, 'params' | 'query'>): string {
  return address(route, given)
}

function address(route: Pick<Route, 'path'>, given: Parts): string {
  const params = new Map(entriesOf(given.params))
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''))
  const query = new URLSearchParams(entriesOf(given.query)).toString()
  return query === '' ? path : `${path}?${query}`
}

/** Name and text of each value; a list gives its name several times, what is undefined or null is left out. */
function entriesOf(values: unknown): [string, string][] {
  if (typeof values !== 'object' || values === null) return []
  return Object.entries(values).flatMap(([name, value]) => [value].flat().filter(v => v !== undefined && v !== null).map((v): [string, string] => [name, String(v)]))
}

async function send(route: Route, given: Parts): Promise<Response> {
  const to = address(route, given)
  const writes = route.method !== 'GET'
  const body = given.file ? formOf(given.file, given.body) : writes ? JSON.stringify(given.body ?? {}) : null
  const intent = `${route.method} ${to} ${typeof body === 'string' ? body : `${given.file?.name} ${given.file?.size} ${given.file?.lastModified} ${JSON.stringify(given.body)}`}`
  const headers = new Headers({ accept: 'application/json, application/problem+json' })
  if (typeof body === 'string') headers.set('content-type', 'application/json')
  if (writes) headers.set('idempotency-key', given.key ?? keyOf(intent))

  const answer = await fetch(to, { method: route.method, headers, body, credentials: 'same-origin', signal: given.signal ?? null }).catch((cause: unknown) => {
    if (given.signal?.aborted) throw cause
    throw unreachable(cause)
  })
  // From here on the server has answered this command: the same words said again are a new command.
  if (answer.status < 500) openKeys.delete(intent)
  if (!answer.ok) throw problemFrom(answer.status, await answer.json().catch(() => null))
  return answer
}

function formOf(file: File, body: unknown): FormData {
  const form = new FormData()
  for (const [name, value] of entriesOf(body)) form.append(name, value)
  form.append('file', file) // last, so that the server knows the fields before the bytes come
  return form
}

/**
 * Keys of commands whose outcome is not known, by what they ask. When the network fails after the server has acted, a
 * person presses the button again; the same key then makes sure that it is done once. Lives as long as the page.
 */
const openKeys = new Map<string, string>()

function keyOf(intent: string): string {
  const key = openKeys.get(intent) ?? randomId()
  openKeys.set(intent, key)
  return key
}

/** A random uuid (version 4). `crypto.randomUUID` came with Chromium 92 and wants https; this works everywhere. */
export function randomId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, i) => (i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte).toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
