/**
 * A refusal is an answer, not a fault: the request was understood and may not be done.
 * `kind` is a short kebab phrase; `facts` are the values a person needs in order to understand it.
 */
export type Refusal<K extends string = string> = {
  readonly refused: K
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
}

export type Result<T, K extends string = string> = { readonly ok: true; readonly value: T } | ({ readonly ok: false } & Refusal<K>)

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value }
}

export function refuse<const K extends string>(kind: K, facts: Refusal['facts'] = {}): { readonly ok: false } & Refusal<K> {
  return { ok: false, refused: kind, facts }
}
