/**
 * What a refusal is for the outside: its HTTP status and a sentence in both languages that says what happened, what was
 * kept and what to do. `{name}` is filled from the refusal's facts.
 */
export type RefusalTable = Readonly<Record<string, { readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503; readonly zh: string; readonly en: string }>>
