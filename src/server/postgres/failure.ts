import { type Label } from '../../kernel/label.ts'
import { PlainFailure } from '../plain-failure.ts'

const OWN_SERVER: Label = {
  zh: '也可以设置 DATABASE_URL，改用您自己的 PostgreSQL（15 或更高版本）。',
  en: 'Alternatively set DATABASE_URL to use a PostgreSQL server of your own (15 or later).',
}

/** A failure that a server of one's own would get round. */
export function failure(zh: string, en: string, cause?: unknown): PlainFailure {
  return new PlainFailure({ zh: `${zh}${OWN_SERVER.zh}`, en: `${en} ${OWN_SERVER.en}` }, cause)
}

/** The error code of a system call (`EACCES`, `ENOSPC`), or of PostgreSQL (`57P03`); undefined for anything else. */
export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}

export function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
