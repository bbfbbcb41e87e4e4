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
  const parsed = schema.safeParse(data, { error: zh })
  if (parsed.success) return { value: parsed.data }
  const english = schema.safeParse(data, { error: en }).error?.issues ?? []
  return { error: new BadInput(parsed.error.issues.map((issue, i) => ({ at: [part, ...issue.path].join('.'), message: issue.message, messageEn: english[i]?.message ?? issue.message }))) }
}

/** Fastify's validator over zod. */
export const validatorCompiler: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => data => parse(schema, data, httpPart === 'querystring' ? 'query' : httpPart ?? 'request')
