import { Input } from 'antd'
import { useMemo } from 'react'
import { contract, type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { aspectWords, natureWords, operatorWords } from '../../../../engines/indicators/domain/sheet-columns.ts'
import { Aspect, Nature, Operator } from '../../../../engines/indicators/schema.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { call } from '../../../client.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { IndicatorSelect } from '../../../parts/indicators/IndicatorSelect.tsx'
import { numberIn, typedNumber } from '../../../parts/indicators/typed-number.ts'
import { WordSelect } from '../../../parts/indicators/WordSelect.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import style from './indicator.module.css'
import { thisYear } from '../../../today.ts'

type Target = IndicatorPage['targets'][number]
type TargetFormProps = { readonly page: IndicatorPage; /** The target that is restated; null for a new one. */ readonly target: Target | null; readonly onClose: () => void }

const notANumber = { zh: '应为数字', en: 'a number' }

/** Enters a target by hand or restates one; what was said before stays beside it. */
export function TargetForm({ page: { indicator, unit, targets }, target, onClose }: TargetFormProps) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  // As was promised of it before; else growth for sums of money, which papers promise by their growth.
  const usual = target?.aspect ?? targets[0]?.aspect ?? (indicator.kind === 'flow' && indicator.unit.endsWith('元') ? 'growth' : 'level')
  const first = useMemo((): Readonly<Record<'period' | 'aspect' | 'operator' | 'value' | 'stretch' | 'measure' | 'nature' | 'tiedTo' | 'reference' | 'verb' | 'saidOn' | 'ground' | 'reason', string>> => ({
    period: target?.period ?? String(thisYear()), aspect: usual, operator: target?.operator ?? '>=', value: target?.value === null || !target ? '' : String(target.value),
    stretch: target?.stretch === null || !target ? '' : String(target.stretch), measure: target?.measure ?? (usual === 'growth' ? '%' : indicator.unit), nature: target?.nature ?? indicator.nature, tiedTo: target?.tiedTo ?? '', reference: target?.reference ?? '',
    verb: target?.verb ?? '', saidOn: '', ground: '', reason: '',
  }), [target, indicator, usual])
  const { fields, set, forget } = useDraft(`target-${target?.id ?? `${indicator.id}-${unit.id}`}`, first)

  const numbered = fields.operator === '=' || fields.operator === '>=' || fields.operator === '<=' || fields.operator === '~'
  const value = typedNumber(fields.value), stretch = typedNumber(fields.stretch)
  const period = fields.period.trim(), span = spanOf(period)
  const tied = fields.operator !== 'tied' || value !== null || fields.tiedTo !== '' || fields.reference.trim() !== ''
  const ready = span !== null && value !== 'wrong' && stretch !== 'wrong' && (!numbered || value !== null) && tied && fields.measure.trim() !== '' && fields.ground.trim() !== '' && (target === null || fields.reason.trim().length >= 2)
  const save = async () => {
    const body = {
      operator: Operator.parse(fields.operator), value: numberIn(fields.value), stretch: numberIn(fields.stretch), measure: fields.measure.trim(), nature: Nature.parse(fields.nature), tiedTo: fields.tiedTo || null,
      reference: fields.reference.trim() || null, verb: fields.verb.trim() || null, saidOn: fields.saidOn || null, ground: fields.ground.trim(),
    }
    if (target) await call(contract.restate, { params: { id: target.id }, body: { ...body, reason: fields.reason.trim(), version: target.version } })
    else await call(contract.promise, { body: { ...body, indicator: indicator.id, unit: unit.id, period, aspect: Aspect.parse(fields.aspect) } })
    forget()
    onClose()
    await changed()
  }
  const text = (field: keyof typeof fields, label: { readonly zh: string; readonly en: string }, max: number, hint?: { readonly zh: string; readonly en: string }) => (
    <Field label={label} {...(hint && { hint })}>{tie => <Input {...tie} maxLength={max} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  const number = (field: 'value' | 'stretch', label: { readonly zh: string; readonly en: string }) => (
    <Field label={label} fault={typedNumber(fields[field]) === 'wrong' ? notANumber : null}>{tie => <Input {...tie} inputMode="decimal" maxLength={24} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  )
  return (
    <FormSheet open title={target ? { zh: '调整目标', en: 'Restate a target' } : { zh: '录入目标', en: 'Enter a target' }} act={{ zh: '保存', en: 'Save' }} ready={ready} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p><b>{t(indicator.name)}</b> <span className={style['aside']} lang="zh-CN">{unit.name}</span>{target && <span className={style['aside']}> {t({ zh: '{period}的目标', en: 'target for {period}' }, { period: t({ zh: periodText(target.period, 'zh'), en: periodText(target.period, 'en') }) })}</span>}</p>
      {!target && (
        <div className={style['pair']}>
          <Field label={{ zh: '时期', en: 'Period' }} hint={span ? { zh: periodText(period, 'zh'), en: periodText(period, 'en') } : { zh: '如 2023、2021-2025', en: 'Such as 2023, 2021-2025' }} fault={period !== '' && !span ? { zh: '如 2023、2021-2025', en: 'such as 2023, 2021-2025' } : null}>
            {tie => <Input {...tie} maxLength={12} value={fields.period} onChange={event => set({ period: event.target.value })} />}
          </Field>
          <Field label={{ zh: '承诺的是', en: 'What is promised' }}>{tie => <WordSelect id={tie.id} aria-describedby={tie['aria-describedby']} words={aspectWords} value={fields.aspect} onChange={aspect => set({ aspect, measure: aspect === 'growth' ? '%' : indicator.unit })} />}</Field>
        </div>
      )}
      <div className={style['pair']}>
        <Field label={{ zh: '算符', en: 'How it is set' }}>{tie => <WordSelect id={tie.id} aria-describedby={tie['aria-describedby']} words={operatorWords} value={fields.operator} onChange={operator => set({ operator })} />}</Field>
        {number('value', { zh: '目标值', en: 'Value' })}
        {number('stretch', { zh: '力争值（可不填）', en: 'Stretch (may be empty)' })}
        {text('measure', { zh: '计量单位', en: 'Unit of measure' }, 20)}
      </div>
      {fields.operator === 'tied' && (
        <>
          <Field label={{ zh: '与哪项指标同步', en: 'In step with which indicator' }}>{tie => <IndicatorSelect id={tie.id} aria-describedby={tie['aria-describedby']} not={[indicator.id]} value={fields.tiedTo === '' ? [] : [fields.tiedTo]} onChange={chosen => set({ tiedTo: chosen[0] ?? '' })} />}</Field>
          {text('reference', { zh: '或照录文件原话', en: 'Or the words of the paper' }, 200, { zh: '如 与经济增长基本同步', en: 'as 与经济增长基本同步' })}
        </>
      )}
      {fields.operator === 'municipality' && text('reference', { zh: '文件原话（可不填）', en: 'Words of the paper (may be empty)' }, 200)}
      <div className={style['pair']}>
        <Field label={{ zh: '属性', en: 'Nature' }}>{tie => <WordSelect id={tie.id} aria-describedby={tie['aria-describedby']} words={natureWords} value={fields.nature} onChange={nature => set({ nature })} />}</Field>
        {text('verb', { zh: '动词（可不填）', en: 'Verb (may be empty)' }, 20, { zh: '如 确保、力争', en: 'as 确保, 力争' })}
        <Field label={{ zh: '表述日期', en: 'Said on' }} hint={{ zh: '不填按今天', en: 'Today where it is empty' }}>{tie => <Input {...tie} type="date" min="1900-01-01" max="2100-12-31" value={fields.saidOn} onChange={event => set({ saidOn: event.target.value })} />}</Field>
      </div>
      {text('ground', { zh: '依据', en: 'Ground' }, 300, { zh: '文件、文号或会议', en: 'A paper, the number of a letter, a meeting' })}
      {target && text('reason', { zh: '调整理由', en: 'Why it is restated' }, 500, { zh: '原表述保留，并显示这条理由', en: 'What was said before stays; this reason is shown' })}
    </FormSheet>
  )
}
