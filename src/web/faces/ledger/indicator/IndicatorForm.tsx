import { Checkbox, Input } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { contract, type IndicatorRow } from '../../../../engines/indicators/contract.ts'
import { aggregationWords, directionWords, frequencyWords, kindWords, natureWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { Formula, Indicator } from '../../../../engines/indicators/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { IndicatorSelect } from '../../../parts/indicators/IndicatorSelect.tsx'
import { numberIn, typedNumber } from '../../../parts/indicators/typed-number.ts'
import { WordSelect } from '../../../parts/indicators/WordSelect.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import style from './indicator.module.css'

const formulas = {
  '': { zh: '不由其他指标推算', en: 'Not worked out from others' },
  sum: { zh: '相加', en: 'Sum of' },
  difference: { zh: '第一项减其余', en: 'The first less the others' },
  ratio: { zh: '第一项除以第二项', en: 'The first over the second' },
} as const satisfies Record<string, Label>

const labels = {
  code: { zh: '代码', en: 'Code' }, zh: { zh: '中文名称', en: 'Chinese name' }, en: { zh: '英文名称', en: 'English name' }, unit: { zh: '计量单位', en: 'Unit of measure' }, nature: { zh: '属性', en: 'Nature' }, direction: { zh: '方向', en: 'Better' },
  frequency: { zh: '频率', en: 'Frequency' }, kind: { zh: '类型', en: 'Kind' }, aggregation: { zh: '汇总方式', en: 'Aggregation' }, basis: { zh: '口径（可不填）', en: 'Basis (may be empty)' }, owner: { zh: '责任单位', en: 'Owner' },
  formula: { zh: '公式', en: 'Formula' }, inputs: { zh: '由哪些指标推算（至少两项，按先后）', en: 'From which indicators (two at least, in order)' }, parts: { zh: '组成部分（可不填）', en: 'Parts it is made of (may be empty)' }, slipping: { zh: '滞后几点亮黄灯（可不填）', en: 'Yellow from how many points (may be empty)' },
  offPace: { zh: '滞后几点亮红灯（可不填）', en: 'Red from how many points (may be empty)' }, embargoed: { zh: '公布前保密', en: 'Held back until published' },
} as const satisfies Record<string, Label>
type FieldName = keyof typeof labels

const shape = Indicator.shape

/** Adds an entry to the register, or changes how one is defined. */
export function IndicatorForm({ indicator, onClose }: { readonly indicator: IndicatorRow | null; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  const first = useMemo((): Readonly<Record<FieldName, string>> => ({
    code: indicator?.code ?? '', zh: indicator?.name.zh ?? '', en: indicator?.name.en ?? '', unit: indicator?.unit ?? '', nature: indicator?.nature ?? 'expected', direction: indicator?.direction ?? 'up', frequency: indicator?.frequency ?? 'quarter',
    kind: indicator?.kind ?? 'flow', aggregation: indicator?.aggregation ?? 'sum', basis: indicator?.basis ?? '', owner: indicator?.ownerUnit ?? '', formula: indicator?.formula?.kind ?? '', inputs: indicator?.formula?.inputs.join(' ') ?? '', parts: indicator?.parts.join(' ') ?? '',
    slipping: indicator?.bands ? String(indicator.bands.slipping) : '', offPace: indicator?.bands ? String(indicator.bands.offPace) : '', embargoed: indicator?.embargoed ? 'yes' : 'no',
  }), [indicator])
  const { fields, set, forget, touched } = useDraft(`indicator-${indicator?.id ?? 'new'}`, first)
  const owners = useMemo(() => new Map(indicator?.ownerUnit && indicator.ownerName ? [[indicator.ownerUnit, indicator.ownerName]] : []), [indicator])

  const code = fields.code.trim().toUpperCase()
  const inputs = fields.inputs === '' ? [] : fields.inputs.split(' ')
  const parts = fields.parts === '' ? [] : fields.parts.split(' ')
  const slipping = typedNumber(fields.slipping), offPace = typedNumber(fields.offPace)
  const banded = slipping === null && offPace === null ? 'none' : typeof slipping === 'number' && typeof offPace === 'number' && slipping >= 0 && slipping <= offPace && offPace <= 100 ? 'right' : 'wrong'
  const codeFits = shape.code.safeParse(code).success
  const ready = codeFits && fields.zh.trim() !== '' && fields.en.trim() !== '' && fields.unit.trim() !== '' && banded !== 'wrong' && (fields.formula === '' || inputs.length >= 2)
  const save = async () => {
    const bands = banded === 'right' ? { slipping: numberIn(fields.slipping) ?? 0, offPace: numberIn(fields.offPace) ?? 0 } : null
    const body = {
      code, name: { zh: fields.zh.trim(), en: fields.en.trim() }, unit: fields.unit.trim(), nature: shape.nature.parse(fields.nature), direction: shape.direction.parse(fields.direction), frequency: shape.frequency.parse(fields.frequency), kind: shape.kind.parse(fields.kind),
      aggregation: shape.aggregation.parse(fields.aggregation), basis: fields.basis.trim() || null, ownerUnit: fields.owner || null, embargoed: fields.embargoed === 'yes', bands,
      formula: fields.formula === '' ? null : { kind: Formula.shape.kind.parse(fields.formula), inputs }, parts,
    }
    if (indicator) {
      await call(contract.edit, { params: { id: indicator.id }, body: { ...body, version: indicator.version } })
      if (code === indicator.code) onClose()
      else void navigate(`/register/${code}`, { replace: true })
    } else {
      await call(contract.create, { body })
      void navigate(`/register/${code}`)
    }
    forget()
    await changed()
  }
  const text = (field: 'zh' | 'en' | 'unit' | 'basis', max: number, hint?: Label) => (
    <Field label={labels[field]} {...(hint && { hint })}>{tied => <Input {...tied} maxLength={max} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  const choice = (field: 'nature' | 'direction' | 'frequency' | 'kind' | 'aggregation' | 'formula', words: Readonly<Record<string, Label>>) => (
    <Field label={labels[field]}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={words} value={fields[field]} onChange={value => set({ [field]: value })} />}</Field>
  )
  const points = (field: 'slipping' | 'offPace') => (
    <Field label={labels[field]} fault={typedNumber(fields[field]) === 'wrong' || (banded === 'wrong' && field === 'offPace') ? { zh: '两项都填0至100的数，黄灯不大于红灯', en: 'both, from 0 to 100, yellow not after red' } : null}>{tied => <Input {...tied} inputMode="decimal" maxLength={6} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  return (
    <FormSheet open title={indicator ? { zh: '修改指标定义', en: 'Change the definition' } : { zh: '新增指标', en: 'Add an indicator' }} act={{ zh: '保存', en: 'Save' }} ready={ready} onSubmit={save} onClose={onClose} onReload={() => void changed()} standing={touched.map(field => ({ label: labels[field], text: first[field] }))}>
      <Field label={labels.code} hint={{ zh: '大写字母开头，只含大写字母、数字和连字符，如 FAI', en: 'Capitals, digits and hyphens, beginning with a letter, as FAI' }} fault={fields.code !== '' && !codeFits ? { zh: '大写字母开头，只含大写字母、数字和连字符', en: 'capitals, digits and hyphens, beginning with a letter' } : null}>
        {tied => <Input {...tied} maxLength={40} value={fields.code} onChange={event => set({ code: event.target.value })} />}
      </Field>
      {text('zh', 120)}
      {text('en', 160)}
      <div className={style['pair']}>
        {text('unit', 20, { zh: '如 亿元、%、个', en: 'as 亿元, %, 个' })}
        {choice('kind', kindWords)}
        {choice('frequency', frequencyWords)}
        {choice('aggregation', aggregationWords)}
        {choice('nature', natureWords)}
        {choice('direction', directionWords)}
      </div>
      {text('basis', 60, { zh: '如 可比口径', en: 'as 可比口径' })}
      <Field label={labels.owner}>{tied => <UnitSelect id={tied.id} aria-describedby={tied['aria-describedby']} known={owners} value={fields.owner === '' ? [] : [fields.owner]} onChange={units => set({ owner: units[0] ?? '' })} />}</Field>
      {choice('formula', formulas)}
      {fields.formula !== '' && (
        <Field label={labels.inputs}>{tied => <IndicatorSelect id={tied.id} aria-describedby={tied['aria-describedby']} several not={indicator ? [indicator.id] : []} value={inputs} onChange={chosen => set({ inputs: chosen.join(' ') })} />}</Field>
      )}
      <Field label={labels.parts} hint={{ zh: '互不重叠的行业或类别，用来分解增长，如第二产业、金融业', en: 'Sectors or kinds that do not overlap, by which its growth is taken apart' }}>
        {tied => <IndicatorSelect id={tied.id} aria-describedby={tied['aria-describedby']} several not={indicator ? [indicator.id] : []} value={parts} onChange={chosen => set({ parts: chosen.join(' ') })} />}
      </Field>
      <div className={style['pair']}>
        {points('slipping')}
        {points('offPace')}
      </div>
      <Checkbox checked={fields.embargoed === 'yes'} onChange={event => set({ embargoed: event.target.checked ? 'yes' : 'no' })}>{t({ zh: '公布前保密：仅指定岗位可见', en: 'Held back until published: only named posts see it' })}</Checkbox>
    </FormSheet>
  )
}
