/** Reporting something without an account: one question a page, plain forms, every answer kept in a slip until it is sent. */
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addPhoto, answerWriting, beginWriting, codeFrom, isToken, loadFollowed, loadWriting, mapOf, sendReport, showSent, stepShown, stepsOf, typesForResidents, valuesOf } from '../../engines/cases/index.ts'
import { type Form, type Step, stepAfter, steps, written } from '../../engines/cases/domain/portal/answers.ts'
import { type FormShown } from '../../engines/cases/portal/contract.ts'
import { refuse, type Refusal } from '../../kernel/result.ts'
import { type Door } from '../http/mount.ts'
import { fileOf, formFrom, formOf, sending, takeForms, type Visit, visitOf } from './counter.ts'
import { type Drawing } from './drawing.ts'
import { limited, type PublicDeps } from './deps.ts'

type OfDistrict = { Params: { district: string } }
type OfStep = { Params: { district: string; slip: string; step: string } }

/** `/public/440104/report`, and below it `/SLIP/kind`, `/where` … and `/sent`. */
export function mountReport(scope: FastifyInstance, deps: PublicDeps, drawing: Drawing, door: Door): void {
  takeForms(scope)
  const ours = (request: Parameters<Door['districtOf']>[0]) => deps.districts.find(one => one.code === door.districtOf(request)) ?? deps.districts[0]
  for (const page of ['report', 'follow'] as const) scope.get(`/public/${page}`, limited, (request, reply) => reply.redirect(`/public/${ours(request).code}/${page}`, 302))
  scope.get<OfDistrict>('/public/:district/report', limited, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? first(visit) : reply
  })
  scope.post<OfDistrict>('/public/:district/report', sending, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? begin(visit, formOf(request)) : reply
  })
  scope.get<OfStep>('/public/:district/report/:slip/:step', limited, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    if (!visit) return reply
    if (request.params.step === 'photo') return visit.go(address(visit, request.params.slip, 'sent'))
    return request.params.step === 'sent' ? sent(visit, request.params.slip) : ask(visit, request.params.slip, request.params.step, formFrom(request.query))
  })
  scope.post<OfStep>('/public/:district/report/:slip/:step', sending, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    if (!visit) return reply
    return request.params.step === 'photo' ? photo(visit, request.params.slip, request) : answer(visit, request.params.slip, request.params.step, formOf(request))
  })
}

const stepOf = (text: string): Step | null => steps.find(step => step === text) ?? null
const address = ({ home }: Visit, slip: string, step: Step | 'sent') => `${home}/report/${slip}/${step}`

/** Whom to call when it cannot wait, and what the matter is. */
async function first(visit: Visit, form: Partial<FormShown> = {}): Promise<FastifyReply> {
  const types = await visit.unrecorded(tx => typesForResidents(tx, visit.area.code))
  return visit.show({ kind: 'report', form: { action: `${visit.home}/report`, values: {}, faults: [], refused: null, ...form }, numbers: visit.terms.numbers, open: types.length > 0 }, form.faults ? 422 : 200)
}

async function begin(visit: Visit, form: Form): Promise<FastifyReply> {
  const words = written(form['words'])
  if (words === '' && form['list'] === undefined) return first(visit, { values: form, faults: [{ at: 'words', said: { zh: '请先用一句话说是什么事，或者从清单里选。', en: 'Say in a sentence what it is, or choose from the list.' } }] })
  if (words.length > 2000) return first(visit, { values: form, faults: [{ at: 'words', said: { zh: `最多2000字，现有${words.length}字，请缩短。`, en: `At most 2000 characters; there are ${words.length}. Shorten it.` } }] })
  const slip = await visit.unrecorded(tx => beginWriting(tx, visit.ctx, words, visit.terms))
  return visit.go(address(visit, slip, 'kind'))
}

const load = (visit: Visit, slip: string) => (isToken(slip) ? visit.unrecorded(tx => loadWriting(tx, visit.ctx, slip)) : Promise.resolve(null))

function over(visit: Visit): FastifyReply {
  const refusal = refuse('slip-over', { minutes: visit.terms.slipMinutes })
  return visit.show({ kind: 'case-stopped', title: { zh: '这一页已过时', en: 'This page is over' }, said: visit.said(refusal), begin: `${visit.home}/report` }, 404)
}

