import { attachmentContract } from '../../../../../engines/cases/attachments/contract.ts'
import { contract } from '../../../../../engines/cases/contract.ts'
import { stateWords } from '../../../../../engines/cases/domain/words.ts'
import { routingContract } from '../../../../../engines/cases/routing/contract.ts'
import { addDays } from '../../../../../kernel/time.ts'
import { call } from '../../../../client.ts'
import { Problem } from '../../../../problem.ts'
import { today } from '../../../../today.ts'
import { afterFailure, nextStep, type Report, type Similar, type Step } from './report.ts'

/** So many days back the same kind of thing in the same place may be the same one. */
const SAME_DAYS = 7

/** Sends a report step by step; each step is kept when it was answered, so that after a break the next one goes on from there. */
export async function sendReport(report: Report, keep: (report: Report) => Promise<void>): Promise<void> {
  let now = report
  for (let step = nextStep(now); step !== null; step = nextStep(now)) {
    try {
      now = await steps[step](now)
    } catch (error) {
      const problem = error instanceof Problem ? error : new Problem({ kind: 'page-fault', status: 500, cause: error, said: { zh: '本页出错。', en: 'The page failed.' } })
      const before = now
      now = afterFailure(now, step, problem.status, problem.faults[0] ? { zh: `${problem.said.zh}${problem.faults[0].said.zh}`, en: `${problem.said.en} ${problem.faults[0].said.en}` } : problem.said)
      if (nextStep(now) === nextStep(before) && now.got === before.got) { await keep(now); return }
    }
    await keep(now)
    if (now.state === 'similar') return
  }
  await keep({ ...now, state: 'sent', photos: [] })
}

const steps: Readonly<Record<Step, (report: Report) => Promise<Report>>> = {
  check: async report => {
    const { type, category, place } = report
    // The point says whose ground it is, where the outlines know it.
    const found = place.point ? (await call(routingContract.suggest, { body: { type, category, place: { ...place, unit: null } } })).place : null
    const here = found?.by === 'point' && found.unit ? { ...place, unit: found.unit.id } : place
    const similar = await similarTo({ ...report, place: here })
    return { ...report, place: here, got: { ...report.got, checked: true }, ...(similar.length > 0 && { state: 'similar', similar, got: report.got }) }
  },
  open: async report => {
    const { key, type, category, title, words, place, self } = report
    const { id, number, seq } = await call(contract.open, { key, body: { type, category, title, words, place: { ...place }, channel: 'patrol', fields: {}, reporter: null, ...(self && { dispatch: { lead: self.unit, co: [], words: '' } }) } })
    return { ...report, state: 'waiting', got: { ...report.got, id, number, seq } }
  },
  photo: async report => {
    const { key, got, photos } = report
    const file = photos[got.photos]
    if (file) await call(attachmentContract.attach, { key: `${key}-photo-${got.photos}`, params: { id: got.id ?? '' }, file })
    return { ...report, got: { ...got, photos: got.photos + 1 } }
  },
  sign: async report => {
    const { seq } = await call(contract.move, { key: `${report.key}-sign`, params: { id: report.got.id ?? '' }, body: { seq: report.got.seq, move: { kind: 'signed' } } })
    return { ...report, got: { ...report.got, seq, signed: true } }
  },
  answer: async report => {
    const { result = '', words = '', evidence: told = '' } = report.self ?? {}
    const evidence = [...(told === '' ? [] : [told]), ...(report.photos.length > 0 ? ['现场照片'] : [])].map(what => ({ what, reference: null }))
    const { seq } = await call(contract.move, { key: `${report.key}-answer`, params: { id: report.got.id ?? '' }, body: { seq: report.got.seq, move: { kind: 'answered', result, words, evidence } } })
    return { ...report, got: { ...report.got, seq, answered: true } }
  },
  close: async report => {
    const { seq } = await call(contract.move, { key: `${report.key}-close`, params: { id: report.got.id ?? '' }, body: { seq: report.got.seq, move: { kind: 'closed' } } })
    return { ...report, got: { ...report.got, seq, closed: true } }
  },
}

/** Open cases of the same kind near the point, or in the same unit where there is none. */
async function similarTo({ type, category, place }: Report): Promise<readonly Similar[]> {
  if (place.point) {
    const { items } = await call(routingContract.nearby, { query: { type, category, ...place.point } })
    return items.slice(0, 5).map(({ seen, metres, openedOn, category: path }) => {
      const name = path.at(-1) ?? { zh: '', en: '' }
      return { id: seen?.id ?? null, text: { zh: `${seen ? `${seen.number} ${seen.title}` : name.zh}，相距${metres}米，${openedOn}登记`, en: `${seen ? `${seen.number} ${seen.title}` : name.en}, ${metres} m away, opened ${openedOn}` } }
    })
  }
  if (place.unit === null) return []
  const { items } = await call(contract.cases, { query: { type, category: [category], place: [place.unit], open: 'true', openedFrom: addDays(today(), -SAME_DAYS), limit: 5 } })
  return items.map(one => ({ id: one.id, text: { zh: `${one.number} ${one.title}，${stateWords[one.state].zh}`, en: `${one.number} ${one.title}, ${stateWords[one.state].en.toLowerCase()}` } }))
}
