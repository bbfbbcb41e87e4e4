import { Checkbox, Input, InputNumber, Radio, Select } from 'antd'
import { limitWords } from '../../../../../engines/cases/domain/words.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { LimitUnit } from '../../../../../kernel/work-time.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategorySelect } from '../../../../parts/cases/CategorySelect.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { today } from '../../../../today.ts'
import { ColleagueSelect } from './ColleagueSelect.tsx'
import { EvidenceInput } from './EvidenceInput.tsx'
import { limitFrom, type MoveField } from './move-forms.ts'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

type Tied = { readonly id: string; readonly 'aria-describedby': string; readonly status: '' | 'error' }
type MoveInputProps = { readonly field: MoveField; readonly text: string; readonly set: (text: string) => void; readonly tied: Tied; readonly opened: Opened }

const yes: Label = { zh: '是', en: 'Yes' }
const no: Label = { zh: '否', en: 'No' }

/** One field of a move's form, by what it is. */
export function MoveInput({ field, text, set, tied, opened: { view, type, present } }: MoveInputProps) {
  const { t } = useLanguage()
  const { status, ...named } = tied
  const known = new Map(Object.entries(view.names))
  const options = (of: readonly { readonly key: string; readonly name: Label }[]) => of.map(one => ({ value: one.key, label: t(one.name) }))
  switch (field.input) {
    case 'words': return <Input.TextArea {...tied} rows={5} maxLength={2000} value={text} onChange={event => set(event.target.value)} />
    case 'line':
    case 'case': return <Input {...tied} maxLength={200} value={text} onChange={event => set(event.target.value)} />
    case 'number': return <Input {...tied} type="number" value={text} onChange={event => set(event.target.value)} />
    case 'day': return <Input {...tied} type="date" {...(field.onlyChanged ? {} : { min: today() })} value={text} onChange={event => set(event.target.value)} />
    case 'unit': return <UnitSelect {...named} value={text === '' ? [] : [text]} known={known} onChange={units => set(units[0] ?? '')} />
    case 'units': return <UnitSelect {...named} several value={text === '' ? [] : text.split(',')} known={known} onChange={units => set(units.join(','))} />
    case 'co-unit': return <Select {...tied} value={text || null} options={present.co.map(co => ({ value: co.unit, label: `${known.get(co.unit) ?? co.unit}${co.answeredAt ? t({ zh: '（已答复）', en: ' (has answered)' }) : ''}` }))} onChange={set} />
    case 'colleague': return <ColleagueSelect {...named} unit={present.lead} value={text} onChange={set} />
    case 'result': return <Choice named={named} label={field.label} options={options(type.results)} text={text} set={set} />
    case 'yes-no': return <Choice named={named} label={field.label} options={options(field.choices ?? [{ key: 'yes', name: yes }, { key: 'no', name: no }])} text={text} set={set} />
    case 'choice': return <Select {...tied} value={text || null} allowClear options={options(field.choices ?? [])} onChange={(key: string | null) => set(key ?? '')} />
    case 'urgency': return <Choice named={named} label={field.label} options={options(type.urgencies)} text={text} set={set} />
    case 'category': return <CategorySelect {...named} categories={type.categories} value={text} onChange={set} />
    case 'tick': return <Checkbox id={named.id} checked={text === 'yes'} onChange={event => set(event.target.checked ? 'yes' : '')}>{t(field.label)}</Checkbox>
    case 'evidence': return <EvidenceInput id={named.id} describedBy={named['aria-describedby']} text={text} set={set} />
    case 'limit': {
      const { n, unit } = limitFrom(text)
      return (
        <span className={style['limit']}>
          <InputNumber<number> {...named} min={1} max={1000} precision={0} status={status} value={n > 0 ? n : null} onChange={value => set(value === null ? '' : `${value} ${unit}`)} />
          <Select<LimitUnit> aria-label={t({ zh: '按什么计算', en: 'Counted in' })} value={unit} options={LimitUnit.options.map(value => ({ value, label: t(limitWords({ n: 2, unit: value })).replace(/^2\s?/, '') }))} onChange={value => set(n > 0 ? `${n} ${value}` : '')} />
        </span>
      )
    }
  }
}

function Choice({ named, label, options, text, set }: { readonly named: { readonly id: string; readonly 'aria-describedby': string }; readonly label: Label; readonly options: readonly { readonly value: string; readonly label: string }[]; readonly text: string; readonly set: (text: string) => void }) {
  const { t } = useLanguage()
  return <Radio.Group id={named.id} name={named.id} aria-describedby={named['aria-describedby']} aria-label={t(label)} value={text} onChange={event => set(String(event.target.value))} options={[...options]} />
}
