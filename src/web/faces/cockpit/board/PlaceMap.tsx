import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { type BoardView } from '../../../../engines/cases/figures/contract.ts'
import { contract as orgContract } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { GroupTable } from './GroupTable.tsx'
import { listOf } from './drill.ts'
import { drawn } from '../../../parts/org/outline-map.ts'
import { heatOf } from './place-heat.ts'
import style from './board.module.css'

const WIDTH = 560

/** Where it comes from: a schematic map, darker where more came in during seven days, and the same as a table. */
export function PlaceMap({ view: { base, places } }: { readonly view: BoardView }) {
  const { t } = useLanguage()
  const street = base['within']
  const query = street === undefined ? { kind: 'street' as const } : { kind: 'community' as const, parent: street }
  const outlines = useQuery({ queryKey: ['outlines', street ?? ''], queryFn: ({ signal }) => call(orgContract.outlines, { query, signal }), staleTime: 3_600_000 })
  const items = outlines.data?.items ?? []
  const of = new Map(places.map(place => [place.id, place]))
  const most = Math.max(0, ...places.map(place => place.recent))
  const hottest = places.toSorted((a, b) => b.recent - a.recent)[0]
  const finding = hottest && hottest.recent > 0
    ? t({ zh: '近7天{name}新增最多，{n}件。', en: 'During seven days most came in from {name}: {n}.' }, { name: t(hottest.name), n: hottest.recent })
    : t({ zh: '近7天各处没有新增。', en: 'Nothing came in from anywhere during seven days.' })
  const map = items.length > 0 ? drawn(items.map(item => item.ring), WIDTH) : null
  return (
    <>
      <p className={style['finding']}>{finding}</p>
      <div className={style['two']}>
        {map && (
          <figure>
            <svg className={style['map']} viewBox={`-2 -2 ${WIDTH + 4} ${map.height + 4}`} role="group" aria-label={t({ zh: '示意图：近7天新增', en: 'Schematic map: new in seven days' })}>
              {items.map((item, i) => {
                const place = of.get(item.unit), n = place?.recent ?? 0
                const [x, y] = map.centres[i] ?? [0, 0]
                const short = item.name.replace(/街道$|社区$/, '')
                const name = t({ zh: '{short} {n}（{name}近7天新增{n}件，在办{open}件）', en: '{short} {n} ({name}: {n} new in seven days, {open} open)' }, { short, name: item.name, n, open: place?.open ?? 0 })
                return (
                  <Link key={`${item.unit}-${i}`} to={listOf(base, { within: item.unit, open: 'true' })} aria-label={name}>
                    <path d={map.paths[i]} data-heat={heatOf(n, most)}><title>{name}</title></path>
                    <text x={x} y={y - 3}>{short}</text>{' '}
                    <text x={x} y={y + 13} data-n="">{n}</text>
                  </Link>
                )
              })}
            </svg>
            <figcaption className={style['note']}>{t({ zh: '示意图，非实测边界；颜色越深，近7天新增越多，数字为件数。', en: 'A schematic map, no surveyed borders; the darker, the more came in during seven days; the number is how many.' })}</figcaption>
          </figure>
        )}
        <GroupTable caption={{ zh: '各处在办和近7天新增', en: 'Open and new by place' }} head={street === undefined ? { zh: '街道', en: 'Street' } : { zh: '社区', en: 'Community' }} base={base} rows={places} first={{ name: { zh: '近7天新增', en: 'New in 7 days' }, n: place => place.recent }} />
      </div>
    </>
  )
}
