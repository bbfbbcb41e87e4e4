import { createContext, use } from 'react'
import { type Label, type Language } from '../../../kernel/label.ts'
import { type PublicFrame } from '../../../server/public/contract.ts'
import { say, type Values } from '../../words.ts'

/** What every part of a public page may ask of the page around it. */
export const FrameContext = createContext<PublicFrame | null>(null)

type Framed = { readonly frame: PublicFrame; readonly language: Language; readonly t: (label: Label, values?: Values) => string }

export function useFrame(): Framed {
  const frame = use(FrameContext)
  if (!frame) throw new Error('a part of a public page outside of a page')
  return { frame, language: frame.language, t: (label, values) => say(label, frame.language, values) }
}
