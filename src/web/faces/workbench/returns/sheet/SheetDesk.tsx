import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { contract, type SheetView } from '../../../../../engines/returns/contract.ts'
import { findingsOf, openFindings } from '../../../../../engines/returns/domain/checks.ts'
import { isAsked, valuesOf } from '../../../../../engines/returns/domain/values.ts'
import { type Finding } from '../../../../../engines/returns/schema.ts'
import { call } from '../../../../client.ts'
import { numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { numberIn } from '../../../../parts/indicators/typed-number.ts'
import { useNarrow } from '../../../../ui/narrow.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { useReturnsChange } from '../use-sheets.ts'
import { SheetActs } from './SheetActs.tsx'
import { SheetCards } from './SheetCards.tsx'
import { SheetGrid } from './SheetGrid.tsx'
import style from './sheet.module.css'
import { useCells } from './use-cells.ts'

export type Desk = {
  readonly sheet: SheetView
  readonly typed: Readonly<Record<string, string>>
  readonly values: ReadonlyMap<string, number | null>
  readonly findings: readonly Finding[]
  readonly writable: (key: string) => boolean
  readonly type: (values: Readonly<Record<string, string>>) => void
  readonly answer: (finding: Finding, reason: string) => Promise<void>
}

/** Where a sheet is filled: findings and worked-out values follow every key, before the server has heard of it. */
export function SheetDesk({ sheet }: { readonly sheet: SheetView }) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  const changed = useReturnsChange()
  const [tried, setTried] = useState(false)
  const { typed, type, saving, error, conflict, settle, flush, hear } = useCells(sheet)
  const { standing, rows, checks, may } = sheet
  const open = standing.state === 'open'
  const seen = useMemo(() => {
    const cells = Object.fromEntries([...Object.entries(standing.cells), ...Object.entries(typed).map(([row, text]) => [row, { ...standing.cells[row], value: numberIn(text), answers: standing.cells[row]?.answers ?? [] }] as const)])
    const known = rows.filter(row => !row.held)
    const values = valuesOf(known, cells)
    const found = findingsOf(known, checks.filter(check => known.some(row => row.key === (check.kind === 'sum' ? check.total : check.row))), cells)
    return { values: open ? values : new Map(rows.map(row => [row.key, row.value])), found: open ? found : sheet.findings }
  }, [standing.cells, typed, rows, checks, open, sheet.findings])
  // What is merely empty is told when one wants to submit, not while one is still typing.
  const shown = seen.found.filter(finding => tried || !finding.key.startsWith('required:'))
  const left = openFindings(seen.found)
  const empty = left.filter(finding => finding.key.startsWith('required:')).length
  const desk: Desk = {
    sheet, typed, values: seen.values, findings: open ? shown : shown.filter(finding => finding.answer !== null), type,
    writable: key => may.fill && (standing.revising?.includes(key) ?? true) && rows.some(row => row.key === key && isAsked(row)),
    answer: async (finding, reason) => {
      if (!(await flush())) return
      hear(await call(contract.answer, { params: { id: sheet.id }, body: { finding: finding.key, seen: finding.seen, reason } }))
    },
  }
  const nameOf = (key: string) => { const row = rows.find(one => one.key === key); return row ? t(row.name) : key }
  const below = may.fill ? rows.filter(row => row.beside.below !== null && row.beside.below.filled > 0 && desk.writable(row.key)) : []
  return (
    <>
      {conflict && (
        <div className={style['back']} role="alert">
          <p>{t({ zh: '“{name}”已由{by}改为{value}；您填的是{mine}，尚未保存。', en: '{by} changed “{name}” to {value} meanwhile; what you typed, {mine}, is not saved.' }, { name: nameOf(conflict.row), by: conflict.by, value: numberText(conflict.value), mine: typed[conflict.row] ?? '' })}</p>
          <p className={style['acts']}><Button type="primary" onClick={() => settle('theirs')}>{t({ zh: '保留对方的', en: 'Keep theirs' })}</Button><Button onClick={() => settle('mine')}>{t({ zh: '以我填的为准', en: 'Put mine' })}</Button></p>
        </div>
      )}
      {saving === 'refused' && error !== null && <Failure error={error} retry={() => void changed()} kept={{ zh: '您填写的内容仍保留在本机。', en: 'What you typed is kept in this browser.' }} />}
      {below.length > 0 && <p><Button onClick={() => type(Object.fromEntries(below.map(row => [row.key, String(row.beside.below?.sum ?? '')])))}>{t({ zh: '填入下级合计', en: 'Take the sums of the units below' })}</Button></p>}
      {narrow ? <SheetCards desk={desk} /> : <SheetGrid desk={desk} />}
      <SheetActs sheet={sheet} saving={saving} empty={empty} doubts={left.length - empty} answered={seen.found.filter(finding => finding.answer !== null).length} filled={[...seen.values].filter(([key, value]) => value !== null && desk.writable(key)).length} flush={flush} onTried={() => setTried(true)} hear={hear} />
    </>
  )
}
