import { type Check, FormContent, type FormRow, keyOf } from '../../../../../engines/returns/schema.ts'
import { type Fault } from '../../../../problem.ts'

/** A row as it is edited: with the bounds that are set most, while its other checks are kept as they are. */
export type RowDraft = { readonly row: FormRow; readonly leap: string; readonly least: string }

export function draftsOf(content: Pick<FormContent, 'rows' | 'checks'>): readonly RowDraft[] {
  return content.rows.map(row => {
    const key = keyOf(row)
    const leap = content.checks.find(check => isLeap(check, key)), least = content.checks.find(check => isLeast(check, key))
    return { row, leap: leap?.kind === 'differs' ? String(leap.percent) : '', least: least?.kind === 'between' && least.least !== null ? String(least.least) : '' }
  })
}

const isLeap = (check: Check, key: string) => check.kind === 'differs' && check.from === 'last-period' && check.row === key
const isLeast = (check: Check, key: string) => check.kind === 'between' && check.row === key

/** The content that the drafts make, over the checks that stood before; those of rows that went go too. */
export function contentOf(base: Omit<FormContent, 'rows' | 'checks'>, drafts: readonly RowDraft[], before: readonly Check[]): FormContent {
  const keys = new Set(drafts.map(draft => keyOf(draft.row)))
  const others = before.filter(check => (check.kind === 'sum' ? [...check.rows, check.total] : [check.row]).every(key => keys.has(key)) && !(base.addsUp === false && check.kind === 'adds-up') && !(check.kind === 'differs' && check.from === 'last-period') && check.kind !== 'between')
  const own = drafts.flatMap(({ row, leap, least }): Check[] => {
    const key = keyOf(row), kept = before.find(check => isLeast(check, key)), most = kept?.kind === 'between' ? kept.most : null
    return [
      ...(least.trim() === '' && most === null ? [] : [{ kind: 'between' as const, row: key, least: least.trim() === '' ? null : Number(least), most, grade: 'error' as const }]),
      ...(leap.trim() === '' ? [] : [{ kind: 'differs' as const, row: key, from: 'last-period' as const, percent: Number(leap), grade: 'warning' as const }]),
    ]
  })
  return { ...base, rows: drafts.map(draft => draft.row), checks: [...own, ...others] }
}

/** What is wrong with the content, in both languages as the schema says it. */
export function faultsOf(content: FormContent): readonly Fault[] {
  return FormContent.safeParse(content).error?.issues.map(issue => ({ at: issue.path.join('.'), said: { zh: issue.message, en: issue.message } })) ?? []
}
