import { type RefusalTable } from '../refusal-table.ts'
import { fileRefusals } from './domain/file-refusals.ts'

export const refusals = {
  ...fileRefusals,
  'nothing-to-import': { status: 400, zh: '没有收到文件，也没有粘贴的正文。请选择文件或粘贴正文后再提交。', en: 'There was neither a file nor pasted text. Choose a file or paste the text.' },
  'text-too-long': { status: 413, zh: '正文有{length}字，超过单份文件的上限{limit}字。请拆分后再导入。', en: 'The text has {length} characters; one paper may have {limit}. Split it and import the parts.' },
  'too-many-findings': { status: 422, zh: '从文中读出{count}条内容，超过单份文件的上限{limit}条，未导入。请拆分后再导入。', en: '{count} findings were read; one paper may have {limit}. Nothing was imported. Split it and import the parts.' },
  'reading-timed-out': { status: 422, zh: '读取超过{seconds}秒仍未完成，已停止，未导入。请检查文件是否为报告正文，或拆分后再试。', en: 'Reading took longer than {seconds} seconds and was stopped; nothing was imported. Check that the file is a report, or split it.' },
  'reading-failed': { status: 422, zh: '文件无法读取，未导入。文件可能已损坏；请另存为txt或docx后再试，或直接粘贴正文。', en: 'The file could not be read; nothing was imported. It may be damaged: save it as txt or docx, or paste the text.' },
  'reading-busy': { status: 503, zh: '正在读取的文件较多，请稍后再试，文件未导入。', en: 'Too many papers are being read just now; nothing was imported. Try again in a moment.' },
  'already-accepted': { status: 422, zh: '该文件已采纳入账，内容不能再改。如需修改，请先撤回。', en: 'This paper has been accepted into the ledger and can no longer change. Retract it first.' },
  'not-accepted': { status: 422, zh: '该文件尚未采纳，没有可撤回的内容。', en: 'This paper is not accepted; there is nothing to retract.' },
  'was-accepted': { status: 422, zh: '该文件曾被采纳，须保留经过，不能删除。可撤回。', en: 'This paper was once accepted and its history is kept; it cannot be deleted, only retracted.' },
  'front-matter-missing': { status: 422, zh: '表头尚缺：{fields}。请补齐后再采纳。', en: 'The front matter still lacks: {fieldsEn}. Fill it in, then accept.' },
  'doubtful-open': { status: 422, zh: '还有{count}条存疑内容未核对。请先核对，或写明理由将其留下不入账。', en: '{count} doubtful findings are still open. Review them, or leave them out with a reason.' },
  'decided-meanwhile': { status: 409, zh: '{by}已先行处理此条，您的操作没有保存。请核对现值后再决定。', en: '{by} decided this first; what you did was not saved. Compare with what stands now and decide again.' },
  'already-decided': { status: 422, zh: '此条已是该状态，未作改动。', en: 'This finding is already so; nothing was changed.' },
  'not-a-field': { status: 422, zh: '此类内容没有可更正的“{field}”。可更正：{fields}。', en: 'There is no “{field}” to correct here. What can be corrected: {fields}.' },
  'nothing-changed': { status: 422, zh: '更正内容与现值相同，未作改动。', en: 'The correction says what already stands; nothing was changed.' },
  'upper-below-value': { status: 422, zh: '上限{upper}不能小于下限{value}。', en: 'The upper end {upper} cannot be below the lower, {value}.' },
  'nothing-to-undo': { status: 422, zh: '没有可撤销的操作。', en: 'There is nothing of yours to take back.' },
  'undo-overtaken': { status: 409, zh: '上一次操作的内容此后已被他人改动，不能撤销。', en: 'What you did last has been changed by others since; it cannot be taken back.' },
  'not-a-fact': { status: 422, zh: '只有事实才对应指标。', en: 'Only facts speak of indicators.' },
} as const satisfies RefusalTable
