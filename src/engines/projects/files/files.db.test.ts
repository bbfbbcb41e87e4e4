import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { testRules } from '../../../../testkit/project.ts'
import { value } from '../../../../testkit/value.ts'
import { type Role } from '../../org/schema.ts'
import { handlers as projectHandlers } from '../api.ts'
import { seedProjectRules } from '../index.ts'
import { fileHandlers as handlers } from './api.ts'
import { bringFile } from './bringing.ts'
import { type FileKind, MOST_FILES } from './contract.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const text = (s: string) => [...s].map(c => c.charCodeAt(0))
const photo = (tail = 1) => Uint8Array.from([0xff, 0xd8, 0xff, 0xe1, 0, 10, ...text('GPS 1,2!'), 0xff, 0xda, 0, 4, 1, tail, 5, 0xff, 0xd9])
const pdf = (words = 'x') => Uint8Array.from(text(`%PDF-1.4\n${words}`))

describe('documents and photographs of a project', async () => {
  const here = await freshDistrict({ now: '2025-01-06T02:00:00.000Z' })
  const planner = await here.ctx('planner'), owner = here.places.finance.id
  await planner.write(async (tx, note) => {
    await seedProjectRules(tx, planner, [testRules])
    await note({ verb: 'test', thing: 'test', thingId: 't' })
  })
  const { id } = value(await projectHandlers.make(planner, { ...nothing, body: { code: 'P-1', name: '示例学校扩建', of: 'construction', phase: 'reserved', what: '', place: { unit: null, address: null, point: null }, total: 1000, owner, leader: null, contractor: null, startsOn: null, endsOn: null, list: null, ground: '年度清单' } }))
  const bring = async (role: Role, bytes: Uint8Array | null, { kind = 'photo', name = 'C:\\照片.jpg', visit, of = id }: { readonly kind?: FileKind; readonly name?: string; readonly visit?: number; readonly of?: string } = {}) => handlers.bring(await here.ctx(role), { ...nothing, params: { id: of }, query: { kind, ...(visit !== undefined && { visit }) }, file: bytes && { name, mime: '', bytes } })
  const list = async (role: Role) => value(await handlers.files(await here.ctx(role), { ...nothing, params: { id } }))
  const read = async (role: Role, file: string) => handlers.projectFile(await here.ctx(role), { ...nothing, params: { id, file } })

  it('are brought by those who keep, tell or visit the project, and read by all who see it', async () => {
    const brought = value(await bring('planner', pdf(), { kind: 'plan', name: '实施方案.pdf' }))
    expect(brought).toMatchObject({ kind: 'plan', name: '实施方案.pdf', mime: 'application/pdf', visit: null, mayWithdraw: true })
    expect(await bring('reader', pdf('y'), { kind: 'plan', name: 'a.pdf' })).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect((await list('reader')).mayBring).toBe(false)
    expect(value(await read('reader', brought.id)).name).toBe('实施方案.pdf')
    expect(value(await bring('planner', pdf(), { kind: 'plan', name: '实施方案.pdf' })).id).toBe(brought.id)
    expect(await bring('planner', pdf(), { kind: 'plan', of: '00000000-0000-7000-8000-00000000000f' })).toMatchObject({ ok: false, refused: 'unknown-project' })
  })

  it('a photograph of a visit says nothing of where it was taken, and belongs to a visit that there was', async () => {
    const leader = await here.ctx('leader')
    const { seq } = value(await projectHandlers.one(leader, { ...nothing, params: { id }, query: {} }))
    const visited = value(await projectHandlers.act(leader, { ...nothing, params: { id }, body: { seq, act: { kind: 'visited', on: '2025-01-06', words: '主体到三层' } } }))
    const brought = value(await bring('leader', photo(), { visit: visited.seq }))
    expect(brought).toMatchObject({ kind: 'photo', name: '照片.jpg', visit: visited.seq })
    expect(String.fromCharCode(...value(await read('reader', brought.id)).bytes)).not.toContain('GPS')
    expect(await bring('leader', photo(2), { visit: 1 })).toMatchObject({ ok: false, refused: 'unknown-visit' })
  })

  it('are refused when they are nothing, something else than they are called, or too many', async () => {
    expect(await bring('planner', null)).toMatchObject({ ok: false, refused: 'no-project-file' })
    expect(await bring('planner', pdf(), { name: 'a.pdf' })).toMatchObject({ ok: false, refused: 'photo-expected' })
    expect(await bring('planner', Uint8Array.from(text('<script>')))).toMatchObject({ ok: false, refused: 'evidence-unreadable' })
    expect(await bring('planner', photo().subarray(0, 15))).toMatchObject({ ok: false, refused: 'evidence-unreadable' })
    const found = { id, project: value(await projectHandlers.one(planner, { ...nothing, params: { id }, query: {} })).project, events: [] }
    await planner.write(async (tx, note) => {
      for (let n = (await handlers.files(planner, { ...nothing, params: { id } }).then(value)).items.length; n < MOST_FILES; n++) value(await bringFile(tx, planner, note, found, { name: `${n}.pdf`, bytes: pdf(String(n)) }, { kind: 'other', visit: null }))
      expect(await bringFile(tx, planner, note, found, { name: 'last.pdf', bytes: pdf('last') }, { kind: 'other', visit: null })).toMatchObject({ ok: false, refused: 'files-full' })
    })
  })

  it('are withdrawn with a reason by who brought them or keeps the project; their bytes are gone then, that they were there is not', async () => {
    const [one] = (await list('planner')).items.filter(file => file.kind === 'photo')
    const withdraw = async (role: Role) => handlers.withdrawFile(await here.ctx(role), { ...nothing, params: { id, file: one?.id ?? '' }, body: { reason: '拍到人脸' } })
    expect(await withdraw('department')).toMatchObject({ ok: false, refused: 'not-permitted' })
    expect(value(await withdraw('planner')).withdrawn?.reason).toBe('拍到人脸')
    expect(await withdraw('planner')).toMatchObject({ ok: false, refused: 'unknown-project-file' })
    expect(await read('planner', one?.id ?? '')).toMatchObject({ ok: false, refused: 'unknown-project-file' })
    expect((await list('reader')).items.find(file => file.id === one?.id)?.withdrawn?.by).toBeTruthy()
  })
})
