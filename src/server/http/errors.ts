import { type FastifyError, type FastifyReply, type FastifyRequest } from 'fastify'
import { KeyReused } from '../context.ts'
import { type Problem, problemOf } from './problem.ts'
import { BadInput } from './validation.ts'

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
  if (error instanceof KeyReused) return problemOf({ refused: 'key-reused', facts: {} }, request.id)
  const status = 'statusCode' in error && error.statusCode ? error.statusCode : 500
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  const kind = (status < 500 ? byStatus[status] ?? 'bad-input' : null) ?? kindOfSqlState(code) ?? (status === 503 ? 'unavailable' : 'fault')
  if (kind === 'fault' || kind === 'unavailable') request.log.error({ err: error }, kind)
  else if (status >= 500) request.log.warn({ err: error }, 'refused by the database')
  return problemOf({ refused: kind, facts: {} }, request.id, status === 400 ? [{ at: 'request', message: error.message, messageEn: error.message }] : undefined)
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json; charset=utf-8').serializer(JSON.stringify).send(problem)
}
