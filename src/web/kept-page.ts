/** The worker calls what it keeps so. */
const KEPT = 'opendistrict-patrol'

/** Lets this browser keep the page of patrols, so that it opens where there is no network. A browser that cannot do so goes on without. */
export async function keepPage(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  try {
    await navigator.serviceWorker.register('/patrol-worker.js', { scope: '/cases/patrol' })
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance.getEntriesByType('resource').map(entry => new URL(entry.name)).filter(url => url.origin === location.origin).map(url => url.pathname)
    active?.postMessage(['/cases/patrol', ...new Set(loaded)], []) // nothing is handed over with it
  } catch {
    // Forbidden by the browser or its owner; reports that wait are kept all the same.
  }
}

/** Whoever was here goes from what is kept, so that on a shared phone nobody is taken for somebody else. */
export async function forgetPage(): Promise<void> {
  if ('caches' in window) await caches.delete(KEPT).catch(() => false)
}

/** The same where it is kept for somebody else than who is here now, however they came in. */
export async function forgetPageOfOthers(person: string): Promise<void> {
  if (!('caches' in window)) return
  const kept: unknown = await caches.match('/api/me', { cacheName: KEPT, ignoreVary: true }).then(answer => answer?.json()).catch(() => null)
  if (typeof kept === 'object' && kept !== null && 'person' in kept && kept.person !== person) await forgetPage()
}
