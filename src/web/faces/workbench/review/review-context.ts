import { createContext, use } from 'react'
import { type FindingMatch, type Paper } from '../../../../engines/documents/contract.ts'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Span } from '../../../../engines/documents/schema.ts'
import { type Desk } from './use-desk.ts'

/** A place of the raw text that was asked to be shown; `n` counts the askings, so that the same place can be asked for again. */
export type Look = Span & { readonly n: number }

/** Everything the parts of the review page share. */
export type Review = {
  readonly paper: Paper
  readonly findings: readonly Finding[]
  /** Those that the filters let through, in the order of the list. */
  readonly shown: readonly Finding[]
  readonly matches: ReadonlyMap<string, FindingMatch> | null
  readonly selected: Finding | null
  /** Selects a finding by its key and shows its words. `focus` takes the keyboard along to the list. */
  readonly select: (key: string, how?: { readonly focus?: boolean }) => void
  readonly focusAsked: number
  readonly look: Look | null
  readonly lookAt: (span: Span) => void
  readonly desk: Desk
  /** May findings be decided now: by this person, in this state of the paper? */
  readonly mayReview: boolean
  readonly mayAccept: boolean
  readonly editing: boolean
  readonly edit: (open: boolean) => void
}

export const ReviewOf = createContext<Review | null>(null)

export function useReview(): Review {
  const review = use(ReviewOf)
  if (!review) throw new Error('useReview outside the review page')
  return review
}
