import { Button, Input } from 'antd'
import { useMemo, useState } from 'react'
import { contract, type DivisionPage, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { balanceOf, byLevels, evenly } from '../../../../engines/plan/domain/parts.ts'
import { type DivisionTerms } from '../../../../engines/plan/schema.ts'
import { call } from '../../../client.ts'
import { unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { WordSelect } from '../../../parts/indicators/WordSelect.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { useDraft } from '../../../ui/draft.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { BalanceLine } from './BalanceLine.tsx'
import { checkFor, pasted, rowsIn, termsIn, typedFrom, typedRows, type NumberField, type Row } from './division-rows.ts'
import { checkWords, methodWords } from './division-words.ts'
import style from './division.module.css'
import { PartRows } from './PartRows.tsx'
import { SheetFill } from './SheetFill.tsx'

const digitWords = { 0: { zh: '整数', en: 'Whole numbers' }, 1: { zh: '一位小数', en: 'One decimal' }, 2: { zh: '两位小数', en: 'Two decimals' } } as const

/** A draft: how it is divided, the parts, and the rest always in sight. What is typed stays in this tab until it is saved. */
export function DivisionEditor({ edition, page }: { readonly edition: DivisionRow; readonly page: DivisionPage }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const first = useMemo(() => typedFrom(edition.terms), [edition])
  const { fields, set, forget, touched } = useDraft(`division-${edition.id}-${edition.version}`, first)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [notice, setNotice] = useState('')
  const [asking, setAsking] = useState<'rest' | 'withdraw' | null>(null)
  const whole = page.target.value ?? 0
  const { terms, wrong } = termsIn(fields, whole)
  const rows = rowsIn(fields)
  const nameOf = (unit: string) => page.units.find(one => one.id === unit)?.name ?? unit
  const setRows = (next: readonly Row[]) => set({ rows: typedRows(next) })
  const fill = (filled: DivisionTerms) => set({ rows: typedFrom(filled).rows })
  const lastYear = new Map(page.units.flatMap(unit => (unit.lastYear === null ? [] : [[unit.id, unit.lastYear] as const])))
  const absent = (kind: 'street' | 'department') => page.units.filter(unit => unit.kind === kind && !rows.some(row => row.unit === unit.id))
  const add = (units: readonly string[]) => setRows([...rows, ...units.filter(unit => !rows.some(row => row.unit === unit)).map(unit => ({ unit, share: '', weight: '', value: '' }))])

  const save = async () => {
    const { method, check, tolerance, digits, ground, parts } = terms
    const saved = await call(contract.revise, { params: { id: edition.id }, body: { method, check, tolerance, digits, ground, parts, version: edition.version } })
    forget()
    return saved
  }
  const run = async (does: () => Promise<unknown>) => {
    setDoing(true)
    setError(null)
    try {
      await does()
    } catch (failure) {
      setError(failure)
    } finally {
      await changed()
      setDoing(false)
    }
  }
  const propose = (reason: string | null) => run(async () => {
    const { version } = touched.length > 0 || edition.terms.whole !== whole ? await save() : edition
    await call(contract.propose, { params: { id: edition.id }, body: { reason, version } })
  })
  const { rest, fits } = balanceOf(terms, whole)
  const needsReason = !fits && rest !== null && !(terms.check === 'sum' && rest < 0)
  const paste = (at: number, field: NumberField, clipboard: string) => {
    const result = pasted(rows, at, field, clipboard, nameOf)
    setRows(result.rows)
    setNotice(result.unknown.length > 0 ? t({ zh: '没有对应单位，未填入：{names}', en: 'No such unit in the table, left out: {names}' }, { names: result.unknown.join('、') }) : '')
  }

  return (
    <form className={style['editor']} aria-label={t({ zh: '起草分解', en: 'Draft a division' })} onSubmit={event => { event.preventDefault(); void run(save) }}>
      <div className={style['settings']}>
        <Field label={{ zh: '怎样分', en: 'How it is divided' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={methodWords} value={fields.method} onChange={method => set({ method, check: checkFor(method, fields.check) })} />}</Field>
        <Field label={{ zh: '怎样核对', en: 'How it is checked' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={fields.method === 'own' ? { sum: checkWords.sum, none: checkWords.none } : { [fields.check]: fields.check === 'sum' ? checkWords.sum : checkWords['weighted-mean'] }} value={fields.check} onChange={check => set({ check })} />}</Field>
        <Field label={{ zh: '取到', en: 'Rounded to' }}>{tied => <WordSelect id={tied.id} aria-describedby={tied['aria-describedby']} words={digitWords} value={fields.digits} onChange={digits => set({ digits })} />}</Field>
        <Field label={{ zh: `允许误差（${page.line.unit}）`, en: `Tolerance (${unitText(page.line.unit, 'en')})` }}>{tied => <Input {...tied} inputMode="decimal" maxLength={12} value={fields.tolerance} onChange={event => set({ tolerance: event.target.value })} />}</Field>
        <Field label={{ zh: '依据', en: 'Ground' }} hint={fields.check === 'sum' ? { zh: '可不填', en: 'May be empty' } : { zh: '必填：权重取自哪里，或为何不核对', en: 'Needed: where the weights come from, or why nothing is checked' }}>{tied => <Input {...tied} maxLength={300} value={fields.ground} onChange={event => set({ ground: event.target.value })} />}</Field>
      </div>
      <div className={style['sticky']}>
        <BalanceLine terms={terms} whole={whole} measure={page.line.unit} />
        <p className={style['acts']}>
          <Button type="primary" disabled={wrong || rows.length === 0} loading={doing} onClick={() => (needsReason ? setAsking('rest') : void propose(null))}>{t({ zh: '下发各单位签认', en: 'Put before the units' })}</Button>
          <Button htmlType="submit" disabled={wrong} loading={doing}>{t(touched.length > 0 ? { zh: '保存草稿', en: 'Save the draft' } : { zh: '草稿已保存', en: 'Draft saved' })}</Button>
          <Button onClick={() => setAsking('withdraw')}>{t({ zh: '撤销', en: 'Withdraw' })}</Button>
        </p>
        {error !== null && <Failure error={error} kept={{ zh: '您填写的内容仍保留在这里。', en: 'What you entered is kept here.' }} />}
      </div>
      <div className={style['acts']}>
        {absent('street').length > 0 && <Button onClick={() => add(absent('street').map(unit => unit.id))}>{t({ zh: '加入全部街道（{n}）', en: 'Add all streets ({n})' }, { n: absent('street').length })}</Button>}
        {absent('department').length > 0 && <Button onClick={() => add(absent('department').map(unit => unit.id))}>{t({ zh: '加入全部部门（{n}）', en: 'Add all departments ({n})' }, { n: absent('department').length })}</Button>}
        {rows.length > 0 && <Button onClick={() => fill(evenly(terms))}>{t({ zh: '平均填入', en: 'Fill evenly' })}</Button>}
        {rows.length > 0 && lastYear.size > 0 && <Button onClick={() => fill(byLevels(terms, lastYear))}>{t(fields.method === 'weight' ? { zh: '按上年数作权重', en: 'Weigh by last year' } : { zh: '按上年占比填入', en: 'Fill by shares of last year' })}</Button>}
      </div>
      <SheetFill edition={edition} onTaken={forget} />
      {notice !== '' && <p role="status" className={style['warning']}>{notice}</p>}
      <PartRows rows={rows} terms={terms} page={page} onChange={setRows} onPaste={paste} onAdd={add} />
      <ConfirmWithReason
        open={asking !== null}
        title={asking === 'rest' ? { zh: '还没有分完，仍要下发？', en: 'A rest is not divided. Put it forward all the same?' } : { zh: '撤销这一版', en: 'Withdraw this edition' }}
        consequence={t(asking === 'rest' ? { zh: '余下的部分没有单位承担。请写明为什么，例如留作区本级承担。', en: 'No unit answers for the rest. Say why it stays, such as that the district itself takes it.' } : { zh: '草稿不再下发，经过保留。', en: 'The draft goes no further; its history stays.' })}
        act={asking === 'rest' ? { zh: '下发', en: 'Put forward' } : { zh: '撤销', en: 'Withdraw' }}
        atLeast={2}
        onConfirm={async reason => { if (asking === 'rest') await propose(reason); else await run(() => call(contract.withdraw, { params: { id: edition.id }, body: { reason, version: edition.version } })) }}
        onClose={() => setAsking(null)}
      />
    </form>
  )
}
