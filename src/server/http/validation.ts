import { type FastifySchemaCompiler } from 'fastify'
import { z } from 'zod'

/** One place in a request that is not as expected. */
export type Fault = { readonly at: string; readonly message: string; readonly messageEn: string }

/** Input that its contract does not allow; carries every fault, not only the first. */
export class BadInput extends Error {
  readonly faults: readonly Fault[]
  constructor(faults: readonly Fault[]) {
    super('bad input')
    this.faults = faults
  }
}

const zh = z.locales.zhCN().localeError
const en = z.locales.en().localeError

/** The parsed value, or all faults in both languages. `part` is the part of the request: body, query, params. */
export function parse(schema: z.ZodType, data: unknown, part: string): { readonly value: unknown } | { readonly error: BadInput } {
  const spoilt = unstorableIn(data, part)
  if (spoilt) return { error: new BadInput([spoilt]) }
  const parsed = schema.safeParse(data, { error: zh })
  if (parsed.success) return { value: parsed.data }
  const english = schema.safeParse(data, { error: en }).error?.issues ?? []
  return { error: new BadInput(parsed.error.issues.map((issue, i) => ({ at: [part, ...issue.path].join('.'), message: issue.message, messageEn: english[i]?.message ?? issue.message }))) }
}

/** Fastify's validator over zod. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => data => {
  return parse(schema, data, httpPart === 'querystring' ? 'query' : httpPart ?? 'request')
}

/** The first text that no database keeps as it is: with a zero byte, or with half of a pair of UTF-16. What is read from papers is mended by its reader; what a person or a program types is sent back. */
function unstorableIn(data: unknown, part: string): Fault | null {
  const open: { readonly at: string; readonly value: unknown }[] = [{ at: part, value: data }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { at, value } = next
    if (typeof value === 'string') {
      if (value.includes('\0') || !value.isWellFormed()) return { at, message: '含有无法保存的字符（空字符或残缺的字符）', messageEn: 'has a character that cannot be kept: a zero or half of a character' }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) open.push({ at, value: key }, { at: `${at}.${key}`, value: inner })
    }
  }
  return null
}
