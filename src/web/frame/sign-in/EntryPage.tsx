import { type ReactNode, useEffect } from 'react'
import { type Label } from '../../../kernel/label.ts'
import { useLanguage } from '../../language.tsx'
import { LanguageSwitch } from '../LanguageSwitch.tsx'
import style from './EntryPage.module.css'

/** A page before the door: the name of the district, what is asked, the language. */
export function EntryPage({ district, title, wide = false, children }: { readonly district: Label | null; readonly title: Label; readonly wide?: boolean; readonly children: ReactNode }) {
  const { t } = useLanguage()
  useEffect(() => { document.title = `${t(title)} · OpenDistrict` }, [t, title])
  return (
    <main className={`${style['entry']} ${wide ? style['wide'] : ''}`}>
      <div className={style['top']}>
        <p>{district && <b>{t(district)}</b>} OpenDistrict</p>
        <LanguageSwitch />
      </div>
      <h1>{t(title)}</h1>
      {children}
    </main>
  )
}
