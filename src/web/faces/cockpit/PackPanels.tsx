import { type Cockpit } from '../../../server/views/contract.ts'
import { useUrlState } from '../../url-state.ts'
import { PackPanel } from './PackPanel.tsx'
import style from './PackPanels.module.css'

/** What is not headline, by the pack that carries it. Which panels are unfolded stands in the address. */
export function PackPanels({ panels }: { readonly panels: Cockpit['panels'] }) {
  const [all, setAll] = useUrlState('all')
  const unfolded = all.split(',').filter(key => key !== '')
  const fold = (key: string) => setAll(unfolded.includes(key) ? unfolded.filter(other => other !== key).join(',') : [...unfolded, key].join(','))
  return (
    <div className={style['panels']}>
      {panels.map(panel => {
        const key = keyOf(panel.name.en)
        return <PackPanel key={key} panel={panel} unfolded={unfolded.includes(key)} onFold={() => fold(key)} />
      })}
    </div>
  )
}

function keyOf(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
}
