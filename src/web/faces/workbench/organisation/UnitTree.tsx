import { useState } from 'react'
import { type UnitRow } from '../../../../engines/org/contract.ts'
import { type Day } from '../../../../kernel/time.ts'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { kindOrder, unitKinds } from './org-words.ts'
import style from './organisation.module.css'
import { UnitLink } from './UnitLink.tsx'
import { useUnits } from './use-units.ts'

type UnitTreeProps = {
  readonly on: Day
  readonly chosen: string
  /** Units above the chosen one, which are unfolded so that it is seen. */
  readonly above: readonly string[]
}

/** The district's units as a tree; what is below a unit is asked for when it is unfolded. */
export function UnitTree({ on, chosen, above }: UnitTreeProps) {
  const { t } = useLanguage()
  const roots = useUnits({ kind: 'district' }, on)
  if (roots.isPending) return <Loading lines={8} />
  if (roots.isError) return <Failure error={roots.error} retry={() => void roots.refetch()} />
  if (roots.data.length === 0) return <Empty title={{ zh: '这一天还没有单位', en: 'There were no units on this day' }} next={{ zh: '换一个较晚的日期。', en: 'Choose a later day.' }} />
  return (
    <nav aria-label={t({ zh: '单位', en: 'Units' })} className={style['tree']}>
      <ul>{roots.data.map(unit => <Branch key={unit.id} unit={unit} on={on} chosen={chosen} above={above} unfolded />)}</ul>
    </nav>
  )
}

function Branch({ unit, on, chosen, above, unfolded = false }: UnitTreeProps & { readonly unit: UnitRow; readonly unfolded?: boolean }) {
  const { t } = useLanguage()
  const [folded, setFolded] = useState<boolean | null>(null)
  const open = unit.below > 0 && (folded === null ? unfolded || above.includes(unit.id) : !folded)
  const below = useUnits({ parent: unit.id }, on, open)
  const kinds = kindOrder.filter(kind => below.data?.some(child => child.kind === kind))
  return (
    <li>
      <div className={style['node']}>
        {unit.below > 0
          ? <button type="button" className={style['fold']} aria-expanded={open} aria-label={t({ zh: '{name}的下级单位', en: 'Units below {name}' }, { name: unit.name })} onClick={() => setFolded(open)}>{open ? '−' : '+'}</button>
          : <span className={style['leaf']} />}
        <UnitLink unit={unit} current={unit.id === chosen} />
        {unit.below > 0 && <small>{unit.below}</small>}
      </div>
      {open && (
        <div className={style['branch']}>
          {below.isPending && <p>{t({ zh: '正在读取……', en: 'Loading…' })}</p>}
          {below.isError && <Failure error={below.error} retry={() => void below.refetch()} />}
          {kinds.map(kind => {
            const units = (below.data ?? []).filter(child => child.kind === kind)
            return (
              <div key={kind}>
                {kinds.length > 1 && <p className={style['kind']}>{t(unitKinds[kind])} {units.length}</p>}
                <ul>{units.map(child => <Branch key={child.id} unit={child} on={on} chosen={chosen} above={above} />)}</ul>
              </div>
            )
          })}
        </div>
      )}
    </li>
  )
}
