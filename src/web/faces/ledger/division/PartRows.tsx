import { Button, Input } from 'antd'
import { type ClipboardEvent, type KeyboardEvent } from 'react'
import { type DivisionPage } from '../../../../engines/plan/contract.ts'
import { shareOf } from '../../../../engines/plan/domain/parts.ts'
import { type DivisionTerms } from '../../../../engines/plan/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { noNumber, numberText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { typedNumber } from '../../../parts/indicators/typed-number.ts'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { type NumberField, type Row } from './division-rows.ts'
import style from './division.module.css'

type PartRowsProps = { readonly rows: readonly Row[]; readonly terms: DivisionTerms; readonly page: DivisionPage; readonly onChange: (rows: readonly Row[]) => void; readonly onPaste: (at: number, field: NumberField, clipboard: string) => void; readonly onAdd: (units: readonly string[]) => void }

const heads = { share: { zh: '份额（%）', en: 'Share (%)' }, weight: { zh: '权重', en: 'Weight' }, value: { zh: '分解数', en: 'Part' } } as const satisfies Record<NumberField, Label>

/** The table that is filled in: Enter and the arrows go from row to row, a column copied from a spreadsheet is pasted as it is. */
export function PartRows({ rows, terms, page, onChange, onPaste, onAdd }: PartRowsProps) {
  const { language, t } = useLanguage()
  const partHead = t({ zh: '分解数（{unit}）', en: 'Part ({unit})' }, { unit: unitText(page.line.unit, language) })
  const fields: readonly NumberField[] = terms.method === 'share' ? ['share'] : terms.method === 'weight' ? ['weight', 'value'] : ['value']
  const unitOf = (id: string) => page.units.find(unit => unit.id === id)
  const set = (at: number, field: NumberField, text: string) => onChange(rows.map((row, i) => (i === at ? { ...row, [field]: text } : row)))
  const take = (event: ClipboardEvent, at: number, field: NumberField) => {
    const copied = event.clipboardData.getData('text')
    if (!/[\t\n]/.test(copied.trim())) return
    event.preventDefault()
    onPaste(at, field, copied)
  }
  return (
    <div className={style['scroll']}>
      <table className={style['rows']}>
        <caption className="unseen">{t({ zh: '各单位分解数', en: 'Parts of the units' })}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '单位', en: 'Unit' })}</th>
            {page.before && <th scope="col" className={`${style['number']} ${style['before']}`}>{t({ zh: '上年（{unit}）', en: 'Year before ({unit})' }, { unit: unitText(page.before.measure, language) })}</th>}
            {fields.map(field => <th key={field} scope="col" className={style['number']}>{field === 'value' ? partHead : t(heads[field])}</th>)}
            {terms.method === 'share' && <th scope="col" className={style['number']}>{partHead}</th>}
            {terms.check === 'sum' && terms.method !== 'share' && <th scope="col" className={style['number']}>{t({ zh: '占全区', en: 'Of the district' })}</th>}
            <th scope="col"><span className="unseen">{t({ zh: '移除', en: 'Take out' })}</span></th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => {
            const name = unitOf(row.unit)?.name ?? row.unit
            const share = shareOf(terms, terms.parts[i]?.value ?? 0, terms.whole)
            return (
              <tr key={row.unit}>
                <th scope="row" lang="zh-CN">{name}</th>
                {page.before && <td className={`${style['number']} ${style['before']}`}>{numberText(unitOf(row.unit)?.lastYear ?? null)}</td>}
                {fields.map(field => (
                  <td key={field} className={style['number']}>
                    <Input
                      className={style['cell'] ?? ''}
                      aria-label={`${name} ${t(heads[field])}`}
                      inputMode="decimal"
                      maxLength={24}
                      value={row[field]}
                      data-cell={field}
                      status={typedNumber(row[field]) === 'wrong' ? 'error' : ''}
                      onChange={event => set(i, field, event.target.value)}
                      onPaste={event => take(event, i, field)}
                      onKeyDown={event => walk(event, field)}
                    />
                  </td>
                ))}
                {terms.method === 'share' && <td className={style['number']}>{numberText(terms.parts[i]?.value ?? null, terms.digits)}</td>}
                {terms.check === 'sum' && terms.method !== 'share' && <td className={style['number']}>{share === null ? noNumber : `${numberText(share, 1)}%`}</td>}
                <td><Button type="text" aria-label={t({ zh: '移除{name}', en: 'Take out {name}' }, { name })} onClick={() => onChange(rows.filter(other => other.unit !== row.unit))}>×</Button></td>
              </tr>
            )
          })}
          <tr>
            <th scope="row" colSpan={2}><UnitSelect aria-label={t({ zh: '添加单位', en: 'Add a unit' })} value={[]} onChange={onAdd} /></th>
            <td colSpan={4} className={style['hint']}>{t({ zh: '可从表格软件复制一列，或“单位、数”两列，粘贴到任一格。', en: 'Copy a column, or units and numbers, from a spreadsheet and paste it into a cell.' })}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** Enter and the arrows up and down go to the same column of the next row. */
function walk(event: KeyboardEvent<HTMLInputElement>, field: NumberField): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
  if (step === 0 || event.nativeEvent.isComposing) return
  event.preventDefault()
  const cells = [...event.currentTarget.closest('table')?.querySelectorAll<HTMLInputElement>(`input[data-cell="${field}"]`) ?? []]
  const next = cells[cells.indexOf(event.currentTarget) + step]
  next?.focus()
  next?.select()
}
