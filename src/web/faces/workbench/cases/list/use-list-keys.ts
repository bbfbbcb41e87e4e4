import { useMemo } from 'react'
import { type Shortcut, useShortcuts } from '../../../../shortcuts.tsx'

type ListKeys = {
  /** Ids in the order of the list, with a space between. */
  readonly ids: string
  /** The case that lies open beside the list; empty where none does. */
  readonly opened: string
  readonly open: (id: string) => void
  readonly close: () => void
  readonly toggle: (id: string) => void
  readonly search: () => void
  /** Null where this person opens no cases. */
  readonly openNew: (() => void) | null
}

const rowAt = () => document.activeElement?.closest<HTMLElement>('[data-row-key]')?.dataset['rowKey'] ?? ''
/** Puts the focus on a row of the table, or on the link of a card. */
function focusRow(id: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row-key="${id}"]`)
  const target = row?.tabIndex === -1 && row.tagName !== 'TR' ? row.querySelector<HTMLElement>('a') : row
  target?.focus()
}

/** j and k walk the list, x selects, / searches, n opens a new case. While a case lies open beside the list, j and k open the next one. */
export function useListKeys({ ids, opened, open, close, toggle, search, openNew }: ListKeys): void {
  useShortcuts(useMemo((): readonly Shortcut[] => {
    const list = ids === '' ? [] : ids.split(' ')
    const walk = (steps: number) => {
      const from = opened === '' ? rowAt() : opened
      const to = from === '' ? list[0] : list[list.indexOf(from) + steps]
      if (to === undefined) return
      if (opened !== '') open(to)
      focusRow(to)
    }
    const current = () => (opened === '' ? rowAt() : opened)
    return [
      { key: 'j', does: { zh: '下一件', en: 'Next case' }, run: () => walk(1) },
      { key: 'k', does: { zh: '上一件', en: 'Previous case' }, run: () => walk(-1) },
      { key: 'x', does: { zh: '选择或取消选择', en: 'Select or unselect' }, run: () => { const id = current(); if (id !== '') toggle(id) } },
      { key: '/', does: { zh: '搜索工单', en: 'Search cases' }, run: search },
      ...(openNew ? [{ key: 'n', does: { zh: '登记工单', en: 'Open a case' }, run: openNew }] : []),
      ...(opened === '' ? [] : [{ key: 'Escape', does: { zh: '关闭右侧工单', en: 'Close the case beside the list' }, run: close }]),
    ]
  }, [ids, opened, open, close, toggle, search, openNew]))
}
