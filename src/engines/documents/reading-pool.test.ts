import { describe, expect, it } from 'vitest'
import { planReport } from '../../../testkit/invented-papers.ts'
import { readingPool, type ToRead } from './reading-pool.ts'

/** A thread that does as it is told in place of reading. */
const thread = (body: string) => new URL(`data:text/javascript,${encodeURIComponent(`import { parentPort } from 'node:worker_threads'; parentPort.on('message', work => { ${body} })`)}`)
const paper: ToRead = { pasted: planReport, given: {} }
const answer = `parentPort.postMessage({ ok: false, refused: 'not-a-report', facts: {} })`

describe('threads that read papers', () => {
  it('reads a paper as the reader does, and what is known of it counts', async () => {
    const pool = readingPool({ threads: 1 })
    const read = await pool.read({ ...paper, given: { year: 2030 } })
    expect(read).toMatchObject({ ok: true, value: { format: 'paste', raw: planReport, notes: [], reading: { document: { year: 2030, resultsPeriod: '2029', planPeriod: '2030' } } } })
    expect(await pool.read({ bytes: new TextEncoder().encode('a,b\n1,2\n'), name: 'x.csv', mime: 'text/csv', given: {} })).toMatchObject({ ok: false })
    await pool.close()
  })

  it('refuses a paper that takes too long, and reads the next one', async () => {
    const pool = readingPool({ threads: 1, seconds: 0.2, script: thread(`if (work.pasted === 'next') ${answer}; else for (;;) {}`) })
    expect(await pool.read(paper)).toMatchObject({ refused: 'reading-timed-out', facts: { seconds: 0.2 } })
    await pool.close()
    const patient = readingPool({ threads: 1, script: thread(`if (work.pasted === 'next') ${answer}; else throw new Error('broken')`) })
    expect(await patient.read(paper)).toMatchObject({ refused: 'reading-failed' })
    expect(await patient.read({ pasted: 'next', given: {} })).toMatchObject({ refused: 'not-a-report' })
    await patient.close()
  })

  it('refuses a paper that ends its thread or eats all its memory', async () => {
    const pool = readingPool({ threads: 1, script: thread(`if (work.pasted === 'memory') { const all = []; for (;;) all.push(new Array(1e6).fill(Math.random())) } else process.exit(0)`) })
    expect(await pool.read(paper)).toMatchObject({ refused: 'reading-failed' })
    expect(await pool.read({ pasted: 'memory', given: {} })).toMatchObject({ refused: 'reading-failed' })
    await pool.close()
  })

  it('lets papers wait their turn, and refuses more than it can keep waiting', async () => {
    const pool = readingPool({ threads: 1, waiting: 1, script: thread('') })
    const first = pool.read(paper), second = pool.read(paper)
    expect(await pool.read(paper)).toMatchObject({ refused: 'reading-busy' })
    await pool.close()
    expect([await first, await second]).toMatchObject([{ refused: 'reading-failed' }, { refused: 'reading-failed' }])
  })

  it('keeps answers with their papers when many are read at once', async () => {
    const pool = readingPool({ threads: 2, waiting: 30, script: thread(`parentPort.postMessage({ ok: false, refused: 'not-a-report', facts: { of: work.pasted } })`) })
    const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => pool.read({ pasted: `${i}`, given: {} })))
    expect(answers.map(a => (a.ok ? '' : a.facts['of']))).toEqual(Array.from({ length: 20 }, (_, i) => `${i}`))
    await pool.close()
  })
})
