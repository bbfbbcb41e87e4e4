import { Button, Input } from 'antd'
import { useLanguage } from '../../../../language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import style from './acts.module.css'
import { type EvidenceRow, evidenceRows, textOf } from './rows.ts'

const none: EvidenceRow = { what: '', reference: '' }

/** What shows that a node was reached: papers by name, and by number or place. One row stands ready. */
export function EvidenceRows({ value, onChange }: { readonly value: string; readonly onChange: (value: string) => void }) {
  const { t } = useLanguage()
  const kept = evidenceRows(value), rows = kept.length > 0 ? kept : [none]
  const change = (i: number, more: Partial<EvidenceRow>) => onChange(textOf(rows.map((row, j) => (i === j ? { ...row, ...more } : row))))
  return (
    <fieldset className={style['evidence']}>
      <legend>{t({ zh: '佐证材料', en: 'Evidence' })}</legend>
      {rows.map((row, i) => (
        <div key={i} className={style['row']}>
          <Field label={{ zh: `材料${i + 1}`, en: `Paper ${i + 1}` }} hint={{ zh: '如施工许可证、竣工验收备案表；可以不填', en: 'Such as a permit or a record of acceptance; may be left empty' }}>{tied => <Input {...tied} maxLength={200} value={row.what} onChange={event => change(i, { what: event.target.value })} />}</Field>
          <Field label={{ zh: '文号或存放处', en: 'Its number or place' }}>{tied => <Input {...tied} maxLength={200} value={row.reference} onChange={event => change(i, { reference: event.target.value })} />}</Field>
          {rows.length > 1 && <p><Button size="small" onClick={() => onChange(textOf(rows.filter((_, j) => i !== j)))}>{t({ zh: '去掉材料{n}', en: 'Take off {n}' }, { n: i + 1 })}</Button></p>}
        </div>
      ))}
      {rows.length < 10 && <p><Button size="small" onClick={() => onChange(textOf([...rows, none]))}>{t({ zh: '增加材料', en: 'Add a paper' })}</Button></p>}
    </fieldset>
  )
}
