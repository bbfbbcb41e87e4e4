import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { contract as indicators } from '../../../engines/indicators/contract.ts'
import { contract as plan } from '../../../engines/plan/contract.ts'
import { Light } from '../../../kernel/light.ts'
import { addDays } from '../../../kernel/time.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { LightShape } from '../../ui/LightShape.tsx'
import { useSheet } from '../../ui/SheetProvider.tsx'
import { useLedgerChange } from './ledger-queries.ts'
import { type Lit } from './LineLight.tsx'
import style from './OverrideForm.module.css'
import { today } from '../../today.ts'

/** The longest that a light may stand over the computed one, as the server has it. */
const longestDays = 366

/** Sets a light by hand until a day, with a reason that everybody sees, or ends it before that day. */
export function OverrideForm({ line }: { readonly line: Lit }) {
  const { t } = useLanguage()
  const { close } = useSheet()
  const changed = useLedgerChange()
  const [open, setOpen] = useState(false)
  const [light, setLight] = useState<Light>(line.override?.light ?? line.verdict.light)
  const [until, setUntil] = useState(line.override?.until ?? '')
  const [reason, setReason] = useState(line.override?.reason ?? '')
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const day = today()
  const ready = until !== '' && reason.trim().length >= 4

  const act = async (does: () => Promise<unknown>) => {
    setDoing(true)
    setError(null)
    try {
      await does()
      await changed()
      close()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  const params = { id: line.id }
  const body = { light, until, reason: reason.trim() }
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (ready) void act(() => (line.kind === 'target' ? call(indicators.override, { params, body }) : call(plan.override, { params, body })))
  }
  const withdraw = () => void act(() => (line.kind === 'target' ? call(indicators.withdrawOverride, { params }) : call(plan.withdrawOverride, { params })))

  return (
    <section className="unprinted">
      {!open && (
        <p className={style['acts']}>
          <Button onClick={() => setOpen(true)}>{t(line.override ? { zh: '修改人工调灯', en: 'Change what was set by hand' } : { zh: '人工调灯', en: 'Set this light by hand' })}</Button>
          {line.override && <Button onClick={withdraw} loading={doing}>{t({ zh: '撤回，恢复系统判定', en: 'Withdraw: back to the computed light' })}</Button>}
        </p>
      )}
      {open && (
        <form className={style['form']} onSubmit={save}>
          <h3>{t({ zh: '人工调灯', en: 'Set this light by hand' })}</h3>
          <fieldset className={style['lights']}>
            <legend>{t({ zh: '调为', en: 'Light' })}</legend>
            {Light.options.map(option => (
              <label key={option}>
                <input type="radio" name="light" checked={light === option} onChange={() => setLight(option)} /> <LightShape light={option} />
              </label>
            ))}
          </fieldset>
          <Field label={{ zh: '有效至', en: 'Until' }} hint={{ zh: '到期自动恢复系统判定，最长一年', en: 'The computed light comes back by itself; a year at most' }}>
            {tied => <Input {...tied} type="date" required min={day} max={addDays(day, longestDays)} value={until} onChange={event => setUntil(event.target.value)} />}
          </Field>
          <Field label={{ zh: '理由', en: 'Reason' }} hint={{ zh: '至少4个字，与灯一同显示，并记入审计记录', en: 'At least 4 characters; shown with the light and kept in the audit trail' }}>
            {tied => <Input.TextArea {...tied} rows={3} maxLength={500} required value={reason} onChange={event => setReason(event.target.value)} />}
          </Field>
          <p className={style['acts']}>
            <Button type="primary" htmlType="submit" disabled={!ready} loading={doing}>{t({ zh: '确定调灯', en: 'Set it' })}</Button>
            <Button onClick={() => setOpen(false)}>{t({ zh: '不调了', en: 'Leave it' })}</Button>
          </p>
        </form>
      )}
      {error !== null && <Failure error={error} />}
    </section>
  )
}
