import { readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import { type FastifyInstance } from 'fastify'

/**
 * The built pages: hashed files for a year, and index.html for every address that is a page, with the nonce of this answer
 * where the component library's styles need it.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const index = await readFile(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: folder, index: false, wildcard: false, globIgnore: ['**/index.html'], cacheControl: false,
    setHeaders: (reply, path) => { void reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache') },
  })
  app.get('/*', { schema: { hide: true } }, async (request, reply) => {
    if (request.url.startsWith('/api/') || /\.\w{2,5}(?:\?|$)/.test(request.url)) return reply.callNotFound()
    return reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(index.replaceAll('__NONCE__', reply.cspNonce.style))
  })
}
