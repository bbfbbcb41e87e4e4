import { Checkbox, Input } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { contract, type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { vintageWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { type Figure, Vintage } from '../../../../engines/indicators/schema.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { numberIn, typedNumber } from '../../../parts/indicators/typed-number.ts'
import { WordSelect } from '../../../parts/indicators/WordSelect.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import style from './indicator.module.css'

type FigureFormProps = {
  readonly page: IndicatorPage
  /** The figure that is corrected; null for a new one. */
  readonly figure: Figure | null
  readonly onClose: () => void
}

const notANumber = { zh: '应为数字，不带单位和修饰词', en: 'a number, without unit or hedge' }

/** Enters a figure by hand or corrects one: prefilled, with its vintage and the ground on which it rests. What was there before stays. */
export function FigureForm({ page: { indicator, unit }, figure, onClose }: FigureFormProps) {
  const { language, t } = useLanguage()
  const { me, may } = useSession()
  const navigate = useNavigate()
  const changed = useLedgerChange()
  // Whoever may enter only for their own unit begins with it.
  const place = may('figure.approve') ? unit : me.units[0] ?? unit
  const first = useMemo((): Readonly<Record<'unit' | 'period' | 'vintage' | 'value' | 'measure' | 'hedge' | 'change' | 'changeUnit' | 'changeBase' | 'rank' | 'qualifier' | 'basis' | 'saidOn' | 'ground' | 'reason' | 'submit', string>> => ({
    unit: figure?.unit ?? place.id, period: figure?.period ?? '', vintage: figure?.vintage ?? 'quick', value: figure?.level ? String(figure.level.value) : '', measure: figure?.level?.unit ?? indicator.unit, hedge: figure?.level?.hedge ?? '',
    change: figure?.change ? String(figure.change.value) : '', changeUnit: figure?.change?.unit ?? '%', changeBase: figure?.change?.base ?? '同比', rank: figure?.rank ?? '', qualifier: figure?.qualifier ?? '', basis: figure?.basis ?? indicator.basis ?? '',
    saidOn: figure?.saidOn ?? '', ground: '', reason: '', submit: 'yes',
  }), [figure, place.id, indicator])
  const { fields, set, forget } = useDraft(`figure-${figure?.id ?? indicator.id}`, first)
  const known = useMemo(() => new Map([[unit.id, unit.name], [place.id, place.name]]), [unit, place])

  const value = typedNumber(fields.value), change = typedNumber(fields.change)
  const period = fields.period.trim()
  const said = value !== null || change !== null || fields.rank.trim() !== ''
  const ready = spanOf(period) !== null && said && value !== 'wrong' && change !== 'wrong' && fields.ground.trim() !== '' && fields.unit !== '' && (figure === null || fields.reason.trim().length >= 2)
  const save = async () => {
    const level = numberIn(fields.value), growth = numberIn(fields.change)
    const body = {
      period, vintage: Vintage.parse(fields.vintage), basis: fields.basis.trim() || null,
      level: level === null ? null : { value: level, unit: fields.measure.trim(), ...(fields.hedge.trim() !== '' && { hedge: fields.hedge.trim() }) },
      change: growth === null ? null : { value: growth, unit: fields.changeUnit.trim(), base: fields.changeBase.trim() },
      rank: fields.rank.trim() || null, qualifier: fields.qualifier.trim() || null, saidOn: fields.saidOn || null, ground: fields.ground.trim(), submit: fields.submit === 'yes',
    }
    if (figure) await call(contract.correct, { params: { id: figure.id }, body: { ...body, reason: fields.reason.trim(), version: figure.version } })
    else await call(contract.enter, { body: { ...body, indicator: indicator.id, unit: fields.unit } })
    forget()
    // A figure of another unit is seen on that unit's page.
    if (fields.unit === unit.id) onClose()
    else void navigate({ search: `?unit=${fields.unit}` }, { replace: true })
    await changed()
  }
  const text = (field: keyof typeof fields, label: { readonly zh: string; readonly en: string }, max: number, hint?: { readonly zh: string; readonly en: string }) => (
    <Field label={label} {...(hint && { hint })}>{tied => <Input {...tied} maxLength={max} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  const number = (field: 'value' | 'change', label: { readonly zh: string; readonly en: string }) => (
    <Field label={label} fault={typedNumber(fields[field]) === 'wrong' ? notANumber : null}>{tied => <Input {...tied} inputMode="decimal" maxLength={24} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  const span = spanOf(period)
  return (
    <FormSheet
      open
      title={figure ? { zh: '更正数值', en: 'Correct a figure' } : { zh: '填报数值', en: 'Enter a figure' }}
      act={fields.submit === 'yes' ? { zh: '报送审核', en: 'Hand in' } : { zh: '存为草稿', en: 'Keep as a draft' }}
      ready={ready}
      onSubmit={save}
      onClose={onClose}
      onReload={() => void changed()}
    >
      <p><b>{t(indicator.name)}</b> <span className={style['aside']}>{indicator.code}</span></p>
      {!figure && <Field label={{ zh: '哪个单位的数值', en: 'Of which unit' }}>{tied => <UnitSelect id={tied.id} aria-describedby={tied['aria-describedby']} known={known} value={fields.unit === '' ? [] : [fields.unit]} onChange={units => set({ unit: units[0] ?? '' })} />}</Field>}
      <div className={style['pair']}>
        <Field
          label={{ zh: '时期', en: 'Period' }}
          hint={span ? { zh: periodText(period, 'zh'), en: periodText(period, 'en') } : { zh: '如 2023、2023H1、2023Q1、2023-05、2023M1-5', en: 'Such as 2023, 2023H1, 2023Q1, 2023-05, 2023M1-5' }}
          fault={period !== '' && !span ? { zh: '如 2023、2023H1、2023Q1、2023-05、2023M1-5', en: 'such as 2023, 2023H1, 2023Q1, 2023-05, 2023M1-5' } : null}
        >
          {tied => <Input {...tied} maxLength={12} value={fields.period} onChange={event => set({ period: event.target.value })} />}
        </Field>
        <Field label={{ zh: '数别', en: 'Vintage' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={vintageWords} value={fields.vintage} onChange={vintage => set({ vintage })} />}</Field>
      </div>
      <div className={style['pair']}>
        {number('value', { zh: '数值', en: 'Value' })}
        {text('measure', { zh: '计量单位', en: 'Unit of measure' }, 20)}
        {text('hedge', { zh: '修饰词（可不填）', en: 'Hedge (may be empty)' }, 10, { zh: '如 超、约、以上', en: 'as 超, 约, 以上' })}
      </div>
      <div className={style['pair']}>
        {number('change', { zh: '变动', en: 'Change' })}
        {text('changeUnit', { zh: '变动单位', en: 'Unit of change' }, 20)}
        {text('changeBase', { zh: '对比基期', en: 'Against what' }, 60)}
      </div>
      <div className={style['pair']}>
        {text('rank', { zh: '位次（可不填）', en: 'Rank (may be empty)' }, 60)}
        {text('qualifier', { zh: '限定说明（可不填）', en: 'Qualifier (may be empty)' }, 120)}
        {text('basis', { zh: '口径（可不填）', en: 'Basis (may be empty)' }, 60)}
      </div>
      <Field label={{ zh: '发布日期（可不填）', en: 'Said on (may be empty)' }}>{tied => <Input {...tied} type="date" min="1900-01-01" max="2100-12-31" value={fields.saidOn} onChange={event => set({ saidOn: event.target.value })} />}</Field>
      {text('ground', { zh: '依据', en: 'Ground' }, 300, { zh: '凭什么填报：统计报表、来函文号、会议材料', en: 'On what it rests: a return, a letter and its number, a table' })}
      {figure && text('reason', { zh: '更正理由', en: 'Why it is corrected' }, 500, { zh: '原数保留，并显示这条理由', en: 'The old figure stays and shows this reason' })}
      <Checkbox checked={fields.submit === 'yes'} onChange={event => set({ submit: event.target.checked ? 'yes' : 'no' })}>{t({ zh: '填好即报送审核；不勾选则存为草稿，以后再报', en: 'Hand it in for approval; unchecked it stays a draft to be handed in later' })}</Checkbox>
      {!said && <p className={style['aside']} lang={language === 'zh' ? 'zh-CN' : 'en'}>{t({ zh: '数值、变动、位次至少填一项。', en: 'Give at least a value, a change or a rank.' })}</p>}
    </FormSheet>
  )
}
