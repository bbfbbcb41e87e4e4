import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { contract, type SheetNow, type SheetView } from '../../../../../engines/returns/contract.ts'
import { call } from '../../../../client.ts'
import { typedNumber } from '../../../../parts/indicators/typed-number.ts'
import { Problem } from '../../../../problem.ts'
import { keptTyped, keepTyped, type Typed } from './kept-cells.ts'

/** Milliseconds after the last key before cells are saved, and before they are tried again when the server is away. */
const PAUSE = 900
const AGAIN = 5000

/** A cell that somebody else changed while this person typed: what stands there now. */
export type Conflict = { readonly row: string; readonly value: number | null; readonly by: string; readonly version: number }

/** 已保存, 正在保存, 连不上先存在本机, 保存不了. */
export type Saving = 'saved' | 'typing' | 'saving' | 'away' | 'refused'

/**
 * What is typed into a sheet: kept in this browser at the first key, saved on the server cell by cell, tried again when the
 * network comes back, and never laid over what somebody else saved meanwhile without asking.
 */
export function useCells(sheet: SheetView) {
  const queries = useQueryClient()
  const { id } = sheet
  const [typed, setTyped] = useState<Typed>(() => keptTyped(id))
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [saving, setSaving] = useState<Saving>(() => (Object.keys(keptTyped(id)).length > 0 ? 'typing' : 'saved'))
  const [error, setError] = useState<unknown>(null)
  const state = useRef({ typed, cells: sheet.standing.cells, busy: false, held: '' })
  useEffect(() => { state.current.cells = sheet.standing.cells }, [sheet.standing.cells])

  const hear = useCallback((now: SheetNow) => {
    state.current.cells = now.standing.cells
    queries.setQueryData<SheetView>(['return-sheet', id], before => (before ? { ...before, standing: now.standing, findings: now.findings } : before))
  }, [queries, id])

  const put = useCallback((next: Typed) => {
    state.current.typed = next
    keepTyped(id, next)
    setTyped(next)
  }, [id])

  const save = useCallback(async (): Promise<boolean> => {
    if (state.current.busy) return false
    const sent = state.current.typed
    const cells = Object.entries(sent).flatMap(([row, text]) => {
      const value = typedNumber(text)
      return value === 'wrong' || row === state.current.held ? [] : [{ row, value, version: state.current.cells[row]?.version ?? 0 }]
    })
    if (cells.length === 0) return Object.keys(sent).length === 0
    state.current.busy = true
    setSaving('saving')
    try {
      hear(await call(contract.enter, { params: { id }, body: { cells } }))
      // What was typed again while it was under way stays.
      put(Object.fromEntries(Object.entries(state.current.typed).filter(([row, text]) => sent[row] !== text || !cells.some(cell => cell.row === row))))
      setError(null)
      const done = Object.keys(state.current.typed).length === 0
      setSaving(done ? 'saved' : 'typing')
      return done
    } catch (failure) {
      if (failure instanceof Problem && failure.kind === 'cell-changed-meanwhile') {
        const { row, value, by, version } = failure.facts
        const now: Conflict = { row: String(row), value: typeof value === 'number' ? value : null, by: String(by), version: Number(version) }
        state.current.held = now.row
        setConflict(now)
        setSaving('typing')
      } else {
        setError(failure)
        setSaving(failure instanceof Problem && failure.status > 0 && failure.status < 500 ? 'refused' : 'away')
      }
      return false
    } finally {
      state.current.busy = false
    }
  }, [id, hear, put])

  // Saved a moment after the last key; where the server is away, again and again, and at once when the network is back.
  useEffect(() => {
    if (Object.keys(typed).length === 0 || saving === 'saving' || saving === 'refused') return undefined
    const timer = setTimeout(() => void save(), saving === 'away' ? AGAIN : PAUSE)
    const back = () => void save()
    addEventListener('online', back)
    return () => { clearTimeout(timer); removeEventListener('online', back) }
  }, [typed, saving, save])

  const type = (values: Readonly<Record<string, string>>) => {
    put({ ...state.current.typed, ...values })
    setSaving(before => (before === 'away' ? 'away' : 'typing'))
  }

  /** Keeps what the other person saved, or puts this person's number in its place after all. */
  const settle = (keep: 'theirs' | 'mine') => {
    if (!conflict) return
    state.current.held = ''
    const before = state.current.cells[conflict.row]
    state.current.cells = { ...state.current.cells, [conflict.row]: { value: conflict.value, version: conflict.version, by: conflict.by, at: before?.at ?? new Date().toISOString(), answers: before?.answers ?? [] } }
    if (keep === 'theirs') put(Object.fromEntries(Object.entries(state.current.typed).filter(([row]) => row !== conflict.row)))
    setConflict(null)
    setSaving(Object.keys(state.current.typed).length === 0 ? 'saved' : 'typing')
    void queries.invalidateQueries({ queryKey: ['return-sheet', id] })
  }

  /** Everything typed is on the server, or the answer is no. */
  const flush = async (): Promise<boolean> => {
    for (let tries = 0; tries < 3 && Object.keys(state.current.typed).length > 0; tries++) await save()
    return Object.keys(state.current.typed).length === 0
  }
  return { typed, type, saving, error, conflict, settle, flush, hear }
}
