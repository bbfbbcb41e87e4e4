import { Link, useLocation } from 'react-router'
import { useLanguage } from '../../../language.tsx'
import { SystemSign } from './SystemSign.tsx'
import { states, type SystemLine, type SystemState } from './system-states.ts'
import style from './systems.module.css'

type GroupCountsProps = { readonly lines: readonly SystemLine[]; readonly counts: Readonly<Record<SystemState, number>> }

/** How many systems of each part are there, partly there, not there yet; each number leads to those systems. */
export function GroupCounts({ lines, counts }: GroupCountsProps) {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const groups = [...new Map(lines.map(line => [line.group, line.groupName]))]
  const count = (group: string, state: SystemState) => lines.filter(line => line.group === group && line.state === state).length
  const link = (n: number, query: Readonly<Record<string, string>>) => (n === 0 ? '0' : <Link to={{ pathname, search: `?${new URLSearchParams(query).toString()}` }}>{n}</Link>)
  return (
    <div className={style['scroll']}>
      <table className={style['counts']}>
        <caption className="unseen">{t({ zh: '各领域系统数', en: 'Systems by part' })}</caption>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '领域', en: 'Part' })}</th>
            {states.map(state => <th key={state} scope="col"><SystemSign state={state} /></th>)}
            <th scope="col">{t({ zh: '合计', en: 'All' })}</th>
          </tr>
        </thead>
        <tbody>
          {groups.map(([group, name]) => (
            <tr key={group}>
              <th scope="row">{t(name)}</th>
              {states.map(state => <td key={state}>{link(count(group, state), { group, state })}</td>)}
              <td>{link(lines.filter(line => line.group === group).length, { group })}</td>
            </tr>
          ))}
          <tr className={style['sum']}>
            <th scope="row">{t({ zh: '合计', en: 'All' })}</th>
            {states.map(state => <td key={state}>{link(counts[state], { state })}</td>)}
            <td>{lines.length}</td>
          </tr>
        </tbody>
      </table>
    </div>
  )
}
