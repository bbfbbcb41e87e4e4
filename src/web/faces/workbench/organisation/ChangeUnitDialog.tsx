import { Input } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/org/contract.ts'
import { type Unit, type UnitEvent } from '../../../../engines/org/schema.ts'
import { type Label } from '../../../../kernel/label.ts'
import { type Body } from '../../../../kernel/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Problem } from '../../../problem.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { Field } from '../../../ui/Field.tsx'
import style from './organisation.module.css'
import { UnitPicker } from './UnitPicker.tsx'
import { today } from './use-day.ts'
import { useOrgChange } from './use-org-change.ts'

type Kind = Exclude<UnitEvent['kind'], 'founded'>
type Event = Body<typeof contract.change>['event']

const words: Readonly<Record<Kind, { readonly title: Label; readonly act: Label; readonly what: Label; readonly target?: Label }>> = {
  renamed: { title: { zh: '更名：{name}', en: 'Rename {name}' }, act: { zh: '更名', en: 'Rename' }, what: { zh: '原名保留在沿革里，以往文件和数值仍按原名显示。', en: 'The old name stays in the history; what was said under it is still shown so.' } },
  moved: { title: { zh: '改隶：{name}', en: 'Move {name}' }, act: { zh: '改隶', en: 'Move' }, what: { zh: '自该日起由新的上级管理，下级单位随之。', en: 'From that day on it reports to the new superior, with all units below it.' }, target: { zh: '新的上级单位', en: 'New superior' } },
  merged: { title: { zh: '合并：{name}', en: 'Merge {name}' }, act: { zh: '合并', en: 'Merge' }, what: { zh: '该单位自该日起不再存在，职责并入另一单位。不能恢复。', en: 'The unit ends on that day and its duties go to another. This cannot be taken back.' }, target: { zh: '并入的单位', en: 'Merged into' } },
  split: { title: { zh: '拆分：{name}', en: 'Split {name}' }, act: { zh: '拆分', en: 'Split' }, what: { zh: '该单位自该日起不再存在，由下列单位承接（须先设立，至少两个）。不能恢复。', en: 'The unit ends on that day; these units (founded before, at least two) take over. This cannot be taken back.' }, target: { zh: '承接的单位（至少两个）', en: 'Taken over by (at least two)' } },
  dissolved: { title: { zh: '撤销：{name}', en: 'Dissolve {name}' }, act: { zh: '撤销', en: 'Dissolve' }, what: { zh: '该单位自该日起不再存在。不能恢复。', en: 'The unit ends on that day. This cannot be taken back.' } },
}

/** A change in the life of a unit, from a day on, with the reason. */
export function ChangeUnitDialog({ unit, kind, onClose }: { readonly unit: Unit; readonly kind: Kind; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useOrgChange()
  const [on, setOn] = useState(today)
  const [name, setName] = useState(unit.name)
  const [targets, setTargets] = useState<readonly string[]>([])
  const { title, act, what, target } = words[kind]
  const filled = (label: Label): Label => ({ zh: label.zh.replace('{name}', unit.name), en: label.en.replace('{name}', unit.name) })
  const change = async (reason: string) => {
    const event = eventOf(kind, on, name, targets)
    if (!event) throw new Problem({ kind: 'incomplete', status: 400, said: { zh: '还没有填完：请填日期和上面的各项。', en: 'Not everything is filled in yet: the day and the fields above.' } })
    await call(contract.change, { params: { id: unit.id }, body: { version: unit.version, event, reason } })
    await changed()
  }
  return (
    <ConfirmWithReason
      open title={filled(title)} act={act} onConfirm={change} onClose={onClose}
      consequence={(
        <div className={style['form']}>
          <p>{t(what)}</p>
          <Field label={{ zh: '自哪一天起', en: 'From which day' }}>{tied => <Input {...tied} type="date" value={on} onChange={event => setOn(event.target.value)} />}</Field>
          {kind === 'renamed' && <Field label={{ zh: '新名称', en: 'New name' }}>{tied => <Input {...tied} maxLength={60} value={name} onChange={event => setName(event.target.value)} />}</Field>}
          {target && <Field label={target}>{tied => <UnitPicker id={tied.id} aria-describedby={tied['aria-describedby']} several={kind === 'split'} value={targets} onChange={setTargets} />}</Field>}
        </div>
      )}
    />
  )
}

function eventOf(kind: Kind, on: string, name: string, targets: readonly string[]): Event | null {
  const [first] = targets
  if (on === '') return null
  switch (kind) {
    case 'renamed': return name.trim() === '' ? null : { kind, on, name: name.trim() }
    case 'moved': return first ? { kind, on, parent: first } : null
    case 'merged': return first ? { kind, on, into: first } : null
    case 'split': return targets.length >= 2 ? { kind, on, into: [...targets] } : null
    case 'dissolved': return { kind, on }
  }
}
