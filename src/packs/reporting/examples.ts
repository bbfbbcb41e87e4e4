/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type Example } from '../pack.ts'

export const examples: readonly Example[] = [
  {
    kind: 'return', name: { zh: '月报填全、没有异常，可以直接报送，累计由系统算出', en: 'A monthly return that is full and unremarkable may be submitted; the running total is worked out' },
    given: { form: 'DEPT-MONTH', period: '2026-10', typed: { LIFTS: 24, 'HOUSING-AREA-SOLD': 3.1 }, lastPeriod: { LIFTS: 22, 'HOUSING-AREA-SOLD': 2.9 }, lastYear: { 'HOUSING-AREA-SOLD': 2.5 }, before: { 'LIFTS/to-date': 196 } },
    then: { findings: [], values: { 'LIFTS/to-date': 220, 'HOUSING-AREA-SOLD/growth': 24 }, dueOn: '2026-11-06' },
  },
  {
    kind: 'return', name: { zh: '比上期多一倍以上，提示但可说明理由；负数是错误', en: 'More than half above last period is a warning that may be answered; a negative number is an error' },
    given: { form: 'DEPT-MONTH', period: '2026-09', typed: { LIFTS: 45, 'CAR-PARKS': -1 }, lastPeriod: { LIFTS: 22 } },
    then: { findings: [{ row: 'LIFTS', grade: 'warning', zh: '本期45台，上期22台，增加104.5%，超过50%。' }, { row: 'CAR-PARKS', grade: 'error', zh: '填报-1个，不应低于0个。' }], dueOn: '2026-10-13' },
  },
  {
    kind: 'return', name: { zh: '正好增加一半，不提示', en: 'Exactly half more is not a warning' },
    given: { form: 'DEPT-MONTH', period: '2026-10', typed: { LIFTS: 33 }, lastPeriod: { LIFTS: 22 } },
    then: { findings: [] },
  },
  {
    kind: 'return', name: { zh: '区级合计与各街道不符，不能报送', en: 'A district total that differs from its streets cannot be submitted' },
    given: { form: 'STREET-MONTH', period: '2026-10', typed: { 'JOB-FAIRS-NEARBY': 30, 'CULTURE-EVENTS': 118 }, below: { 'JOB-FAIRS-NEARBY': 31, 'CULTURE-EVENTS': 118 } },
    then: { findings: [{ row: 'JOB-FAIRS-NEARBY', grade: 'error', zh: '下级18个单位合计31场，本单位填报30场，相差1场。' }], dueOn: '2026-11-04' },
  },
  {
    kind: 'return', name: { zh: '累计数不能减少，比例不能超过100%', en: 'A running total never falls, a share never passes 100 %' },
    given: { form: 'LIVELIHOOD-QUARTER', period: '2026Q3', typed: { 'SCHOOL-PLACES/to-date': 4800, 'HEALTH-RECORDS': 100.5 }, lastPeriod: { 'SCHOOL-PLACES/to-date': 5000 } },
    then: { findings: [{ row: 'SCHOOL-PLACES/to-date', grade: 'error', zh: '累计4800个，低于上期累计的5000个；累计数不应减少。' }, { row: 'HEALTH-RECORDS', grade: 'error', zh: '填报100.5%，不应高于100%。' }], dueOn: '2026-10-16' },
  },
  {
    kind: 'return', name: { zh: '周调度表遇春节，顺延到节后第一个工作日', en: 'A weekly sheet that falls into Spring Festival is due on the first working day after it' },
    given: { form: 'ECONOMY-WEEK', period: '2026W07', typed: { PROMOTIONS: 6, 'TRADE-IN-SALES': 0.4 } },
    then: { findings: [], dueOn: '2026-02-24' },
  },
]
