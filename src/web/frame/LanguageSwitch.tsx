import { useLanguage } from '../language.tsx'
import { langTag } from '../words.ts'
import style from './LanguageSwitch.module.css'

/** The one switch: its word is that of the language one would go to. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return <button type="button" className={style['switch']} lang={langTag[other]} onClick={() => speak(other)}>{other === 'en' ? 'English' : '中文'}</button>
}
