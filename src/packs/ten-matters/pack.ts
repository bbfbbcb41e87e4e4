import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

const matters: LedgerKindGiven = {
  key: 'ten-matters',
  name: { zh: '十件民生实事', en: 'The ten livelihood matters' },
  what: { zh: '每年向人民代表大会承诺的十件民生实事：一项一目标、一单位、一佐证、一验收', en: 'Ten promises a year to the congress, each with target, unit, evidence and acceptance' },
  line: { zh: '事项', en: 'Matter' },
  span: 'year', of: 'commitment', expected: 10, capped: false, onePerSpan: true,
  needs: ['measure', 'lead', 'evidence', 'acceptance'],
  // Ours: the reports say that the ten matters were done, and not who found so. Whoever supervises is never whoever leads.
  acceptance: [{ name: { zh: '督查验收', en: 'Acceptance by the supervisors' }, roles: ['supervisor'] }],
  judged: 'worst', public: true,
  columns: ['lead', 'evidence', 'acceptance'],
  annex: ['民生实事'],
  evaluatedInYear: null,
}

export const tenMatters: Pack = {
  id: 'ten-matters',
  version: 1,
  name: { zh: '十件民生实事', en: 'Ten livelihood matters' },
  what: { zh: '从报告附件立账，逐项看目标、数值、佐证和验收；数值到了还须验收才算完成', en: 'A ledger made from the annex of a report: target, figure, evidence and acceptance of each matter; done only once accepted' },
  origins: [{ document: '越秀区2021年政府工作报告', section: '一（五）、三（五）、附件1' }],
  systems: [{ id: 'S190', example: '数值全部达到并经督查验收，才算完成', page: '/public/matters' }],
  ledgers: [matters],
  words: [
    { zh: '佐证材料', en: 'evidence', meaning: { zh: '证明一项事项已办的文号或文件；照片不是必须的', en: 'A document number or a file that proves a matter done; a photo is not required' } },
    { zh: '验收', en: 'acceptance', meaning: { zh: '由不承办该事项的单位确认已办成；可部分通过，可不通过', en: 'Confirmation by somebody who does not lead the matter that it is done; in part, or not at all' } },
  ],
  examples,
}
