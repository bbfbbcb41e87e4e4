import { useCallback, useEffect, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Span } from '../../../../engines/documents/schema.ts'
import { useUrlState } from '../../../url-state.ts'
import { type Look } from './review-context.ts'

/** Milliseconds of rest before the address follows the selection: browsers refuse hundreds of steps in a row. */
const rest = 300

/**
 * Which finding is selected and which words are shown. Both stand in the address (`?finding=f1204`), so that a finding can
 * be sent; `?at=1204-1213` shows these characters, as a figure's source links to them.
 */
export function useSelection(findings: readonly Finding[], shown: readonly Finding[]) {
  const first = shown.find(finding => finding.state === 'open') ?? shown[0]
  const [inUrl, setInUrl] = useUrlState('finding')
  const [search] = useSearchParams()
  const [place] = useState(() => spanFrom(search.get('at')))
  const [key, setKey] = useState(() => inUrl || (place && findingAt(findings, place)?.key) || first?.key || '')
  const [look, setLook] = useState<Look | null>(() => {
    const span = place ?? findings.find(finding => finding.key === key)
    return span ? { start: span.start, end: span.end, n: 1 } : null
  })
  const [focusAsked, setFocusAsked] = useState(0)
  const [seen, setSeen] = useState(inUrl)
  const [written, setWritten] = useState(inUrl)
  const [stood, setStood] = useState(() => shown.findIndex(finding => finding.key === key))
  const known = useRef(findings)
  useEffect(() => { known.current = findings })

  const lookAt = useCallback((span: Span) => setLook(before => ({ start: span.start, end: span.end, n: (before?.n ?? 0) + 1 })), [])
  const select = useCallback((next: string, how: { readonly focus?: boolean } = {}) => {
    setKey(next)
    const finding = known.current.find(other => other.key === next)
    if (finding) lookAt(finding)
    if (how.focus) setFocusAsked(before => before + 1)
  }, [lookAt])

  useEffect(() => {
    if (key === written) return undefined
    const timer = setTimeout(() => { setWritten(key); setInUrl(key) }, rest)
    return () => clearTimeout(timer)
  }, [key, written, setInUrl])
  // A link or the back key asks for another finding than the one written last.
  if (inUrl !== seen) {
    setSeen(inUrl)
    const finding = inUrl === written ? undefined : findings.find(other => other.key === inUrl)
    if (finding) {
      setWritten(inUrl)
      setKey(inUrl)
      lookAt(finding)
    }
  }

  // Nothing is selected yet where the list waited for something that is asked by itself.
  if (key === '' && first) {
    setKey(first.key)
    lookAt(first)
  }
  // What was selected has left the list, by a decision or by another filter: the one that stands in its place is next.
  const stands = shown.findIndex(finding => finding.key === key)
  if (stands !== stood) {
    const next = stands === -1 ? shown[Math.min(stood, shown.length - 1)] : undefined
    setStood(next ? shown.indexOf(next) : stands)
    if (next) {
      setKey(next.key)
      lookAt(next)
    }
  }

  return { key, look, lookAt, select, focusAsked }
}

function spanFrom(text: string | null): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? '') ?? []
  return start !== undefined && end !== undefined && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null
}

/** The finding that these characters are of: the one that lies closest around or within them. */
function findingAt(findings: readonly Finding[], span: Span): Finding | undefined {
  const distance = (finding: Finding) => Math.abs(finding.start - span.start) + Math.abs(finding.end - span.end)
  return findings.filter(finding => finding.start < span.end && finding.end > span.start).toSorted((a, b) => distance(a) - distance(b))[0]
}
