import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Label } from '../../kernel/label.ts'
import { KeyReused } from '../context.ts'
import { KeyRefused } from '../keys/admit.ts'
import { type Problem, problemOf } from './problem.ts'
import { BadInput, type Fault } from './validation.ts'

/** Refusal kinds for what Fastify and its plugins refuse by status alone. */
const byStatus: Readonly<Record<number, string>> = { 400: 'bad-input', 401: 'not-signed-in', 403: 'not-permitted', 404: 'no-such-address', 406: 'bad-input', 408: 'bad-input', 413: 'too-large', 415: 'wrong-media-type', 429: 'too-many-requests', 503: 'unavailable' }

/** What PostgreSQL's refusals mean to a caller. Class 22 is a value that no column can hold; 08, 53 and 57 a server that is not there or is overloaded. */
function kindOfSqlState(code: string): string | null {
  if (code.startsWith('22')) return 'bad-input'
  if (code === '23505' || code.startsWith('40')) return 'changed-meanwhile'
  return /^(?:08|53|57)/.test(code) || code === 'ECONNREFUSED' || code === 'ECONNRESET' ? 'unavailable' : null
}

/** Turns whatever was thrown into a problem; only what nobody expected is a fault and is logged with its stack. */
export function problemFrom(error: FastifyError | Error, request: FastifyRequest): Problem {
  if (error instanceof BadInput) return problemOf({ refused: 'bad-input', facts: {} }, request.id, error.faults)
  if (error instanceof KeyRefused) return problemOf(error.refusal, request.id)
  if (error instanceof KeyReused) return problemOf({ refused: 'key-reused', facts: {} }, request.id)
  const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const kind = (status < 500 ? byStatus[status] ?? 'bad-input' : null) ?? kindOfSqlState(code) ?? (status === 503 ? 'unavailable' : 'fault')
  if (kind === 'fault' || kind === 'unavailable') request.log.error({ err: error }, kind)
  else if (status >= 500) request.log.warn({ err: error }, 'refused by the database')
  return problemOf({ refused: kind, facts: {} }, request.id, kind === 'bad-input' ? [faultOf(error, code, status)] : undefined)
}

/** What Fastify finds wrong before a contract is asked, in both languages; what is rarer keeps the library's words. */
const said: Readonly<Record<string, Label>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: { zh: '正文不是有效的 JSON', en: 'the body is not valid JSON' },
  FST_ERR_CTP_EMPTY_JSON_BODY: { zh: '正文为空，应为 JSON', en: 'the body is empty; JSON was expected' },
  FST_ERR_BAD_URL: { zh: '地址中的百分号编码无效', en: 'a percent sign in the address is followed by no valid code' },
  FST_ERR_MAX_PARAM_LENGTH: { zh: '地址中有一段过长，最多 200 个字符', en: 'a part of the address is too long; at most 200 characters' },
}

function faultOf(error: Error, code: string, status: number): Fault {
  const words = said[code] ?? (status < 500 ? { zh: error.message, en: error.message } : { zh: '有一个值无法保存：超出范围，或含有不能保存的字符', en: 'one of the values cannot be kept: it is out of range, or has a character that cannot be stored' })
  return { at: 'request', message: words.zh, messageEn: words.en }
}

/** The number to quote is in the header too, also where Fastify refused a request before any of our hooks saw it. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.header('x-request-id', problem.instance).code(problem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}
