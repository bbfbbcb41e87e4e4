import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useRef, useState } from 'react'
import { contract } from '../../../../engines/documents/contract.ts'
import { type Finding, type FindingState } from '../../../../engines/documents/domain/finding.ts'
import { type Asked } from '../../../../engines/documents/domain/review.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { Problem } from '../../../problem.ts'
import { findingName } from './finding-text.ts'
import { findingsKey, putFindings, putProgress } from './use-paper.ts'

/** Somebody else decided first: what I asked, and what now stands. */
export type Conflict = { readonly asked: Asked; readonly by: string; readonly stands: Finding }

/** What was just done, in a sentence; `undo` where it can be taken back with one key. */
export type Said = { readonly label: Label; readonly undo: boolean; readonly n: number }

const states = { accept: 'accepted', correct: 'corrected', reject: 'rejected', reopen: 'open' } as const satisfies Record<Asked['decision'], FindingState>
const verbs = {
  accept: { zh: '已采纳', en: 'Accepted' },
  correct: { zh: '已更正', en: 'Corrected' },
  reject: { zh: '已剔除', en: 'Rejected' },
  reopen: { zh: '已重开', en: 'Reopened' },
} as const satisfies Record<Asked['decision'], Label>

/**
 * The reviewer's decisions on one paper. They show at once and are sent one after the other, so that keys may be struck
 * faster than the network answers; what the server refuses is put back and said.
 */
export function useDesk(paper: string) {
  const queries = useQueryClient()
  const [conflicts, setConflicts] = useState<ReadonlyMap<string, Conflict>>(new Map())
  const [said, setSaid] = useState<Said | null>(null)
  const [failure, setFailure] = useState<unknown>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())

  const inLine = useCallback(<T>(work: () => Promise<T>): Promise<T> => {
    const done = line.current.then(work)
    line.current = done.catch(() => undefined) // told where it was asked; the line goes on
    return done
  }, [])
  const tell = useCallback((label: Label, undo: boolean) => setSaid(before => ({ label, undo, n: (before?.n ?? 0) + 1 })), [])
  const settle = useCallback((finding: string) => setConflicts(before => new Map([...before].filter(([id]) => id !== finding))), [])

  const decide = useCallback((finding: Finding, asked: Asked): Promise<boolean> => {
    setFailure(null)
    settle(finding.id)
    void queries.cancelQueries({ queryKey: findingsKey(paper) }) // an answer on its way is older than this decision
    if (asked.decision !== 'correct') putFindings(queries, paper, [{ ...finding, state: states[asked.decision], version: finding.version + 1 }])
    return inLine(async () => {
      try {
        const { finding: now, progress } = await call(contract.decide, { params: { id: paper, finding: finding.id }, body: { ...asked, version: finding.version } })
        // A later decision on the same finding already shows and is still in line.
        const shown = queries.getQueryData<readonly Finding[]>(findingsKey(paper))?.find(other => other.id === now.id)
        if (!shown || shown.version <= now.version) putFindings(queries, paper, [now])
        putProgress(queries, paper, progress)
        // Another name may mean another indicator.
        if (asked.decision === 'correct' || asked.decision === 'reopen') void queries.invalidateQueries({ queryKey: ['matches', paper] })
        const name = findingName(now)
        tell({ zh: `${verbs[asked.decision].zh}：${name}`, en: `${verbs[asked.decision].en}: ${name}` }, true)
        return true
      } catch (error) {
        const stands = await load(paper, finding.id) ?? finding
        putFindings(queries, paper, [stands])
        if (error instanceof Problem && error.kind === 'decided-meanwhile') setConflicts(before => new Map(before).set(finding.id, { asked, by: stands.by ?? String(error.facts['by'] ?? ''), stands }))
        else if (!(error instanceof Problem && error.kind === 'already-decided')) setFailure(error)
        return false
      }
    })
  }, [paper, queries, inLine, settle, tell])

  const undo = useCallback((): Promise<Finding | null> => inLine(async () => {
    setFailure(null)
    try {
      const { undone, kept, findings, progress } = await call(contract.undo, { params: { id: paper }, body: {} })
      if (undone > findings.length) await queries.invalidateQueries({ queryKey: findingsKey(paper) })
      else putFindings(queries, paper, findings)
      putProgress(queries, paper, progress)
      void queries.invalidateQueries({ queryKey: ['matches', paper] })
      const [first] = findings
      const name = undone === 1 && first ? findingName(first) : null
      tell({
        zh: `${name ? `已撤销对“${name}”的处理` : `已撤销${undone}条`}${kept > 0 ? `，另有${kept}条此后由他人处理，保留` : ''}`,
        en: `${name ? `Taken back: ${name}` : `${undone} taken back`}${kept > 0 ? `; ${kept} that others changed since stay` : ''}`,
      }, false)
      return first ?? null
    } catch (error) {
      if (error instanceof Problem && error.status === 422) tell(error.said, false)
      else setFailure(error)
      return null
    }
  }), [paper, queries, inLine, tell])

  const acceptCertain = useCallback((): Promise<void> => inLine(async () => {
    const { accepted, progress } = await call(contract.acceptCertain, { params: { id: paper }, body: {} })
    await queries.invalidateQueries({ queryKey: findingsKey(paper) })
    putProgress(queries, paper, progress)
    tell({ zh: `已采纳全部确定项，共${accepted}条`, en: `All ${accepted} certain findings accepted` }, true)
  }), [paper, queries, inLine, tell])

  /** Everything is asked again, here and on other pages: after the paper was accepted, retracted or mended. Its text never changes. */
  const refresh = useCallback(() => queries.invalidateQueries({ predicate: ({ queryKey: [name] }) => name !== 'paper-text' && name !== 'session' }), [queries])

  return useMemo(() => ({ decide, undo, acceptCertain, refresh, settle, tell, conflicts, said, failure, dismiss: () => setFailure(null) }), [decide, undo, acceptCertain, refresh, settle, tell, conflicts, said, failure])
}
export type Desk = ReturnType<typeof useDesk>

/** A finding as it now stands; null where even that cannot be learnt just now. */
async function load(paper: string, finding: string): Promise<Finding | null> {
  try {
    return (await call(contract.finding, { params: { id: paper, finding } })).finding
  } catch {
    return null // the refusal that led here is told; this was only to show what stands
  }
}