async function ask(visit: Visit, slip: string, named: string, pointed: Form): Promise<FastifyReply> {
  const writing = await load(visit, slip)
  if (writing === 'sent') return visit.go(address(visit, slip, 'sent'))
  const step = stepOf(named)
  if (!writing || !step) return over(visit)
  // Nobody comes to a question before those that it needs were answered; going back is free.
  const next = stepAfter(writing.answers, writing.near.length > 0)
  const order = stepsOf(writing)
  return !order.includes(step) || order.indexOf(step) > order.indexOf(next) ? visit.go(address(visit, slip, next)) : draw(visit, slip, step, writing, pointedAt(writing, pointed), null, pointed['street'])
}

/** What was chosen on the map stands in the form as if it had been chosen in the list. */
function pointedAt(writing: WritingNow, { street, unit }: Form): Partial<FormShown> {
  const known = writing.streets.flatMap(one => [one.id, ...one.communities.map(community => community.id)])
  const chosen = known.find(id => id === unit) ?? known.find(id => id === street)
  return chosen === undefined ? {} : { values: { ...valuesOf(writing), unit: chosen } }
}

type WritingNow = Exclude<Awaited<ReturnType<typeof loadWriting>>, 'sent' | null>

async function draw(visit: Visit, slip: string, step: Step, writing: WritingNow, wrong: Partial<FormShown>, refusal: Refusal | null = null, street?: string): Promise<FastifyReply> {
  const order = stepsOf(writing)
  const at = order.indexOf(step)
  const before = order[at - 1]
  const form: FormShown = { action: address(visit, slip, step), values: valuesOf(writing), faults: [], refused: refusal && visit.said(refusal), ...wrong }
  const map = step === 'where' ? await visit.unrecorded(tx => mapOf(tx, visit.ctx, writing, street)) : null
  const status = refusal ? visit.status(refusal) : form.faults.length > 0 ? 422 : 200
  return visit.show({ kind: 'report-step', shown: stepShown(step, writing, refusal?.refused === 'same-words', map), form, at: at + 2, of: order.length + 1, back: before === undefined ? `${visit.home}/report` : address(visit, slip, before) }, status)
}

async function answer(visit: Visit, slip: string, named: string, form: Form): Promise<FastifyReply> {
  const writing = await load(visit, slip)
  const step = stepOf(named)
  if (writing === 'sent') return visit.go(address(visit, slip, 'sent'))
  if (!writing || !step) return over(visit)
  if (step === 'look') return send(visit, slip, writing, form)
  const answered = await visit.unrecorded(tx => answerWriting(tx, visit.ctx, slip, writing, step, form, visit.terms))
  return 'faults' in answered ? draw(visit, slip, step, writing, { values: form, faults: answered.faults }) : visit.go(address(visit, slip, answered.next))
}

async function send(visit: Visit, slip: string, writing: WritingNow, form: Form): Promise<FastifyReply> {
  const next = stepAfter(writing.answers, writing.near.length > 0)
  if (next !== 'look') return visit.go(address(visit, slip, next))
  const result = await sendReport(visit.ctx, slip, { another: form['another'] === 'yes', leftEmpty: form['website'] ?? '' }, visit.visitor)
  if (result.ok || result.refused === 'nothing-to-do') return visit.go(address(visit, slip, 'sent'))
  return result.refused === 'slip-over' ? over(visit) : draw(visit, slip, 'look', writing, {}, result)
}

/** A photograph for what was just sent. */
async function photo(visit: Visit, slip: string, request: FastifyRequest): Promise<FastifyReply> {
  if (!isToken(slip)) return over(visit)
  const done = await addPhoto(visit.ctx, slip, 'sent', await fileOf(request), visit.visitor)
  if (done.ok) return visit.go(`${address(visit, slip, 'sent')}#photo`)
  return done.refused === 'slip-over' ? over(visit) : sent(visit, slip, done)
}

/** The number and the code. They can be seen again by going back to this page until its time is over, and nowhere else. */
async function sent(visit: Visit, slip: string, refusal: Refusal | null = null): Promise<FastifyReply> {
  const shown = isToken(slip) ? await visit.unrecorded(async tx => {
    const followed = await loadFollowed(tx, visit.ctx, slip, 'sent')
    return followed && showSent(tx, visit.ctx, followed)
  }) : null
  if (!shown) return over(visit)
  return visit.show({ kind: 'report-sent', ...shown, code: codeFrom(slip), follow: `${visit.home}/follow`, form: { action: `${visit.home}/report/${slip}`, values: {}, faults: [], refused: refusal && visit.said(refusal) } }, refusal ? visit.status(refusal) : 200)
}
