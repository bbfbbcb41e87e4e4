import { type Figure } from '../schema.ts'

/** A figure as derivation and pace need it, without its source. `inputs`: the figures a formula worked it out from, which then have no figure of this id. */
export type Said = Pick<Figure, 'id' | 'period' | 'vintage' | 'basis' | 'level' | 'change' | 'qualifier' | 'status' | 'saidOn' | 'at'> & { readonly inputs?: readonly Figure['id'][] }

const rankOfVintage = { final: 3, first: 2, quick: 1, published: 1 } as const

/** Of figures that say the same thing, the one that counts: the later vintage, then the later day on which it was said. */
export function inForce<F extends Pick<Said, 'vintage' | 'saidOn' | 'at'>>(figures: readonly F[]): F | null {
  const [first, ...rest] = figures
  return first === undefined ? null : rest.reduce((best, f) => (later(f, best) ? f : best), first)
}

function later(a: Pick<Said, 'vintage' | 'saidOn' | 'at'>, b: Pick<Said, 'vintage' | 'saidOn' | 'at'>): boolean {
  if (rankOfVintage[a.vintage] !== rankOfVintage[b.vintage]) return rankOfVintage[a.vintage] > rankOfVintage[b.vintage]
  if (a.saidOn !== b.saidOn) return (a.saidOn ?? '') > (b.saidOn ?? '')
  return a.at > b.at
}
