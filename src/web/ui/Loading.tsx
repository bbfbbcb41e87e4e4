import { useLanguage } from '../language.tsx'
import style from './Loading.module.css'

/** Something is being fetched. Grey lines that keep still; the words come to screen readers too. */
export function Loading({ lines = 3 }: { readonly lines?: number }) {
  const { t } = useLanguage()
  return (
    <div className={style['loading']}>
      <output>{t({ zh: '正在读取……', en: 'Loading…' })}</output>
      {Array.from({ length: lines }, (_, i) => <div key={i} className={style['line']} />)}
    </div>
  )
}
