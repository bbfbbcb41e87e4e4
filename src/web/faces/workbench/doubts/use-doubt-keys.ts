import { useMemo } from 'react'
import { type Shortcut, useShortcuts } from '../../../shortcuts.tsx'

type DoubtKeys = {
  /** Ids of the doubts that are listed, in their order, with a space between. */
  readonly ids: string
  /** The one that lies open; empty where none does or a form lies over it. */
  readonly chosen: string
  readonly open: (id: string) => void
  /** Null where this person may not settle. */
  readonly settle: (() => void) | null
}

/** j and k walk from one open doubt to the next, s settles it. */
export function useDoubtKeys({ ids, chosen, open, settle }: DoubtKeys): void {
  useShortcuts(useMemo((): readonly Shortcut[] => {
    if (chosen === '') return []
    const list = ids.split(' ')
    const walk = (steps: number) => {
      const to = list[list.indexOf(chosen) + steps]
      if (to !== undefined) open(to)
    }
    return [
      { key: 'j', does: { zh: '下一条疑点', en: 'Next doubt' }, run: () => walk(1) },
      { key: 'k', does: { zh: '上一条疑点', en: 'Previous doubt' }, run: () => walk(-1) },
      ...(settle ? [{ key: 's', does: { zh: '销号', en: 'Settle it' }, run: settle }] : []),
    ]
  }, [ids, chosen, open, settle]))
}
