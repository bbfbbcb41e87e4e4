import { Checkbox, Input, Select } from 'antd'
import { useState } from 'react'
import { contract, type HookRow } from '../../../../../engines/cases/sendings/contract.ts'
import { doneWords } from '../../../../../engines/cases/domain/words.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'

/** Registers a program that is told, or changes one. `onDone` is given the secret of a new one. */
export function HookForm({ hook, onClose, onDone }: { readonly hook: HookRow | null; readonly onClose: () => void; readonly onDone: (made: { readonly name: string; readonly secret: string } | null) => void }) {
  const { t } = useLanguage()
  const [name, setName] = useState(hook?.name ?? '')
  const [url, setUrl] = useState(hook?.url ?? 'https://')
  const [types, setTypes] = useState((hook?.types ?? []).join(' '))
  const [kinds, setKinds] = useState<readonly string[]>(hook?.kinds ?? [])
  const [active, setActive] = useState(hook?.active ?? true)
  const save = async () => {
    const body = { name: name.trim(), url: url.trim(), types: types.split(/[\s,，、]+/).filter(Boolean), kinds: [...kinds], active }
    if (hook) {
      await call(contract.changeHook, { params: { id: hook.id }, body: { ...body, version: hook.version } })
      onDone(null)
    } else onDone(await call(contract.makeHook, { body }))
  }
  return (
    <FormSheet open title={hook ? { zh: '修改推送地址', en: 'Change a program that is told' } : { zh: '登记推送地址', en: 'Register a program that is told' }} act={{ zh: '保存', en: 'Save' }} ready={name.trim().length > 0 && url.trim().length > 8} onSubmit={save} onClose={onClose}>
      <Field label={{ zh: '名称', en: 'Name' }}>{tied => <Input {...tied} maxLength={60} value={name} onChange={event => setName(event.target.value)} />}</Field>
      <Field label={{ zh: '网址', en: 'Address' }} hint={{ zh: '以 https:// 开头。', en: 'It begins with https://.' }}>{tied => <Input {...tied} maxLength={500} value={url} onChange={event => setUrl(event.target.value)} />}</Field>
      <Field label={{ zh: '只推送哪些事项类型（可不填）', en: 'Only these case types (may be left empty)' }} hint={{ zh: '填类型代码，以空格分隔，如 hotline-12345；不填为全部。', en: 'Codes of types with blanks between, such as hotline-12345; empty means all.' }}>{tied => <Input {...tied} value={types} onChange={event => setTypes(event.target.value)} />}</Field>
      <Field label={{ zh: '只推送哪些经过（可不选）', en: 'Only these events (may be left empty)' }}>{tied => <Select<string[]> {...tied} mode="multiple" value={[...kinds]} onChange={setKinds} optionFilterProp="label" options={Object.entries(doneWords).map(([value, label]) => ({ value, label: t(label) }))} />}</Field>
      <Checkbox checked={active} onChange={event => setActive(event.target.checked)}>{t({ zh: '推送（取消勾选即停用）', en: 'Tell it (unticked: it is told nothing)' })}</Checkbox>
    </FormSheet>
  )
}
