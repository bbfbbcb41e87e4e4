import { type FormShown, type MapShown, type StepShown } from '../../../../engines/cases/portal/contract.ts'
import { drawn } from '../../../parts/org/outline-map.ts'
import { useFrame } from '../frame.tsx'
import { Box } from './Ask.tsx'

type Of<S extends StepShown['step']> = { readonly form: FormShown; readonly shown: Extract<StepShown, { step: S }> }

/** Where it is: in words, as a community of the list or the map, or where the device is. */
export function WhereQuestion({ form, shown: { streets, urgent, map } }: Of<'where'>) {
  const { t } = useFrame()
  return (
    <>
      {urgent && <p className="strip">{t({ zh: '这类事可能有危险。正在发生的，请先拨打110、119或120。', en: 'This may be dangerous. If it is happening now, call 110, 119 or 120 first.' })}</p>}
      <Box form={form} name="address" label={{ zh: '地点', en: 'Place' }} hint={{ zh: '路名、门牌、楼栋或旁边的标志物，越清楚越快。', en: 'Street, house number, building, or what stands beside it: the clearer, the faster.' }}>
        {box => <input {...box} type="text" maxLength={200} autoComplete="off" />}
      </Box>
      <Box form={form} name="unit" label={{ zh: '所在社区（不清楚可以不选）', en: 'Community (leave it if you do not know)' }}>
        {box => (
          <select {...box}>
            <option value="">{t({ zh: '不清楚', en: 'I do not know' })}</option>
            {streets.map(street => (
              <optgroup key={street.id} label={street.name}>
                <option value={street.id}>{t({ zh: '{street}（只知道街道）', en: '{street} (street only)' }, { street: street.name })}</option>
                {street.communities.map(community => <option key={community.id} value={community.id}>{community.name}</option>)}
              </optgroup>
            ))}
          </select>
        )}
      </Box>
      {map && <MapChoice map={map} chosen={form.values['unit'] ?? ''} />}
      <div id="here" className="box" hidden data-asking={t({ zh: '正在取得位置……', en: 'Asking the device…' })} data-taken={t({ zh: '已记下现在的位置。', en: 'The place of the device is taken down.' })} data-refused={t({ zh: '没有取得位置，请写地点或选社区。', en: 'The place could not be had; write it or choose the community.' })}>
        <button type="button" className="second">{t({ zh: '就在我现在的位置', en: 'It is where I am now' })}</button>
        <p role="status" className="hint" />
      </div>
      <input type="hidden" id="lng" name="lng" defaultValue={form.values['lng'] ?? ''} />
      <input type="hidden" id="lat" name="lat" defaultValue={form.values['lat'] ?? ''} />
      {form.values['lng'] && <div className="box"><label className="choice"><input type="checkbox" name="forget" value="yes" /> <span>{t({ zh: '已记下您的位置（北纬{lat}，东经{lng}）。勾选则不用这个位置', en: 'Your place is taken down (latitude {lat}, longitude {lng}). Tick to leave it out' }, { lat: form.values['lat'] ?? '', lng: form.values['lng'] })}</span></label></div>}
      <script src="/here.js" defer />
    </>
  )
}

const WIDTH = 320

/** A schematic map of links: first the street, then the community. It does what the list does, for those who know the place better than its name. */
function MapChoice({ map: { street, areas }, chosen }: { readonly map: MapShown; readonly chosen: string }) {
  const { t } = useFrame()
  const { height, paths, centres } = drawn(areas.map(area => area.ring), WIDTH)
  const to = (id: string) => (street ? `?street=${street.id}&unit=${id}` : `?street=${id}`)
  return (
    <figure className="where-map" id="map">
      <figcaption>{street ? <>{t({ zh: '在{street}的示意图上点社区，或', en: 'Point at the community in {street}, or ' }, { street: street.name })} <a href="?">{t({ zh: '换一条街道', en: 'choose another street' })}</a></> : t({ zh: '也可以在示意图上点：先点街道，再点社区', en: 'Or point at the schematic map: first the street, then the community' })}</figcaption>
      <svg viewBox={`-2 -2 ${WIDTH + 4} ${height + 4}`} role="group" aria-label={t({ zh: '示意图，非实测边界', en: 'Schematic map, no surveyed borders' })}>
        {areas.map(({ id, name }, i) => {
          const [x, y] = centres[i] ?? [0, 0]
          return <a key={`${id}-${i}`} href={`${to(id)}#unit`} aria-label={name} aria-current={id === chosen || undefined}><path d={paths[i]} /><text x={x} y={y}>{name.replace(/街道$|社区$/, '')}</text></a>
        })}
      </svg>
    </figure>
  )
}

