import { type LightMyRequestResponse } from 'fastify'
import { type Route } from '../src/kernel/contract.ts'
import { permissionsOf, type Verb } from '../src/engines/org/domain/permission.ts'
import { Role } from '../src/engines/org/schema.ts'
import { refusals } from '../src/server/http/problem.ts'

/** The role that may use a route over the widest ground; null where nobody need sign in. */
export function userOf(route: Route): Role | null {
  if (route.permission === 'public') return null
  if (route.permission === 'signed-in') return 'planner'
  const verb = route.permission as Verb // the server refuses to mount any other
  const may = Role.options.filter(role => verb in permissionsOf[role])
  return may.find(role => (permissionsOf[role] as Partial<Record<Verb, string>>)[verb] === 'district') ?? may[0] ?? null // filtered just before
}

/** An answer is either what was asked for, or a problem of a kind that the table knows, with its own status, sentences and a number to quote. */
export function faultOf(answer: LightMyRequestResponse): string | null {
  const { statusCode: status } = answer
  if (status >= 200 && status < 300) return null
  if (status < 400 || status >= 500) return `${status} ${answer.body.slice(0, 200)}`
  const type = String(answer.headers['content-type'])
  if (!type.startsWith('application/problem+json')) return `${status} as ${type}: ${answer.body.slice(0, 100)}`
  const problem = answer.json<Record<string, unknown>>()
  const kind = String(problem['title'])
  const entry = refusals[kind]
  if (!entry && !kind.startsWith('unknown-')) return `${status} of the unknown kind ${kind}`
  if ((entry?.status ?? 404) !== status) return `${kind} with the status ${status}`
  if (problem['type'] !== `urn:opendistrict:${kind}` || problem['instance'] !== answer.headers['x-request-id'] || !problem['detail'] || !problem['detailEn']) return `${status} without its particulars: ${answer.body.slice(0, 200)}`
  const facts = Object(problem['facts'] ?? {})
  const unfilled = [...`${entry?.zh ?? ''}${entry?.en ?? ''}`.matchAll(/\{(\w+)\}/g)].find(([, name]) => !(String(name) in facts))
  if (unfilled) return `${kind} with nothing for ${unfilled[0]}: ${String(problem['detail'])}`
  if (answer.body.includes('one of the values cannot be kept')) return 'bad input that reached the database'
  if (kind === 'bad-input' && !(Array.isArray(problem['faults']) && problem['faults'].length > 0)) return `bad input that names no place: ${answer.body.slice(0, 200)}`
  return null
}
