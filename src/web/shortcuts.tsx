import { createContext, type ReactNode, use, useEffect, useMemo, useRef, useState } from 'react'
import { type Label } from '../kernel/label.ts'
import { remember, remembered } from './memory.ts'

/** A key of a page: `key` as the browser names it (`j`, `A`, `?`, `ArrowDown`); `mod` with Ctrl or ⌘. */
export type Shortcut = { readonly key: string; readonly mod?: boolean; readonly does: Label; readonly run: () => void }

type Keyboard = {
  readonly add: (shortcuts: readonly Shortcut[]) => () => void
  /** What can be pressed just now, for the keyboard help. */
  readonly listed: () => readonly Shortcut[]
  /** Keys without Ctrl can be switched off, for those who dictate (WCAG 2.1.4). */
  readonly singleKeys: boolean
  readonly allowSingleKeys: (allowed: boolean) => void
}

const Keys = createContext<Keyboard | null>(null)

/** Hears every key once and runs what the page on screen has declared for it. */
export function ShortcutsProvider({ children }: { readonly children: ReactNode }) {
  const declared = useRef<(readonly Shortcut[])[]>([])
  const [singleKeys, setSingleKeys] = useState(() => remembered('shortcuts') !== 'off')

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      const mod = event.ctrlKey || event.metaKey
      if (event.defaultPrevented || event.altKey || event.isComposing || (!mod && (!singleKeys || isTyping(event.target)))) return
      // The latest declared wins: a dialog's keys before those of the page below it.
      const found = declared.current.toReversed().flat().find(s => (s.mod ?? false) === mod && (mod ? s.key.toLowerCase() === event.key.toLowerCase() : s.key === event.key))
      if (!found) return
      event.preventDefault()
      found.run()
    }
    addEventListener('keydown', hear)
    return () => removeEventListener('keydown', hear)
  }, [singleKeys])

  const keyboard = useMemo((): Keyboard => ({
    add: shortcuts => {
      declared.current = [...declared.current, shortcuts]
      return () => { declared.current = declared.current.filter(other => other !== shortcuts) }
    },
    listed: () => declared.current.toReversed().flat(),
    singleKeys,
    allowSingleKeys: allowed => { remember('shortcuts', allowed ? 'on' : 'off'); setSingleKeys(allowed) },
  }), [singleKeys])
  return <Keys value={keyboard}>{children}</Keys>
}

export function useKeyboard(): Keyboard {
  const keyboard = use(Keys)
  if (!keyboard) throw new Error('useKeyboard outside ShortcutsProvider')
  return keyboard
}

/** Declares the keys of a page while it is on screen. Give a memoised list: a new list is a new declaration. */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const { add } = useKeyboard()
  useEffect(() => add(shortcuts), [add, shortcuts])
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
