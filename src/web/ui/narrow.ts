import { useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    changed => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}

/** Is the window as narrow as a phone? Below this width the frame folds its navigation and pages have one column. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 640px)')
}

/** Is there room for a list and, beside it, what was opened from it? */
export function useWide(): boolean {
  return useMedia('(min-width: 1280px)')
}
