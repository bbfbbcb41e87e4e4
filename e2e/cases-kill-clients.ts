import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { type Ask } from './kill-clients.ts'

/** What a program said is done: an event at its place in the history of a case. */
export type Acknowledged = { readonly id: string; readonly seq: number; readonly kind: string }

export type Session = { readonly dispatcher: Ask; readonly handler: Ask }

/** Two programs on one database, with the sessions that both know. A client that gets no answer turns to the other one. */
export type Crew = { readonly programs: readonly [Session, Session]; readonly lead: string; readonly type: string }

export type Log = {
  readonly done: Acknowledged[]
  /** Cases that nobody goes on with: all their deadlines go by. */
  readonly left: string[]
  /** How often a command was sent again under its key because no answer came. */
  repeated: number
  /** How often somebody, or the ladder, was quicker. */
  outrun: number
  /** Answers that should never come. */
  readonly wrong: string[]
}

type Reply = { readonly id: string; readonly seq: number; readonly events?: readonly { readonly seq: number; readonly event: { readonly kind: string } }[] }
type Move = { readonly kind: string }

const steps: readonly (readonly [keyof Session, Move])[] = [
  ['handler', { kind: 'signed' }],
  ['handler', { kind: 'noted', words: '示例：已联系', forReporter: false } as Move],
  ['handler', { kind: 'answered', words: '示例：已处理', result: 'solved', evidence: [] } as Move],
  ['dispatcher', { kind: 'checked', passed: true, words: '' } as Move],
  ['dispatcher', { kind: 'closed' }],
  ['dispatcher', { kind: 'called-back', reached: true, responded: true, solved: true, satisfied: true, rework: false, words: '' } as Move],
]

/** Opens cases one after another and takes each some steps on, until told to stop; a case that was begun is finished first. */
export async function live(crew: Crew, log: Log, roll: () => number, stopped: () => boolean): Promise<void> {
  let at = roll() < 0.5 ? 0 : 1
  /** Sends under one key until there is an answer: a program that is gone may have done it, and must not do it again. */
  async function command(as: keyof Session, path: string, body: object): Promise<{ readonly status: number; readonly reply: Reply }> {
    const key = randomUUID()
    for (;;) {
      const program = crew.programs[at] ?? crew.programs[0]
      const sent = await program[as](path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': key }, body: JSON.stringify(body) })
        .then(async answer => ({ status: answer.status, reply: await answer.json() as Reply }), () => null) // as the contract has it
      if (sent) return sent
      log.repeated += 1
      at = 1 - at
      await pause(20)
    }
  }
  while (!stopped()) {
    const opened = await command('dispatcher', '/api/cases', { type: crew.type, category: 'burst-pipe', title: '示例：水管爆裂', words: '示例：路口水管爆裂', place: { unit: crew.lead }, dispatch: { lead: crew.lead } })
    if (opened.status !== 200) { log.wrong.push(`open: ${opened.status} ${JSON.stringify(opened.reply)}`); return }
    const { id } = opened.reply
    let { seq } = opened.reply
    for (const [i, kind] of ['received', 'filed', 'dispatched'].entries()) log.done.push({ id, seq: i + 1, kind })
    const going = Math.floor(roll() * (steps.length + 2))
    for (const [as, move] of steps.slice(0, going)) {
      // Now and then somebody has other things to do, and the ladder climbs in between.
      if (roll() < 0.3) await pause(roll() * 5000)
      for (;;) {
        const { status, reply } = await command(as, `/api/cases/${id}/moves`, { seq, move })
        if (status === 200) {
          log.done.push({ id, seq: seq + 1, kind: move.kind })
          seq = reply.seq
          break
        }
        if (status !== 409) { log.wrong.push(`${move.kind}: ${status} ${JSON.stringify(reply)}`); return }
        // The ladder was there meanwhile: what changed is looked at, and the step is taken from there.
        log.outrun += 1
        const now = await read(crew, as, id)
        seq = now.seq
      }
    }
    if (going < 3) log.left.push(id)
  }
}

async function read({ programs }: Crew, as: keyof Session, id: string): Promise<Reply> {
  for (let i = 0; ; i += 1) {
    const answer = await (programs[i % 2] ?? programs[0])[as](`/api/cases/${id}`).catch(() => null)
    if (answer?.ok) return answer.json() as Promise<Reply> // as the contract has it
    await pause(20)
  }
}
