import { Link } from 'react-router'
import { type Id } from '../../../../../kernel/id.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './routing.module.css'
import { useNearby } from './use-routing.ts'

type NearbyProps = { readonly type: string; readonly category: string; readonly point: { readonly lng: number; readonly lat: number } | null; readonly except?: Id }

/** Open cases of the same kind nearby, so that one matter does not become three cases. Nothing is shown where there is none, or no point on the map. */
export function Nearby({ point, category, ...rest }: NearbyProps) {
  return point && category !== '' ? <Found point={point} category={category} {...rest} /> : null
}

function Found(props: Omit<NearbyProps, 'point'> & { readonly point: NonNullable<NearbyProps['point']> }) {
  const { t, language } = useLanguage()
  const { data } = useNearby(props)
  if (!data || data.items.length === 0) return null
  return (
    <Panel title={t({ zh: '附近可能是同一件事', en: 'Nearby, perhaps the same matter' })}>
      <p className={style['why']}>{t({ zh: '{metres}米以内、{days}天内、同类、未办结', en: 'Open, of the same kind, within {metres} m and {days} days' }, { metres: data.withinMetres, days: data.sinceDays })}</p>
      <ul className={style['near']}>
        {data.items.map((item, i) => (
          <li key={item.seen?.id ?? i}>
            {item.seen ? <Link to={`/cases/${item.seen.id}`} lang="zh-CN">{item.seen.title}</Link> : <CategoryPath path={item.category.slice(-1)} />}
            <p className={style['why']}>{[t({ zh: '{metres}米', en: '{metres} m' }, { metres: item.metres }), item.street, dayText(item.openedOn, language), t({ zh: '{n}人反映', en: '{n} reported it' }, { n: item.reporters }), item.seen?.number ?? t({ zh: '由其他单位办理', en: 'with another unit' })].filter(text => text !== null).join(' · ')}</p>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
