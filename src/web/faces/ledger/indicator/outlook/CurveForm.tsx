import { Button, Input } from 'antd'
import { useMemo } from 'react'
import { contract, type IndicatorPage, type OutlookPage } from '../../../../../engines/indicators/contract.ts'
import { call } from '../../../../client.ts'
import { numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { typedNumber } from '../../../../parts/indicators/typed-number.ts'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from './outlook.module.css'

type CurveFormProps = { readonly indicator: IndicatorPage['indicator']; readonly outlook: OutlookPage; readonly onClose: () => void }

const months = Array.from({ length: 12 }, (_, i) => i)
const keyOf = (month: number) => `m${month}`

/** Sets the share that should be there at each month's end, from a year on; prefilled with what holds now. Taking it back needs a ground as well. */
export function CurveForm({ indicator, outlook: { year, expected, curves }, onClose }: CurveFormProps) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const first = useMemo(() => Object.fromEntries<string>([...months.map(month => [keyOf(month), numberText((expected[month]?.share ?? (month + 1) / 12) * 100, 1)] as const), ['fromYear', String(year)], ['ground', '']]), [expected, year])
  const { fields, set, forget } = useDraft(`curve-${indicator.id}`, first)
  const shares = months.map(month => typedNumber(fields[keyOf(month)] ?? ''))
  const faultOf = (month: number) => {
    const share = shares[month], before = shares[month - 1]
    if (typeof share !== 'number' || share < 0 || share > 100) return { zh: '应为0到100的数字', en: 'a number from 0 to 100' }
    if (typeof before === 'number' && share < before) return { zh: '低于上月', en: 'below the month before' }
    return month === 11 && share !== 100 ? { zh: '12月应为100', en: 'December must be 100' } : null
  }
  const fromYear = Number(fields['fromYear']), ground = (fields['ground'] ?? '').trim()
  const grounded = /^(?:19|20)\d\d$/.test(fields['fromYear'] ?? '') && ground !== ''
  const send = async (given: readonly number[] | null) => {
    await call(contract.setCurve, { params: { id: indicator.id }, body: { fromYear, shares: given === null ? null : [...given], ground } })
    forget()
    onClose()
    await changed()
  }
  const own = expected[0]?.how === 'own-curve'
  return (
    <FormSheet
      open
      title={{ zh: '自定进度曲线', en: 'Own pace curve' }}
      act={{ zh: '保存曲线', en: 'Save the curve' }}
      ready={grounded && months.every(month => faultOf(month) === null)}
      onSubmit={() => send(shares.map(share => (typeof share === 'number' ? Math.round(share * 1e4) / 1e6 : 0)))}
      onClose={onClose}
      onReload={() => void changed()}
    >
      <p><b>{t(indicator.name)}</b> <span className={style['soft']}>{t({ zh: '各月末累计应完成全年的百分比。设定后，判灯和应达进度都按它，并注明依据。', en: 'Which per cent of the year should be done by each month’s end. Lights and expected pace then go by it and say so.' })}</span></p>
      <div className={style['months']}>
        {months.map(month => (
          <Field key={month} label={{ zh: `${month + 1}月末`, en: `End of month ${month + 1}` }} fault={faultOf(month)}>
            {tied => <Input {...tied} inputMode="decimal" suffix="%" maxLength={8} value={fields[keyOf(month)] ?? ''} onChange={event => set({ [keyOf(month)]: event.target.value })} />}
          </Field>
        ))}
      </div>
      <Field label={{ zh: '从哪一年起', en: 'From which year' }}>{tied => <Input {...tied} inputMode="numeric" maxLength={4} value={fields['fromYear'] ?? ''} onChange={event => set({ fromYear: event.target.value })} />}</Field>
      <Field label={{ zh: '依据', en: 'Ground' }} hint={{ zh: '如 年度实施方案、专题会议纪要', en: 'Such as the year’s work plan or the minutes of a meeting' }}>{tied => <Input {...tied} maxLength={300} value={fields['ground'] ?? ''} onChange={event => set({ ground: event.target.value })} />}</Field>
      {own && <p><Button disabled={!grounded} onClick={() => void send(null)}>{t({ zh: '取消自定曲线，恢复按往年或时间', en: 'End the own curve; go by past years or time again' })}</Button></p>}
      {curves.length > 0 && (
        <ol className={style['history']} aria-label={t({ zh: '历次设定', en: 'What was set' })}>
          {curves.map(curve => <li key={curve.id} lang="zh-CN">{`${curve.fromYear}年起${curve.shares ? `：6月末${numberText((curve.shares[5] ?? 0) * 100, 1)}%` : '：取消'}，${curve.by}，${curve.ground}`}</li>)}
        </ol>
      )}
    </FormSheet>
  )
}
