import { type Label, type Language } from '../kernel/label.ts'

/** Values for the placeholders of a label, by name. */
export type Values = Readonly<Record<string, string | number>>

/** A label in one language with its `{name}` placeholders filled. A placeholder without a value stays visible as written. */
export function say(label: Label, language: Language, values: Values = {}): string {
  return label[language].replace(/\{(\w+)\}/g, (written, name: string) => String(values[name] ?? written))
}

/** A sentence cut at its placeholders: `{ text }` as it stands, `{ name }` where something else goes. */
export type Piece = { readonly text: string } | { readonly name: string }

export function piecesOf(sentence: string): Piece[] {
  return sentence.split(/(\{\w+\})/).filter(part => part !== '').map(part => (/^\{\w+\}$/.test(part) ? { name: part.slice(1, -1) } : { text: part }))
}

/** The language to begin with: from the address (`?lang=en`), else what was chosen before, else Chinese. */
export function firstLanguage(address: string, chosen: string | null): Language {
  const asked = new URLSearchParams(address).get('lang') ?? chosen
  return asked === 'en' ? 'en' : 'zh'
}

/** Value of the `lang` attribute. */
export const langTag = { zh: 'zh-CN', en: 'en' } as const satisfies Record<Language, string>
