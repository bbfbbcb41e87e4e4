import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { type Unit, type UnitEvent } from '../../../../engines/org/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { AppointDialog } from './AppointDialog.tsx'
import { AssignDialog } from './AssignDialog.tsx'
import { ChangeUnitDialog } from './ChangeUnitDialog.tsx'
import { FoundUnitDialog } from './FoundUnitDialog.tsx'
import { unitEvents } from './org-words.ts'
import { today } from './use-day.ts'

type Act = Exclude<UnitEvent['kind'], 'founded'> | 'found' | 'appoint' | 'assign'

const changes = ['renamed', 'moved', 'merged', 'split', 'dissolved'] as const

/** What an administrator can do with a unit. History is only written forward. */
export function UnitActions({ unit }: { readonly unit: Unit }) {
  const { t } = useLanguage()
  const [act, setAct] = useState<Act | null>(null)
  const close = () => setAct(null)
  const change = changes.find(kind => kind === act)
  return (
    <div className="unprinted">
      <Dropdown
        trigger={['click']}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the menu by keyboard is taken into it
        autoFocus
        getPopupContainer={trigger => trigger.parentElement ?? document.body}
        menu={{
          items: [
            { key: 'found', label: t({ zh: '设立下级单位或专班', en: 'Found a unit or task force below' }), onClick: () => setAct('found') },
            { key: 'appoint', label: t({ zh: '任职', en: 'Appoint somebody here' }), onClick: () => setAct('appoint') },
            { key: 'assign', label: t({ zh: '划定管辖', en: 'Assign jurisdiction' }), onClick: () => setAct('assign') },
            ...(unit.until === null || today() < unit.until ? [{ type: 'divider' as const }, ...changes.map(kind => ({ key: kind, label: t(unitEvents[kind]), onClick: () => setAct(kind) }))] : []),
          ],
        }}
      >
        <Button aria-haspopup="menu">{t({ zh: '办理', en: 'Change' })}</Button>
      </Dropdown>
      {change && <ChangeUnitDialog unit={unit} kind={change} onClose={close} />}
      {act === 'found' && <FoundUnitDialog parent={unit} onClose={close} />}
      {act === 'appoint' && <AppointDialog unit={unit} onClose={close} />}
      {act === 'assign' && <AssignDialog unit={unit} onClose={close} />}
    </div>
  )
}
