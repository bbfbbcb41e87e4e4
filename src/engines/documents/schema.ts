import { z } from 'zod'

/** A half-open range of UTF-16 code units in the raw text: raw.slice(start, end). */
export const Span = z.object({ start: z.int().min(0), end: z.int().min(0) })
export type Span = z.infer<typeof Span>

/**
 * The raw text without its damage, with the way back. `origin[i]` is the raw offset of `text[i]`, and
 * `origin[text.length]` the raw length. Lines that were wrapped are joined, page furniture is gone, full-width
 * digits and signs are half-width, punctuation between Chinese words is full-width; blocks are separated by one '\n', cells of a table row by one '\t'. Nothing else is changed.
 */
export type CleanText = { readonly text: string; readonly origin: Uint32Array; readonly repairs: readonly Repair[]; readonly notes: readonly Footnote[]; readonly marks: readonly Mark[] }

/**
 * What the raw text showed by marks that the clean text no longer has: bold words, a converter's heading with its
 * level, a list bullet, a row of a table, a line between the title and the address that is no part of the report
 * (`aside`), a break that was put in where the raw text had none (`split`). Offsets are into the clean text.
 */
export type Mark = { readonly kind: 'bold' | 'heading' | 'bullet' | 'row' | 'aside' | 'split'; readonly start: number; readonly end: number; readonly level: number }

/** What was repaired on the way from raw to clean, so that nothing is corrected silently. */
export const Repair = z.object({
  kind: z.enum(['joined-line', 'joined-over-page', 'page-number', 'page-furniture', 'web-furniture', 'footnote-mark', 'footnote-text', 'markdown', 'script-digit', 'full-width', 'table', 'split-one-line', 'stray-space', 'character-form', 'half-width']),
  ...Span.shape,
  /** For kinds that occur hundreds of times: how many, with the span of the first. */
  count: z.int().min(1),
})
export type Repair = z.infer<typeof Repair>

/** `at` is the raw offset of the mark in the body that refers to the note, null where none was found. */
export const Footnote = z.object({ mark: z.string(), text: z.string(), at: z.int().min(0).nullable(), ...Span.shape })
export type Footnote = z.infer<typeof Footnote>

/** What a paragraph speaks of, which decides whether its figures are results or targets and of which period. */
export const PartRole = z.enum(['front', 'results', 'problems', 'outlook', 'targets', 'tasks', 'self-government', 'annex', 'glossary', 'closing', 'unknown'])
export type PartRole = z.infer<typeof PartRole>

export const BlockKind = z.enum(['title', 'heading', 'lead', 'paragraph', 'list-item', 'table-row', 'footnote', 'furniture'])

/** A line of the outline. Spans are into the raw text; `clean` into the clean text. `path` are the ids of the headings above it. */
export const Block = z.object({
  id: z.string(),
  kind: BlockKind,
  role: PartRole,
  /** 0 title, 1 part (一、), 2 group (（一）), 3 lead sentence or sub-heading (1. or bold), null for text. */
  level: z.int().min(0).max(4).nullable(),
  /** Heading or lead sentence without its number; null for running text. */
  heading: z.string().nullable(),
  path: z.array(z.string()),
  ...Span.shape,
  clean: Span,
})
export type Block = z.infer<typeof Block>

/** 工作报告, 计划报告, 半年报告, 预算报告, 规划纲要, other. */
export const PaperKind = z.enum(['work-report', 'plan-report', 'half-year-report', 'budget-report', 'five-year-plan', 'other'])
export type PaperKind = z.infer<typeof PaperKind>

/** The form at the head of an import: filled where the paper says it, null (and asked of the planner) where not. */
export const FrontMatter = z.object({
  title: z.string().nullable(),
  kind: PaperKind,
  body: z.string().nullable(),
  date: z.iso.date().nullable(),
  session: z.string().nullable(),
  speaker: z.string().nullable(),
  /** Name of the area as written: 越秀区, 内蒙古自治区. */
  district: z.string().nullable(),
  /** Year the paper plans for. */
  year: z.int().nullable(),
  /** Period the results part speaks of: 2022, 2023H1. */
  resultsPeriod: z.string().nullable(),
  /** Period the tasks part speaks of: 2023. */
  planPeriod: z.string().nullable(),
  /** Fields above that were inferred rather than read, by name. */
  inferred: z.array(z.string()),
})
export type FrontMatter = z.infer<typeof FrontMatter>

