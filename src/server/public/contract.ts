/** What the public pages show, as the server hands it to what draws them. Only what is public is in here. */
import { type District } from '../../kernel/id.ts'
import { type Label, type Language } from '../../kernel/label.ts'
import { type Light } from '../../kernel/light.ts'
import { type Day, type Instant } from '../../kernel/time.ts'
import { type CasePage } from '../../engines/cases/portal/contract.ts'
import { type PublicLine } from '../../engines/plan/domain/publication/publication.ts'
import { type PublicLedger } from '../../engines/plan/domain/publication/public-matter.ts'
import { type PublicField } from '../../engines/plan/domain/publication/fields.ts'

/** Two sizes of text; the large one also has larger targets. */
export type TextSize = 'plain' | 'large'

/** A publication by its number in its year, and the day on which it became public. */
export type IssueTold = { readonly year: number; readonly number: number; readonly day: Day }

/** How a promise stood in an earlier publication, or in another year. */
export type StoodTold = IssueTold & { readonly light: Light; readonly figure: number | null; readonly period: string | null; readonly unit: string; readonly href: string }

export type PublicFrame = {
  readonly district: { readonly code: District; readonly name: Label }
  readonly language: Language
  readonly text: TextSize
  /** Address of the year's page of the publication that is read; where no year is, of the district. */
  readonly base: string
  /** Address of the district's public pages. */
  readonly home: string
  /** This page's own address without language and size, to which the switches add theirs. */
  readonly here: string
  /** Address of the style sheet. */
  readonly style: string
  /** The publication that is read, and whether a later one of its year is public. */
  readonly issue: (IssueTold & { readonly on: Day; readonly latest: boolean }) | null
  /** Said over the page where it is not what the public reads: a preview before approval. */
  readonly preview: boolean
  /** Is this the demonstration, where people and some figures are made up? */
  readonly demonstration: boolean
}

export type PublicFilter = { readonly q: string; readonly light: Light | null; readonly page: number }

/** A file of the open data: what it is and how large. */
export type PublicFile = { readonly name: string; readonly label: Label; readonly type: string; readonly bytes: number; readonly href: string }

export type PublicPage =
  | { readonly kind: 'year'; readonly year: number; readonly years: readonly number[]; readonly issues: readonly IssueTold[]; readonly counts: Readonly<Record<Light, number>>; readonly total: number; readonly filter: PublicFilter; readonly found: number; readonly pages: number; readonly lines: readonly PublicLine[] }
  | { readonly kind: 'line'; readonly line: PublicLine; readonly stood: readonly StoodTold[]; readonly otherYears: readonly StoodTold[] }
  | { readonly kind: 'matters'; readonly year: number; readonly ledgers: readonly PublicLedger[]; readonly names: Readonly<Record<string, Label>>; readonly lines: readonly PublicLine[] }
  | { readonly kind: 'data'; readonly files: readonly PublicFile[]; readonly fields: readonly Pick<PublicField, 'name' | 'label'>[]; readonly catalogue: readonly Pick<PublicFile, 'name' | 'href'>[] }
  | { readonly kind: 'help' }
  | CasePage
  /** Nothing is public yet, of the district or of the year. */
  | { readonly kind: 'nothing-yet'; readonly year: number | null; readonly years: readonly number[] }
  | { readonly kind: 'withdrawn'; readonly withdrawn: IssueTold; readonly latest: IssueTold | null }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'too-often' }
  | { readonly kind: 'fault'; readonly number: string; readonly at: Instant }

export type PublicView = { readonly frame: PublicFrame; readonly page: PublicPage }

/** What the built pages offer to the server: the style sheet, and a page as HTML from what it shows. */
export type Portal = { readonly style: string; readonly page: (view: PublicView) => string }
