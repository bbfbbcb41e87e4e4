import { type CaseType } from '../src/engines/cases/schema.ts'

const name = (zh: string, en: string) => ({ zh, en })

/** A small hotline for tests: three urgencies, two kinds of matter, filing, checking and call-back. */
export const testType: CaseType = {
  key: 'hotline', version: 1, name: name('热线工单', 'Hotline case'), prefix: 'RX',
  fields: [{ key: 'called-at', name: name('来电时间', 'Called at'), input: 'text', required: false, personal: false, asks: 'staff' }],
  categories: [
    {
      key: 'street', name: name('市容', 'Street'), unit: { placeLevel: 'street' }, below: [
        { key: 'rubbish', name: name('暴露垃圾', 'Rubbish'), urgency: 'ordinary', nearMetres: 50, words: ['垃圾', '臭'] },
        { key: 'stall', name: name('占道经营', 'Street stall'), urgency: 'ordinary', limits: { resolve: { n: 4, unit: 'working-hours' } } },
      ],
    },
    { key: 'burst-pipe', name: name('水管爆裂', 'Burst pipe'), unit: { department: 'water' }, urgency: 'urgent', nearMetres: 100 },
  ],
  urgencies: [{ key: 'urgent', name: name('紧急', 'Urgent') }, { key: 'ordinary', name: name('一般', 'Ordinary') }, { key: 'hard', name: name('疑难', 'Hard') }],
  steps: { file: true, sign: true, check: true, callBack: true },
  may: {},
  results: [{ key: 'solved', name: name('已解决', 'Solved') }, { key: 'explained', name: name('已解释', 'Explained') }],
  clocks: [
    { key: 'sign', name: name('签收', 'Sign'), starts: [], stops: ['signed', 'returned', 'voided', 'merged'], restarts: ['dispatched', 'transferred', 'arbitrated'], limit: { '*': { n: 24, unit: 'calendar-hours' }, urgent: { n: 1, unit: 'calendar-hours' } } },
    { key: 'resolve', name: name('办结', 'Resolve'), starts: ['filed', 'checked', 'called-back', 'reopened'], stops: ['answered', 'refused', 'voided', 'merged'], restarts: [], limit: { urgent: { n: 2, unit: 'calendar-hours' }, ordinary: { n: 7, unit: 'calendar-days' }, hard: { n: 15, unit: 'calendar-days' } } },
    { key: 'co', name: name('协办答复', 'Co-unit answers'), starts: [], stops: ['answered', 'voided', 'merged'], restarts: [], perCoUnit: true, limit: { '*': { n: 3, unit: 'working-days' } } },
  ],
  ladders: [
    { clock: 'resolve', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: { n: 1, unit: 'calendar-days' }, to: 'street' }, { after: { n: 2, unit: 'calendar-days' }, to: 'district' }] },
    { clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }] },
  ],
  reopenWithin: { n: 15, unit: 'calendar-days' }, extensions: 1, evidence: 0, onPortal: true,
}
