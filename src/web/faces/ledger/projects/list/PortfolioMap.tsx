import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useSearchParams } from 'react-router'
import { contract as orgContract } from '../../../../../engines/org/contract.ts'
import { type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type Light, lightOrder } from '../../../../../kernel/light.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { drawn } from '../../../../parts/org/outline-map.ts'
import { Failure } from '../../../../ui/Failure.tsx'
import { LightGlyph, LightShape } from '../../../../ui/LightShape.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import style from './list.module.css'
import { byStreet, type StreetSums } from './streets.ts'

const WIDTH = 640

/** Where the projects are: the streets on a schematic map, each with the worst light in it and how many there are, and the same as a table. */
export function PortfolioMap({ rows, whole, loading, more }: { readonly rows: readonly ProjectRow[]; readonly whole: number; readonly loading: boolean; readonly more: () => void }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const outlines = useQuery({ queryKey: ['outlines', ''], queryFn: ({ signal }) => call(orgContract.outlines, { query: { kind: 'street' }, signal }), staleTime: 3_600_000 })
  if (outlines.isPending) return <Loading lines={8} />
  if (outlines.isError) return <Failure error={outlines.error} retry={() => void outlines.refetch()} />
  const { items } = outlines.data, { streets, unplaced } = byStreet(rows, items), of = new Map(streets.map(one => [one.street.id, one]))
  const within = (street: string) => { const after = new URLSearchParams(search); after.set('within', street); after.delete('view'); return `?${after.toString()}` }
  const map = items.length > 0 ? drawn(items.map(item => item.ring), WIDTH) : null
  return (
    <>
      {rows.length < whole && <p className={style['soft']}>{t({ zh: '只画了已显示的{n}个项目，共{whole}个。', en: 'Of the {n} projects shown, of {whole}.' }, { n: rows.length, whole })} <Button size="small" className="unprinted" onClick={more} loading={loading}>{t({ zh: '再显示一些', en: 'Show more' })}</Button></p>}
      <div className={style['two']}>
        {map && (
          <figure className={style['figure']}>
            <svg className={style['map']} viewBox={`-2 -2 ${WIDTH + 4} ${map.height + 4}`} role="group" aria-label={t({ zh: '示意图：各街道项目和最差的灯', en: 'Schematic map: projects by street and the worst light' })}>
              {items.map((item, i) => {
                const [x, y] = map.centres[i] ?? [0, 0], sums = of.get(item.unit), n = sums?.projects ?? 0
                const short = item.name.replace(/街道$/, '')
                // What is read out begins with what is drawn.
                const name = t({ zh: '{short} {n}（{name}{n}个项目）', en: '{short} {n} ({name}: {n} projects)' }, { short, name: item.name, n })
                return (
                  <Link key={`${item.unit}-${i}`} to={within(item.unit)} aria-label={name}>
                    <path d={map.paths[i]}><title>{name}</title></path>
                    <text x={x} y={y - 4}>{short}</text>{' '}
                    {sums?.worst && <LightGlyph light={sums.worst} x={x - 18} y={y + 2} />}
                    <text x={x + 8} y={y + 15} data-n="">{n}</text>
                  </Link>
                )
              })}
            </svg>
            <figcaption className={style['soft']}>{t({ zh: '示意图，非实测边界；图形是该街道最差的灯，数字为项目数。点街道看其中的项目。', en: 'A schematic map, no surveyed borders; the shape is the worst light of the street, the number how many projects there are. Open a street for its projects.' })}</figcaption>
          </figure>
        )}
        <Streets streets={streets} unplaced={unplaced} within={within} />
      </div>
    </>
  )
}

function Streets({ streets, unplaced, within }: { readonly streets: readonly StreetSums[]; readonly unplaced: number; readonly within: (street: string) => string }) {
  const { t } = useLanguage()
  const worstFirst = streets.filter(one => one.projects > 0).toSorted((a, b) => rank(a.worst) - rank(b.worst) || b.projects - a.projects)
  return (
    <div className={style['scroll']}>
      <table className={style['streets']}>
        <caption className="unseen">{t({ zh: '各街道的项目和亮灯', en: 'Projects and lights by street' })}</caption>
        <thead><tr><th scope="col">{t({ zh: '街道', en: 'Street' })}</th><th scope="col" className={style['n']}>{t({ zh: '项目', en: 'Projects' })}</th><th scope="col">{t({ zh: '亮灯', en: 'Lights' })}</th></tr></thead>
        <tbody>
          {worstFirst.map(({ street, projects, lights }) => (
            <tr key={street.id}>
              <th scope="row"><Link lang="zh-CN" to={within(street.id)}>{street.name}</Link></th>
              <td className={style['n']}>{projects}</td>
              <td><span className={style['lights']}>{lightOrder.filter(light => (lights[light] ?? 0) > 0).map(light => <span key={light}><LightShape light={light} /> {lights[light]}</span>)}</span></td>
            </tr>
          ))}
        </tbody>
      </table>
      {worstFirst.length === 0 && <p>{t({ zh: '没有能画在图上的项目。', en: 'No project can be drawn on the map.' })}</p>}
      {unplaced > 0 && <p className={style['soft']}>{t({ zh: '{n}个项目没有位置，或不在任何街道之内，没有画在图上。', en: '{n} projects have no point, or lie in no street, and are not on the map.' }, { n: unplaced })}</p>}
    </div>
  )
}

const rank = (light: Light | null) => (light === null ? lightOrder.length : lightOrder.indexOf(light))
