/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { oneOf, usualList, words } from '../ledger-kind.ts'
import { type Pack } from '../pack.ts'

const list: LedgerKindGiven = {
  key: 'inspections',
  name: { zh: '督查检查考核事项清单', en: 'List of inspections and appraisals' },
  what: { zh: '全年对街道和部门的督查检查考核一张清单，总数有上限，清单之外不得开展', en: 'One list of the year’s inspections and appraisals of streets and departments, with a cap; none outside it' },
  line: { zh: '检查考核', en: 'Inspection' },
  span: 'year', of: 'commitment', expected: null, capped: true, onePerSpan: true,
  needs: ['lead'], acceptance: [], judged: 'share-done', public: false,
  columns: ['lead', 'due', 'evidence'], annex: [], evaluatedInYear: null,
  particulars: [
    words('examined', '检查对象', 'Who is examined'),
    // Grades are the usual ones of appraisals; no paper at hand lists them.
    oneOf('grade', '结果等次', 'Grade of the result', [['excellent', '优秀', 'Excellent'], ['good', '良好', 'Good'], ['pass', '合格', 'Pass'], ['fail', '不合格', 'Fail'], ['ungraded', '不评等次', 'Not graded']]),
    words('use', '结果运用', 'Use of the result'),
  ],
}

const commendations: LedgerKindGiven = {
  ...usualList,
  key: 'commendations',
  name: { zh: '督查激励台账', en: 'Commendations' },
  what: { zh: '上级督查激励和通报表扬：哪项工作、哪一级、什么名次、怎样运用，按级别小计', en: 'What work was commended by which level, with what place and what came of it; counted by level' },
  line: { zh: '获激励工作', en: 'Work commended' },
  span: 'year', needs: ['lead', 'particulars'], columns: ['lead', 'evidence'],
  groupBy: 'level',
  particulars: [
    oneOf('level', '级别', 'Level', [['state', '国家', 'State'], ['province', '省', 'Province'], ['city', '市', 'Municipality'], ['district', '区', 'District']], true),
    words('award', '激励名称', 'Commendation', true),
    words('place', '名次、等次', 'Place or grade'),
    words('use', '结果运用', 'Use of it'),
  ],
}

export const inspections: Pack = {
  id: 'inspections',
  version: 1,
  name: { zh: '督查检查考核清单', en: 'Inspections and appraisals' },
  what: { zh: '统筹全年督查检查考核：一张清单、一个上限，结果有等次、有运用；上级督查激励单独立账', en: 'The year’s inspections on one list, under one cap, with their results; commendations from above in a ledger of their own' },
  origins: [{ document: '越秀区2021年政府工作报告：统筹督查检查考核事项', section: '三（六）' }, { document: '越秀区2023年计划报告：质量强区、商事登记改革、养老服务获市政府督查激励', section: '一（二）、一（三）、一（五）' }],
  systems: [{ id: 'S259', example: '清单已满，不能再加；要么合并，要么凭文件调整上限', page: '/ledgers' }],
  ledgers: [list, commendations],
  words: [{ zh: '督查检查考核事项清单', en: 'list of inspections and appraisals', meaning: { zh: '全年对基层的督查检查考核，列入清单才能开展，总数不超过上限', en: 'The year’s checks on units below; only what is listed may be held, and no more than the cap' } }, { zh: '督查激励', en: 'commendation', meaning: { zh: '上级督查后对真抓实干、成效明显的工作给予的表扬和政策奖励', en: 'Commendation from above, with its advantages, for work that an inspection found well done' } }],
  examples: [
    {
      kind: 'ledger', name: { zh: '清单已满，不能再加；要么合并，要么凭文件调整上限', en: 'The list is full: nothing is added beyond the cap' },
      given: { ledger: 'inspections', span: '2025', on: '2025-03-01', cap: 2, lines: [{ parts: [{ share: null }] }, { parts: [{ share: null }] }], asked: { what: 'add', lines: 1 } },
      then: { refused: 'cap-reached' },
    },
    {
      kind: 'ledger', name: { zh: '恰好加到上限，可以', en: 'Exactly up to the cap is allowed' },
      given: { ledger: 'inspections', span: '2025', on: '2025-03-01', cap: 2, lines: [{ parts: [{ share: null }] }], asked: { what: 'add', lines: 1 } },
      then: { refused: null },
    },
    {
      kind: 'ledger', name: { zh: '一年过半，四项完成两项，符合进度', en: 'Two of four done at mid-year: on pace' },
      given: { ledger: 'inspections', span: '2025', on: '2025-06-30', cap: 5, lines: [{ parts: [{ share: 1 }] }, { parts: [{ share: 1 }] }, { parts: [{ share: 0 }] }, { parts: [{ share: null }] }] },
      then: { whole: 'on-pace' },
    },
    {
      kind: 'ledger', name: { zh: '检查结束，登记结果等次和运用', en: 'An inspection is over: its grade and what came of it are told' },
      given: { ledger: 'inspections', span: '2025', on: '2025-06-30', cap: 5, lines: [{ parts: [{ share: 1 }] }], asked: { what: 'tell', onDay: '2025-06-30', values: { grade: 'good', use: '纳入年度绩效' } } },
      then: { refused: null },
    },
    {
      kind: 'ledger', name: { zh: '等次不在清单内，列出可填的等次', en: 'A grade that there is not is refused' },
      given: { ledger: 'inspections', span: '2025', on: '2025-06-30', cap: 5, lines: [{ parts: [{ share: 1 }] }], asked: { what: 'tell', onDay: '2025-06-30', values: { grade: '第一' } } },
      then: { refused: 'column-choice' },
    },
    {
      kind: 'ledger', name: { zh: '三项市级激励、一项省级激励，分级小计', en: 'Commendations stand by their level' },
      given: { ledger: 'commendations', span: '2022', on: '2022-12-31', lines: ['city', 'province', 'city', 'city'].map(level => ({ parts: [{ share: 1 }], told: [{ onDay: '2022-12-31', values: { level, award: '督查激励' } }] })) },
      then: { groups: ['province', 'city'], whole: 'done' },
    },
  ],
}
