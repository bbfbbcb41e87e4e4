import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'

export type Option = { readonly value: string; readonly label: Label }

/** A field of a form as data. What may be left empty says so in its hint. */
export type FieldSpec = {
  readonly key: string
  readonly label: Label
  readonly input: 'text' | 'long' | 'day' | 'amount' | 'choice' | 'unit' | 'project' | 'evidence'
  readonly hint?: Label
  readonly options?: readonly Option[]
  readonly initial?: string
}

export type Values = Readonly<Record<string, string>>
export type Shown = { readonly view: ProjectView; readonly rules: ProjectRules; readonly today: string }

/** A form by which somebody acts on a project: its fields, and the act that their values make; an act that does not fit is not offered to be sent. */
export type ActForm = {
  readonly key: string
  readonly may: 'edit' | 'tell' | 'override' | 'visit'
  /** Offered by a panel of the page, and not in the menu. */
  readonly panel?: 'contracts' | 'land' | 'approvals'
  readonly title: Label
  readonly act: Label
  /** Filled in outdoors, on a telephone: with targets for a thumb. */
  readonly large?: boolean
  /** So many photographs may go with it. */
  readonly photos?: number
  /** False where there is nothing to do it with now. */
  readonly fits?: (shown: Shown) => boolean
  readonly fields: (shown: Shown) => readonly FieldSpec[]
  /** What the values come to, told while one types. */
  readonly said?: (values: Values, shown: Shown) => Label | null
  readonly make: (values: Values, shown: Shown) => unknown
}

export const label = (zh: string, en: string): Label => ({ zh, en })
export const optional = label('可以不填', 'May be left empty')
export const reason: FieldSpec = { key: 'reason', label: label('理由或依据', 'Why'), input: 'text', hint: label('至少两个字', 'Two characters at least') }
export const day = (key: string, name: Label, initial: string): FieldSpec => ({ key, label: name, input: 'day', initial })
/** An amount as it was typed; null where nothing was. */
export const amountOf = (text: string | undefined) => (text === undefined || text.trim() === '' ? null : Number(text.normalize('NFKC').trim()))
export const orNull = (text: string | undefined) => { const plain = (text ?? '').trim(); return plain === '' ? null : plain }
