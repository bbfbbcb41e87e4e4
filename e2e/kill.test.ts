import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, expect, it } from 'vitest'
import { dice } from '../testkit/dice.ts'
import { type Ask, emptyMemory, type Memory, send, work } from './kill-clients.ts'
import { historyOf, stepKinds, stepVerbs } from './kill-steps.ts'
import { type Program, signedIn, startProgram, temporaryFolder } from './program.ts'

const seed = 20_260_203
const kills = 20
const clients = ['planner', 'statistician', 'planner', 'statistician', 'leader', 'street-head'] as const
const root = join(import.meta.dirname, '..')

// Also after a failure nothing goes on running.
let program: Program
afterAll(() => program.kill())

it(`nothing that was acknowledged is lost or doubled when the program is killed ${kills} times during imports, reviews, returns, divisions, answers and publications`, async () => {
  const folder = await temporaryFolder()
  const memory = emptyMemory()
  const roll = dice(seed)
  const restarts: number[] = []
  let repeated = 0
  program = await startProgram({ dataDir: folder.path, command: 'serve' })
  const asks = await Promise.all(clients.map(role => signedIn(() => program.url, role)))
  const auditor = await signedIn(() => program.url, 'auditor')
  const askOf = (client: number): Ask => asks[client] ?? auditor
  const noted = await stepsInTrail(auditor)

  for (let kill = 0; kill < kills; kill++) {
    const before = memory.answered.length
    const wanted = before + 4 + Math.floor(roll() * 24)
    const working = Promise.all(clients.map((role, client) => work(client, role, askOf(client), memory, roll, () => false)))
    while (memory.answered.length < wanted && memory.wrong.length === 0) await pause(2)
    await pause(roll() * 40)
    await program.kill()
    await working

    const began = performance.now()
    program = await startProgram({ dataDir: folder.path, command: 'serve' })
    restarts.push(performance.now() - began)
    const doubts = memory.inDoubt
    memory.inDoubt = []
    // Who got no answer asks again under the same key; who got one and asks again hears the same.
    for (const command of doubts) await send(askOf(command.client), memory, command)
    repeated += doubts.length
    for (const { command, reply } of memory.answered.slice(before, before + 3).filter(({ command }) => command.path !== '/api/documents')) {
      const again = await askOf(command.client)(command.path, { method: 'POST', headers: { 'content-type': 'application/json', 'idempotency-key': command.key }, body: JSON.stringify(command.body) })
      expect(await again.json(), `${command.path} again under its key`).toEqual(reply)
    }
    expect(memory.inDoubt, 'the program answers after its restart').toEqual([])
    expect(await jsonOf(auditor('/api/audit/verify', { method: 'POST' })), `after kill ${kill + 1}`).toMatchObject({ breach: null })
  }

  expect(memory.wrong).toEqual([])
  await everythingIsThereOnce(memory, askOf(0), auditor)
  await everyStepIsThereOnce(memory, noted, askOf(0), auditor)
  expect(await program.stop()).toBe(0)
  const env = { ...process.env, OPENDISTRICT_DATA: folder.path, OPENDISTRICT_DEMO: 'on' }
  const verified = await promisify(execFile)(process.execPath, ['src/cli/main.ts', 'audit', 'verify', '--json'], { cwd: root, env }) // rejects on any exit code but 0
  expect(JSON.parse(verified.stdout)).toMatchObject({ breach: null, open: 0 })
  console.log(`\nkill test: ${kills} kills, seed ${seed}; ${memory.papers.size} papers, ${memory.decisions.length} decisions, ${memory.accepted.size} papers accepted, ${stepKinds.map(kind => `${memory.steps.filter(step => step.kind === kind).length} of ${kind}s`).join(', ')}, ${memory.answered.length} acknowledged in all, ${repeated} in doubt and asked again; restart ${(restarts.reduce((a, b) => a + b, 0) / restarts.length / 1000).toFixed(1)} s on average, ${(Math.max(...restarts) / 1000).toFixed(1)} s at most\n`)
  await folder.remove()
}, 600_000)

