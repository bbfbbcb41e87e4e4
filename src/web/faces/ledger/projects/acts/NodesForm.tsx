import { Button, Input, Select } from 'antd'
import { useMemo } from 'react'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from './acts.module.css'
import { type NodeRow, nodeRows, nodesPlanned, plannedRows, textOf, withoutRow, withRow } from './rows.ts'
import { useAct } from './use-act.ts'

/** The plan of nodes as rows: what, how much it weighs, by when, after which others. What was reached stays. */
export function NodesForm({ view, onClose }: { readonly view: ProjectView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useAct(view)
  const first = useMemo(() => ({ rows: textOf(plannedRows(view.nodes)), reason: '' }), [view.nodes])
  const { fields, set, forget } = useDraft(`project-nodes-${view.id}`, first)
  const rows = nodeRows(fields.rows), made = nodesPlanned(rows, fields.reason)
  const reached = new Set(view.nodes.filter(node => node.reached !== null).map(node => node.key))
  const put = (next: readonly NodeRow[]) => set({ rows: textOf(next) })
  const change = (key: string, more: Partial<NodeRow>) => put(rows.map(row => (row.key === key ? { ...row, ...more } : row)))
  const send = async () => {
    if (!made) return
    await act(made)
    forget()
    onClose()
  }
  return (
    <FormSheet open title={{ zh: '排定节点', en: 'Plan the nodes' }} act={{ zh: '保存', en: 'Save' }} ready={made !== null} onSubmit={send} onClose={onClose} onReload={reload}>
      <ol className={style['rows']}>
        {rows.map((row, i) => (
          <li key={row.key} className={style['row']}>
            <Field label={{ zh: `第${i + 1}个节点`, en: `Node ${i + 1}` }}>{tied => <Input {...tied} maxLength={60} value={row.name} onChange={event => change(row.key, { name: event.target.value })} />}</Field>
            <Field label={{ zh: '计划完成', en: 'Planned for' }}>{tied => <Input {...tied} type="date" value={row.planned} onChange={event => change(row.key, { planned: event.target.value })} />}</Field>
            <Field label={{ zh: '前置节点', en: 'After' }}>{({ status: _status, ...tied }) => <Select<string[]> {...tied} mode="multiple" value={row.after} onChange={after => change(row.key, { after })} options={rows.filter(other => other.key !== row.key).map(other => ({ value: other.key, label: other.name }))} />}</Field>
            <Field label={{ zh: '权重', en: 'Weight' }}>{tied => <Input {...tied} inputMode="decimal" maxLength={8} value={row.weight} onChange={event => change(row.key, { weight: event.target.value })} />}</Field>
            <p>{reached.has(row.key) ? t({ zh: '已完成，不能去掉', en: 'Reached: it stays' }) : <Button size="small" onClick={() => put(withoutRow(rows, row.key))}>{t({ zh: '去掉第{n}个', en: 'Take off {n}' }, { n: i + 1 })}</Button>}</p>
          </li>
        ))}
      </ol>
      <Button disabled={rows.length >= 60} onClick={() => put(withRow(rows, view.nodes.map(node => node.key), today()))}>{t({ zh: '增加节点', en: 'Add a node' })}</Button>
      <Field label={{ zh: '理由或依据', en: 'Why' }}>{tied => <Input {...tied} maxLength={300} value={fields.reason} onChange={event => set({ reason: event.target.value })} />}</Field>
    </FormSheet>
  )
}
