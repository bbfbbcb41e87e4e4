import { useEffect, useMemo, useRef } from 'react'
import { type Shortcut, useShortcuts } from '../../../shortcuts.tsx'

type SuggestionKeysProps = { readonly asleep: boolean; readonly edits: boolean; readonly walk: (steps: number) => void; readonly answer: (yes: boolean) => void; readonly takeBack: () => void; readonly confirmCertain: () => void }

/** The keys of the suggestions, those of the review of papers. They sleep while a dialog is open. */
export function SuggestionKeys({ asleep, edits, ...acts }: SuggestionKeysProps) {
  // The keys are declared once and do what the page does now.
  const now = useRef(acts)
  useEffect(() => { now.current = acts })
  useShortcuts(useMemo((): readonly Shortcut[] => {
    if (asleep) return []
    const walking: readonly Shortcut[] = [
      { key: 'j', does: { zh: '下一对', en: 'Next pair' }, run: () => now.current.walk(1) },
      { key: 'k', does: { zh: '上一对', en: 'Previous pair' }, run: () => now.current.walk(-1) },
    ]
    return edits ? [
      ...walking,
      { key: 'a', does: { zh: '是同一件事，到下一对', en: 'The same; go to the next' }, run: () => now.current.answer(true) },
      { key: 'x', does: { zh: '不是同一件事，到下一对', en: 'Not the same; go to the next' }, run: () => now.current.answer(false) },
      { key: 'u', does: { zh: '撤回刚才的“不是”', en: 'Take back my last “no”' }, run: () => now.current.takeBack() },
      { key: 'A', does: { zh: '一并确认确定的（先预览）', en: 'Confirm all certain ones (shows it first)' }, run: () => now.current.confirmCertain() },
    ] : walking
  }, [asleep, edits]))
  return null
}
