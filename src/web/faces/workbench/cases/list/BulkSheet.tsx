import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Input, Progress, Radio } from 'antd'
import { useState } from 'react'
import { type z } from 'zod'
import { bulkContract, type BulkKind, type BulkResult } from '../../../../../engines/cases/bulk/contract.ts'
import { type CaseRowView } from '../../../../../engines/cases/contract.ts'
import { actWords } from '../../../../../engines/cases/domain/words.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitSelect } from '../../../../parts/org/UnitSelect.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { isReady, moveForms, moveFrom, type MoveField } from '../page/move-forms.ts'
import { batchesOf } from './bulk-moves.ts'
import style from './list.module.css'

type Given = z.input<typeof bulkContract.bulk.body>
type BulkSheetProps = { readonly kind: BulkKind; readonly rows: readonly CaseRowView[]; readonly onClose: () => void; /** Those with which it was not done. */ readonly onDone: (failed: ReadonlySet<Id>) => void }

/** One step with many cases: what it says, then a preview that tells of each whether it may be, then one after another; what was refused can be tried again. */
export function BulkSheet({ kind, rows, onClose, onDone }: BulkSheetProps) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [shown] = useState(rows) // what is done leaves the selection, not the list of results
  const fields: readonly MoveField[] = moveForms[kind]
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [results, setResults] = useState<{ readonly of: 'preview' | 'done'; readonly items: readonly BulkResult[] } | null>(null)
  const [doing, setDoing] = useState<{ readonly done: number; readonly of: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const move = moveFrom(kind, fields, typed, []) as Given['move'] // the server holds it against the contract

  const run = async (cases: Given['cases'], dryRun: boolean, before: readonly BulkResult[]) => {
    setError(null)
    setDoing({ done: 0, of: cases.length })
    let items: readonly BulkResult[] = before
    try {
      for (const batch of batchesOf(cases)) {
        items = [...items, ...(await call(bulkContract.bulk, { body: { cases: [...batch], move, dryRun } })).items]
        setDoing({ done: items.length - before.length, of: cases.length })
        if (!dryRun) setResults({ of: 'done', items })
      }
      setResults({ of: dryRun ? 'preview' : 'done', items })
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(null)
      if (!dryRun) {
        const done = new Set(items.filter(item => item.refused === null).map(item => item.id))
        onDone(new Set(shown.map(row => row.id).filter(id => !done.has(id))))
        for (const key of ['cases', 'case', 'inbox']) void queries.invalidateQueries({ queryKey: [key] })
      }
    }
  }
  const may = results?.items.filter(item => item.refused === null) ?? [], not = results?.items.filter(item => item.refused !== null) ?? []
  const again = not.flatMap(({ id, seq }) => (seq === null ? [] : [{ id, seq }]))
  const set = (name: string, text: string) => { setTyped({ ...typed, [name]: text }); setResults(null) }
  const title = t({ zh: '{act}（{n}件）', en: '{act} ({n} cases)' }, { act: t(actWords[kind]), n: shown.length })
  return (
    <Drawer open title={title} onClose={onClose} size="min(640px, 100vw)" destroyOnHidden>
      <form className={style['result']} aria-label={title} onSubmit={event => { event.preventDefault(); void run(shown.map(({ id, seq }) => ({ id, seq })), true, []) }}>
        {results?.of !== 'done' && fields.map(field => (field.input === 'tick'
          ? <p key={field.name}><Checkbox checked={typed[field.name] === 'yes'} onChange={event => set(field.name, event.target.checked ? 'yes' : '')}>{t(field.label)}</Checkbox></p>
          : <Field key={field.name} label={field.label} {...(field.hint && { hint: field.hint })}>{tied => <BulkInput field={field} text={typed[field.name] ?? ''} set={text => set(field.name, text)} tied={tied} />}</Field>))}
        {doing && <Progress percent={Math.round((doing.done / doing.of) * 100)} aria-label={t({ zh: '进度', en: 'Progress' })} />}
        {error !== null && <Failure error={error} kept={{ zh: '已办成的不受影响；重试不会重复办理。', en: 'What was done stays; trying again does nothing twice.' }} />}
        {results && (
          <p role="status">
            {t(results.of === 'preview' ? { zh: '可以办理{may}件，不能办理{not}件。', en: 'May be done with {may}, not with {not}.' } : { zh: '已办理{may}件，未办理{not}件。', en: 'Done with {may}, not with {not}.' }, { may: may.length, not: not.length })}
          </p>
        )}
        {results?.of === 'preview' && may.length > 0 && <ul className={style['results']}>{may.map(item => <li key={item.id}>✓ {item.number} <span lang="zh-CN">{item.title}</span></li>)}</ul>}
        {not.length > 0 && <ul className={style['results']}>{not.map(item => <li key={item.id}>{item.number ?? t({ zh: '（看不到的工单）', en: '(a case you do not see)' })} <span lang="zh-CN">{item.title}</span><br /><span className={style['aside']}>{item.refused && t(item.refused.said)}</span></li>)}</ul>}
        <p className={style['tools']}>
          {results === null && <Button type="primary" htmlType="submit" loading={doing !== null} disabled={!isReady(fields, typed, [])}>{t({ zh: '预览', en: 'Preview' })}</Button>}
          {results?.of === 'preview' && <Button type="primary" loading={doing !== null} disabled={may.length === 0} onClick={() => void run(may.map(({ id, seq }) => ({ id, seq: seq ?? 1 })), false, [])}>{t({ zh: '{act}{n}件', en: '{act}: {n}' }, { act: t(actWords[kind]), n: may.length })}</Button>}
          {results?.of === 'done' && again.length > 0 && <Button loading={doing !== null} onClick={() => void run(again, false, may)}>{t({ zh: '再试未办理的', en: 'Try those again' })}</Button>}
          <Button onClick={onClose}>{t(results?.of === 'done' ? { zh: '完成', en: 'Done' } : { zh: '取消', en: 'Cancel' })}</Button>
        </p>
      </form>
    </Drawer>
  )
}

/** The few kinds of field that steps for many cases have. */
function BulkInput({ field, text, set, tied }: { readonly field: MoveField; readonly text: string; readonly set: (text: string) => void; readonly tied: { readonly id: string; readonly 'aria-describedby': string; readonly status: '' | 'error' } }) {
  const { t } = useLanguage()
  const { status: _status, ...named } = tied
  switch (field.input) {
    case 'unit': return <UnitSelect {...named} value={text === '' ? [] : [text]} onChange={units => set(units[0] ?? '')} />
    case 'units': return <UnitSelect {...named} several value={text === '' ? [] : text.split(',')} onChange={units => set(units.join(','))} />
    case 'yes-no': return <Radio.Group {...named} aria-label={t(field.label)} value={text} onChange={event => set(String(event.target.value))} options={(field.choices ?? []).map(one => ({ value: one.key, label: t(one.name) }))} />
    default: return <Input.TextArea {...tied} rows={4} maxLength={2000} value={text} onChange={event => set(event.target.value)} />
  }
}
