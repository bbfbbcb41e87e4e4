import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../testkit/district.ts'

describe('what is the same for everybody', async () => {
  const here = await freshDistrict()
  const planner = await here.ctx('planner'), leader = await here.ctx('leader')
  const noting = (verb: string) => planner.write(async (_, note) => { await note({ verb, thing: 'test', thingId: 't' }) })
  let worked = 0
  const ask = (who = planner, key = 'a') => who.recall(key, async () => { worked += 1; return { answer: worked } })

  it('is worked out once for all who ask, also where they ask at once', async () => {
    const answers = await Promise.all([ask(), ask(leader), ask(), ask(leader)])
    expect(new Set(answers).size).toBe(1)
    expect(worked).toBe(1)
    expect(await ask(leader, 'another question')).toEqual({ answer: 2 })
  })

  it('is worked out anew once something was written, whoever wrote it', async () => {
    const before = await ask()
    await noting('figure.entered')
    expect(await ask(leader)).not.toEqual(before)
  })

  it('stays when somebody only signs in or looks', async () => {
    const before = await ask()
    await noting('account.signed-in')
    await noting('light.seen')
    expect(await ask()).toBe(before)
  })

  it('a write that commits late is seen like any other', async () => {
    let goOn: () => void = () => {}
    const late = planner.write(async (_, note) => { await note({ verb: 'figure.entered', thing: 'test', thingId: 'late' }); await new Promise<void>(resolve => { goOn = resolve }) })
    await noting('figure.entered') // begun later, there earlier
    const before = await ask()
    goOn()
    await late
    expect(await ask()).not.toBe(before)
  })

  it('a fault is nobody’s answer', async () => {
    await expect(planner.recall('b', () => Promise.reject(new Error('no figures')))).rejects.toThrow('no figures')
    expect(await planner.recall('b', async () => 'there')).toBe('there')
  })

  it('of one district is nothing to another', async () => {
    const other = await freshDistrict({ district: 440103, beside: here })
    const theirs = await other.ctx('planner')
    expect(await theirs.recall('a', async () => 'theirs')).toBe('theirs')
    expect(await ask()).not.toBe('theirs')
  })
})