async function jsonOf(answer: Promise<Response>): Promise<Record<string, unknown>> {
  const came = await answer
  const body = await came.json() as Record<string, unknown> // every reply of ours is an object
  if (!came.ok) throw new Error(`${came.status} ${JSON.stringify(body)}`)
  return body
}

type History = readonly { readonly seq: number; readonly event: { readonly kind: string; readonly with?: string } }[]
const eventOf: Readonly<Record<string, string>> = { accept: 'accepted', reject: 'rejected', correct: 'corrected', reopen: 'reopened' }

/** Every acknowledged import is one paper, every acknowledged decision one event of its finding, every acceptance what it brought; and the trail has one entry for each. */
async function everythingIsThereOnce(memory: Memory, planner: Ask, auditor: Ask): Promise<void> {
  const { items, total } = await jsonOf(planner('/api/documents?limit=500')) as { items: { id: string; state: string }[]; total: number } // the list of imports
  expect(total).toBe(memory.papers.size)
  expect(items.map(item => item.id).toSorted()).toEqual([...memory.papers.values()].toSorted())
  const counted = { accepted: 0, rejected: 0, corrected: 0, reopened: 0 }
  for (const { id, state } of items) {
    const brought = memory.accepted.get(id)
    expect(state, id).toBe(brought ? 'accepted' : 'open')
    if (brought) expect((await jsonOf(planner(`/api/figures?origin=${id}&limit=1`)))['total'], `figures of ${id}`).toBe(brought.figures)
  }
  const decided = Map.groupBy(memory.decisions, decision => decision.finding)
  for (const [finding, decisions] of decided) {
    const { history, finding: now } = await jsonOf(planner(`/api/documents/${decisions[0]?.paper}/findings/${finding}`)) as { history: History; finding: { version: number } } // one finding with its history
    expect(history.map(step => step.seq), finding).toEqual(Array.from({ length: now.version }, (_, i) => i + 1))
    for (const { version, event } of decisions) expect(history[version - 1]?.event.kind, `${finding} at ${version}`).toBe(eventOf[event])
    const own = history.filter(step => step.event.kind in counted && !(step.event.kind === 'accepted' && step.event.with !== 'one'))
    expect(own.length, `decisions on ${finding}`).toBe(decisions.length)
    for (const { event } of own) counted[event.kind as keyof typeof counted] += 1 // filtered on the line before
  }
  expect(await inTrail(auditor, 'paper.imported')).toBe(memory.papers.size)
  for (const [kind, n] of Object.entries(counted)) expect(await inTrail(auditor, `finding.${kind}`), kind).toBe(n)
}

/** Every acknowledged step is one event of its thing, at its place, and the trail has one entry more for each than before. */
async function everyStepIsThereOnce(memory: Memory, noted: ReadonlyMap<string, number>, planner: Ask, auditor: Ask): Promise<void> {
  for (const [thing, steps] of Map.groupBy(memory.steps, step => step.thing)) {
    const [{ kind, shown } = { kind: 'sheet' as const, shown: '' }] = steps // a group is never empty
    const happened = historyOf(kind, await jsonOf(planner(shown)), thing)
    expect(new Set(happened.map(({ at }) => at)).size, `${kind} ${thing}`).toBe(happened.length)
    for (const { event, at } of steps) expect(happened.find(one => one.at === at)?.event, `${kind} ${thing} at ${at}`).toBe(event)
  }
  for (const kind of stepKinds) expect(memory.steps.some(step => step.kind === kind), kind).toBe(true)
  for (const [verb, now] of await stepsInTrail(auditor)) expect(now - (noted.get(verb) ?? 0), verb).toBe(memory.steps.filter(step => step.verb === verb).length)
}

async function stepsInTrail(auditor: Ask): Promise<ReadonlyMap<string, number>> {
  return new Map(await Promise.all(stepVerbs.map(async verb => [verb, await inTrail(auditor, verb)] as const)))
}

async function inTrail(auditor: Ask, verb: string): Promise<number> {
  const { total } = await jsonOf(auditor(`/api/audit?verb=${verb}&limit=1`)) as { total: number } // a page of the trail
  return total
}
