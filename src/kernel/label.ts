import { z } from 'zod'

/** Words a person reads, in both languages. Chinese is written first and is the one that counts. */
export const Label = z.object({ zh: z.string().min(1), en: z.string().min(1) }).readonly()
export type Label = z.infer<typeof Label>

export type Language = keyof Label

/** A number with its noun: 1 day, 3 days. */
export const counted = (n: number, one: string, several = `${one}s`) => `${n} ${n === 1 ? one : several}`
