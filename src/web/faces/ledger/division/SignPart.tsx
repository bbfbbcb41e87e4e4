import { Button, Input } from 'antd'
import { useState } from 'react'
import { contract, type DivisionPage, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { shareOf } from '../../../../engines/plan/domain/parts.ts'
import { type Part } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { numberText, quantityText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { numberIn, typedNumber } from '../../../parts/indicators/typed-number.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import style from './division.module.css'

/** What waits for this head: each part of his units, to be signed in two taps or sent back with a number of his own. */
export function SignPart({ edition, page }: { readonly edition: DivisionRow; readonly page: DivisionPage }) {
  const { me } = useSession()
  const [asked] = useUrlState('unit')
  const mine = edition.terms.parts.filter(part => part.unit === asked || me.units.some(unit => unit.id === part.unit))
  return mine.map(part => <OwnPart key={part.unit} part={part} edition={edition} page={page} />)
}

function OwnPart({ part, edition, page }: { readonly part: Part; readonly edition: DivisionRow; readonly page: DivisionPage }) {
  const { language, t } = useLanguage()
  const changed = useLedgerChange()
  const [step, setStep] = useState<'look' | 'sure' | 'back'>('look')
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const unit = page.units.find(one => one.id === part.unit)
  const amount = quantityText({ value: part.value, unit: page.line.unit }, language)
  const share = shareOf(edition.terms, part.value, edition.terms.whole)
  const signed = edition.signatures.find(one => one.unit === part.unit), sentBack = edition.objections.find(one => one.unit === part.unit)
  const sign = async () => {
    setDoing(true)
    setError(null)
    try {
      await call(contract.sign, { params: { id: edition.id }, body: { unit: part.unit, value: part.value } })
      await changed()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <section className={style['sign']} aria-label={t({ zh: '{unit}的分解数', en: 'Part of {unit}' }, { unit: unit?.name ?? '' })}>
      <p><b lang="zh-CN">{unit?.name}</b> {t({ zh: '分解数', en: 'owes' })} <strong>{amount}</strong>{share !== null && t({ zh: '，占全区{share}%', en: ', {share}% of the district' }, { share: numberText(share) })}{page.before && unit?.lastYear !== null && unit?.lastYear !== undefined && <span className={style['aside']}>{t({ zh: '；上年{n}', en: '; year before {n}' }, { n: quantityText({ value: unit.lastYear, unit: page.before.measure }, language) })}</span>}</p>
      {signed && <p>✓ {t({ zh: '已签认', en: 'Signed' })} <span lang="zh-CN">{signed.by}</span></p>}
      {sentBack && <p>↩ {t({ zh: '已退回：', en: 'Sent back: ' })}<span lang="zh-CN">{sentBack.reason}</span></p>}
      <p className={style['acts']}>
        {!signed && step !== 'sure' && <Button type="primary" size="large" onClick={() => setStep('sure')}>{t({ zh: '签认', en: 'Sign' })}</Button>}
        {!signed && step === 'sure' && <Button type="primary" size="large" loading={doing} onClick={() => void sign()}>{t({ zh: '确认签认{amount}', en: 'Yes, sign {amount}' }, { amount })}</Button>}
        {step === 'sure' ? <Button size="large" onClick={() => setStep('look')}>{t({ zh: '再看看', en: 'Not yet' })}</Button> : <Button size="large" onClick={() => setStep('back')}>{t({ zh: '退回并提建议数', en: 'Send back' })}</Button>}
      </p>
      {error !== null && <Failure error={error} />}
      {step === 'back' && <SendBack part={part} edition={edition} measure={page.line.unit} onClose={() => setStep('look')} />}
    </section>
  )
}

function SendBack({ part, edition, measure, onClose }: { readonly part: Part; readonly edition: DivisionRow; readonly measure: string; readonly onClose: () => void }) {
  const changed = useLedgerChange()
  const [reason, setReason] = useState('')
  const [counter, setCounter] = useState('')
  const wrong = typedNumber(counter) === 'wrong'
  const send = async () => {
    await call(contract.sendBack, { params: { id: edition.id }, body: { unit: part.unit, value: part.value, reason: reason.trim(), counter: numberIn(counter) } })
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '退回分解数', en: 'Send the part back' }} act={{ zh: '退回', en: 'Send back' }} ready={reason.trim().length >= 2 && !wrong} onSubmit={send} onClose={onClose} onReload={() => void changed()}>
      <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '计划员和各单位都能看到', en: 'The planner and all units can read it' }}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />}
      </Field>
      <Field label={{ zh: `建议数（${measure}，可不填）`, en: `The number you propose (${unitText(measure, 'en')}; may be empty)` }} fault={wrong ? { zh: '应为数字', en: 'a number' } : null}>
        {tied => <Input {...tied} inputMode="decimal" maxLength={24} value={counter} onChange={event => setCounter(event.target.value)} />}
      </Field>
    </FormSheet>
  )
}
