import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startProgram, temporaryFolder } from './program.ts'

describe('the program as a process', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  beforeAll(async () => { folder = await temporaryFolder() })
  afterAll(() => folder.remove())

  it('starts on an empty folder with its own database, and finishes running requests when it is told to stop', async () => {
    const program = await startProgram({ dataDir: folder.path, command: 'serve' })
    const ask = await signedIn(program.url, 'planner')
    const running = Array.from({ length: 20 }, () => ask('/api/units?limit=500'))
    await Promise.all(running.slice(0, 1))
    const code = program.stop()
    const answers = await Promise.allSettled(running)
    expect(await code).toBe(0)
    for (const answer of answers) if (answer.status === 'fulfilled') expect([200, 503]).toContain(answer.value.status)
    expect(answers.filter(a => a.status === 'fulfilled' && a.value.status === 200).length).toBeGreaterThan(0)
    // Connections that clients keep open, as browsers do, would hold the program for 72 seconds.
  }, 60_000)

  it('ends by itself when its address is taken, and leaves the folder to the next start', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo // a TCP server that listens
    await expect(startProgram({ dataDir: folder.path, command: 'serve', env: { PORT: String(port) }, patience: 60_000 })).rejects.toThrow(/ended before it answered[\s\S]*端口\d+已被另一个程序占用/)
    taken.close()
    expect(await (await startProgram({ dataDir: folder.path, command: 'serve' })).stop()).toBe(0)
  }, 120_000)

  it('ends when it is told to although its data folder vanished', async () => {
    const vanishing = await temporaryFolder()
    const program = await startProgram({ dataDir: vanishing.path, command: 'serve', env: { OPENDISTRICT_DEMO: 'off' } })
    await vanishing.remove()
    await pause(1500) // the chain is looked after meanwhile
    expect(await program.stop(), program.output()).not.toBeNull()
    expect(program.output()).not.toMatch(/driver has already been destroyed/)
    await vanishing.remove()
  }, 120_000)

  it('refuses settings that cannot be used, all of them at once', async () => {
    await expect(startProgram({ dataDir: folder.path, command: 'serve', env: { PORT: 'abc', OPENDISTRICT_URL: 'not a url' } })).rejects.toThrow(/PORT[\s\S]*OPENDISTRICT_URL/)
  })

  it('offers no one-click sign-in outside demonstration mode, and does not open a demonstration for real work', async () => {
    await expect(startProgram({ dataDir: folder.path, command: 'serve', env: { OPENDISTRICT_DEMO: 'off' } })).rejects.toThrow(/演示数据库/)
    const live = await temporaryFolder()
    const program = await startProgram({ dataDir: live.path, command: 'serve', env: { OPENDISTRICT_DEMO: 'off' } })
    const answer = await fetch(`${program.url}/api/demo/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"role":"planner"}' })
    expect(answer.status).toBe(404)
    expect((await fetch(`${program.url}/api/demo/roles`)).status).toBe(404)
    await program.stop()
    await live.remove()
  })
})
