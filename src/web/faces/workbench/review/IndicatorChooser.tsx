import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Input, Radio } from 'antd'
import { useDeferredValue, useState } from 'react'
import { type FindingMatch } from '../../../../engines/documents/contract.ts'
import { type AskedChoice } from '../../../../engines/documents/domain/finding.ts'
import { contract as indicators } from '../../../../engines/indicators/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Field } from '../../../ui/Field.tsx'
import style from './findings.module.css'

type IndicatorChooserProps = {
  readonly match: FindingMatch
  readonly onChoose: (choice: AskedChoice, sameName: boolean) => Promise<void>
  readonly onClose?: () => void
}

type Offer = { readonly id: string; readonly name: Label; readonly code: string; readonly why: Label }

/** Chooses the indicator of a fact: one that the register suggests, any other of its entries, a new one, or none. */
export function IndicatorChooser({ match, onChoose, onClose }: IndicatorChooserProps) {
  const { t } = useLanguage()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const found = useQuery({ queryKey: ['indicator-search', asked], queryFn: ({ signal }) => call(indicators.indicators, { query: { q: asked, limit: 6 }, signal }), enabled: asked !== '' })
  const proposed = match.otherwise.kind === 'new' ? match.otherwise : { code: '', name: match.name, unit: match.unit }
  const [fresh, setFresh] = useState({ code: proposed.code, name: proposed.name, unit: proposed.unit })
  const [picked, setPicked] = useState(match.choice?.kind === 'existing' ? match.choice.indicator : match.choice?.kind ?? '')
  const [beside, setBeside] = useState(match.choice?.kind === 'existing' ? match.choice.beside ?? '' : '')
  const [sameName, setSameName] = useState(true)
  const [choosing, setChoosing] = useState(false)

  const suggested = match.candidates.map((candidate): Offer => ({ id: candidate.indicator, name: candidate.name, code: candidate.code, why: candidate.why }))
  const searched = (asked === '' ? [] : found.data?.items ?? []).filter(row => !suggested.some(offer => offer.id === row.id)).map((row): Offer => ({ id: row.id, name: row.name, code: row.code, why: { zh: '台账检索', en: 'found in the register' } }))
  const codeFits = /^[A-Z][A-Z0-9-]{1,39}$/.test(fresh.code)
  const choice: AskedChoice | null = picked === '' ? null
    : picked === 'fact-only' ? { kind: 'fact-only' }
      : picked !== 'new' ? { kind: 'existing', indicator: picked, beside: beside.trim() || null }
        : codeFits && fresh.name.trim() !== '' && fresh.unit.trim() !== '' ? { kind: 'new', ...fresh } : null
  const take = async () => {
    if (!choice) return
    setChoosing(true)
    await onChoose(choice, sameName)
    setChoosing(false)
  }
  return (
    <div className={style['chooser']}>
      <Radio.Group className={style['offers'] ?? ''} value={picked} onChange={event => setPicked(String(event.target.value))} aria-label={t({ zh: '选定指标', en: 'Choose the indicator' })}>
        {[...suggested, ...searched].map(offer => (
          <Radio key={offer.id} value={offer.id}>{t(offer.name)} <small>{offer.code} · {t(offer.why)}</small></Radio>
        ))}
        <Radio value="new">{t({ zh: '是另一项，新设指标', en: 'It is another one: a new entry' })}</Radio>
        <Radio value="fact-only">{t({ zh: '仅留作事实，不入台账', en: 'Keep it as a fact, not in the ledger' })}</Radio>
      </Radio.Group>
      {picked === 'new' && (
        <div className={style['form-row']}>
          <Field label={{ zh: '指标名称', en: 'Name' }}>{tied => <Input {...tied} value={fresh.name} maxLength={120} onChange={event => setFresh({ ...fresh, name: event.target.value })} />}</Field>
          <Field label={{ zh: '代码', en: 'Code' }} fault={fresh.code !== '' && !codeFits ? { zh: '大写字母开头，只含大写字母、数字和横线。', en: 'Capitals, digits and dashes, beginning with a letter.' } : null}>{tied => <Input {...tied} value={fresh.code} maxLength={40} onChange={event => setFresh({ ...fresh, code: event.target.value.toUpperCase() })} />}</Field>
          <Field label={{ zh: '计量单位', en: 'Unit' }}>{tied => <Input {...tied} value={fresh.unit} maxLength={20} onChange={event => setFresh({ ...fresh, unit: event.target.value })} />}</Field>
        </div>
      )}
      <Input type="search" size="small" aria-label={t({ zh: '在台账中找别的指标', en: 'Look for another entry of the register' })} placeholder={t({ zh: '在台账中找别的指标', en: 'Look for another entry of the register' })} value={q} onChange={event => setQ(event.target.value)} />
      {picked !== '' && picked !== 'new' && picked !== 'fact-only' && (
        <Field label={{ zh: '只在旁边有这些词时才是它（可不填）', en: 'Only where these words stand near (may be left empty)' }} hint={{ zh: '今后的文件遇到同一名称时按此认定；不填则总是它。', en: 'Later papers follow this for the same name; empty: it always means this.' }}>
          {tied => <Input {...tied} value={beside} maxLength={60} onChange={event => setBeside(event.target.value)} />}
        </Field>
      )}
      <Checkbox checked={sameName} onChange={event => setSameName(event.target.checked)}>{t({ zh: '本文件中同名且尚未选定的也照此办理', en: 'The same for every fact of this name that nobody has chosen for' })}</Checkbox>
      <div className={style['acts']}>
        <Button size="small" disabled={!choice} loading={choosing} onClick={() => void take()}>{t({ zh: '选定', en: 'Choose' })}</Button>
        {onClose && <Button size="small" onClick={onClose}>{t({ zh: '收起', en: 'Close' })}</Button>}
      </div>
    </div>
  )
}
