import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../../engines/org/contract.ts'
import { type Outline } from '../../../../../engines/org/schema.ts'
import { call } from '../../../../client.ts'
import { noNumber } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

/** Where it is: the unit, the address, and a small map of the streets with the point on it where one is known. */
export function PlacePanel({ opened: { view, present } }: { readonly opened: Opened }) {
  const { t } = useLanguage()
  const { unit, address, point } = present.place
  return (
    <Panel title={t({ zh: '地点', en: 'Place' })}>
      <p lang="zh-CN">{[unit === null ? null : view.names[unit] ?? noNumber, address].filter(text => text !== null).join(' · ') || t({ zh: '没有写明地点', en: 'No place is given' })}</p>
      {(point || unit) && <SmallMap point={point} unit={unit} />}
    </Panel>
  )
}

type Point = { readonly lng: number; readonly lat: number }

function SmallMap({ point, unit }: { readonly point: Point | null; readonly unit: string | null }) {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['outlines', 'street'], queryFn: ({ signal }) => call(contract.outlines, { query: { kind: 'street' }, signal }), staleTime: Infinity })
  const outlines = asked.data?.items ?? []
  const named = outlines.find(one => one.unit === unit) ?? (point ? outlines.find(one => holds(one, point)) : undefined)
  if (outlines.length === 0 || (!point && !named)) return null
  const corners = outlines.flatMap(one => one.ring)
  const [west, east] = [Math.min(...corners.map(c => c[0])), Math.max(...corners.map(c => c[0]))]
  const [south, north] = [Math.min(...corners.map(c => c[1])), Math.max(...corners.map(c => c[1]))]
  // A degree of longitude is shorter than one of latitude by the cosine.
  const across = Math.cos(((south + north) / 2) * (Math.PI / 180))
  const scale = 300 / ((east - west) * across)
  const at = ([lng, lat]: readonly [number, number]) => [((lng - west) * across * scale).toFixed(1), ((north - lat) * scale).toFixed(1)] as const
  const height = Math.ceil((north - south) * scale)
  const words = named ? t({ zh: '示意图：位于{street}', en: 'Schematic map: in {street}' }, { street: named.name }) : t({ zh: '示意图', en: 'Schematic map' })
  return (
    <figure className={style['map']}>
      <svg viewBox={`-4 -4 308 ${height + 8}`} role="img" aria-label={words}>
        {outlines.map(one => <path key={one.unit} className={one === named ? style['here'] : undefined} d={`M${one.ring.map(corner => at(corner).join(' ')).join('L')}Z`} />)}
        {point && <circle cx={at([point.lng, point.lat])[0]} cy={at([point.lng, point.lat])[1]} r="5" />}
      </svg>
      <figcaption className={style['small']}>{words}{outlines.some(one => one.generated) && t({ zh: '（轮廓为演示生成，非法定界线）', en: ' (outlines are made up for the demonstration; no legal boundaries)' })}</figcaption>
    </figure>
  )
}

/** Is the point within the ring? Counted by the edges that a ray to the east crosses. */
function holds({ ring }: Pick<Outline, 'ring'>, { lng, lat }: Point): boolean {
  return ring.reduce((inside, [x, y], i) => {
    const [px, py] = ring[i === 0 ? ring.length - 1 : i - 1] ?? [x, y]
    return (y > lat) !== (py > lat) && lng < ((px - x) * (lat - y)) / (py - y) + x ? !inside : inside
  }, false)
}
