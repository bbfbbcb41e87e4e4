import { type Tx } from '../../engines/context.ts'
import { type Id } from '../../kernel/id.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import { type Answer, type Desk, inDistrict, keyed, noteVisit, plain, type Visit } from './desk.ts'
import { gateFor, takenBack } from './domain.ts'
import { claimAttempt, loadHolder, removeAttempt, removeOldAttempts, saveAttempt } from './store.ts'

/** How a try ended: all proved, half of it proved (a code is owed), or nothing. Only `failed` stays counted. */
export type Tried<T> = { readonly end: 'passed' | 'halfway' | 'failed'; readonly answer: Answer<T> }

/**
 * One try to prove who one is, by password or code. It is counted in a transaction of its own before it is made, so that
 * neither many at once nor a crash give more tries than the rules allow. Names that no account has are counted the same.
 */
export async function tryOnce<T>(desk: Desk, visit: Visit, username: string, how: 'password' | 'code', make: (tx: Tx) => Promise<Tried<T>>): Promise<Answer<T>> {
  const nameHash = keyed(desk, 'name', username)
  const now = desk.clock()
  const gate = await inDistrict(desk, visit, async tx => {
    const gate = gateFor(await claimAttempt(tx, visit.district, nameHash, now), now, desk.rules)
    if (gate.open) await saveAttempt(tx, visit.district, nameHash, gate.attempt)
    else await noteFailure(desk, tx, visit, username, { how, because: 'locked' })
    return gate
  })
  if (!gate.open) return plain(lockedUntil(gate.lockedUntilAt, now))

  return inDistrict(desk, visit, async tx => {
    const { end, answer } = await make(tx)
    const mine = gate.attempt
    if (end === 'passed') {
      await removeAttempt(tx, visit.district, nameHash)
      await removeOldAttempts(tx, visit.district, now)
    } else if (end === 'halfway') {
      const present = await claimAttempt(tx, visit.district, nameHash, now)
      if (present) await saveAttempt(tx, visit.district, nameHash, takenBack(present, mine))
    } else {
      await noteFailure(desk, tx, visit, username, { how, failures: mine.failures })
      if (mine.lockedUntilAt) await noteFailure(desk, tx, visit, username, { untilAt: mine.lockedUntilAt }, 'account.locked')
    }
    return answer
  })
}

function lockedUntil(until: string, now: string): Result<never> {
  return refuse('sign-in-locked', { minutes: Math.ceil((Date.parse(until) - Date.parse(now)) / 60_000) })
}

/** The trail names the account that was tried, never what was typed: where there is no such account it may be a password. */
async function noteFailure(desk: Desk, tx: Tx, visit: Visit, username: string, detail: Readonly<Record<string, unknown>>, verb = 'account.sign-in-failed'): Promise<void> {
  const holder: { id: Id } | null = await loadHolder(tx, visit.district, { username })
  await noteVisit(desk, tx, visit, null, { verb, thing: 'account', thingId: holder?.id ?? 'unknown', detail: { ...detail, address: visit.address } })
}
