import { Input } from 'antd'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './parts.module.css'

/** A day in the address (`?from=2023-05-01`). */
export function DayFilter({ name, label }: { readonly name: string; readonly label: Label }) {
  const { t } = useLanguage()
  const [day, setDay] = useUrlState(name)
  return (
    <label className={style['day']}>
      <span>{t(label)}</span>
      <Input type="date" min="1949-10-01" max="2100-12-31" value={day} onChange={event => setDay(event.target.value)} />
    </label>
  )
}
