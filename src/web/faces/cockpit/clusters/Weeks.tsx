import { type ClusterView } from '../../../../engines/cases/clusters/contract.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import style from './clusters.module.css'

const WIDTH = 24, GAP = 4, HEIGHT = 40

/** How many came week by week, as bars with their numbers, and as a table. */
export function Weeks({ weeks }: { readonly weeks: ClusterView['weeks'] }) {
  const { language, t } = useLanguage()
  const most = Math.max(1, ...weeks.map(week => week.n))
  const label = t({ zh: '近{n}周每周件数', en: 'Cases in each of the last {n} weeks' }, { n: weeks.length })
  return (
    <figure className={style['weeks']}>
      <svg viewBox={`0 0 ${weeks.length * (WIDTH + GAP)} ${HEIGHT + 18}`} role="img" aria-label={label}>
        {weeks.map((week, i) => {
          const height = Math.round((week.n / most) * HEIGHT), x = i * (WIDTH + GAP)
          return (
            <g key={week.from}>
              <rect x={x} y={HEIGHT - Math.max(height, 1) + 14} width={WIDTH} height={Math.max(height, 1)} data-none={week.n === 0 || undefined} />
              {week.n > 0 && <text x={x + WIDTH / 2} y={HEIGHT - height + 10}>{week.n}</text>}
            </g>
          )
        })}
      </svg>
      <details>
        <summary>{label}</summary>
        <table>
          <thead><tr><th scope="col">{t({ zh: '周一', en: 'Week of' })}</th><th scope="col">{t({ zh: '件数', en: 'Cases' })}</th></tr></thead>
          <tbody>{weeks.map(week => <tr key={week.from}><th scope="row">{dayText(week.from, language)}</th><td>{week.n}</td></tr>)}</tbody>
        </table>
      </details>
    </figure>
  )
}
