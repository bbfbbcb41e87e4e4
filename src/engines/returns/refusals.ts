import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {
  'sheet-step': { status: 422, zh: '填报表现为“{zh}”，不能办理这一步。请刷新后核对。', en: 'The sheet is {en}; this step cannot follow. Reload and compare.' },
  'row-not-asked': { status: 422, zh: '填报项“{row}”不由本单位填写：表中没有、由系统推算，或另一张报表已经报过。未作改动。', en: 'The row “{row}” is not asked of this unit: the form lacks it, it is worked out, or another form brought it already. Nothing was changed.' },
  'row-locked': { status: 422, zh: '锁定后的修订只能改已重开的填报项，“{row}”没有重开。未作改动。', en: 'A revision changes only the cells that were reopened; “{row}” was not. Nothing was changed.' },
  'cell-changed-meanwhile': { status: 409, zh: '“{row}”已由{by}改为{value}，您填的数尚未保存。请核对后决定保留哪一个。', en: '{by} changed “{row}” to {value} meanwhile; what you typed was not saved. Compare and decide which to keep.' },
  'finding-gone': { status: 409, zh: '这条提示所比较的数已经变了，理由没有保存。请按现在的提示处理。', en: 'The numbers behind this finding have changed; the reason was not saved. Look at what is found now.' },
  'error-not-answered': { status: 422, zh: '错误须改正，不能以理由代替：{zh}', en: 'An error must be mended; a reason does not do: {en}' },
  'findings-open': { status: 422, zh: '还有{count}处未处理，不能报送。第一处：{zh}已填内容都已保存。', en: '{count} findings are still open, so the sheet cannot be submitted. The first: {en} What you entered is kept.' },
  'below-not-approved': { status: 422, zh: '下级还有{count}个单位未审核：{units}。待其审核后再报送；已填内容都已保存。', en: '{count} units below have not had theirs approved: {units}. Submit when they have; what you entered is kept.' },
  'own-submission': { status: 422, zh: '报送人不能审核或核收自己报送的表，请由另一位有权限的同志办理。', en: 'Whoever submitted a sheet may not approve or accept it. Somebody else who is entitled has to.' },
  'form-code-taken': { status: 422, zh: '报表代码“{code}”已用于“{name}”。未作改动。', en: 'The code “{code}” is taken by “{name}”. Nothing was changed.' },
  'form-unknown-code': { status: 422, zh: '指标台账中没有代码“{code}”，请先在台账中建立这项指标。未作改动。', en: 'The register has no code “{code}”; add the indicator first. Nothing was changed.' },
  'form-without-formula': { status: 422, zh: '指标“{code}”没有计算公式，不能作为推算项。未作改动。', en: 'The indicator “{code}” has no formula, so its row cannot be worked out. Nothing was changed.' },
  'form-unknown-counter': { status: 422, zh: '系统没有“{counter}”这项计数。未作改动。', en: 'The program keeps no count called “{counter}”. Nothing was changed.' },
  'form-version-not-later': { status: 422, zh: '新版本须晚于现行版本的启用日{from}。未作改动。', en: 'A new version must hold from a later day than {from}. Nothing was changed.' },
  'nobody-fills': { status: 422, zh: '这张报表没有填报单位，请检查填报范围或指标的责任单位。未作改动。', en: 'No unit fills this form; look at its units or at who keeps the indicators. Nothing was changed.' },
  'period-not-of-form': { status: 422, zh: '“{period}”不是这张报表的报送期，或报表当时尚未启用。未开表。', en: '“{period}” is no period of this form, or the form did not hold then. Nothing was opened.' },
  'period-not-over': { status: 422, zh: '这一期到{to}才结束，结束后方可开表。', en: 'The period ends on {to}; its sheets open after that.' },
  'no-open-sheet': { status: 404, zh: '找不到这个单位、这一期的填报表：尚未开表，或报表、单位、时期有误。', en: 'There is no sheet of this form for this unit and period: it is not open yet, or one of the three is wrong.' },
} as const satisfies RefusalTable
