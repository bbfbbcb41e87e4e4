import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Input } from '../../engines/context.ts'
import { type Contract, type Route } from '../../kernel/contract.ts'
import { type District } from '../../kernel/id.ts'
import { sendProblem } from '../http/errors.ts'
import { limitOf, schemaOf } from '../http/mount.ts'
import { problemOf } from '../http/problem.ts'
import { type Answer, type Visit, type VisitHandlers } from './desk.ts'

type AnyHandler = (visit: Visit, input: Input<Route>) => Promise<Answer<unknown>>

/** Mounts routes that set cookies. Who is signed in is their own affair: one of them makes it so. */
export function mountVisits<C extends Contract>(app: FastifyInstance, tag: string, contract: C, handlers: VisitHandlers<C>, districtOf: (request: FastifyRequest) => District): void {
  for (const [name, route] of Object.entries(contract)) {
    const handler = handlers[name] as unknown as AnyHandler // each handler gets exactly what its own route parsed
    app.route({
      method: route.method,
      url: route.path,
      schema: schemaOf(route, tag, name),
      ...limitOf(route),
      // A command without particulars may come without a body.
      preValidation: async request => { request.body ??= {} },
      handler: (request, reply) => answer(request, reply, handler, districtOf(request)),
    })
  }
}

async function answer(request: FastifyRequest, reply: FastifyReply, handler: AnyHandler, district: District): Promise<FastifyReply> {
  const visit = { district, headers: request.headers, address: request.ip, requestId: request.id }
  const input = { params: request.params, query: request.query, body: request.body, file: null } as Input<Route> // parsed by the validator just before
  const { result, cookies, leave } = await handler(visit, input)
  void reply.header('cache-control', 'no-store')
  if (!result.ok) return sendProblem(reply, problemOf(result, request.id))
  for (const cookie of cookies) void reply.header('set-cookie', cookie)
  return leave === undefined ? reply.send(result.value) : reply.redirect(leave, 303)
}
