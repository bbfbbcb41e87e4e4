import { Button, Input, Radio } from 'antd'
import { type SubmitEvent, useState } from 'react'
import { branchOf } from '../../../../../engines/cases/domain/clocks.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { type Me } from '../../../../../engines/org/contract.ts'
import { randomId } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { ChosenPhotos } from '../../../../parts/files/ChosenPhotos.tsx'
import { now } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { CategoryChoice } from './CategoryChoice.tsx'
import style from './patrol.module.css'
import { closesItself, settlingFor } from './patrol-types.ts'
import { nothingYet, type Report, titleFor } from './report.ts'
import { type Where, WherePart } from './WherePart.tsx'

/** So many photographs with one finding; none is needed. */
const MOST_PHOTOS = 3
const firstFields = { category: '', words: '', address: '', unit: '', self: '', result: '', did: '', evidence: '' }

/** One finding: what, in words, where, photographs if there are any, done on the spot or handed on. */
export function PatrolForm({ type, types, me, onReport }: { readonly type: CaseType; readonly types: readonly CaseType[]; readonly me: Me; readonly onReport: (report: Report) => Promise<void> }) {
  const { t } = useLanguage()
  const { fields, set, forget } = useDraft(`patrol-${me.person}-${type.key}`, firstFields)
  const [point, setPoint] = useState<Where['point']>(null)
  const [photos, setPhotos] = useState<readonly File[]>([])
  const [doing, setDoing] = useState(false)
  const [lacks, setLacks] = useState(false)
  const unit = fields.unit || (me.units[0]?.id ?? '')
  const settling = settlingFor(types, type, fields.category)
  const self = settling !== null && fields.self === 'yes'
  const name = branchOf(type.categories, fields.category).at(-1)?.name.zh
  const missing = { category: name === undefined, words: fields.words.trim() === '', result: self && fields.result === '', did: self && fields.did.trim() === '', evidence: self && settling.evidence > 0 && photos.length === 0 && fields.evidence.trim() === '' }
  const fault = (of: keyof typeof missing) => (lacks && missing[of] ? { zh: '请填写', en: 'Please fill this in' } : null)

  const send = async (event: SubmitEvent) => {
    event.preventDefault()
    if (Object.values(missing).some(Boolean)) { setLacks(true); return }
    setDoing(true)
    const address = fields.address.trim() === '' ? null : fields.address.trim()
    await onReport({
      key: randomId(), person: me.person, at: now(), type: (self ? settling : type).key, category: fields.category, title: titleFor(name ?? '', fields.words), words: fields.words.trim(), place: { unit: unit === '' ? null : unit, address, point },
      self: self ? { unit, result: fields.result, words: fields.did.trim(), evidence: fields.evidence.trim(), signs: settling.steps.sign, closes: closesItself(settling) } : null, photos, insists: false, got: nothingYet, state: 'waiting', similar: [], said: null,
    })
    forget()
    setPoint(null)
    setPhotos([])
    setLacks(false)
    setDoing(false)
  }
  return (
    <form className={style['form']} onSubmit={event => void send(event)} aria-label={t({ zh: '巡查上报', en: 'Report a finding' })}>
      <section aria-label={t({ zh: '是什么', en: 'What it is' })}>
        <h2>{t({ zh: '是什么', en: 'What it is' })}</h2>
        <CategoryChoice key={fields.category} categories={type.categories} value={fields.category} onChange={category => set({ category })} />
        {lacks && missing.category && <p className={style['fault']} role="alert">{t({ zh: '请选择类别', en: 'Choose what it is' })}</p>}
        <Field label={{ zh: '情况', en: 'In your words' }} fault={fault('words')}>
          {tied => <Input.TextArea {...tied} rows={3} maxLength={2000} value={fields.words} onChange={event => set({ words: event.target.value })} />}
        </Field>
      </section>
      <section aria-label={t({ zh: '在哪里', en: 'Where it is' })}>
        <h2>{t({ zh: '在哪里', en: 'Where it is' })}</h2>
        <WherePart where={{ unit, address: fields.address, point }} units={me.units} onChange={where => { set({ unit: where.unit, address: where.address }); setPoint(where.point) }} />
      </section>
      <section aria-label={t({ zh: '照片', en: 'Photographs' })}>
        <h2>{t({ zh: '照片（可不拍）', en: 'Photographs (not required)' })}</h2>
        <ChosenPhotos photos={photos} most={MOST_PHOTOS} onChange={setPhotos} />
      </section>
      {settling && (
        <section aria-label={t({ zh: '怎么处理', en: 'What becomes of it' })}>
          <h2>{t({ zh: '怎么处理', en: 'What becomes of it' })}</h2>
          <Radio.Group className={style['units'] ?? ''} aria-label={t({ zh: '怎么处理', en: 'What becomes of it' })} value={fields.self === 'yes' ? 'yes' : ''} onChange={event => set({ self: String(event.target.value) })} options={[{ value: '', label: t({ zh: '上报，由有关单位处理', en: 'Hand it on' }) }, { value: 'yes', label: t({ zh: '我已当场处理', en: 'I have dealt with it on the spot' }) }]} />
          {self && (
            <>
              <Field label={{ zh: '结果', en: 'Result' }} fault={fault('result')}>{tied => <Radio.Group className={style['units'] ?? ''} id={tied.id} aria-describedby={tied['aria-describedby']} aria-label={t({ zh: '结果', en: 'Result' })} value={fields.result} onChange={event => set({ result: String(event.target.value) })} options={settling.results.map(one => ({ value: one.key, label: t(one.name) }))} />}</Field>
              <Field label={{ zh: '做了什么', en: 'What was done' }} fault={fault('did')}>{tied => <Input.TextArea {...tied} rows={2} maxLength={2000} value={fields.did} onChange={event => set({ did: event.target.value })} />}</Field>
              {settling.evidence > 0 && photos.length === 0 && <Field label={{ zh: '佐证', en: 'Evidence' }} hint={{ zh: '如：清理记录编号；有照片可不填', en: 'Such as the number of a record; not needed with a photograph' }} fault={fault('evidence')}>{tied => <Input {...tied} maxLength={200} value={fields.evidence} onChange={event => set({ evidence: event.target.value })} />}</Field>}
            </>
          )}
        </section>
      )}
      <Button className={style['send'] ?? ''} block type="primary" size="large" htmlType="submit" loading={doing}>{t({ zh: '上报', en: 'Report' })}</Button>
    </form>
  )
}
