/** Steps of things that keep their history, for the kill test: who may take the next one, and where an acknowledged one must be found. */
import { districts } from '../src/districts/index.ts'
import { seededPeople } from '../src/server/seed/organisation.ts'
import { pick } from '../testkit/dice.ts'
import { type Ask } from './kill-clients.ts'

/** A step that was acknowledged: in the history that `shown` shows, its event stands at this place (or under this id), once. The trail has it as `verb`. */
export type Step = { readonly kind: StepKind; readonly thing: string; readonly shown: string; readonly event: string; readonly at: number | string; readonly verb: string }
export type StepKind = keyof typeof kinds
export type Client = 'planner' | 'statistician' | 'leader' | 'street-head'
type Asked = { readonly path: string; readonly body: object }
type Happened = { readonly event: string; readonly at: number | string }

type Kind = {
  /** What this client may do next; null where nothing waits for it. */
  readonly next: (ask: Ask, client: Client, roll: () => number) => Promise<Asked | null>
  /** The step behind an acknowledged command, null where the path is none of this kind. */
  readonly taken: (path: string, reply: never) => Omit<Step, 'kind' | 'verb'> | null
  /** The history in the reply of `shown`. */
  readonly history: (reply: never, thing: string) => readonly Happened[]
  readonly trail: string
}

const year = 2025
const reason = '示例：强行停机试验'
const street = districts.flatMap(setup => seededPeople(setup).posts).find(post => post.role === 'street-head')?.unit ?? ''

/** A reply of a route that the contract promises to be `T`; null where it was refused. */
async function read<T>(ask: Ask, path: string): Promise<T | null> {
  const answer = await ask(path)
  const body = await answer.json() as T // as the contract has it
  return answer.ok ? body : null
}

type Listed<T> = { readonly items: readonly T[] }
type Versioned = { readonly id: string; readonly version: number }
type Edition = Versioned & { readonly target: string; readonly state: string; readonly terms: { readonly parts: readonly { readonly unit: string; readonly value: number }[] }; readonly history: readonly { readonly seq: number; readonly event: { readonly kind: string } }[] }
type Publication = Versioned & { readonly year: number; readonly state: string }

const sheetSteps = { submit: 'submitted', approve: 'approved', accept: 'accepted' } as const
const divisionSteps = { propose: 'proposed', withdraw: 'withdrawn', sign: 'signed' } as const
const publicationSteps = { approve: 'approved', withdraw: 'withdrawn', 'take-back': 'taken-back' } as const

