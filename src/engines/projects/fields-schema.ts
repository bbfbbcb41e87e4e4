import { z } from 'zod'
import { LongText } from '../cases/contract.ts'
import { PlainText } from '../indicators/contract.ts'

const toTheYuan = (value: number) => Math.abs(value * 10_000 - Math.round(value * 10_000)) < 1e-3
const fourDecimals = { error: '金额最多四位小数（精确到元） at most four decimals: to the yuan' }

/** Money in 10 000 yuan (万元), to the yuan. */
export const Money = z.number().min(0).max(100_000_000).refine(toTheYuan, fourDecimals)

/** By how much money becomes more, or less where it is below nought; never by nothing. */
export const MoneyChange = z.number().min(-100_000_000).max(100_000_000).refine(toTheYuan, fourDecimals).refine(value => value !== 0, { error: '增减额不能为0 a change of nought is none' })

export const Key = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/)
export const Words = LongText.min(2)
export const Name = PlainText(120).min(2)
/** Text that may be left empty. */
export const Remark = z.union([z.literal(''), LongText])
