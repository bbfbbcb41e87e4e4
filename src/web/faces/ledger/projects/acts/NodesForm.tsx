import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { ProjectAct } from '../../../../../engines/projects/schema.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import style from './acts.module.css'
import { useAct } from './use-act.ts'

type Row = { readonly key: string; readonly name: string; readonly weight: string; readonly planned: string; readonly after: readonly string[]; readonly reached: boolean }

/** The plan of nodes as rows: what, how much it weighs, by when, after which others. What was reached stays. */
export function NodesForm({ view, onClose }: { readonly view: ProjectView; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const { act, reload } = useAct(view)
  const [rows, setRows] = useState<readonly Row[]>(() => view.nodes.map(({ key, name, weight, planned, after, reached }) => ({ key, name, weight: String(weight), planned, after, reached: reached !== null })))
  const [reason, setReason] = useState('')
  const change = (i: number, more: Partial<Row>) => setRows(rows.map((row, j) => (i === j ? { ...row, ...more } : row)))
  const add = () => setRows([...rows, { key: freeKey(rows), name: '', weight: '1', planned: rows.at(-1)?.planned ?? today(), after: rows.length > 0 ? [rows.at(-1)?.key ?? ''] : [], reached: false }])
  const drop = (i: number) => setRows(rows.filter((_, j) => i !== j).map(row => ({ ...row, after: row.after.filter(key => key !== rows[i]?.key) })))
  const made = ProjectAct.safeParse({ kind: 'nodes-planned', nodes: rows.map(({ key, name, weight, planned, after }) => ({ key, name: name.trim(), weight: Number(weight.normalize('NFKC')), planned, after })), reason: reason.trim() }).data
  const send = async () => { if (made) { await act(made); onClose() } }
  return (
    <FormSheet open title={{ zh: '排定节点', en: 'Plan the nodes' }} act={{ zh: '保存', en: 'Save' }} ready={made !== undefined} onSubmit={send} onClose={onClose} onReload={reload}>
      <ol className={style['rows']}>
        {rows.map((row, i) => (
          <li key={row.key} className={style['row']}>
            <Field label={{ zh: `第${i + 1}个节点`, en: `Node ${i + 1}` }}>{tied => <Input {...tied} maxLength={60} value={row.name} onChange={event => change(i, { name: event.target.value })} />}</Field>
            <Field label={{ zh: '计划完成', en: 'Planned for' }}>{tied => <Input {...tied} type="date" value={row.planned} onChange={event => change(i, { planned: event.target.value })} />}</Field>
            <Field label={{ zh: '权重', en: 'Weight' }}>{tied => <Input {...tied} inputMode="decimal" maxLength={8} value={row.weight} onChange={event => change(i, { weight: event.target.value })} />}</Field>
            <Field label={{ zh: '前置节点', en: 'After' }}>{({ status: _status, ...tied }) => <Select<string[]> {...tied} mode="multiple" value={[...row.after]} onChange={after => change(i, { after })} options={rows.filter(other => other.key !== row.key).map(other => ({ value: other.key, label: other.name }))} />}</Field>
            <p>{row.reached ? t({ zh: '已完成，不能去掉', en: 'Reached: it stays' }) : <Button size="small" onClick={() => drop(i)}>{t({ zh: '去掉第{n}个', en: 'Take off {n}' }, { n: i + 1 })}</Button>}</p>
          </li>
        ))}
      </ol>
      <Button onClick={add}>{t({ zh: '增加节点', en: 'Add a node' })}</Button>
      <Field label={{ zh: '理由或依据', en: 'Why' }}>{tied => <Input {...tied} maxLength={300} value={reason} onChange={event => setReason(event.target.value)} />}</Field>
    </FormSheet>
  )
}

function freeKey(rows: readonly Row[]): string {
  for (let n = rows.length + 1; ; n += 1) if (!rows.some(row => row.key === `n-${n}`)) return `n-${n}`
}
