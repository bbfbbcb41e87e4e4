/** The very pages of what is not public yet, for those who prepare and approve: drawn by the same program from the same content. */
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Context } from '../../engines/context.ts'
import { mayAnywhere } from '../../engines/org/domain/permission.ts'
import { leavingOut, loadPublication, publicYear } from '../../engines/plan/index.ts'
import { publicFields } from '../../engines/plan/domain/publication/fields.ts'
import { type Snapshot } from '../../engines/plan/domain/publication/publication.ts'
import { Id } from '../../kernel/id.ts'
import { refuse } from '../../kernel/result.ts'
import { packs } from '../../packs/index.ts'
import { sendProblem } from '../http/errors.ts'
import { type Door } from '../http/mount.ts'
import { problemOf } from '../http/problem.ts'
import { askedOf } from './asked.ts'
import { type PublicPage } from './contract.ts'
import { draw, type Drawing } from './drawing.ts'
import { type Area } from './files.ts'
import { linePage, mattersPage, yearPage } from './page.ts'
import { type Place, placeOf } from './place.ts'

const perMinute = 120

/** `/public-preview/ID` of a publication, `/public-preview/2023?leave=KEY,KEY` of what could be prepared now. */
export function mountPreview(app: FastifyInstance, { drawing, districts }: { readonly drawing: Drawing; readonly districts: readonly Area[] }, door: Door): void {
  const options = { schema: { hide: true }, config: { rateLimit: { max: perMinute, timeWindow: '1 minute' } } }
  app.get<{ Params: { of: string } }>('/public-preview/:of', options, (request, reply) => answer(request, reply, request.params.of, ''))
  app.get<{ Params: { of: string; '*': string } }>('/public-preview/:of/*', options, (request, reply) => answer(request, reply, request.params.of, request.params['*']))

  async function answer(request: FastifyRequest, reply: FastifyReply, of: string, rest: string): Promise<FastifyReply> {
    const district = door.districtOf(request)
    const actor = await door.actorOf(request, district)
    if (!actor) return sendProblem(reply, problemOf(refuse('not-signed-in'), request.id))
    const verb = Id.safeParse(of).success ? 'publication.read' : 'publication.prepare'
    if (!mayAnywhere(actor, verb)) return sendProblem(reply, problemOf(refuse('not-permitted', { permission: verb }), request.id))
    framedByUs(reply)
    const area = districts.find(one => one.code === district)
    const asked = askedOf(request.query, request.headers.cookie ?? '')
    const snapshot = await snapshotOf(door.contextOf(request, district, actor), of, asked.leave)
    const home = `/public-preview/${of}`
    if (!area || !snapshot) return sendProblem(reply, problemOf(refuse('unknown-publication', { id: of }), request.id))
    const place = placeOf(`${snapshot.year}/${rest}`)
    const page = place && pageOf(place.what, snapshot, asked)
    const shown = { area, home, base: home, issue: null, preview: true }
    return draw(drawing, request, reply, page ? 200 : 404, page ?? { kind: 'not-found' }, shown)
  }
}

async function snapshotOf(ctx: Context, of: string, leave: readonly string[]): Promise<Snapshot | null> {
  if (Id.safeParse(of).success) return ctx.read(async tx => (await loadPublication(tx, ctx.district, of))?.snapshot ?? null)
  if (!/^(?:19|20)\d{2}$/.test(of)) return null
  return ctx.read(async tx => leavingOut(await publicYear(tx, ctx, Number(of)), leave.map(key => ({ key, reason: '' }))).snapshot)
}

function pageOf(what: Place['what'], snapshot: Snapshot, asked: ReturnType<typeof askedOf>): PublicPage | null {
  if ('line' in what) return linePage(snapshot, what.line, [], '')
  if ('file' in what) return null
  switch (what.page) {
    case 'year': return yearPage(snapshot, asked, [], packs)
    case 'matters': return mattersPage(snapshot, packs)
    case 'help': return { kind: 'help' }
    case 'data': return { kind: 'data', files: [], fields: publicFields.map(({ name, label }) => ({ name, label })), catalogue: [] }
  }
}

/** Only our own pages may show it in a frame. */
function framedByUs(reply: FastifyReply): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  void reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", "frame-ancestors 'self'")).header('x-frame-options', 'SAMEORIGIN')
}
