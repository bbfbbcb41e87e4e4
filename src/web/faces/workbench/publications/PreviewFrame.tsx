import { useState } from 'react'
import { Segmented } from 'antd'
import { useLanguage } from '../../../language.tsx'
import style from './publications.module.css'

/** The very page that the public will see, as wide as a desk or a phone. */
export function PreviewFrame({ address }: { readonly address: string }) {
  const { language, t } = useLanguage()
  const [size, setSize] = useState<'desk' | 'phone'>('desk')
  const full = `${address}${address.includes('?') ? '&' : '?'}lang=${language}`
  return (
    <div className="unprinted">
      <p className={style['acts']}>
        <Segmented<'desk' | 'phone'> aria-label={t({ zh: '预览宽度', en: 'Width of the preview' })} value={size} onChange={setSize} options={[{ value: 'desk', label: t({ zh: '电脑', en: 'Desk' }) }, { value: 'phone', label: t({ zh: '手机', en: 'Phone' }) }]} />
        <a href={full} target="_blank" rel="noreferrer">{t({ zh: '在新窗口打开', en: 'Open in a window of its own' })}</a>
      </p>
      <iframe className={`${style['frame']} ${style[size]}`} src={full} sandbox="allow-same-origin allow-forms" title={t({ zh: '公众将看到的页面', en: 'The page that the public will see' })} />
    </div>
  )
}
