import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { Field } from '../../../../ui/Field.tsx'
import style from './patrol.module.css'

/** Where it is: one of one's own units, and the very point and words where they are known. */
export type Where = { readonly unit: string; readonly address: string; readonly point: { readonly lng: number; readonly lat: number } | null }

type WherePartProps = { readonly where: Where; readonly units: readonly { readonly id: string; readonly name: string }[]; readonly onChange: (where: Where) => void }

/** The own grid unless something else is said; “here” asks the telephone where it is, only when it is pressed. */
export function WherePart({ where, units, onChange }: WherePartProps) {
  const { t } = useLanguage()
  const [asking, setAsking] = useState(false)
  const [said, setSaid] = useState<Label | null>(null)
  const locate = () => {
    if (!('geolocation' in navigator) || !isSecureContext) { setSaid({ zh: '此浏览器在当前网络下不能定位，请填写地址。', en: 'This browser cannot tell where it is on this network; give the address.' }); return }
    setAsking(true)
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setAsking(false)
        setSaid({ zh: `已取得位置，误差约${Math.round(coords.accuracy)}米。`, en: `Found, to about ${Math.round(coords.accuracy)} m.` })
        onChange({ ...where, point: { lng: Number(coords.longitude.toFixed(6)), lat: Number(coords.latitude.toFixed(6)) } })
      },
      ({ code }) => {
        setAsking(false)
        setSaid(code === 1 ? { zh: '没有允许定位，请填写地址。', en: 'Locating was not allowed; give the address.' } : { zh: '没有取得位置，请填写地址或稍后再试。', en: 'No position was found; give the address or try again.' })
      },
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    )
  }
  return (
    <>
      {units.length > 1
        ? <Radio.Group className={style['units'] ?? ''} aria-label={t({ zh: '所在网格或社区', en: 'Grid or community' })} value={where.unit} onChange={event => onChange({ ...where, unit: String(event.target.value) })} options={units.map(unit => ({ value: unit.id, label: unit.name }))} />
        : <p lang="zh-CN">{units[0]?.name}</p>}
      <div className={style['here']}>
        {where.point ? <Button onClick={() => { setSaid(null); onChange({ ...where, point: null }) }}>{t({ zh: '不用定位', en: 'Without the position' })}</Button> : <Button loading={asking} onClick={locate}>{t({ zh: '就在这里（定位）', en: 'Here (ask the telephone)' })}</Button>}
        <span role="status">{said && t(said)}</span>
      </div>
      <Field label={{ zh: '地址或位置说明（可不填）', en: 'Address, or how to find it (may be left empty)' }}>
        {tied => <Input {...tied} maxLength={200} placeholder={t({ zh: '如：三元宫路8号门口', en: 'Such as: outside 8 Sanyuangong Road' })} value={where.address} onChange={event => onChange({ ...where, address: event.target.value })} />}
      </Field>
    </>
  )
}
