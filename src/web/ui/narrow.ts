import { useSyncExternalStore } from 'react'

const query = '(max-width: 640px)'

/** Is the window as narrow as a phone? Below this width the frame folds its navigation and pages have one column. */
export function useNarrow(): boolean {
  return useSyncExternalStore(
    changed => {
      const media = matchMedia(query)
      media.addEventListener('change', changed)
      return () => media.removeEventListener('change', changed)
    },
    () => matchMedia(query).matches,
  )
}
