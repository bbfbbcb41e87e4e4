import { useQueryClient } from '@tanstack/react-query'
import { Button, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { type SavedView, viewsContract } from '../../../../../engines/cases/views/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { type Filter } from './case-filter.ts'
import style from './list.module.css'
import { useViews } from './use-cases.ts'

/** Keeps the present filter under a name; renames, orders, shares, removes what was kept; chooses with which the list begins. */
export function ViewsSheet({ filter, onClose }: { readonly filter: Filter; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const { data } = useViews()
  const [name, setName] = useState('')
  const [unit, setUnit] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [doing, setDoing] = useState(false)
  const act = async (work: () => Promise<unknown>) => {
    setDoing(true)
    setError(null)
    try {
      await work()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
      await queries.invalidateQueries({ queryKey: ['case-views'] })
    }
  }
  const own = (data?.items ?? []).filter(view => view.own), others = (data?.items ?? []).filter(view => !view.own), shareWith = data?.shareWith ?? []
  const swap = (at: number, by: number) => {
    const ids = own.map(view => view.id), [moved] = ids.splice(at, 1)
    if (moved !== undefined) ids.splice(at + by, 0, moved)
    return act(() => call(viewsContract.arrange, { body: { ids } }))
  }
  const start = (view: SavedView) => <Button size="small" aria-pressed={view.start} disabled={doing} onClick={() => void act(() => call(viewsContract.start, { body: { view: view.start ? null : view.id } }))}>{t(view.start ? { zh: '★ 首个视图（取消）', en: '★ First view (undo)' } : { zh: '设为首个视图', en: 'Begin with this' })}</Button>
  return (
    <Modal open title={t({ zh: '常用视图', en: 'Saved views' })} onCancel={onClose} footer={null} width={640} destroyOnHidden>
      <div className={style['views']}>
        <form className={style['views']} onSubmit={event => { event.preventDefault(); if (name.trim() !== '') void act(async () => { await call(viewsContract.save, { body: { name: name.trim(), query: filter, unit: unit === '' ? null : unit } }); setName('') }) }}>
          <Field label={{ zh: '把现在的条件存为', en: 'Keep the present filter as' }} hint={{ zh: '条件和次序一起保存；电话号码不保存', en: 'Filter and order are kept; a telephone number is not' }}>{tied => <Input {...tied} maxLength={40} value={name} onChange={event => setName(event.target.value)} />}</Field>
          {shareWith.length > 0 && <Field label={{ zh: '谁能看到', en: 'Who sees it' }}>{({ status: _status, ...tied }) => <Select<string> {...tied} value={unit} onChange={setUnit} options={[{ value: '', label: t({ zh: '只有我', en: 'Only me' }) }, ...shareWith.map(one => ({ value: one.id, label: t({ zh: '与{unit}共用', en: 'Shared with {unit}' }, { unit: one.name }) }))]} />}</Field>}
          <p><Button type="primary" htmlType="submit" loading={doing} disabled={name.trim() === ''}>{t({ zh: '保存视图', en: 'Save the view' })}</Button></p>
        </form>
        {error !== null && <Failure error={error} />}
        <ul>
          {own.map((view, at) => (
            <li key={view.id}>
              <Input aria-label={t({ zh: '名称', en: 'Name' })} defaultValue={view.name} key={view.name} maxLength={40} onBlur={event => { const next = event.target.value.trim(); if (next !== '' && next !== view.name) void act(() => call(viewsContract.edit, { params: { id: view.id }, body: { name: next } })) }} onPressEnter={event => event.currentTarget.blur()} />
              {view.unit && <span className={style['shared']}>{t({ zh: '共用', en: 'shared' })}</span>}
              <Button size="small" disabled={doing || at === 0} aria-label={t({ zh: '上移{name}', en: 'Move {name} up' }, { name: view.name })} onClick={() => void swap(at, -1)}>↑</Button>
              <Button size="small" disabled={doing || at === own.length - 1} aria-label={t({ zh: '下移{name}', en: 'Move {name} down' }, { name: view.name })} onClick={() => void swap(at, 1)}>↓</Button>
              {start(view)}
              <Button size="small" danger disabled={doing} aria-label={t({ zh: '删除{name}', en: 'Remove {name}' }, { name: view.name })} onClick={() => void act(() => call(viewsContract.remove, { params: { id: view.id } }))}>{t({ zh: '删除', en: 'Remove' })}</Button>
            </li>
          ))}
          {others.map(view => <li key={view.id}><span><span lang="zh-CN">{view.name}</span> <span className={style['shared']}>{t({ zh: '{by}共用', en: 'shared by {by}' }, { by: view.by })}</span></span>{start(view)}</li>)}
        </ul>
      </div>
    </Modal>
  )
}
