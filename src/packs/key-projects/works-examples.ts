/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type WorkAct } from '../../engines/projects/works-schema.ts'
import { type Example, type ProjectExample, type ProjectExampleThen } from '../pack.ts'

type Row = readonly [zh: string, en: string, given: ProjectExample, then: ProjectExampleThen]

const works: WorkAct = { kind: 'contract-signed', number: '演示合〔2025〕1号', what: '施工总承包', of: 'works', party: '演示建设集团有限公司', amount: 9000, on: '2025-01-10' }
const change = (by: number): WorkAct => ({ kind: 'contract-changed', number: works.kind === 'contract-signed' ? works.number : '', by, reason: '增加支护工程量', approval: '演示变更〔2025〕2号', on: '2025-03-03' })

const contracts: readonly Row[] = [
  ['合同增加到恰好等于总投资，可以登记', 'Contracts that come to exactly the total investment are taken', { acts: [works, change(1000)], on: '2025-03-31' }, { refused: null, contracts: { now: 10_000, left: 0 } }],
  ['变更后各合同合计超过总投资，不能登记', 'A change by which contracts exceed the total investment is refused', { acts: [works], asked: change(1000.01), on: '2025-03-31' }, { refused: 'contracts-above-total', contracts: { now: 9000, left: 1000 } }],
  ['结算后按结算价计，不再变更', 'Once settled a contract counts by its final account and is changed no more', { acts: [works, { kind: 'contract-closed', number: '演示合〔2025〕1号', account: 8800, on: '2025-03-01' }], asked: change(1), on: '2025-03-31' }, { refused: 'contract-closed-already', contracts: { now: 8800, left: 1200 } }],
]

const planned: WorkAct = { kind: 'land-planned', households: 120, area: 6000, buildings: 0, ground: '征收范围（演示）' }
const told = (on: string, signed: number, cleared: number, area: number): WorkAct => ({ kind: 'land-told', on, signed, cleared, area, demolished: 0, reason: '' })

const land: readonly Row[] = [
  ['120户签约90户、清场60户：签约率75%、清场率50%；没有拆除任务的不算比率', 'Of 120 households 90 signed and 60 cleared: 75 % and 50 %; where nothing is to be torn down there is no rate', { acts: [planned, told('2025-03-01', 90, 60, 3000)], on: '2025-03-31' }, { refused: null, rates: { signed: 0.75, cleared: 0.5, area: 0.5, demolished: null } }],
  ['累计签约比上次少，没有更正理由，不能报', 'Fewer signed than told before, without the reason of a correction: refused', { acts: [planned, told('2025-03-01', 90, 60, 3000)], asked: told('2025-03-20', 89, 60, 3000), on: '2025-03-31' }, { refused: 'land-below-before' }],
  ['清场多于签约，不能报', 'More cleared than signed: refused', { acts: [planned], asked: told('2025-03-20', 10, 11, 0), on: '2025-03-31' }, { refused: 'land-cleared-unsigned' }],
]

const applied = (line: string, on: string): WorkAct => ({ kind: 'approval-applied', line, on, note: '' })
const granted = (line: string, on: string): WorkAct => ({ kind: 'approval-granted', line, on, reference: '演示批〔2025〕8号' })
const both = [applied('project', '2025-03-03'), applied('land', '2025-03-03')]

const approvals: readonly Row[] = [
  ['立项和用地同时申报，各按各的时限', 'Project and land are applied for side by side, each with its own limit', { acts: both, on: '2025-03-10' }, { approvals: { project: 'running 2025-03-10', land: 'running 2025-03-17', planning: 'waiting', environment: 'waiting' } }],
  ['用地预审到期当天不算超时，第二个工作日超时1天', 'Land is not late on the day on which it is due, and by one on the next working day', { acts: both, on: '2025-03-18' }, { approvals: { project: 'running 2025-03-10 late 6', land: 'running 2025-03-17 late 1' } }],
  ['退回补正期间停表，重新申报后接着算', 'While it is with the owner the clock stands still; applied for again it goes on', { acts: [applied('land', '2025-03-03'), { kind: 'approval-returned', line: 'land', on: '2025-03-07', reason: '缺权属证明' }, applied('land', '2025-03-20')], on: '2025-03-28' }, { approvals: { land: 'running 2025-03-28' } }],
  ['前置的用地没有批，规划许可不能申报', 'Land is not granted: the planning permit cannot be applied for', { acts: both, asked: applied('planning', '2025-03-12'), on: '2025-03-31' }, { refused: 'approval-former-open' }],
  ['立项批了，环评和水保可以同时申报，不等用地', 'The project is approved: environment and water may be applied for at once, without waiting for land', { acts: [...both, granted('project', '2025-03-06'), applied('environment', '2025-03-06')], asked: applied('water-soil', '2025-03-06'), on: '2025-03-31' }, { refused: null, approvals: { project: 'granted 2025-03-10', environment: 'running 2025-03-27 late 2', 'water-soil': 'open' } }],
]

const reserved = (on: string, total = 1000) => ({ total, phases: [['reserved', on]] as const })
const started = { total: 2000, phases: [['reserved', '2024-05-01'], ['started', '2025-04-01']] as const }

const library: readonly Row[] = [
  ['储备3个、当年开工2个，恰好1.5倍，总投资也够：接得上', 'Three reserved and two started are exactly one and a half times, and the investment suffices', { library: [started, started, reserved('2025-01-10', 2000), reserved('2025-02-10', 2000), reserved('2025-03-10', 2000)], on: '2025-06-30' }, { library: { moved: { reserved: 0.4, started: 0 }, suffices: [true, true] } }],
  ['个数够、总投资不够：要补充大项目', 'Enough by number and not by investment', { library: [started, reserved('2025-01-10'), reserved('2025-02-10')], on: '2025-06-30' }, { library: { suffices: [true, false] } }],
  ['入库满365天不算超龄，第366天算', 'In the reserve for 365 days is not too long, for 366 it is', { library: [reserved('2024-06-30'), reserved('2024-06-29')], on: '2025-06-30' }, { library: { old: { reserved: 1 }, suffices: [null, null] } }],
]

export const worksExamples: readonly Example[] = [...contracts, ...land, ...approvals, ...library].map(([zh, en, given, then]) => ({ kind: 'project', name: { zh, en }, given, then }))
