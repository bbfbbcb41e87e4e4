import { type RefusalTable } from '../refusal-table.ts'

export const refusals = {
  'indicator-code-taken': { status: 422, zh: '代码{code}已用于“{name}”。请换一个代码，尚未保存。', en: 'The code {code} is taken by “{name}”. Choose another; nothing was saved.' },
  'name-of-another': { status: 422, zh: '“{name}”已是{code}的名称。如确需两处使用，请注明适用范围；尚未保存。', en: '“{name}” already names {code}. If both need it, say in which scope it holds; nothing was saved.' },
  'own-name': { status: 422, zh: '“{name}”正是本指标的名称或别名。请先删除别名；尚未保存。', en: '“{name}” is a name of this very indicator. Remove the alias first; nothing was saved.' },
  'formula-circle': { status: 422, zh: '公式最终引用了指标自身，无法计算。请改用其他指标；尚未保存。', en: 'The formula comes back to the indicator itself. Use others; nothing was saved.' },
  'other-measure': { status: 422, zh: '“{unit}”与指标的计量单位“{expected}”不同，不能混用。请换算后再填；尚未保存。', en: '“{unit}” is another measure than “{expected}”, in which this indicator is kept. Convert it first; nothing was saved.' },
  'nothing-said': { status: 422, zh: '数值、变动、位次至少填一项；尚未保存。', en: 'Give a value, a change or a rank; nothing was saved.' },
  'already-replaced': { status: 422, zh: '该数值已被后来的更正取代。请对最新的数值提出更正；尚未保存。', en: 'A later correction has replaced this figure. Correct the newest one; nothing was saved.' },
  'wrong-step': { status: 422, zh: '数值现为“{zh}”，不能办理这一步。请刷新后核对。', en: 'The figure is “{en}”; this step cannot follow. Reload and compare.' },
  'reason-needed': { status: 422, zh: '退回须写明理由，以便填报人修改。', en: 'Say why it is returned, so that whoever entered it can mend it.' },
  'already-promised': { status: 422, zh: '这一指标、单位、时期和方面的目标已有一条。请在原目标上“调整”，历次表述都会保留。', en: 'There is a target for this indicator, unit, period and aspect already. Restate that one; everything said of it is kept.' },
  'value-needed': { status: 422, zh: '请填目标值；由市下达、与其他指标同步或待定的，请改选相应算符。', en: 'Give the value, or choose “set by the municipality”, “tied” or “pending”.' },
  'tied-to-what': { status: 422, zh: '请指明与哪项指标同步，或照录文件原话。', en: 'Say which indicator it is tied to, or give the words of the paper.' },
  'override-over': { status: 422, zh: '截止日{until}已过，调灯不会生效。请填今天或以后的日期。', en: 'The day {until} has passed, so the override would not hold. Choose today or later.' },
  'override-too-long': { status: 422, zh: '人工调灯最长{most}天，期满自动恢复。请缩短期限。', en: 'An override holds for at most {most} days and then ends by itself. Shorten it.' },
  'no-override': { status: 422, zh: '目前没有生效的人工调灯。', en: 'No override is in force.' },
  'same-indicator': { status: 422, zh: '一项指标不能并入自身。', en: 'An indicator cannot be merged into itself.' },
  'file-missing': { status: 400, zh: '没有收到文件。请选择CSV或xlsx文件后再提交。', en: 'No file came. Choose a CSV or xlsx file and send it again.' },
  'sheet-unreadable': { status: 422, zh: '无法读取“{file}”。请另存为xlsx或UTF-8编码的CSV后再试；没有写入任何数据。', en: '“{file}” cannot be read. Save it as xlsx or as CSV in UTF-8 and try again; nothing was written.' },
  'sheet-too-large': { status: 413, zh: '表格超过{most}行或内容过大，请拆分后再导入；没有写入任何数据。', en: 'The sheet has more than {most} rows or is too large. Split it; nothing was written.' },
  'too-many-rows': { status: 422, zh: '符合条件的数值超过{most}条，请缩小范围后再导出。', en: 'More than {most} figures fit. Narrow the choice and export again.' },
} as const satisfies RefusalTable
