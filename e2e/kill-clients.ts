import { setTimeout as pause } from 'node:timers/promises'
import { inventedReport } from '../bench/invented-report.ts'
import { type Finding } from '../src/engines/documents/domain/finding.ts'
import { pick } from '../testkit/dice.ts'
import { type Client, nextStep, type Step, stepOf } from './kill-steps.ts'

/** One thing that a client wants done, under a key of its own. */
export type Command = { readonly client: number; readonly key: string; readonly path: string; readonly body: object }

export type Decision = { readonly paper: string; readonly finding: string; readonly version: number; readonly event: string }

/** What all clients together were told is done, and what they asked and got no answer to. */
export type Memory = {
  /** Id of the import by its text. */
  readonly papers: Map<string, string>
  readonly decisions: Decision[]
  readonly steps: Step[]
  /** What accepting brought, by paper. */
  readonly accepted: Map<string, { readonly figures: number; readonly targets: number; readonly commitments: number }>
  readonly answered: { readonly command: Command; readonly reply: unknown }[]
  inDoubt: Command[]
  /** Answers that should never come. */
  readonly wrong: string[]
}

export type Ask = (path: string, init?: RequestInit) => Promise<Response>

export function emptyMemory(): Memory {
  return { papers: new Map(), decisions: [], steps: [], accepted: new Map(), answered: [], inDoubt: [], wrong: [] }
}

/** A short report of its own words. */
function report(number: number): string {
  return `${inventedReport(24)}\n\n三、其他\n\n（一）示例附注。编入第${number}号示例材料，新增示例项目${number}个。`
}

/** Sends a command and remembers what came of it. The answer may be a refusal; no answer at all leaves it in doubt. */
export async function send(ask: Ask, memory: Memory, command: Command): Promise<void> {
  const sent = await ask(command.path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': command.key }, body: JSON.stringify(command.body) })
    .then(async answer => ({ status: answer.status, reply: await answer.json() as unknown }), () => null) // read as what the contract promises, below
  if (!sent) {
    memory.inDoubt.push(command)
    return
  }
  if (sent.status === 200) remember(memory, command, sent.reply)
  // Somebody else was quicker, the paper is accepted, or too many imports in a minute: nothing was done, and that was said.
  else if (![409, 422, 429].includes(sent.status)) memory.wrong.push(`${sent.status} ${command.path}: ${JSON.stringify(sent.reply).slice(0, 300)}`)
}

type Replies = { readonly paper: { readonly id: string }; readonly finding: Finding; readonly brought: { readonly figures: number; readonly targets: number; readonly commitments: number } }

function remember(memory: Memory, command: Command, reply: unknown): void {
  memory.answered.push({ command, reply })
  const step = stepOf(command.path, reply)
  if (step) { memory.steps.push(step); return }
  const { paper, finding, brought } = reply as Replies // each is read only where the path below says that it is there
  const decided = /documents\/([^/]+)\/findings\/[^/]+\/decisions$/.exec(command.path)?.[1]
  if (decided) memory.decisions.push({ paper: decided, finding: finding.id, version: finding.version, event: (command.body as { decision: string }).decision }) // as every decision is asked
  else if (command.path.endsWith('/documents')) {
    const { text } = command.body as { text: string } // as every import is asked
    const before = memory.papers.get(text)
    if (before !== undefined && before !== paper.id) memory.wrong.push(`the same text became two papers, ${before} and ${paper.id}`)
    memory.papers.set(text, paper.id)
  } else if (command.path.endsWith('/accept')) memory.accepted.set(paper.id, brought)
}

/** Does what this role does until the program is gone or enough is answered. */
export async function work(client: number, role: Client, ask: Ask, memory: Memory, roll: () => number, enough: () => boolean): Promise<void> {
  for (let turn = 0; !enough(); turn++) {
    const command = await nextCommand(client, role, ask, memory, roll).catch(() => null) // its question met the end of the program
    if (!command) return
    const doubts = memory.inDoubt.length
    await send(ask, memory, command)
    if (memory.inDoubt.length > doubts) return
    await pause(roll() * 5)
  }
}

let keys = 0

async function nextCommand(client: number, role: Client, ask: Ask, memory: Memory, roll: () => number): Promise<Command> {
  keys += 1
  const command = (path: string, body: object): Command => ({ client, key: `kill-test-${client}-${keys}`, path, body })
  const reviews = role === 'planner' || role === 'statistician'
  for (let looked = 0; reviews ? looked === 0 && roll() < 0.3 : true; looked++) {
    if (!reviews) await pause(30 + roll() * 30)
    const step = await nextStep(ask, role, roll)
    if (step) return command(step.path, step.body)
  }
  const known = [...memory.papers]
  const what = roll()
  if (known.length < 3 || what < 0.12) return command('/api/documents', { text: report(memory.papers.size * 10 + client), name: `示例${memory.papers.size}.txt` })
  const [text, paper] = pick(roll, known)
  if (what < 0.2) return command('/api/documents', { text, name: '再次导入.txt' })
  if (what < 0.25) return command(`/api/documents/${paper}/accept-certain`, {})
  if (what < 0.3 && role === 'planner' && known.length > 6) return command(`/api/documents/${paper}/accept`, { leaveOut: { reason: '示例材料' } })
  const open = known.filter(([, id]) => !memory.accepted.has(id))
  const [, under] = pick(roll, open.length > 0 ? open : known)
  const answer = await ask(`/api/documents/${under}/findings?kind=fact&limit=200`)
  const { items } = await answer.json() as { readonly items: readonly Finding[] } // the reply of this route
  const finding = pick(roll, items)
  const { id, version, state } = finding
  const decision = state !== 'open' ? { decision: 'reopen', version } : pick(roll, [{ decision: 'accept', version }, { decision: 'reject', version, reason: '示例' }, { decision: 'correct', version, changes: { value: Math.floor(roll() * 1000) } }])
  return command(`/api/documents/${under}/findings/${id}/decisions`, decision)
}
