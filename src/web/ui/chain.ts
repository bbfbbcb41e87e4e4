import { createContext } from 'react'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Quantity } from '../../kernel/quantity.ts'
import { type Source } from '../../kernel/source.ts'
import { type Day, type Instant } from '../../kernel/time.ts'

/** A figure that can answer for itself, as it stands on a page. */
export type SourcedFigure = {
  /** What it is the number of: 固定资产投资增速. */
  readonly name: string
  readonly quantity: Quantity
  readonly period: string | null
  readonly source: Source
}

/** One link of the chain behind a figure, nearest first. */
export type ChainLink =
  | { readonly kind: 'source'; readonly source: Source; /** The paper's text around the exact words. */ readonly around?: { readonly before: string; readonly after: string } }
  | { readonly kind: 'return'; readonly unit: string; readonly period: string; readonly signedBy: string; readonly signedAt: Instant }

/** The same figure as it was said at another time. `current` is the one in force. */
export type VintageLine = { readonly id: Id; readonly vintage: Label; readonly quantity: Quantity; readonly saidOn: Day | null; readonly source: Source; readonly current: boolean }

/** The same indicator in other periods. */
export type HistoryPoint = { readonly period: string; readonly value: number | null }

export type FigureChain = SourcedFigure & { readonly links: readonly ChainLink[]; readonly vintages: readonly VintageLine[]; readonly history: readonly HistoryPoint[] }

/** Asks the server for all that is behind a figure; given once for the whole page. Without it a figure tells what it brought along. */
export const ChainLoader = createContext<((figure: Id) => Promise<FigureChain>) | null>(null)
