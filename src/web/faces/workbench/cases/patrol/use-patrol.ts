import { useCallback, useEffect, useRef, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { type Id } from '../../../../../kernel/id.ts'
import { dropReport, findReports, keepReport } from './patrol-store.ts'
import { isToSend, type Report } from './report.ts'
import { sendReport } from './send-report.ts'

/** While something waits it is tried again so often, besides at once when the network comes back. */
const AGAIN_MS = 30_000

/** Sends what waits, the oldest first; after one that got no answer the others need not be tried. Answers how many arrived. */
async function sendWaiting(person: Id, keep: (report: Report) => Promise<void>): Promise<number> {
  let arrived = 0
  for (const report of (await findReports(person)).reports.filter(isToSend).toReversed()) {
    await sendReport(report, keep)
    const after = (await findReports(person)).reports.find(one => one.key === report.key)
    if (after && isToSend(after)) return arrived
    if (after?.state === 'sent') arrived += 1
  }
  return arrived
}

/** The reports of this person in this browser, and their sending. */
export function usePatrol(person: Id) {
  const queries = useQueryClient()
  const [reports, setReports] = useState<readonly Report[]>([])
  const [kept, setKept] = useState(true)
  const [sending, setSending] = useState(false)
  const busy = useRef(false)
  const look = useCallback(async () => {
    const found = await findReports(person)
    setReports(found.reports)
    setKept(found.kept)
  }, [person])
  const keep = useCallback(async (report: Report) => { await keepReport(report); await look() }, [look])
  const sendAll = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    const arrived = await sendWaiting(person, keep).catch(() => 0) // every report says itself what became of it
    busy.current = false
    setSending(false)
    await look()
    if (arrived > 0) await Promise.all(['cases', 'inbox'].map(key => queries.invalidateQueries({ queryKey: [key] })))
  }, [person, keep, look, queries])
  const waits = reports.some(isToSend)
  useEffect(() => {
    void sendAll()
    const online = () => void sendAll()
    addEventListener('online', online)
    return () => removeEventListener('online', online)
  }, [sendAll])
  useEffect(() => {
    if (!waits) return undefined
    const timer = setInterval(() => void sendAll(), AGAIN_MS)
    return () => clearInterval(timer)
  }, [waits, sendAll])
  return {
    reports, kept, sending, sendAll,
    add: async (report: Report) => { await keep(report); void sendAll() },
    drop: async (key: string) => { await dropReport(key); await look() },
  }
}
