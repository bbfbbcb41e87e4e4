import { useCallback } from 'react'
import { useSearchParams } from 'react-router'

/**
 * A piece of a page's state that lives in its address, so that it can be sent, printed and gone back to. The value that
 * stands for "nothing chosen" is left out of the address. `push` makes a step for the back key; filters replace.
 * To set two in one moment use `useSearchParams`: each setter starts from the address as it was last drawn.
 */
export function useUrlState(name: string, nothing = '', step: 'push' | 'replace' = 'replace'): readonly [string, (value: string) => void] {
  const [search, setSearch] = useSearchParams()
  const set = useCallback((value: string) => {
    setSearch(before => {
      const after = new URLSearchParams(before)
      if (value === nothing) after.delete(name)
      else after.set(name, value)
      return after
    }, { replace: step === 'replace', preventScrollReset: true })
  }, [setSearch, name, nothing, step])
  return [search.get(name) ?? nothing, set]
}
