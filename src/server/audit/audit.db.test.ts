import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { beforeEach, describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../testkit/district.ts'
import { api } from './api.ts'
import { archiveTrail } from './archive.ts'
import { verifyLines } from './file.ts'
import { seal } from './seal.ts'
import { verify } from './verify.ts'

describe('the audit trail', async () => {
  const yuexiu = await freshDistrict()
  const write = async (verb: string) => (await yuexiu.ctx('planner')).write(async (_, note) => note({ verb, thing: 'test', thingId: '1', detail: { b: 2, a: [1, { d: 4, c: 3 }] } }))
  const sealAll = async () => { while (await seal(yuexiu.db)); }

  beforeEach(async () => {
    await sql`truncate audit.entry, audit.link, audit.seal`.execute(yuexiu.db)
    for (let i = 0; i < 5; i++) { await write(`test.done-${i}`); await seal(yuexiu.db) }
    await Promise.all(Array.from({ length: 20 }, (_, i) => write(`test.many-${i}`)))
    await sealAll()
  })

  it('verifies a whole chain that many writers wrote at once', async () => {
    expect(await verify(yuexiu.db)).toMatchObject({ entries: 25, open: 0, breach: null })
  })

  it('links each entry once when several programs seal at once', async () => {
    await Promise.all([...Array.from({ length: 30 }, (_, i) => write(`test.more-${i}`)), ...Array.from({ length: 8 }, () => seal(yuexiu.db))])
    await sealAll()
    expect(await verify(yuexiu.db)).toMatchObject({ entries: 55, open: 0, breach: null })
  })

  const damages: [string, (at: string) => string, { seq: number; what: string }][] = [
    ['an entry whose words were changed', at => `update audit.entry set verb = 'nothing' where id = '${at}'`, { seq: 7, what: 'changed' }],
    ['an entry whose time was changed', at => `update audit.entry set at = at + interval '1 ms' where id = '${at}'`, { seq: 7, what: 'changed' }],
    ['an entry whose detail was changed', at => `update audit.entry set detail = '{}' where id = '${at}'`, { seq: 7, what: 'changed' }],
    ['an entry that was removed', at => `delete from audit.entry where id = '${at}'`, { seq: 7, what: 'missing-entry' }],
    ['an entry that was removed with its link', () => `delete from audit.link where seq = 7`, { seq: 7, what: 'missing-link' }],
    ['a tail that was cut off', () => `delete from audit.link where seq > 20`, { seq: 21, what: 'cut-off' }],
    ['a chain whose hashes were made anew', () => `update audit.seal set hash = 'x' where seq = 25`, { seq: 25, what: 'seal-differs' }],
  ]
  it.each(damages)('names %s', async (_, damage, breach) => {
    const { rows } = await sql<{ entry: string }>`select entry from audit.link where seq = 7`.execute(yuexiu.db)
    await sql.raw(damage(rows[0]?.entry ?? '')).execute(yuexiu.db)
    expect((await verify(yuexiu.db)).breach).toMatchObject(breach)
  })

  it('goes out for a period as a file that an outsider can verify, and every change of the file shows', async () => {
    const file = (await api.handlers['exportLines']?.(await yuexiu.ctx('auditor'), { params: {}, query: {}, body: {}, file: null })) as { readonly value: { readonly bytes: Uint8Array } } // a file route replies with a file
    const text = new TextDecoder().decode(file.value.bytes)
    expect(verifyLines(text)).toMatchObject({ district: 440104, entries: 25, after: { seq: 0 }, end: { seq: 25 }, fault: null })
    const lines = text.trimEnd().split('\n')
    const without = (line: number) => lines.filter((_, i) => i !== line - 1).join('\n')
    expect(verifyLines(text.replace('test.done-3', 'test.done-4')).fault).toEqual({ line: 5, what: 'changed' })
    expect(verifyLines(without(7)).fault).toEqual({ line: 7, what: 'missing-link' })
    expect(verifyLines(without(lines.length)).fault).toEqual({ line: 27, what: 'cut-off' })
    expect(verifyLines(lines.slice(0, 10).concat(lines.slice(-1)).join('\n')).fault).toEqual({ line: 11, what: 'cut-off' })
    expect(verifyLines('Dear Sir').fault).toEqual({ line: 1, what: 'unreadable' })
    expect(await api.handlers['exportLines']?.(await yuexiu.ctx('auditor'), { params: {}, query: { from: '2001-01-01', to: '2001-01-31' }, body: {}, file: null })).toMatchObject({ refused: 'nothing-in-trail' })
  })

  it('moves what is old into a file and stays one chain; never what is younger than six months, never over a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trail-'))
    const file = join(folder, 'old.jsonl')
    await sql`truncate audit.archive`.execute(yuexiu.db)
    const later = (months: number) => new Date(Date.UTC(2023, 7 + months, 29, 3)).toISOString()
    expect(await archiveTrail(yuexiu.db, 440104, file, 5, later(24))).toMatchObject({ refused: 'keep-longer' })
    expect(await archiveTrail(yuexiu.db, 440104, file, 6, later(5))).toMatchObject({ refused: 'nothing-to-archive' })
    const head = (await verify(yuexiu.db)).heads.find(h => h.district === 440104)
    expect(await archiveTrail(yuexiu.db, 440104, file, 6, later(7))).toMatchObject({ ok: true, value: { entries: 25, seq: 25, hash: head?.hash } })
    expect(verifyLines(await readFile(file, 'utf8'))).toMatchObject({ entries: 25, fault: null })
    await write('test.after')
    await sealAll()
    expect(await verify(yuexiu.db)).toMatchObject({ entries: 27, open: 0, breach: null })
    const { rows } = await sql<{ n: number }>`select count(*) n from audit.entry`.execute(yuexiu.db)
    expect(rows[0]?.n).toBe(2)
    await sql`update audit.archive set hash = ${'0'.repeat(64)}`.execute(yuexiu.db)
    expect((await verify(yuexiu.db)).breach).toMatchObject({ seq: 26, what: 'changed' })
    await sql`update audit.archive set hash = ${head?.hash ?? ''}`.execute(yuexiu.db)
    await expect(archiveTrail(yuexiu.db, 440104, file, 6, later(20))).rejects.toThrow('EEXIST')
    expect(verifyLines(await readFile(file, 'utf8')).fault).toBe(null)
    await rm(folder, { recursive: true })
    await sql`truncate audit.archive`.execute(yuexiu.db)
  })

  it('rolls back a write that leaves nothing in the trail', async () => {
    const ctx = await yuexiu.ctx('planner')
    await expect(ctx.write(async tx => tx.updateTable('org.person').set({ name: 'x' }).where('district', '=', 440104).execute())).rejects.toThrow(/audit trail/)
    const { rows } = await sql<{ n: number }>`select count(*) n from org.person where name = 'x'`.execute(yuexiu.db)
    expect(rows[0]?.n).toBe(0)
  })

  it('does a command with the same key once and answers the same, also when both come together', async () => {
    let runs = 0
    const once = async () => (await yuexiu.ctx('planner', { key: 'same-key-1', request: 'a' })).write(async (_, note) => {
      await note({ verb: 'test.once', thing: 'test', thingId: '1' })
      return { ok: true, value: (runs += 1) }
    })
    const answers = await Promise.all([once(), once(), once()])
    expect(answers).toEqual([answers[0], answers[0], answers[0]])
    const { rows } = await sql<{ n: number }>`select count(*) n from audit.entry where verb = 'test.once'`.execute(yuexiu.db)
    expect(rows[0]?.n).toBe(1)
    const other = (await yuexiu.ctx('planner', { key: 'same-key-1', request: 'b' })).write(async () => 1)
    await expect(other).rejects.toThrow('same-key-1')
  })
})
