import { type Import, type RowOutcome } from '../../../../../engines/cases/transfer/import-contract.ts'
import { type Label } from '../../../../../kernel/label.ts'

export const outcomeWords = {
  unchecked: { zh: '未试算', en: 'Not checked' }, new: { zh: '可导入', en: 'To be opened' }, wrong: { zh: '需改正', en: 'To be mended' }, there: { zh: '已在系统中', en: 'Here already' },
  opened: { zh: '已登记', en: 'Opened' }, voided: { zh: '已撤回', en: 'Taken back' },
} as const satisfies Record<RowOutcome, Label>

export const importStates = {
  uploaded: { zh: '已上传，待试算', en: 'Brought, not checked' }, checked: { zh: '已试算，待导入', en: 'Checked, not finished' }, done: { zh: '已导入', en: 'Imported' }, undone: { zh: '已撤回', en: 'Taken back' },
} as const satisfies Record<Import['state'], Label>

export const rowsIn = (counts: Import['counts']) => Object.values(counts).reduce((sum, n) => sum + n, 0)
