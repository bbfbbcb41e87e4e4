import { type Correction, Correction as CorrectionSchema, type Finding } from '../../../../engines/documents/domain/finding.ts'
import { fieldsOf } from '../../../../engines/documents/domain/review.ts'
import { type Label } from '../../../../kernel/label.ts'
import { spanOf } from '../../../../kernel/period.ts'

/** What stands in the fields of the correction form, as text. A change has three fields of its own. */
export type Draft = Readonly<Record<string, string>>

/** The form as it is filled in before anybody has typed: the finding as it now stands. */
export function draftOf(finding: Finding): Draft {
  const value: Readonly<Record<string, unknown>> = finding.value
  const draft: Record<string, string> = {}
  for (const field of fieldsOf[finding.kind]) if (field !== 'change') draft[field] = textOf(value[field])
  if (finding.kind === 'fact') {
    const { change } = finding.value
    draft['change.value'] = textOf(change?.value)
    draft['change.unit'] = change?.unit ?? ''
    draft['change.base'] = change?.base ?? ''
  }
  return draft
}

const faults = {
  number: { zh: '请填数字，例如 8.4 或 -3。', en: 'A number, such as 8.4 or -3.' },
  period: { zh: '请填时期，例如 2023、2023H1、2023Q1、2023-05、2023M1-5 或 2021-2025。', en: 'A period, such as 2023, 2023H1, 2023Q1, 2023-05, 2023M1-5 or 2021-2025.' },
  needed: { zh: '此项不能为空。', en: 'This cannot be empty.' },
  range: { zh: '上限不能小于数值，且须先填数值。', en: 'The upper end cannot be below the value, and needs one.' },
  change: { zh: '增减要写全数字和单位。', en: 'A change needs its number and its unit.' },
  other: { zh: '此项内容过长或含有不能保存的字符。', en: 'This is too long, or holds characters that cannot be kept.' },
} as const satisfies Record<string, Label>

const numbers = new Set(['value', 'upper', 'change.value'])
const never = new Set(['kind', 'name', 'period', 'object', 'word', 'meaning'])
/** Fields whose emptiness is the empty text and not "nothing". */
const plain = new Set(['unit', 'verb'])

export type Drafted = { readonly ok: true; readonly changes: Correction } | { readonly ok: false; readonly faults: Readonly<Record<string, Label>> }

/** What of the form differs from the finding as it stands, in the shape of the `decide` route, or what is wrong and where. */
export function changesFrom(draft: Draft, finding: Finding): Drafted {
  const before = draftOf(finding)
  const wrong: Record<string, Label> = {}
  for (const [field, text] of Object.entries(draft)) {
    const written = text.trim()
    if (numbers.has(field) && written !== '' && numberFrom(written) === null) wrong[field] = faults.number
    else if (field === 'period' && spanOf(written) === null) wrong[field] = faults.period
    else if (never.has(field) && written === '') wrong[field] = faults.needed
  }
  const value = numberFrom(draft['value'] ?? ''), upper = numberFrom(draft['upper'] ?? '')
  if (upper !== null && (value === null || upper < value)) wrong['upper'] ??= faults.range
  if ((draft['change.value'] ?? '').trim() !== '' && (draft['change.unit'] ?? '').trim() === '') wrong['change.unit'] ??= faults.change

  const differs = (field: string) => (draft[field] ?? '').trim() !== (before[field] ?? '').trim()
  const said: Record<string, unknown> = {}
  for (const field of fieldsOf[finding.kind]) {
    if (field === 'change') {
      if (['change.value', 'change.unit', 'change.base'].some(differs)) said[field] = changeFrom(draft)
    } else if (differs(field)) {
      const written = (draft[field] ?? '').trim().replace(/\s*\n\s*/g, ' ')
      said[field] = numbers.has(field) ? numberFrom(written) : written === '' && !plain.has(field) ? null : written
    }
  }
  const checked = CorrectionSchema.safeParse(said)
  if (!checked.success) for (const issue of checked.error.issues) wrong[issue.path.join('.')] ??= faults.other
  return checked.success && Object.keys(wrong).length === 0 ? { ok: true, changes: checked.data } : { ok: false, faults: wrong }
}

function changeFrom(draft: Draft): Correction['change'] {
  const value = numberFrom(draft['change.value'] ?? '')
  return value === null ? null : { value, unit: (draft['change.unit'] ?? '').trim(), base: (draft['change.base'] ?? '').trim() || '同比' }
}

/** 1234.5, with full-width digits and signs as input methods write them; null for what is no number. */
export function numberFrom(text: string): number | null {
  const plainText = text.normalize('NFKC').replaceAll('−', '-').trim()
  return /^[+-]?\d+(?:\.\d+)?$/.test(plainText) ? Number(plainText) : null
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}
