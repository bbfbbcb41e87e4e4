import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { freshDistrict } from '../../../testkit/district.ts'
import { handlers } from './api.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }

describe('organisation', async () => {
  const yuexiu = await freshDistrict()

  it('shows a person the roles and units they hold today', async () => {
    const answer = await handlers.me(await yuexiu.ctx('street'), nothing)
    expect(answer).toMatchObject({ ok: true, value: { roles: ['street'], units: [{ name: '洪桥街道' }] } })
  })

  it('keeps the history of a unit that is renamed and refuses to write before its last change', async () => {
    const ctx = await yuexiu.ctx('administrator')
    const id = yuexiu.places.otherStreet.id
    const renamed = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 1, event: { kind: 'renamed', on: '2022-03-01', name: '北京路街道' } } })
    expect(renamed).toMatchObject({ ok: true, value: { name: '北京路街道', version: 2 } })
    const early = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 2, event: { kind: 'dissolved', on: '2021-01-01' } } })
    expect(early).toMatchObject({ ok: false, refused: 'before-last-change' })
    const stale = await handlers.change(ctx, { ...nothing, params: { id }, body: { version: 1, event: { kind: 'renamed', on: '2022-04-01', name: '别名' } } })
    expect(stale).toMatchObject({ ok: false, refused: 'changed-meanwhile' })
    const shown = await handlers.unit(ctx, { ...nothing, params: { id }, query: {} })
    expect(shown).toMatchObject({ ok: true, value: { history: [{ event: { kind: 'renamed', name: '北京路街道' } }] } })
  })

  it('writes one audit entry with each change and none with a refusal', async () => {
    const { rows } = await sql<{ verb: string }>`select verb from audit.entry`.execute(yuexiu.db)
    expect(rows.map(row => row.verb)).toEqual(['unit.renamed'])
  })
})
