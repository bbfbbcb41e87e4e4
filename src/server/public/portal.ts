/** The public pages: every address below /public, drawn on the server, and the open data beside them. */
import { createHash } from 'node:crypto'
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { type Issue } from '../../engines/plan/index.ts'
import { publicFields } from '../../engines/plan/domain/publication/fields.ts'
import { type Snapshot } from '../../engines/plan/domain/publication/publication.ts'
import { refuse } from '../../kernel/result.ts'
import { packs } from '../../packs/index.ts'
import { problemFrom, sendProblem } from '../http/errors.ts'
import { type Door } from '../http/mount.ts'
import { problemOf } from '../http/problem.ts'
import { askedOf } from './asked.ts'
import { type PublicPage } from './contract.ts'
import { limited, type PublicDeps } from './deps.ts'
import { draw, type Drawing, type Shown } from './drawing.ts'
import { type Area, catalogueFile, type IssueRead, setFile, setFiles, type SetFile, sizesOf } from './files.ts'
import { linePage, mattersPage, told, yearPage } from './page.ts'
import { type Place, placeOf } from './place.ts'
import { mountFollow } from './follow.ts'
import { mountPreview } from './preview.ts'
import { type Reading, readingOf } from './reading.ts'
import { mountReport } from './report.ts'

/** Publications in the catalogue, the latest first. */
const MOST_CATALOGUED = 60

export async function mountPublic(app: FastifyInstance, deps: PublicDeps, door: Door): Promise<void> {
  const reading = readingOf(deps.db)
  const styleAt = `/public/style-${createHash('sha256').update(deps.portal.style).digest('hex').slice(0, 12)}.css`
  const drawing: Drawing = { portal: deps.portal, styleAt, demonstration: deps.demonstration, secure: deps.origin.startsWith('https:'), frameAncestors: deps.frameAncestors }
  const answer = (request: FastifyRequest, reply: FastifyReply, path: string) => answerPlace({ deps, reading, drawing }, request, reply, placeOf(path), door)

  await app.register(async scope => {
    scope.setErrorHandler((error: Error, request, reply) => {
      const problem = problemFrom(error, request)
      if (/\.(?:csv|json|jsonld|ttl)(?:\?|$)/.test(request.url)) return sendProblem(reply, problem)
      const page: PublicPage = problem.status === 429 ? { kind: 'too-often' } : problem.status < 500 ? { kind: 'not-found' } : { kind: 'fault', number: problem.instance, at: deps.clock() }
      return draw(drawing, request, reply, problem.status, page, nowhere(deps.districts[0]))
    })
    scope.get(styleAt, { schema: { hide: true } }, (_, reply) => reply.type('text/css; charset=utf-8').header('cache-control', 'public, max-age=31536000, immutable').send(deps.portal.style))
    scope.get('/public', limited, (request, reply) => answer(request, reply, ''))
    scope.get<{ Params: { '*': string } }>('/public/*', limited, (request, reply) => answer(request, reply, request.params['*']))
    mountReport(scope, deps, drawing, door)
    mountFollow(scope, deps, drawing)
    mountPreview(scope, { drawing, districts: deps.districts }, door)
  })
}

/** A page that belongs to no publication. */
function nowhere(area: Area, year: number | null = null): Shown {
  const home = `/public/${area.code}`
  return { area, home, base: year === null ? home : `${home}/${year}`, issue: null }
}

type Public = { readonly deps: PublicDeps; readonly reading: Reading; readonly drawing: Drawing }

async function answerPlace({ deps, reading, drawing }: Public, request: FastifyRequest, reply: FastifyReply, place: Place | null, door: Door): Promise<FastifyReply> {
  const code = place?.district ?? door.districtOf(request)
  const area = deps.districts.find(one => one.code === code)
  if (!place || !area) return draw(drawing, request, reply, 404, { kind: 'not-found' }, nowhere(area ?? deps.districts[0]))
  const issues = await reading.issues(area.code)
  if ('file' in place.what) return sendFile(request, reply, { deps, reading, drawing }, place, area, issues)
  const without = nowhere(area, place.year)
  if ('page' in place.what && place.what.page === 'help') return draw(drawing, request, reply, 200, { kind: 'help' }, without)
  const issue = issueOf(place, issues)
  if (!issue) return place.number === null ? draw(drawing, request, reply, 200, { kind: 'nothing-yet', year: place.year, years: yearsOf(issues) }, without) : draw(drawing, request, reply, 404, { kind: 'not-found' }, without)
  const latest = standing(issues).find(one => one.year === issue.year)
  const snapshot = issue.state === 'public' ? await reading.snapshot(area.code, issue) : null
  if (!snapshot) return draw(drawing, request, reply, 410, { kind: 'withdrawn', withdrawn: told(issue), latest: latest ? told(latest) : null }, without)
  const home = without.home
  const shown: Shown = { area, home, base: `${home}/${issue.year}${place.number === null ? '' : `/${issue.number}`}`, issue: { ...told(issue), on: snapshot.on, latest: latest?.id === issue.id } }
  const page = await pageOf(place.what, { issue, snapshot }, request, { reading, area, shown, issues, origin: deps.origin })
  return draw(drawing, request, reply, page ? 200 : 404, page ?? { kind: 'not-found' }, shown)
}

