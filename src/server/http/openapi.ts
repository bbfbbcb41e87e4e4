import swagger from '@fastify/swagger'
import { type FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import { apiPage } from './api-page.ts'

/** OpenAPI 3.1 of every route, made from the contracts, at `/api/openapi.json`, and the same to read at `/api`. */
export async function describe(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'OpenDistrict', version: '0.1.0', description: '区级政府年度工作平台接口 · Interface of a district government’s year. Errors are application/problem+json (RFC 9457). Writes may carry an Idempotency-Key.' },
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'opendistrict.session_token' } } },
      security: [{ session: [] }],
    },
    transform: jsonSchemaTransform,
  })
  app.get('/api/openapi.json', { schema: { hide: true }, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async () => app.swagger())
  app.get('/api', { schema: { hide: true }, config: { rateLimit: { max: 60, timeWindow: '1 minute' } } }, async (_, reply) => reply.type('text/html; charset=utf-8').send(apiPage(app.swagger(), reply.cspNonce.style)))
}
