import { useCallback } from 'react'
import { useLocation, useNavigate, useSearchParams } from 'react-router'

/** State of a history entry whose step opened something; a link that opens one carries it too. */
export function openedBy(name: string): { readonly opened: string } {
  return { opened: name }
}

/**
 * Something that lies over a page and stands in its address, `?item=…`: opening it is a step, and closing it goes that step
 * back. What was opened by its address has nothing of ours behind it: closing then takes it out of the address.
 */
export function useOpened(name: string): { readonly what: string; readonly open: (what: string) => void; readonly close: () => void } {
  const [search, setSearch] = useSearchParams()
  const { state } = useLocation()
  const navigate = useNavigate()
  const stepped = typeof state === 'object' && state !== null && 'opened' in state && state.opened === name
  const open = useCallback((what: string) => setSearch(before => {
    const after = new URLSearchParams(before)
    after.set(name, what)
    return after
  }, { state: openedBy(name), preventScrollReset: true }), [setSearch, name])
  const close = useCallback(() => {
    if (stepped) { void navigate(-1); return }
    setSearch(before => {
      const after = new URLSearchParams(before)
      after.delete(name)
      return after
    }, { replace: true, preventScrollReset: true })
  }, [stepped, navigate, setSearch, name])
  return { what: search.get(name) ?? '', open, close }
}
