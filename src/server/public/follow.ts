/** Following what was reported, by its number and code or telephone, and answering it: rating, adding words, asking for it to be taken up again. */
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { addPhoto, beginFollowing, type Doing, followUp, isToken, loadFollowed, showFollowed } from '../../engines/cases/index.ts'
import { type Fault, type Form, written } from '../../engines/cases/domain/portal/answers.ts'
import { type FormShown } from '../../engines/cases/portal/contract.ts'
import { refuse, type Refusal } from '../../kernel/result.ts'
import { fileOf, formOf, sending, type Visit, visitOf } from './counter.ts'
import { type Drawing } from './drawing.ts'
import { limited, type PublicDeps } from './deps.ts'

type OfDistrict = { Params: { district: string } }
type OfSlip = { Params: { district: string; slip: string } }
type OfDoing = { Params: { district: string; slip: string; doing: string } }

/** `/public/440104/follow`, and below it `/SLIP`, to which `/rate`, `/reopen` and `/add` are sent. */
export function mountFollow(scope: FastifyInstance, deps: PublicDeps, drawing: Drawing): void {
  scope.get<OfDistrict>('/public/:district/follow', limited, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? ask(visit) : reply
  })
  scope.post<OfDistrict>('/public/:district/follow', sending, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? begin(visit, formOf(request)) : reply
  })
  scope.get<OfSlip>('/public/:district/follow/:slip', limited, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? show(visit, request.params.slip) : reply
  })
  scope.post<OfDoing>('/public/:district/follow/:slip/:doing', sending, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    if (!visit) return reply
    return request.params.doing === 'photo' ? photo(visit, request.params.slip, request) : act(visit, request.params.slip, request.params.doing, formOf(request))
  })
  // Reloading what a form was answered with asks for this address.
  scope.get<OfDoing>('/public/:district/follow/:slip/:doing', limited, (request, reply) => {
    const visit = visitOf(deps, drawing, request, reply)
    return visit ? visit.go(`${visit.home}/follow/${encodeURIComponent(request.params.slip)}`) : reply
  })
}

function ask(visit: Visit, form: Partial<FormShown> = {}, status = 200): FastifyReply {
  return visit.show({ kind: 'follow', form: { action: `${visit.home}/follow`, values: {}, faults: [], refused: null, ...form } }, status)
}

async function begin(visit: Visit, form: Form): Promise<FastifyReply> {
  const number = written(form['number'])
  const proof = written(form['proof'])
  const faults: readonly Fault[] = [
    ...(number === '' || number.length > 40 ? [{ at: 'number', said: { zh: '请填写编号，如 RX20230829123456。', en: 'Write the number, such as RX20230829123456.' } }] : []),
    ...(!/\d/.test(proof) || proof.length > 40 ? [{ at: 'proof', said: { zh: '请填写八位查询码，或反映时留下的电话。', en: 'Write the code of eight digits, or the telephone that was left.' } }] : []),
  ]
  // The proof is not put back into the page: whoever looks over a shoulder learns nothing.
  if (faults.length > 0) return ask(visit, { values: { number }, faults }, 422)
  const begun = await beginFollowing(visit.ctx, { number, proof }, visit.visitor)
  return begun.ok ? visit.go(`${visit.home}/follow/${begun.value.token}`) : ask(visit, { values: { number }, refused: visit.said(begun) }, visit.status(begun))
}

async function show(visit: Visit, slip: string, wrong: Partial<FormShown> = {}, status = 200): Promise<FastifyReply> {
  const shown = isToken(slip) ? await visit.unrecorded(async tx => {
    const followed = await loadFollowed(tx, visit.ctx, slip, 'following')
    return followed && showFollowed(tx, visit.ctx, followed)
  }) : null
  if (!shown) return over(visit)
  return visit.show({ kind: 'followed', case: shown, form: { action: `${visit.home}/follow/${slip}`, values: {}, faults: [], refused: null, ...wrong } }, status)
}

function over(visit: Visit): FastifyReply {
  return visit.show({ kind: 'case-stopped', title: { zh: '查询已超时', en: 'This page is over' }, said: visit.said(refuse('slip-over', { minutes: visit.terms.slipMinutes })), begin: `${visit.home}/follow` }, 404)
}

async function act(visit: Visit, slip: string, named: string, form: Form): Promise<FastifyReply> {
  const read = doingFrom(named, form)
  if ('faults' in read) return show(visit, slip, { values: form, faults: read.faults }, 422)
  if (!isToken(slip)) return over(visit)
  const done = await followUp(visit.ctx, slip, read.doing, visit.visitor)
  if (done.ok || done.refused === 'nothing-to-do') return visit.go(`${visit.home}/follow/${slip}#story`)
  return done.refused === 'slip-over' ? over(visit) : refusedBy(visit, slip, form, done)
}

async function photo(visit: Visit, slip: string, request: FastifyRequest): Promise<FastifyReply> {
  if (!isToken(slip)) return over(visit)
  const done = await addPhoto(visit.ctx, slip, 'following', await fileOf(request), visit.visitor)
  if (done.ok) return visit.go(`${visit.home}/follow/${slip}#photo`)
  return done.refused === 'slip-over' ? over(visit) : refusedBy(visit, slip, {}, done)
}

const refusedBy = (visit: Visit, slip: string, form: Form, refusal: Refusal) => show(visit, slip, { values: form, refused: visit.said(refusal) }, visit.status(refusal))

/** What a form of the page of a case asks for. */
function doingFrom(named: string, form: Form): { readonly doing: Doing } | { readonly faults: readonly Fault[] } {
  const at = `${named}-words`
  const words = written(form[at])
  const long: readonly Fault[] = words.length > 500 ? [{ at, said: { zh: `最多500字，现有${words.length}字，请缩短。`, en: `At most 500 characters; there are ${words.length}. Shorten it.` } }] : []
  if (named === 'rate') {
    const score = Number(form['score'])
    const faults: readonly Fault[] = [...([1, 2, 3, 4, 5].includes(score) ? [] : [{ at: 'score', said: { zh: '请选择满意程度。', en: 'Choose how satisfied you are.' } }]), ...long]
    return faults.length > 0 ? { faults } : { doing: { kind: 'rate', score, words } }
  }
  if (named !== 'reopen' && named !== 'add') return { faults: [{ at: 'add-words', said: { zh: '没有这种操作。', en: 'There is nothing like this to do.' } }] }
  const none: readonly Fault[] = words === '' ? [{ at, said: named === 'reopen' ? { zh: '请写明哪里还没有解决。', en: 'Say what is not solved yet.' } : { zh: '请写下要补充的内容。', en: 'Write what you want to add.' } }] : []
  const faults = [...none, ...long]
  return faults.length > 0 ? { faults } : { doing: { kind: named, words } }
}
