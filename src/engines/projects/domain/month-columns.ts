import { fitting, number, text, type Column } from '../../indicators/domain/sheet.ts'
import { type Label } from '../../../kernel/label.ts'
import { Money } from '../fields-schema.ts'
import { Month } from '../schema.ts'

const label = (zh: string, en: string): Label => ({ zh, en })
const amount = number('amount', label('当月完成投资（万元）', 'Done in the month (10,000 yuan)'), true)

/** The sheet on which units tell the investment of a month: a row for a project and a month. */
export const monthColumns = [
  text('code', label('项目编号', 'Code'), 40, true),
  text('name', label('项目名称', 'Name'), 120),
  fitting('month', label('月份', 'Month'), label('月份，如 2025-03', 'a month such as 2025-03'), cell => (Month.safeParse(cell).success ? cell : undefined), true),
  { ...amount, expect: label('不小于零的金额，单位万元，最多四位小数', 'an amount not below nought in 10,000 yuan, with at most four decimals'), read: cell => { const value = amount.read(cell); return Money.safeParse(value).success ? value : undefined } },
  text('note', label('说明', 'Note'), 500),
] as const satisfies readonly Column[]
