import { type ReturnVintage } from '../schema.ts'

const order: readonly ReturnVintage[] = ['quick', 'first', 'final']

/** The vintage of what a sheet brings: the form's own at first, one step later with each revision, final from then on. */
export function vintageOf(form: ReturnVintage, round: number): ReturnVintage {
  return order[Math.min(order.indexOf(form) + round - 1, order.length - 1)] ?? 'final'
}