const kinds = {
  /** Who enters figures submits again what was sent back, a planner approves and accepts. */
  sheet: {
    next: async (ask, client, roll) => {
      if (client !== 'planner' && client !== 'statistician') return null
      const [what, waiting] = client === 'planner' ? pick(roll, [['approve', 'state=submitted'], ['accept', 'state=approved']] as const) : (['submit', 'state=open&only=sent-back'] as const)
      const found = await read<Listed<Versioned>>(ask, `/api/returns/sheets?${waiting}&limit=100`)
      if (!found || found.items.length === 0) return null
      const { id, version } = pick(roll, found.items)
      return { path: `/api/returns/sheets/${id}/${what}`, body: { version } }
    },
    taken: (path, reply: { readonly standing: { readonly version: number } }) => {
      const [, thing, what] = /^\/api\/returns\/sheets\/([^/]+)\/(submit|approve|accept)$/.exec(path) ?? []
      return thing && what ? { thing, shown: `/api/returns/sheets/${thing}`, event: sheetSteps[what as keyof typeof sheetSteps], at: reply.standing.version } : null // one of those in the pattern
    },
    history: (reply: { readonly history: Edition['history'] }) => reply.history.map(({ seq, event }) => ({ event: event.kind, at: seq })),
    trail: 'return',
  },
  /** A planner drafts, proposes and withdraws; the street that has the only part signs it, which puts the edition in force and replaces the one before. */
  division: {
    next: async (ask, client, roll) => {
      if (client !== 'planner' && client !== 'street-head') return null
      const plan = await read<{ readonly lines: readonly { readonly id: string; readonly kind: string }[] }>(ask, `/api/plan/${year}`)
      const targets = plan?.lines.filter(line => line.kind === 'target').slice(0, 3) ?? []
      if (targets.length === 0) return null
      const { id } = pick(roll, targets)
      const page = await read<{ readonly editions: readonly Edition[] }>(ask, `/api/plan/targets/${id}/divisions`)
      const last = page?.editions[0]
      const [part, ...others] = last?.terms.parts ?? []
      const ours = part?.unit === street && others.length === 0
      if (client === 'street-head') return last && ours && last.state === 'proposed' ? { path: `/api/plan/divisions/${last.id}/sign`, body: { unit: street, value: part.value } } : null
      if (!page || last && !ours) return null
      if (last?.state === 'draft') return { path: `/api/plan/divisions/${last.id}/propose`, body: { version: last.version, reason } }
      if (last?.state === 'proposed') return roll() < 0.2 ? { path: `/api/plan/divisions/${last.id}/withdraw`, body: { version: last.version, reason } } : null
      return { path: `/api/plan/targets/${id}/divisions`, body: { method: 'own', check: 'none', ground: reason, parts: [{ unit: street, value: Math.floor(roll() * 100) }] } }
    },
    taken: (path, reply: Edition) => {
      const [, what] = /^\/api\/plan\/(?:targets\/[^/]+\/divisions|divisions\/[^/]+\/(propose|withdraw|sign))$/.exec(path) ?? [null, null]
      if (what === null) return null
      const event = what === undefined ? 'drafted' : divisionSteps[what as keyof typeof divisionSteps] // one of those in the pattern
      // The signature is followed by what it brings about.
      return { thing: reply.id, shown: `/api/plan/targets/${reply.target}/divisions`, event, at: reply.version - (event === 'signed' && reply.state === 'in-force' ? 1 : 0) }
    },
    history: (reply: { readonly editions: readonly Edition[] }, thing) => reply.editions.find(edition => edition.id === thing)?.history.map(({ seq, event }) => ({ event: event.kind, at: seq })) ?? [],
    trail: 'division',
  },
  /** A planner prepares and takes back, the leader approves and withdraws. */
  publication: {
    next: async (ask, client, roll) => {
      if (client !== 'planner' && client !== 'leader') return null
      const known = await read<Listed<Publication>>(ask, '/api/publications?limit=100')
      const mine = known?.items.filter(one => one.year === year) ?? []
      const step = (one: Publication, what: keyof typeof publicationSteps) => ({ path: `/api/publications/${one.id}/${what}`, body: { version: one.version, ...(what !== 'approve' && { reason }) } })
      const waiting = mine.find(one => one.state === 'waiting'), open = mine.find(one => one.state === 'public')
      if (client === 'leader') return waiting ? step(waiting, 'approve') : open ? step(open, 'withdraw') : null
      if (waiting) return roll() < 0.3 ? step(waiting, 'take-back') : null
      if (open) return null
      const draft = await read<{ readonly digest: string }>(ask, `/api/publications/years/${year}`)
      return draft && { path: `/api/publications/years/${year}`, body: { digest: draft.digest } }
    },
    taken: (path, reply: Publication) => {
      const [, what] = /^\/api\/publications\/(?:years\/\d+|[^/]+\/(approve|withdraw|take-back))$/.exec(path) ?? [null, null]
      if (what === null) return null
      return { thing: reply.id, shown: `/api/publications/${reply.id}`, event: what === undefined ? 'prepared' : publicationSteps[what as keyof typeof publicationSteps], at: reply.version } // one of those in the pattern
    },
    history: (reply: { readonly history: readonly { readonly event: { readonly kind: string } }[] }) => reply.history.map(({ event }, i) => ({ event: event.kind, at: i + 1 })),
    trail: 'publication',
  },
  /** Whoever answers for the district says what was done about a light that changed. */
  light: {
    next: async (ask, client, roll) => {
      if (client !== 'planner' && client !== 'leader') return null
      const changed = await read<Listed<{ readonly id: string }>>(ask, '/api/lights/changes?limit=20')
      return changed && changed.items.length > 0 ? { path: `/api/lights/changes/${pick(roll, changed.items).id}/answers`, body: { kind: client === 'leader' ? 'instructed' : 'explained', words: reason } } : null
    },
    taken: (path, reply: { readonly id: string }) => {
      const [, thing] = /^\/api\/lights\/changes\/([^/]+)\/answers$/.exec(path) ?? []
      return thing ? { thing, shown: `/api/lights/changes/${thing}`, event: 'answered', at: reply.id } : null
    },
    history: (reply: { readonly answers: readonly { readonly id: string }[] }) => reply.answers.map(answer => ({ event: 'answered', at: answer.id })),
    trail: 'light',
  },
} as const satisfies Readonly<Record<string, Kind>>

export const stepKinds = Object.keys(kinds) as StepKind[] // the keys of the table above

/** The verbs of the trail under which steps are noted, each once for each step. */
export const stepVerbs = ['return.submitted', 'return.approved', 'return.accepted', 'division.drafted', 'division.proposed', 'division.withdrawn', 'division.signed', 'publication.prepared', 'publication.approved', 'publication.withdrawn', 'publication.taken-back', 'light.answered'] as const

export async function nextStep(ask: Ask, client: Client, roll: () => number): Promise<Asked | null> {
  return kinds[pick(roll, stepKinds)].next(ask, client, roll)
}

/** The step that an acknowledged command took, where it was one. */
export function stepOf(path: string, reply: unknown): Step | null {
  for (const kind of stepKinds) {
    const taken = kinds[kind].taken(path, reply as never) // read only where the path says what it is
    if (taken) return { kind, ...taken, verb: `${kinds[kind].trail}.${taken.event}` }
  }
  return null
}

export function historyOf(kind: StepKind, reply: unknown, thing: string): readonly Happened[] {
  return kinds[kind].history(reply as never, thing) // the reply of the address that this kind names
}
