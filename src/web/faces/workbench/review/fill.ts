/** Pixels that stay free below, and the least height of the part. */
const below = 16, least = 380

/**
 * Given as `ref`, gives a part the height that is left of the window below it, so that it scrolls by itself and the page
 * does not. Style sheets cannot know how tall the head of the page and the strips above it are.
 */
export function fill(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined
  const fit = () => {
    const top = element.getBoundingClientRect().top + scrollY
    element.style.height = `${Math.max(least, innerHeight - top - below)}px`
  }
  fit()
  // Whatever grows above the part makes the page taller.
  const watch = new ResizeObserver(fit)
  watch.observe(document.body)
  addEventListener('resize', fit)
  return () => { watch.disconnect(); removeEventListener('resize', fit) }
}
