import { CaseState, type CaseType, type Happened } from '../../engines/cases/schema.ts'
import { useLanguage } from '../language.tsx'
import { CategoryPath } from '../parts/cases/CategoryPath.tsx'
import { Chain } from '../parts/cases/Chain.tsx'
import { Due } from '../parts/cases/Due.tsx'
import { StateTag } from '../parts/cases/StateTag.tsx'
import { Panel } from '../ui/Panel.tsx'
import style from './StylePage.module.css'

const now = '2026-11-24T02:00:00.000Z'
const end = (day: string) => `2026-11-${day}T15:59:59.999Z`
const deadlines = [
  { at: end('27'), unit: 'working-days' }, { at: end('24'), unit: 'calendar-days' }, { at: '2026-11-24T01:15:00.000Z', unit: 'calendar-hours' }, { at: end('20'), unit: 'working-days' },
  { at: end('27'), unit: 'calendar-days', paused: { unit: 'calendar-days', amount: 3 } }, { at: end('24'), unit: 'calendar-days', stoppedAt: now }, { at: end('20'), unit: 'calendar-days', stoppedAt: now }, { at: '2027-01-05T15:59:59.999Z', unit: 'working-days', known: false },
] as const

const type: CaseType = {
  key: 'hotline', version: 1, name: { zh: '热线工单', en: 'Hotline case' }, prefix: 'RX', fields: [], categories: [], urgencies: [], steps: { file: true, sign: true, check: true, callBack: true }, may: {},
  results: [{ key: 'solved', name: { zh: '已解决', en: 'Solved' } }], clocks: [{ key: 'resolve', name: { zh: '办结', en: 'Resolve' }, starts: [], stops: [], restarts: [], limit: {} }], ladders: [], reopenWithin: null, extensions: 1, evidence: 0, onPortal: true,
}
const by = { person: 'p', name: '林静', unit: 'u' }
const events: readonly Happened[] = [
  { seq: 1, at: end('20'), by: null, event: { kind: 'received', number: 'RX20261120000001', type: 'hotline', version: 1, category: 'rubbish', urgency: 'ordinary', title: '', words: '', place: { unit: null, address: null, point: null }, channel: 'portal', fields: {}, hasReporter: true } },
  { seq: 2, at: end('20'), by, event: { kind: 'dispatched', lead: 'v', co: [], words: '请今日到场' } },
  { seq: 3, at: end('23'), by: null, event: { kind: 'escalated', clock: 'resolve', step: 1, to: 'u', due: end('22'), reason: { zh: '“办结”超时，第1级升级至演示街道办', en: '“Resolve” is over time; step 1 to 演示街道办' } } },
  { seq: 4, at: now, by, event: { kind: 'answered', result: 'solved', words: '垃圾已清，增设两只桶。', evidence: [{ what: '清运记录', reference: '2026-118' }] } },
]

/** The pieces of cases: deadlines, states, a branch of categories, a history. */
export function CasePieces() {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '工单', en: 'Cases' })}>
      <div className={style['stack']}>
        <ul>{[...deadlines, null].map((deadline, i) => <li key={i}><Due deadline={deadline} now={now} /></li>)}</ul>
        <p className={style['acts']}>{CaseState.options.map(state => <StateTag key={state} state={state} />)}</p>
        <p><CategoryPath path={[{ zh: '市容', en: 'Street' }, { zh: '暴露垃圾', en: 'Rubbish' }]} /></p>
        <Chain type={type} events={events} names={{ u: '演示街道办', v: '演示网格' }} />
      </div>
    </Panel>
  )
}