export const FactKind = z.enum(['actual', 'cumulative', 'target', 'rank', 'since-baseline'])
export type FactKind = z.infer<typeof FactKind>

/** How strongly something is promised: 确保 ensure, 完成 complete, 不少于 at-least, 力争 strive, 推进 advance, 探索 explore, or plain. */
export const Strength = z.enum(['ensure', 'complete', 'at-least', 'strive', 'advance', 'explore', 'plain'])
export type Strength = z.infer<typeof Strength>

/** A change: +8.4 %, +2.9 个百分点, 2 倍; against what (同比 by default). */
export const Change = z.object({ value: z.number(), unit: z.string(), base: z.string() })
export type Change = z.infer<typeof Change>

/** One statement read from a paper, in the form that the answer keys use. */
export const Fact = z.object({
  /** Stable within one text: `f` and the start offset, with a letter where several start together. */
  id: z.string(),
  kind: FactKind,
  /** What is counted or measured, as written, made self-standing. */
  name: z.string(),
  period: z.string(),
  /** Level as printed, 万 and 亿 in the unit; the signed rate where only a rate is printed; null where the text gives none. */
  value: z.number().nullable(),
  /** Upper end of a range, value being the lower. */
  upper: z.number().nullable(),
  unit: z.string(),
  hedge: z.string().nullable(),
  change: Change.nullable(),
  rank: z.string().nullable(),
  streak: z.string().nullable(),
  /** 可比, 剔除留抵退税因素后, 分别 1/2, 其中. */
  qualifier: z.string().nullable(),
  /** For targets: operator as the hedge and verb give it, and the strength verb as written. */
  operator: z.enum(['=', '>=', '<=', '~', 'municipality', 'tied', 'pending']).nullable(),
  strength: Strength.nullable(),
  verb: z.string().nullable(),
  /** For `tied` the other indicator, for `municipality` and `pending` the words of the note. */
  reference: z.string().nullable(),
  /** Id of the block it stands in, headings above it in words. */
  block: z.string(),
  section: z.string(),
  ...Span.shape,
  /** 0 to 1; below 0.8 a person must look. */
  certainty: z.number().min(0).max(1),
})
export type Fact = z.infer<typeof Fact>

/** A promise without a figure: finish, start, establish something. */
export const Commitment = z.object({
  id: z.string(),
  verb: z.string(),
  object: z.string(),
  strength: Strength,
  period: z.string(),
  block: z.string(),
  section: z.string(),
  ...Span.shape,
  certainty: z.number().min(0).max(1),
})
export type Commitment = z.infer<typeof Commitment>

/** A word the paper explains, from its glossary, footnotes or a 即 sentence. */
export const Term = z.object({ word: z.string(), meaning: z.string(), ...Span.shape })
export type Term = z.infer<typeof Term>

/** Something a person should look at before it is believed. Shown first in the review. */
export const Doubt = z.object({
  kind: z.enum(['lost-ordinal', 'lost-unit', 'lost-range-dash', 'lost-full-stop', 'lost-subject', 'lost-heading-number', 'lost-quotation-mark', 'cut-off', 'no-front-matter', 'stray-word', 'sum', 'low-certainty', 'unreadable-table', 'other']),
  message: z.object({ zh: z.string(), en: z.string() }),
  fact: z.string().nullable(),
  ...Span.shape,
})
export type Doubt = z.infer<typeof Doubt>

/** What `opendistrict import FILE --json` prints. */
export const Reading = z.object({
  document: FrontMatter,
  outline: z.array(Block),
  facts: z.array(Fact),
  promises: z.array(Commitment),
  glossary: z.array(Term),
  repairs: z.array(Repair),
  doubts: z.array(Doubt),
})
export type Reading = z.infer<typeof Reading>
