import { type BoardView } from '../../../../engines/cases/figures/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { Count } from './Count.tsx'
import { listOf, openCounts } from './drill.ts'
import style from './board.module.css'

const more = [
  { key: 'undispatched', name: { zh: '待派遣', en: 'Not dispatched' }, filter: { open: 'true', undispatched: 'true' } },
  { key: 'suspended', name: { zh: '已挂起', en: 'Suspended' }, filter: { state: 'suspended' } },
  { key: 'joint', name: { zh: '联合督办', en: 'Jointly supervised' }, filter: { open: 'true', joint: 'true' } },
] as const

/** What is in hand now, in seven numbers. */
export function BoardHead({ view: { base, open } }: { readonly view: BoardView }) {
  const { t } = useLanguage()
  const numbers: readonly { readonly key: keyof BoardView['open']; readonly name: Label; readonly filter: Readonly<Record<string, string>> }[] = [...openCounts, ...more]
  return (
    <dl className={style['head']}>
      {numbers.map(({ key, name, filter }) => (
        <div key={key}>
          <dt>{t(name)}</dt>
          <dd><Count n={open[key]} to={listOf(base, filter)} what={t(name)} /><small>{t({ zh: '件', en: '' })}</small></dd>
        </div>
      ))}
    </dl>
  )
}
