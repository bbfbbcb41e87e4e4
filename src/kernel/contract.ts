import { z } from 'zod'
import { type Label } from './label.ts'

/**
 * An HTTP route as data. The server mounts it, the OpenAPI document describes it and the browser's client calls it,
 * all from this one value.
 *
 * `permission` is the verb asked of the one permission function (org/domain), or `signed-in` (any person),
 * or `public` (nobody need sign in).
 */
export type Route<P extends z.ZodType = z.ZodType, Q extends z.ZodType = z.ZodType, B extends z.ZodType = z.ZodType, R extends z.ZodType = z.ZodType> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Fastify form: `/api/documents/:id`. */
  readonly path: `/api/${string}`
  readonly summary: Label
  readonly permission: string
  readonly params: P
  readonly query: Q
  readonly body: B
  readonly reply: R
  /** `file` replies with bytes (an export) and `upload` takes multipart; `reply` and `body` then describe the rest. */
  readonly form: 'json' | 'file' | 'upload'
  /** Requests a minute from one address. Where absent: the server's limit for public routes, none for people who are signed in. */
  readonly perMinute?: number
}

const nothing = z.object({})
type Nothing = typeof nothing

/** Fills in what a route leaves out: no params, no query, no body, JSON both ways. */
export function route<R extends z.ZodType, P extends z.ZodType = Nothing, Q extends z.ZodType = Nothing, B extends z.ZodType = Nothing>(
  given: Pick<Route, 'method' | 'path' | 'summary' | 'permission'> & { readonly reply: R; readonly params?: P; readonly query?: Q; readonly body?: B; readonly form?: Route['form']; readonly perMinute?: number },
): Route<P, Q, B, R> {
  const { params, query, body, form = 'json', ...rest } = given
  return { ...rest, form, params: (params ?? nothing) as P, query: (query ?? nothing) as Q, body: (body ?? nothing) as B } // a default is used only where its type parameter is the default too
}

export type Contract = Readonly<Record<string, Route>>

export type Params<T extends Route> = z.output<T['params']>
export type Query<T extends Route> = z.output<T['query']>
export type Body<T extends Route> = z.output<T['body']>
export type Reply<T extends Route> = z.input<T['reply']>

/** A page of a list. `next` is the cursor to ask for the rest with, null at the end. */
export function page<T extends z.ZodType>(item: T) {
  return z.object({ items: z.array(item), total: z.int(), next: z.string().nullable() })
}

/** Text to look for or to go on from: no name has a control character, and PostgreSQL refuses the zero byte. */
export function Searched(max: number) {
  return z.string().max(max).regex(/^[^\p{Cc}]*$/u, { error: '不能含有控制字符 no control characters' })
}

/** The version of a row that the caller has seen: it is saved only if it still is that one. Within PostgreSQL's int. */
export const SeenVersion = z.int().min(1).max(2_147_483_647)

/** Query of every paged list. */
export const PageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  after: Searched(200).optional(),
  q: Searched(100).optional(),
})

/** Query of a list whose cursor is the id of its last row. */
export const PageById = PageQuery.extend({ after: z.uuid().optional() })

/** A file that came with an `upload`, or that a `file` route replies with. */
export type File = { readonly name: string; readonly mime: string; readonly bytes: Uint8Array }

/** Reply of a `file` route. */
export const FileReply = z.custom<File>(value => typeof value === 'object' && value !== null && 'bytes' in value)
