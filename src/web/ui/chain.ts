import { createContext } from 'react'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Quantity } from '../../kernel/quantity.ts'
import { type Source } from '../../kernel/source.ts'
import { type Day } from '../../kernel/time.ts'

/** A figure that can answer for itself, as it stands on a page. */
export type SourcedFigure = {
  /** What it is the number of: 固定资产投资增速. */
  readonly name: string
  /** Null where only words are said: a target that the municipality sets. */
  readonly quantity: Quantity | null
  /** Stands in place of the number: 增长10%以上. */
  readonly words?: string
  readonly period: string | null
  readonly source: Source
  /** Further sources: what was said of it before, or the other figures it was worked out from. */
  readonly also?: readonly Source[]
}

/** One link of the chain behind a figure, nearest first. */
export type ChainLink = { readonly kind: 'source'; readonly source: Source }

/** The same figure as it was said at another time. `current` is the one that was opened. */
export type VintageLine = { readonly id: Id; readonly vintage: Label; readonly quantity: Quantity; readonly saidOn: Day | null; readonly source: Source; readonly current: boolean }

/** The same indicator in other periods. */
export type HistoryPoint = { readonly period: string; readonly value: number | null }

/** `quantity` is null where only a rank was said. */
export type FigureChain = SourcedFigure & {
  readonly links: readonly ChainLink[]
  readonly vintages: readonly VintageLine[]
  readonly history: readonly HistoryPoint[]
}

/** The words of a paper with what stands around them. */
type Passage = { readonly before: string; readonly words: string; readonly after: string }

/** A doubt of the checks that nobody has settled. */
export type OpenDoubt = { readonly id: Id; readonly words: Label }

/** How a figure's chain and a paper's passage are got; the style page puts invented ones in their place. */
export type ChainLoading = {
  readonly chain: (figure: Id, unit: string | null, signal: AbortSignal) => Promise<FigureChain>
  readonly passage: (document: Id, start: number, end: number, signal: AbortSignal) => Promise<Passage>
  /** Open doubts that rest on what was opened: a finding of a paper, or a figure of the ledger. */
  readonly doubts: (on: { readonly finding: Id | null; readonly figure: Id | null }, signal: AbortSignal) => Promise<readonly OpenDoubt[]>
}

/** Asks the server; how is fetched when the first figure is opened. */
const fromServer: ChainLoading = {
  chain: async (...asked) => (await import('./load-chain.ts')).loadChain.chain(...asked),
  passage: async (...asked) => (await import('./load-chain.ts')).loadChain.passage(...asked),
  doubts: async (...asked) => (await import('./load-chain.ts')).loadChain.doubts(...asked),
}

export const ChainLoader = createContext(fromServer)
