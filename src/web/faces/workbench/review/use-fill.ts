import { type RefObject, useLayoutEffect } from 'react'

/** Pixels that stay free below, and the least height of the part. */
const below = 16, least = 380

/**
 * Gives a part the height that is left of the window below it, so that it scrolls by itself and the page does not. Style
 * sheets cannot know how tall the head of the page and the strips above it are.
 */
export function useFill(part: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = part.current
    if (!element) return undefined
    const fit = () => {
      const top = element.getBoundingClientRect().top + scrollY
      element.style.height = `${Math.max(least, innerHeight - top - below)}px`
    }
    fit()
    const watch = new ResizeObserver(fit)
    watch.observe(document.body)
    if (element.parentElement) for (const sibling of element.parentElement.children) if (sibling !== element) watch.observe(sibling)
    addEventListener('resize', fit)
    return () => { watch.disconnect(); removeEventListener('resize', fit) }
  })
}
