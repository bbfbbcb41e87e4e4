/* oxlint-disable unicorn/no-thenable -- given and then are the words of an example, which is data and never awaited */
import { type LedgerKind } from '../../engines/plan/ledgers/schema.ts'
import { type Pack } from '../pack.ts'

const list: LedgerKind = {
  key: 'inspections',
  name: { zh: '督查检查考核事项清单', en: 'List of inspections and appraisals' },
  what: { zh: '全年对街道和部门的督查检查考核一张清单，总数有上限，清单之外不得开展', en: 'One list of the year’s inspections and appraisals of streets and departments, with a cap; none outside it' },
  line: { zh: '检查考核', en: 'Inspection' },
  span: 'year', of: 'commitment', expected: null, capped: true, onePerSpan: true,
  needs: ['lead'], acceptance: [], judged: 'share-done', public: false,
  columns: ['lead', 'due', 'evidence'], annex: [], evaluatedInYear: null,
}

export const inspections: Pack = {
  id: 'inspections',
  version: 1,
  name: { zh: '督查检查考核清单', en: 'Inspections and appraisals' },
  what: { zh: '统筹全年督查检查考核：一张清单、一个上限', en: 'The year’s inspections on one list, under one cap' },
  origins: [{ document: '越秀区2021年政府工作报告', section: '三（六）' }],
  systems: [{ id: 'S259', example: '清单已满，不能再加；要么合并，要么凭文件调整上限', page: '/ledgers', extent: { zh: '清单、上限和完成情况；考核结果的运用和激励还没有', en: 'List, cap and completion; not yet results and awards' } }],
  ledgers: [list],
  words: [{ zh: '督查检查考核事项清单', en: 'list of inspections and appraisals', meaning: { zh: '全年对基层的督查检查考核，列入清单才能开展，总数不超过上限', en: 'The year’s checks on units below; only what is listed may be held, and no more than the cap' } }],
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
  ],
}
