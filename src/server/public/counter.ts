/** What the pages for reporting and following have in common: whose district, in whose name, what a form brought, what is answered. */
import { createHmac } from 'node:crypto'
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Context, type Tx } from '../../engines/context.ts'
import { type Visitor } from '../../engines/cases/index.ts'
import { type CasePage } from '../../engines/cases/portal/contract.ts'
import { type Form } from '../../engines/cases/domain/portal/answers.ts'
import { type PortalTerms, usualTerms } from '../../engines/cases/portal/schema.ts'
import { type File } from '../../kernel/contract.ts'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Refusal } from '../../kernel/result.ts'
import { residentContext } from '../context.ts'
import { within } from '../database/database.ts'
import { problemOf } from '../http/problem.ts'
import { partsOf } from '../http/upload.ts'
import { draw, type Drawing } from './drawing.ts'
import { type Area } from './files.ts'
import { type PublicDeps } from './deps.ts'

/** A form of ours is small; what is larger was not typed. */
const LARGEST_FORM = 64 * 1024

/** Forms arrive as browsers send them without scripts. */
export function takeForms(scope: FastifyInstance): void {
  scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit: LARGEST_FORM }, (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))))
}

/** Each box of a form as text. */
export function formOf(request: FastifyRequest): Form {
  return formFrom(request.body)
}

export function formFrom(given: unknown): Form {
  return typeof given === 'object' && given !== null ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? value : undefined])) : {}
}

/** The file of a form that brings one; null where none was chosen or the form is not of that kind. */
export async function fileOf(request: FastifyRequest): Promise<File | null> {
  if (!request.isMultipart()) return null
  const { file } = await partsOf(request)
  return file && file.bytes.length > 0 ? file : null
}

/** One visit to the counter of a district. */
export type Visit = {
  readonly area: Area
  readonly home: string
  readonly ctx: Context
  readonly visitor: Visitor
  readonly terms: PortalTerms
  /** For what is no record yet, a report while it is written: it leaves no trace in the trail. */
  unrecorded<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  show(page: CasePage, status?: number): FastifyReply
  go(to: string): FastifyReply
  said(refusal: Refusal): Label
  status(refusal: Refusal): number
}

/** The visit of a request; null where the address names no district of ours, and then the page that says so was drawn. */
export function visitOf(deps: PublicDeps, drawing: Drawing, request: FastifyRequest<{ Params: { district: string } }>, reply: FastifyReply): Visit | null {
  const area = deps.districts.find(one => String(one.code) === request.params.district)
  if (!area) {
    const [first] = deps.districts
    void draw(drawing, request, reply, 404, { kind: 'not-found' }, { area: first, home: `/public/${first.code}`, base: `/public/${first.code}`, issue: null })
    return null
  }
  const terms = area.portal ?? usualTerms
  const home = `/public/${area.code}`
  const keyed = (use: string, value: string) => createHmac('sha256', deps.secret).update(`portal:${area.code}:${use}:${value}`).digest('base64url')
  return {
    area, home, terms, ctx: residentContext(deps.db, area.code, deps.clock, request.id), visitor: { address: request.ip, terms, keyed },
    unrecorded: work => within(deps.db, { district: area.code, sees: new Set<Id>() }, work),
    show: (page, status = 200) => draw(drawing, request, reply, status, page, { area, home, base: home, issue: null, unkept: true }),
    // The browser asks for the next page itself, so that going back and reloading send nothing twice.
    go: to => reply.header('cache-control', 'no-store').header('referrer-policy', 'same-origin').redirect(to, 303),
    said: refusal => { const { detail, detailEn } = problemOf(refusal, request.id); return { zh: detail, en: detailEn } },
    status: refusal => problemOf(refusal, request.id).status,
  }
}

/** A visit by which something is sent: less often than pages are read, and still often enough for all who share the address of a mobile network. */
export const sending = { schema: { hide: true }, config: { rateLimit: { max: 240, timeWindow: '1 minute' } } }
