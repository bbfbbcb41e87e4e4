import { useMemo } from 'react'
import { type Shortcut, useShortcuts } from '../../../shortcuts.tsx'
import { useReview } from './review-context.ts'
import { useVerdicts } from './use-verdicts.ts'

/** The keys of the review. They sleep while a dialog is open. */
export function ReviewKeys({ asleep, onCertain, onUndo }: { readonly asleep: boolean; readonly onCertain: () => void; readonly onUndo: () => void }) {
  const { shown, selected, select, mayReview, edit } = useReview()
  const { accept, reject, reopen } = useVerdicts()
  useShortcuts(useMemo((): readonly Shortcut[] => {
    if (asleep) return []
    const walk = (steps: number) => {
      const at = shown.findIndex(finding => finding.key === selected?.key)
      const to = shown[Math.min(shown.length - 1, Math.max(0, at + steps))]
      if (to) select(to.key, { focus: true })
    }
    const walking: readonly Shortcut[] = [
      { key: 'j', does: { zh: '下一条', en: 'Next finding' }, run: () => walk(1) },
      { key: 'k', does: { zh: '上一条', en: 'Previous finding' }, run: () => walk(-1) },
    ]
    if (!mayReview) return walking
    return [
      ...walking,
      { key: 'a', does: { zh: '采纳此条，到下一条待核', en: 'Accept it and go to the next open one' }, run: accept },
      { key: 'e', does: { zh: '更正此条', en: 'Correct it' }, run: () => edit(true) },
      { key: 'x', does: { zh: '剔除此条，到下一条待核', en: 'Reject it and go to the next open one' }, run: reject },
      { key: 'r', does: { zh: '重开此条', en: 'Reopen it' }, run: reopen },
      { key: 'm', does: { zh: '选定此条的指标', en: 'Choose its indicator' }, run: () => document.querySelector<HTMLElement>('[data-match] input, [data-match] button')?.focus() },
      { key: 'u', does: { zh: '撤销我的上一次核对', en: 'Take back my last decision' }, run: onUndo },
      { key: 'A', does: { zh: '采纳全部确定项（先预览）', en: 'Accept all that is certain (shows it first)' }, run: onCertain },
    ]
  }, [asleep, shown, selected, select, mayReview, accept, reject, reopen, edit, onCertain, onUndo]))
  return null
}
