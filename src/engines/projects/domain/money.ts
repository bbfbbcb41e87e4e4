/** Money in 10 000 yuan, to the yuan: what adding and sharing leave of a fraction is taken off. */
export const toYuan = (amount: number): number => Math.round(amount * 10_000) / 10_000

export const sumToYuan = (amounts: readonly number[]): number => toYuan(amounts.reduce((sum, amount) => sum + amount, 0))
