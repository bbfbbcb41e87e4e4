import { Input } from 'antd'
import { useMemo } from 'react'
import { benchmarkContract, RankClaim, type BenchmarkPage } from '../../../../../engines/indicators/benchmark-contract.ts'
import { type IndicatorRow } from '../../../../../engines/indicators/contract.ts'
import { scopeWords } from '../../../../../engines/indicators/domain/benchmark.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { spanOf } from '../../../../../kernel/period.ts'
import { call } from '../../../../client.ts'
import { periodText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { numberIn, typedNumber } from '../../../../parts/indicators/typed-number.ts'
import { WordSelect } from '../../../../parts/indicators/WordSelect.tsx'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'
import { thisYear } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from '../indicator.module.css'

const comparedWords = { growth: { zh: '增速', en: 'Growth' }, level: { zh: '总量', en: 'Level' } } as const

type PublishedFormProps = { readonly kind: 'peer' | 'claim'; readonly indicator: IndicatorRow; readonly page: BenchmarkPage; readonly onClose: () => void }

/** Enters what somebody published: another district's figure, or a place that ours is said to hold. Both need paper and day. */
export function PublishedForm({ kind, indicator, page, onClose }: PublishedFormProps) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const first = useMemo((): Readonly<Record<'code' | 'name' | 'period' | 'value' | 'measure' | 'growth' | 'scope' | 'compared' | 'rank' | 'of' | 'title' | 'section' | 'saidOn', string>> => ({
    code: '', name: '', period: page.period ?? String(thisYear() - 1), value: '', measure: page.measure, growth: '', scope: 'city', compared: 'growth', rank: '', of: '', title: '', section: '', saidOn: '',
  }), [page.period, page.measure])
  const { fields, set, forget } = useDraft(`${kind}-${indicator.id}`, first)
  const period = fields.period.trim(), span = spanOf(period)
  const code = fields.code.normalize('NFKC').trim()
  const whole = (text: string) => { const typed = typedNumber(text); return typed !== 'wrong' && typed !== null && Number.isInteger(typed) && typed >= 1 && typed <= 5000 }
  const told = kind === 'peer'
    ? /^[1-9]\d{5}$/.test(code) && fields.name.trim() !== '' && typedNumber(fields.value) !== 'wrong' && typedNumber(fields.growth) !== 'wrong' && (numberIn(fields.value) !== null || numberIn(fields.growth) !== null)
    : whole(fields.rank) && (fields.of.trim() === '' || whole(fields.of))
  const save = async () => {
    const published = { period, title: fields.title.trim(), section: fields.section.trim(), saidOn: fields.saidOn }
    const value = numberIn(fields.value)
    if (kind === 'peer') await call(benchmarkContract.enterPeer, { params: { id: indicator.id }, body: { ...published, code, name: fields.name.trim(), level: value === null ? null : { value, unit: fields.measure.trim() }, growth: numberIn(fields.growth) } })
    else await call(benchmarkContract.claimRank, { params: { id: indicator.id }, body: { ...published, scope: RankClaim.shape.scope.parse(fields.scope), compared: RankClaim.shape.compared.parse(fields.compared), rank: numberIn(fields.rank) ?? 0, of: numberIn(fields.of) } })
    forget()
    onClose()
    await changed()
  }
  const text = (field: keyof typeof fields, label: Label, max: number, hint?: Label) => <Field label={label} {...(hint && { hint })}>{tied => <Input {...tied} maxLength={max} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  const number = (field: 'value' | 'growth' | 'rank' | 'of', label: Label, hint?: Label) => <Field label={label} {...(hint && { hint })} fault={typedNumber(fields[field]) === 'wrong' ? { zh: '应为数字', en: 'a number' } : null}>{tied => <Input {...tied} inputMode="decimal" maxLength={24} value={fields[field]} onChange={event => set({ [field]: event.target.value })} />}</Field>
  const such = { zh: '如 2024、2024H1、2024Q1', en: 'such as 2024, 2024H1, 2024Q1' }
  return (
    <FormSheet open title={kind === 'peer' ? { zh: '录入其他区的数', en: "Enter another district's figure" } : { zh: '录入位次说法', en: 'Enter a claimed place' }} act={{ zh: '保存', en: 'Save' }} ready={told && span !== null && fields.title.trim() !== '' && fields.saidOn !== ''} onSubmit={save} onClose={onClose} onReload={() => void changed()}>
      <p><b>{t(indicator.name)}</b></p>
      <Field label={{ zh: '时期', en: 'Period' }} hint={span ? { zh: periodText(period, 'zh'), en: periodText(period, 'en') } : such} fault={period !== '' && !span ? such : null}>{tied => <Input {...tied} maxLength={12} value={fields.period} onChange={event => set({ period: event.target.value })} />}</Field>
      {kind === 'peer' ? (
        <>
          <div className={style['pair']}>
            {text('name', { zh: '区名', en: 'District' }, 40)}
            {text('code', { zh: '行政区划代码', en: 'Area code' }, 6, { zh: '六位，如 440105', en: 'six digits, as 440105' })}
          </div>
          <div className={style['pair']}>
            {number('growth', { zh: '增速（%）', en: 'Growth (%)' }, { zh: '总量和增速至少填一项', en: 'growth, level or both' })}
            {number('value', { zh: '总量', en: 'Level' })}
            {text('measure', { zh: '计量单位', en: 'Unit of measure' }, 20)}
          </div>
        </>
      ) : (
        <>
          <div className={style['pair']}>
            <Field label={{ zh: '范围', en: 'Among' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={scopeWords} value={fields.scope} onChange={scope => set({ scope })} />}</Field>
            <Field label={{ zh: '比的是', en: 'Compared by' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={comparedWords} value={fields.compared} onChange={compared => set({ compared })} />}</Field>
          </div>
          <div className={style['pair']}>
            {number('rank', { zh: '第几', en: 'Place' })}
            {number('of', { zh: '共几个区（可不填）', en: 'Of how many (may be empty)' }, { zh: '没有说明就不填；不填不能核对', en: 'leave it empty where it is not told; then it cannot be checked' })}
          </div>
        </>
      )}
      {text('title', { zh: '公布的文件或网页', en: 'Paper or page that published it' }, 200, { zh: '如 统计公报、计划报告的全称', en: 'the full title of a bulletin or report' })}
      <div className={style['pair']}>
        {text('section', { zh: '章节（可不填）', en: 'Section (may be empty)' }, 100)}
        <Field label={{ zh: '公布日期', en: 'Published on' }}>{tied => <Input {...tied} type="date" min="1900-01-01" max="2100-12-31" value={fields.saidOn} onChange={event => set({ saidOn: event.target.value })} />}</Field>
      </div>
    </FormSheet>
  )
}
