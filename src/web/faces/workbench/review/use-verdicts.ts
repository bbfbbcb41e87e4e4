import { useCallback, useMemo } from 'react'
import { type Asked } from '../../../../engines/documents/domain/review.ts'
import { nextOpen } from './finding-order.ts'
import { useReview } from './review-context.ts'

/** The decisions of the keyboard and the buttons on the selected finding. After accepting or rejecting the next one that waits is selected. */
export function useVerdicts() {
  const { desk, selected, shown, select, mayReview } = useReview()
  const decide = useCallback((asked: Asked) => {
    if (!selected || !mayReview) return
    void desk.decide(selected, asked)
    const next = asked.decision === 'reopen' ? null : nextOpen(shown, selected.key)
    if (next) select(next.key, { focus: true })
  }, [desk, selected, shown, select, mayReview])
  return useMemo(() => ({
    // What is decided already is not decided once more by a key struck in passing.
    accept: () => { if (selected?.state === 'open' || selected?.state === 'rejected') decide({ decision: 'accept' }) },
    reject: () => { if (selected && selected.state !== 'rejected') decide({ decision: 'reject', reason: null }) },
    reopen: () => { if (selected && selected.state !== 'open') decide({ decision: 'reopen' }) },
  }), [decide, selected])
}
