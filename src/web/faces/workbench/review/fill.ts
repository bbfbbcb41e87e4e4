/** Pixels that stay free below, and the least height of the part. */
const below = 16, least = 380
/** The bar of the frame stays on top; at this width and below a page has one column (ui/narrow.ts). */
const bar = 52, narrow = 640

/**
 * Given as `ref`, gives a part the height that is left of the window below it, so that it scrolls by itself and the page
 * does not. Style sheets cannot know how tall the head of the page and the strips above it are.
 */
export function fill(element: HTMLElement | null): (() => void) | undefined {
  if (!element) return undefined
  const fit = () => {
    const top = element.getBoundingClientRect().top + scrollY
    // On a phone the head takes half the window: there the page scrolls until the part fills it.
    element.style.height = `${innerWidth <= narrow ? innerHeight - bar - below : Math.max(least, innerHeight - top - below)}px`
  }
  fit()
  // Whatever grows or goes above the part changes the page or the part's own surroundings.
  const watch = new ResizeObserver(fit)
  for (const around of [document.body, element.parentElement]) if (around) watch.observe(around)
  addEventListener('resize', fit)
  return () => { watch.disconnect(); removeEventListener('resize', fit) }
}
