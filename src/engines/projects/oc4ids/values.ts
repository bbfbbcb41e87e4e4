import { type Day } from '../../../kernel/time.ts'

/** The standard has instants only: a day begins at midnight in Beijing. */
export const midnight = (day: Day) => `${day}T00:00:00+08:00`

/** 10 000 yuan as yuan: whole, since money is kept to the yuan. */
export const yuan = (amount: number) => ({ amount: Math.round(amount * 10_000), currency: 'CNY' })
