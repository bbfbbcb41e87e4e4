import { describe, expect, it } from 'vitest'
import { testType } from '../../../../testkit/case-type.ts'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Role } from '../../org/schema.ts'
import { handlers } from '../api.ts'
import { attach, openCase, seedCaseTypes } from '../index.ts'
import { attachmentHandlers } from './api.ts'
import { MOST_ATTACHMENT_BYTES } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const text = (s: string) => [...s].map(c => c.charCodeAt(0))
const photo = (tail = 1) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 10, ...text('GPS 1,2!'), 0xff, 0xda, 0, 4, 1, tail, 5, 0xff, 0xd9])

describe('photographs and papers of a case', async () => {
  const here = await freshDistrict({ now: '2023-08-29T02:00:00.000Z' })
  const planner = await here.ctx('planner')
  await planner.write(async (tx, note) => {
    await seedCaseTypes(tx, planner, [testType], () => null)
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const { id } = value(await handlers.open(await here.ctx('dispatcher'), { ...nothing, body: { type: 'hotline', category: 'rubbish', title: '垃圾', words: '垃圾堆了三天', place: { unit: here.places.community.id, address: null, point: null }, channel: 'phone', fields: {}, reporter: null } }))
  const bring = async (role: Role, bytes: Uint8Array | null, name = 'C:\\fakepath\\照片.JPEG', of = id) => attachmentHandlers.attach(await here.ctx(role), { ...nothing, params: { id: of }, file: bytes && { name, mime: 'image/gif', bytes } })
  const list = async (role: Role) => attachmentHandlers.attachments(await here.ctx(role), { ...nothing, params: { id } })
  const read = async (role: Role, attachment: string) => attachmentHandlers.attachment(await here.ctx(role), { ...nothing, params: { id, attachment } })

  it('are what their bytes say, without where they were taken, and there once', async () => {
    const brought = value(await bring('dispatcher', photo()))
    expect(brought).toMatchObject({ name: '照片.jpg', mime: 'image/jpeg', withdrawn: null, mayWithdraw: true })
    expect(value(await bring('dispatcher', photo())).id).toBe(brought.id)
    const { bytes } = value(await read('dispatcher', brought.id))
    expect(String.fromCharCode(...bytes)).not.toContain('GPS')
    expect(value(await list('dispatcher')).items).toHaveLength(1)
  })

  it('are seen by those who see the case and by nobody else', async () => {
    const [one] = value(await list('community')).items
    expect(value(await list('community')).mayAttach).toBe(false) // it lies in their community, but is not theirs
    expect(await bring('community', photo(2))).toMatchObject({ ok: false, refused: 'not-your-move' })
    expect(await list('department')).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect(await bring('department', photo(2))).toMatchObject({ ok: false, refused: 'unknown-case' })
    expect(await read('department', one?.id ?? '')).toMatchObject({ ok: false, refused: 'unknown-attachment' })
    expect((await read('community', one?.id ?? '')).ok).toBe(true)
  })

  it('are refused when they are nothing, too large, something else or cut off', async () => {
    expect(await bring('dispatcher', null)).toMatchObject({ ok: false, refused: 'no-attachment' })
    expect(await bring('dispatcher', new Uint8Array(MOST_ATTACHMENT_BYTES + 1))).toMatchObject({ ok: false, refused: 'attachment-too-large' })
    expect(await bring('dispatcher', Uint8Array.from(text('<script>')), 'photo.jpg')).toMatchObject({ ok: false, refused: 'attachment-unreadable' })
    expect(await bring('dispatcher', photo().subarray(0, 15))).toMatchObject({ ok: false, refused: 'attachment-unreadable' })
  })

  it('are withdrawn with a reason by who brought them or the desk; their bytes are gone then', async () => {
    const [one] = value(await list('dispatcher')).items
    const withdraw = async (role: Role, attachment = one?.id ?? '') => attachmentHandlers.withdraw(await here.ctx(role), { ...nothing, params: { id, attachment }, body: { reason: '拍到人脸' } })
    expect(await withdraw('community')).toMatchObject({ ok: false, refused: 'not-your-move' })
    expect(value(await withdraw('dispatcher')).withdrawn?.reason).toBe('拍到人脸')
    expect(await withdraw('dispatcher')).toMatchObject({ ok: false, refused: 'unknown-attachment' })
    expect(await read('dispatcher', one?.id ?? '')).toMatchObject({ ok: false, refused: 'unknown-attachment' })
  })

  it('come from a resident with the report, thirty at most, and none once the case has ended', async () => {
    const ctx = await here.ctx('dispatcher')
    await ctx.write(async (tx, note) => {
      const known = value(await openCase(tx, ctx, note, { type: 'hotline', category: 'rubbish', title: '垃圾', words: '垃圾', place: { unit: null, address: null, point: null }, channel: 'portal', fields: {} }, 'reporter', null))
      expect(value(await attach(tx, ctx, note, known, { name: '', bytes: photo() }, null))).toMatchObject({ name: 'photo.jpg', person: null })
    })
    for (let i = 0; i < 30; i += 1) value(await bring('dispatcher', photo(i + 3)))
    expect(await bring('dispatcher', photo(99))).toMatchObject({ ok: false, refused: 'attachments-full' })
    value(await handlers.move(ctx, { ...nothing, params: { id }, body: { seq: 1, move: { kind: 'voided', reason: '测试' } } }))
    expect(await bring('dispatcher', photo(100))).toMatchObject({ ok: false, refused: 'wrong-state' })
  })
})
