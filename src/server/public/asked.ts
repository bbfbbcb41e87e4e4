import { z } from 'zod'
import { Light } from '../../kernel/light.ts'
import { type Language } from '../../kernel/label.ts'
import { type TextSize } from './contract.ts'

/** What a reader chose: language and size of text, from the address, else from the cookie that remembers the last choice. */
export type Choice = { readonly language: Language; readonly text: TextSize; readonly chosen: boolean }

const cookie = 'opendistrict.public'

/** An unknown word in an address is nobody's mistake worth a page of its own: it counts as not given. */
const Asked = z.object({
  lang: z.enum(['zh', 'en']).optional().catch(undefined),
  text: z.enum(['plain', 'large']).optional().catch(undefined),
  q: z.string().trim().max(60).catch('').default(''),
  light: Light.nullable().catch(null).default(null),
  /** Keys of promises that a preview leaves out. */
  leave: z.string().max(20_000).transform(keys => keys.split(',').filter(key => key !== '')).catch([]).default([]),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
})

export function askedOf(query: unknown, cookies: string): z.infer<typeof Asked> & { readonly choice: Choice } {
  const asked = Asked.parse(typeof query === 'object' && query !== null ? query : {})
  const [, language, text] = new RegExp(`(?:^|;\\s*)${cookie.replace('.', '\\.')}=(zh|en)\\.(plain|large)(?:;|$)`).exec(cookies) ?? []
  return {
    ...asked,
    choice: { language: asked.lang ?? (language === 'en' ? 'en' : 'zh'), text: asked.text ?? (text === 'large' ? 'large' : 'plain'), chosen: asked.lang !== undefined || asked.text !== undefined },
  }
}

/** Keeps a choice for a year, in the public pages only. It says nothing of who chose. */
export function choiceCookie({ language, text }: Choice, secure: boolean): string {
  return `${cookie}=${language}.${text}; Max-Age=31536000; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