const standing = (issues: readonly Issue[]) => issues.filter(issue => issue.state === 'public')
const yearsOf = (issues: readonly Issue[]) => [...new Set(standing(issues).map(issue => issue.year))]

/** The publication that is meant: the one with the number, else the latest that stands, of the year or of all years. */
function issueOf(place: Pick<Place, 'year' | 'number'>, issues: readonly Issue[]): Issue | null {
  const ofYear = issues.filter(issue => place.year === null || issue.year === place.year)
  return (place.number === null ? standing(ofYear)[0] : ofYear.find(issue => issue.number === place.number)) ?? null
}

type Around = { readonly reading: Reading; readonly area: Area; readonly shown: Shown; readonly issues: readonly Issue[]; readonly origin: string }

async function pageOf(what: Exclude<Place['what'], { file: unknown }>, read: IssueRead, request: FastifyRequest, { reading, area, shown, issues, origin }: Around): Promise<PublicPage | null> {
  if ('line' in what) return linePage(read.snapshot, what.line, await reading.stood(area.code, what.line), shown.home)
  switch (what.page) {
    case 'year': return yearPage(read.snapshot, askedOf(request.query, ''), issues, packs)
    case 'matters': return mattersPage(read.snapshot, packs)
    case 'help': return { kind: 'help' }
    case 'data': {
      const sizes = await sizesOf(read, area, `${origin}${shown.home}`, reading)
      const files = sizes.map(({ name, bytes }) => ({ name, label: setFiles[name].label, type: setFiles[name].mediaType, bytes, href: `${shown.base}/${name}` }))
      return { kind: 'data', files, fields: publicFields.map(({ name, label }) => ({ name, label })), catalogue: ['catalog.ttl', 'catalog.jsonld'].map(name => ({ name, href: `${shown.home}/${name}` })) }
    }
  }
}

/** A file of the open data, for every site to read. */
async function sendFile(request: FastifyRequest, reply: FastifyReply, { deps, reading }: Public, place: Place, area: Area, issues: readonly Issue[]): Promise<FastifyReply> {
  const name = 'file' in place.what ? place.what.file : 'data.csv'
  const home = `${deps.origin}/public/${area.code}`
  void reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin').header('vary', 'Accept-Encoding')
  const file = name === 'catalog.ttl' || name === 'catalog.jsonld' ? await catalogue(name, standing(issues).filter(issue => place.year === null || issue.year === place.year), area, home, reading) : await issueFile(name, place, area, home, issues, reading)
  if (!file) return sendProblem(reply, problemOf(refuse('nothing-public', { year: place.year ?? '' }), request.id))
  const etag = `W/"${createHash('sha256').update(file.bytes).digest('base64url').slice(0, 22)}"`
  void reply.header('etag', etag).header('cache-control', 'public, max-age=60').type(file.mime)
  if (request.headers['if-none-match'] === etag) return reply.code(304).send()
  return reply.header('content-disposition', `${name === 'data.csv' ? 'attachment' : 'inline'}; filename*=UTF-8''${encodeURIComponent(file.name)}`).send(Buffer.from(file.bytes))
}

async function issueFile(name: SetFile, place: Place, area: Area, home: string, issues: readonly Issue[], reading: Reading) {
  const issue = issueOf(place, issues)
  const snapshot: Snapshot | null = issue?.state === 'public' ? await reading.snapshot(area.code, issue) : null
  return issue && snapshot ? reading.file(issue, name, () => setFile(name, { issue, snapshot }, area, home)) : null
}

async function catalogue(name: 'catalog.ttl' | 'catalog.jsonld', issues: readonly Issue[], area: Area, home: string, reading: Reading) {
  const sets = []
  for (const issue of issues.slice(0, MOST_CATALOGUED)) {
    const snapshot = await reading.snapshot(area.code, issue)
    if (!snapshot) continue
    const page = `${home}/${issue.year}/${issue.number}`
    const files = (await sizesOf({ issue, snapshot }, area, home, reading)).map(({ name, bytes }) => ({ ...setFiles[name], href: `${page}/${name}`, bytes }))
    sets.push({ ...told(issue), page, files })
  }
  return catalogueFile(name, sets, area, home)
}
