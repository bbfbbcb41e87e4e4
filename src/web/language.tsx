import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react'
import { type Label, type Language } from '../kernel/label.ts'
import { remember, remembered } from './memory.ts'
import { firstLanguage, langTag, say, type Values } from './words.ts'

type Spoken = {
  readonly language: Language
  readonly speak: (language: Language) => void
  /** A label in the chosen language, its placeholders filled. */
  readonly t: (label: Label, values?: Values) => string
}

const Speech = createContext<Spoken | null>(null)

/** The one switch between Chinese and English: kept in this browser and told to screen readers by the `lang` attribute. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(() => firstLanguage(location.search, remembered('language')))
  useEffect(() => { document.documentElement.lang = langTag[language] }, [language])
  const spoken = useMemo((): Spoken => ({
    language,
    speak: next => { remember('language', next); setLanguage(next) },
    t: (label, values) => say(label, language, values),
  }), [language])
  return <Speech value={spoken}>{children}</Speech>
}

export function useLanguage(): Spoken {
  const spoken = use(Speech)
  if (!spoken) throw new Error('useLanguage outside LanguageProvider')
  return spoken
}
