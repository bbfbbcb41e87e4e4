import { sql } from 'kysely'
import fc from 'fast-check'
import { v7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { freshDistrict } from '../../../../testkit/district.ts'
import { value } from '../../../../testkit/value.ts'
import { type Source } from '../../../kernel/source.ts'
import { type Context } from '../../context.ts'
import { seedRegister, setOverride, takeFigures } from '../../indicators/index.ts'
import { handlers } from '../api.ts'
import { CommitmentGiven } from '../contract.ts'
import { handlers as ledgerHandlers } from '../ledgers/api.ts'
import { seedLedgerKinds } from '../ledgers/seeding.ts'
import { publicationHandlers } from './api.ts'
import { publicationContract } from './contract.ts'
import { Snapshot } from '../domain/publication/publication.ts'
import { findIssues, findStood, loadPublication, loadPublicSnapshot } from './store.ts'
import { tenMatters } from '../../../packs/ten-matters/pack.ts'
import { refusals } from '../refusals.ts'

const nothing = { params: {}, query: {}, body: {}, file: null }
const paper = (title: string, saidOn: string): Source => ({ kind: 'published', title, section: '二', saidOn, url: 'https://paper.example/1' })

describe('a publication of a plan year', async () => {
  const here = await freshDistrict()
  const { places } = here
  const unit = places.district.id
  const [planner, leader, statistician] = [await here.ctx('planner'), await here.ctx('leader'), await here.ctx('statistician')]
  const write = <T>(work: (tx: Parameters<Parameters<Context['write']>[0]>[0]) => Promise<T>) => planner.write(async (tx, note) => { const made = await work(tx); await note({ verb: 'test', thing: 'test', thingId: 't' }); return made })

  await write(async tx => {
    await seedRegister(tx, planner, [
      { code: 'FAI', name: { zh: '固定资产投资', en: 'Fixed asset investment' }, unit: '%', kind: 'rate', ownerUnit: 'planning' },
      { code: 'GDP', name: { zh: '地区生产总值', en: 'Gross product' }, unit: '%', kind: 'rate' },
      { code: 'LIFTS', name: { zh: '加装电梯', en: 'Lifts' }, unit: '台', kind: 'flow' },
    ], () => places.finance.id)
    await sql`update indicators.indicator set embargoed = true where code = 'GDP'`.execute(tx)
  })
  const codes = await planner.read(async tx => new Map((await sql<{ id: string; code: string }>`select id, code from indicators.v_indicator`.execute(tx)).rows.map(row => [row.code, row.id])))
  const idOf = (code: string) => codes.get(code) ?? ''
  const target = (code: string, aspect: 'level' | 'growth', goal: number, measure: string) => ({ fact: `t-${code}`, indicator: idOf(code), unit, period: '2023', aspect, operator: '>=' as const, value: goal, stretch: null, measure, hedge: '以上', reference: null, nature: 'expected' as const, verb: null, saidOn: '2023-02-14', source: paper('计划报告', '2023-02-14') })
  await write(tx => takeFigures(tx, planner, {
    origin: v7(), targets: [target('FAI', 'growth', 10, '%'), target('GDP', 'growth', 5, '%'), target('LIFTS', 'level', 300, '台')],
    figures: [
      { fact: 'f1', indicator: idOf('FAI'), unit, period: '2023H1', vintage: 'published', basis: null, level: null, change: { value: 8.4, unit: '%', base: '' }, rank: null, qualifier: null, saidOn: '2023-08-20', source: paper('半年报告', '2023-08-20') },
    ],
  }))
  /** A figure with a status of its own, as returns and the register make them. */
  const figure = async (code: string, period: string, status: string, amount: { level?: number; change?: number }, source: Source = { kind: 'hand', person: here.person('statistician'), name: '统计员张三', at: here.clock.now, ground: '内部测算底稿七' }) => write(async tx => {
    const id = v7(), year = period.slice(0, 4)
    const [starts, ends] = period.endsWith('H1') ? [`${year}-01-01`, `${year}-06-30`] : /-\d\d$/.test(period) ? [`${period}-01`, `${period}-28`] : [`${year}-01-01`, `${year}-12-31`]
    await sql`insert into indicators.figure (district, id, indicator, unit, period, starts_on, ends_on, vintage, level_value, level_unit, change_value, change_unit, change_base, status, said_on, source, at)
      values (${here.district}, ${id}, ${idOf(code)}, ${unit}, ${period}, ${starts}, ${ends}, 'quick', ${amount.level ?? null}, ${amount.level === undefined ? null : '台'}, ${amount.change ?? null}, ${amount.change === undefined ? null : '%'}, ${amount.change === undefined ? null : ''}, ${status}, '2023-07-20', ${JSON.stringify(source)}, ${here.clock.now})`.execute(tx)
    return id
  })

  const draftLines = async () => (await draft()).lines
  const draft = async () => value(await publicationHandlers.draft(planner, { ...nothing, params: { year: 2023 } }))
  const prepare = async (leaveOut: { key: string; reason: string }[] = []) => publicationHandlers.prepare(planner, { ...nothing, params: { year: 2023 }, body: { digest: (await draft()).digest, leaveOut } })
  const approve = (ctx: Context, id: string, version: number, knowing = false) => publicationHandlers.approve(ctx, { ...nothing, params: { id }, body: { version, knowing } })
  const withReason = (reason: string, version: number) => ({ reason, version })
  const publicNow = async () => planner.read(async tx => { const [issue] = await findIssues(tx, here.district); const standing = (await findIssues(tx, here.district)).find(i => i.state === 'public'); return { issue, snapshot: standing ? await loadPublicSnapshot(tx, here.district, standing.id) : null } })
  let first = ''

  it('shows every promise with its figure, light and paper, and holds back what is under embargo or not approved, saying so to who prepares', async () => {
    await figure('GDP', '2023H1', 'approved', { change: 4.777 })
    await figure('LIFTS', '2023H1', 'submitted', { level: 123.456 })
    const { lines, heldBack, differences, since } = await draft()
    expect(lines.map(l => [l.key, l.words, l.figure, l.light])).toEqual([['FAI-growth', '增长10%以上', 8.4, 'slipping'], ['GDP-growth', '增长5%以上', null, 'not-judged'], ['LIFTS-level', '300台以上', null, 'not-judged']])
    expect(heldBack.map(h => [h.key, h.kind])).toEqual([['GDP-growth', 'embargoed'], ['LIFTS-level', 'not-approved']])
    expect(since).toBeNull()
    expect(differences.map(d => d.kind)).toEqual(['added', 'added', 'added'])
    expect(JSON.stringify(lines)).not.toContain('4.777')
  })

  it('waits for a second person: who prepared it does not approve it, and one at a time waits', async () => {
    const made = value(await prepare([{ key: 'LIFTS-level', reason: '数据正在核实' }]))
    expect(made).toMatchObject({ state: 'waiting', lines: 2, number: null, leftOut: [{ key: 'LIFTS-level', reason: '数据正在核实' }] })
    expect(await prepare()).toMatchObject({ refused: 'publication-waiting' })
    expect(await approve(planner, made.id, 1)).toMatchObject({ refused: 'prepared-it-himself' })
    expect((await publicNow()).issue).toBeUndefined()
    expect(await approve(leader, made.id, 7)).toMatchObject({ refused: 'changed-meanwhile' })
    expect(value(await approve(leader, made.id, 1))).toMatchObject({ state: 'public', number: 1, version: 2 })
    expect(await approve(leader, made.id, 2)).toMatchObject({ refused: 'not-waiting' })
    expect((await publicNow()).snapshot?.lines.map(l => l.key)).toEqual(['FAI-growth', 'GDP-growth'])
    first = made.id
    const { rows } = await planner.read(tx => sql<{ verb: string; detail: { leftOut?: unknown } }>`select verb, detail from audit.entry where thing = 'publication' order by at, id`.execute(tx))
    expect(rows.map(row => row.verb)).toEqual(['publication.prepared', 'publication.approved'])
    expect(rows[0]?.detail.leftOut).toEqual([{ key: 'LIFTS-level', name: '加装电梯', reason: '数据正在核实' }])
  })

  it('says what changed before it is approved, and is approved as prepared only by who knows it', async () => {
    const made = value(await prepare())
    await figure('LIFTS', '2023H1', 'approved', { level: 150 })
    const shown = value(await publicationHandlers.show(leader, { ...nothing, params: { id: made.id } }))
    expect(shown.meanwhile.map(d => [d.key, d.kind, d.of])).toEqual([['LIFTS-level', 'changed', ['figure', 'light', 'source', 'history']]])
    expect(shown.differences.map(d => [d.key, d.kind])).toEqual([['LIFTS-level', 'added']])
    expect(await approve(leader, made.id, 1)).toMatchObject({ refused: 'publication-outdated', facts: { count: 1 } })
    expect(value(await approve(leader, made.id, 1, true))).toMatchObject({ number: 2 })
    expect((await planner.read(tx => findStood(tx, here.district, 'FAI-growth'))).map(s => [s.number, s.light, s.figure])).toEqual([[2, 'slipping', 8.4], [1, 'slipping', 8.4]])
  })

  it('is not approved when a figure in it was put under embargo since', async () => {
    const made = value(await prepare())
    const embargo = (on: boolean) => write(tx => sql`update indicators.indicator set embargoed = ${on} where code = 'LIFTS'`.execute(tx))
    await embargo(true)
    expect(await approve(leader, made.id, 1, true)).toMatchObject({ refused: 'figure-no-longer-public', facts: { name: '加装电梯' } })
    expect(value(await publicationHandlers.show(leader, { ...nothing, params: { id: made.id } })).closed.map(h => h.key)).toEqual(['LIFTS-level'])
    await embargo(false)
    expect(await publicationHandlers.takeBack(await here.ctx('planner'), { ...nothing, params: { id: made.id }, body: withReason('数值需要复核', 1) })).toMatchObject({ ok: true, value: { state: 'returned' } })
  })

  it('goes back with a reason, is taken back only by its maker, and is withdrawn to the one before it', async () => {
    const made = value(await prepare())
    expect(await publicationHandlers.takeBack({ ...planner, actor: { ...planner.actor, person: here.person('statistician') } }, { ...nothing, params: { id: made.id }, body: withReason('不该我来收回', 1) })).toMatchObject({ refused: 'prepared-by-another' })
    expect(value(await publicationHandlers.sendBack(leader, { ...nothing, params: { id: made.id }, body: withReason('请补充电梯数据', 1) }))).toMatchObject({ state: 'returned', reason: '请补充电梯数据' })
    expect(await publicationHandlers.withdraw(leader, { ...nothing, params: { id: made.id }, body: withReason('撤回一份没公布的', 2) })).toMatchObject({ refused: 'not-public' })
    const second = (await publicNow()).issue
    expect(value(await publicationHandlers.withdraw(leader, { ...nothing, params: { id: second?.id ?? '' }, body: withReason('数值有误，撤回', 2) }))).toMatchObject({ state: 'withdrawn', number: 2 })
    expect((await publicNow()).snapshot).toMatchObject({ lines: [{ key: 'FAI-growth' }, { key: 'GDP-growth' }] })
    expect(await planner.read(tx => loadPublicSnapshot(tx, here.district, second?.id ?? ''))).toBeNull()
    // The number of what was withdrawn is not given again.
    const next = value(await prepare())
    expect(value(await approve(leader, next.id, 1))).toMatchObject({ number: 3 })
    const history = value(await publicationHandlers.show(leader, { ...nothing, params: { id: second?.id ?? '' } })).history
    expect(history.map(h => h.event.kind)).toEqual(['prepared', 'approved', 'withdrawn'])
    const { items, total } = value(await publicationHandlers.list(leader, { ...nothing, query: { limit: 2, year: 2023 } }))
    expect([items.length, total, items[0]?.number]).toEqual([2, 5, 3])
  })

  it('refuses what is not there, a year without promises, and content other than what was looked at', async () => {
    expect(await publicationHandlers.prepare(planner, { ...nothing, params: { year: 2023 }, body: { digest: '0'.repeat(64), leaveOut: [] } })).toMatchObject({ refused: 'changed-meanwhile' })
    expect(await prepare([{ key: 'NO-SUCH', reason: '没有这一项' }])).toMatchObject({ refused: 'line-not-published' })
    expect(await publicationHandlers.prepare(planner, { ...nothing, params: { year: 2019 }, body: { digest: '0'.repeat(64), leaveOut: [] } })).toMatchObject({ refused: 'nothing-to-publish' })
    expect(await publicationHandlers.show(leader, { ...nothing, params: { id: v7() } })).toMatchObject({ refused: 'unknown-publication' })
    expect(Object.keys(refusals)).toContain('nothing-public')
    expect(statistician.actor.scopes.has('publication.prepare')).toBe(false)
  })

  it('shows the light that follows from the figures while a person has set another, and says so only to those who work here', async () => {
    const id = value(await handlers.year(planner, { ...nothing, params: { year: 2023 }, query: { q: 'FAI' } })).lines[0]?.id ?? ''
    await leader.write((tx, note) => setOverride(tx, leader, note, { id, unit, thing: 'target' }, { light: 'on-pace', reason: '机密的内部理由', until: '2023-12-31' }))
    const { lines, heldBack } = await draft()
    expect(lines.find(l => l.key === 'FAI-growth')?.light).toBe('slipping')
    expect(heldBack.find(h => h.kind === 'override')?.why.zh).toContain('正常')
    expect(JSON.stringify([lines, heldBack])).not.toContain('机密')
  })

  it('never tells a figure that is not approved or is held back, nor a person, a ground or a note, whatever statuses figures have', async () => {
    const kinds = fc.constantFrom('draft', 'submitted', 'approved', 'published')
    let secret = 700_000
    await fc.assert(fc.asyncProperty(fc.array(fc.record({ code: fc.constantFrom('FAI', 'GDP', 'LIFTS'), status: kinds, month: fc.integer({ min: 1, max: 8 }) }), { minLength: 1, maxLength: 6 }), async given => {
      const made: { value: number; open: boolean }[] = []
      for (const { code, status, month } of given) {
        secret += secret % 10 === 9 ? 2 : 1 // never a number that is another one rounded
        const amount = secret / 1000
        await figure(code, `2023-${String(month).padStart(2, '0')}`, status, code === 'LIFTS' ? { level: amount } : { change: amount })
        made.push({ value: amount, open: status === 'published' || (status === 'approved' && code !== 'GDP') })
      }
      const publication = value(await prepare())
      const row = await planner.read(tx => sql<{ snapshot: unknown }>`select snapshot from plan.publication where id = ${publication.id}`.execute(tx))
      const text = JSON.stringify(Snapshot.parse(row.rows[0]?.snapshot))
      const numbers = new Set(text.match(/\d+(?:\.\d+)?/g))
      expect(made.filter(({ value: amount, open }) => !open && numbers.has(String(amount)))).toEqual([])
      for (const hidden of ['统计员张三', '内部测算底稿', '机密', here.person('statistician'), here.person('planner'), '数据正在核实']) expect(text).not.toContain(hidden)
      await publicationHandlers.takeBack(planner, { ...nothing, params: { id: publication.id }, body: withReason('下一个例子', 1) })
    }), { numRuns: 25, endOnFailure: true })
  }, 60_000)

  it('shows the ledgers that are public by their kind, without the light set by hand, the words of acceptance, or parts that are left out', async () => {
    await write(tx => seedLedgerKinds(tx, planner, tenMatters.ledgers ?? []))
    const target = (await draftLines()).find(line => line.key === 'LIFTS-level')
    const id = value(await handlers.year(planner, { ...nothing, params: { year: 2023 }, query: { q: 'LIFTS' } })).lines[0]?.id ?? ''
    expect(target).toBeDefined()
    const building = value(await handlers.make(planner, { ...nothing, params: { year: 2023 }, body: CommitmentGiven.parse({ kind: 'task', title: '加装电梯办到家门口', dueOn: '2023-12-31', leadUnit: places.finance.id, ground: '部署会' }) }))
    const linked = value(await handlers.link(planner, { ...nothing, params: { id: building.id }, body: { target: id, version: building.version } }))
    await ledgerHandlers.make(planner, { ...nothing, body: { kind: 'ten-matters', span: '2023', title: '2023年十件民生实事', ground: '报告附件', cap: null, commitments: [linked.id], targets: [], fresh: [] } })
    const made = value(await prepare())
    const shown = await planner.read(async tx => (await loadPublication(tx, here.district, made.id))?.snapshot.ledgers ?? [])
    expect(shown.map(ledger => [ledger.title, ledger.matters.map(matter => [matter.label.zh, matter.promises, matter.parts, matter.acceptance])])).toEqual([['2023年十件民生实事', [['加装电梯办到家门口', ['LIFTS-level'], 1, 'none']]]])
    expect(value(await publicationHandlers.show(leader, { ...nothing, params: { id: made.id } })).meanwhile).toEqual([])
    expect(value(await approve(leader, made.id, 1))).toMatchObject({ state: 'public' })
    await ledgerHandlers.addEvidence(planner, { ...nothing, params: { id: shown[0]?.matters[0]?.key ?? '' }, body: { what: '竣工备案', number: '1号', on: '2023-08-01' } })
    expect((await draft()).differences).toMatchObject([{ label: { zh: '加装电梯办到家门口' }, of: ['evidence'] }])
    const without = value(await prepare([{ key: 'LIFTS-level', reason: '数据正在核实' }]))
    expect(await planner.read(async tx => (await loadPublication(tx, here.district, without.id))?.snapshot.ledgers[0]?.matters)).toEqual([])
    await publicationHandlers.takeBack(planner, { ...nothing, params: { id: without.id }, body: withReason('例子结束收回', 1) })
  })

  it('reads again in a later program as it was written', async () => {
    expect(publicationContract.prepare.body.safeParse({ digest: 'x' }).success).toBe(false)
    expect(value(await publicationHandlers.show(leader, { ...nothing, params: { id: first } })).lines.map(l => l.key)).toEqual(['FAI-growth', 'GDP-growth'])
  })
})
