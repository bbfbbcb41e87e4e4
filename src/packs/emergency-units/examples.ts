/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type CaseStep, type Example } from '../pack.ts'

const fire = { type: 'call-out', category: 'out-fire', fields: { unit: '三眼井社区最小应急单元' }, openedAt: '2025-03-08 23:00' } as const
const out: readonly CaseStep[] = [['2025-03-08 23:00', 'desk', { kind: 'dispatched', lead: 'community', co: [], words: '' }]]
const came: readonly CaseStep[] = [...out, ['2025-03-08 23:02', 'lead', { kind: 'signed' }], ['2025-03-08 23:11', 'lead', { kind: 'contacted', words: '六人到场，灭火器四具' }]]

export const examples: readonly Example[] = [
  {
    kind: 'case', name: { zh: '三分钟接令，一刻钟到场，处置后移交', en: 'Acknowledged in three minutes, there in fifteen, handed over' },
    given: { ...fire, steps: [...came, ['2025-03-08 23:30', 'lead', { kind: 'answered', words: '初期火情已控制，移交消防', result: 'handed-over', evidence: [] }], ['2025-03-08 23:40', 'desk', { kind: 'closed' }]], on: '2025-03-08 23:50' },
    then: { state: 'settled', clocks: { sign: '2025-03-08 23:03 stopped', contact: '2025-03-08 23:15 stopped', resolve: '2025-03-09 03:00 stopped' } },
  },
  {
    kind: 'case', name: { zh: '恰好三分钟确认，不算迟', en: 'Acknowledged in exactly three minutes is in time' },
    given: { ...fire, steps: [...out, ['2025-03-08 23:03', 'lead', { kind: 'signed' }]], on: '2025-03-08 23:04' },
    then: { clocks: { sign: '2025-03-08 23:03 stopped', contact: '2025-03-08 23:15', resolve: '2025-03-09 03:00' } },
  },
  {
    kind: 'case', name: { zh: '三分钟没有确认，立即升级', en: 'Not acknowledged in three minutes: it climbs at once' },
    given: { ...fire, steps: out, on: '2025-03-08 23:04' },
    then: { state: 'dispatched', clocks: { sign: '2025-03-08 23:03 late', contact: '2025-03-08 23:15', resolve: '2025-03-09 03:00' }, ladder: ['sign/1 2025-03-08 23:03 superior', 'sign/2 2025-03-08 23:06 district', 'contact/1 2025-03-08 23:15 superior', 'contact/2 2025-03-08 23:30 district', 'resolve/0 2025-03-09 02:12', 'resolve/1 2025-03-09 03:00 superior'] },
  },
  {
    kind: 'case', name: { zh: '没有到场，不能报处置完成', en: 'Not there yet: nothing can be reported as handled' },
    given: { ...fire, steps: [...out, ['2025-03-08 23:02', 'lead', { kind: 'signed' }]], asked: ['2025-03-08 23:10', 'lead', { kind: 'answered', words: '已处理', result: 'handled', evidence: [] }], on: '2025-03-08 23:10' },
    then: { refused: 'not-yet' },
  },
  {
    kind: 'case', name: { zh: '拉动必须指明应急单元', en: 'A call-out names the unit it calls' },
    given: { type: 'call-out', category: 'drill-unannounced', openedAt: '2025-03-10 10:00', steps: [], on: '2025-03-10 10:00' },
    then: { refused: 'field-needed' },
  },
]
