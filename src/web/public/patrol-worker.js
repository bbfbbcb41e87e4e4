// Keeps the page of patrols for where there is no network: the page, what it is built of, and the three answers it is drawn from.
// Everything is asked of the network first; what is kept stands in only where nothing answers.
const KEPT = 'opendistrict-patrol'
const PAGE = '/cases/patrol'
const answers = new Set(['/api/session', '/api/me', '/api/cases/types'])
const isKept = path => path === PAGE || path.startsWith('/assets/') || answers.has(path)

self.addEventListener('install', () => { self.skipWaiting() })
self.addEventListener('activate', event => { event.waitUntil(self.clients.claim()) })

async function answerTo(request) {
  const { pathname } = new URL(request.url)
  const name = request.mode === 'navigate' ? PAGE : pathname
  try {
    const answer = await fetch(request)
    if (answer.ok && isKept(pathname)) await (await caches.open(KEPT)).put(name, answer.clone())
    return answer
  } catch (silence) {
    const kept = isKept(pathname) ? await caches.match(name, { cacheName: KEPT, ignoreVary: true }) : undefined
    if (kept) return kept
    throw silence
  }
}

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method === 'GET' && new URL(request.url).origin === self.location.origin) event.respondWith(answerTo(request))
})

// What the page had loaded before this began to listen.
self.addEventListener('message', event => {
  const paths = (Array.isArray(event.data) ? event.data : []).filter(path => typeof path === 'string' && isKept(path))
  event.waitUntil(caches.open(KEPT).then(async kept => {
    await Promise.all(paths.map(async path => { const answer = await fetch(path).catch(() => null); if (answer?.ok) await kept.put(path, answer) }))
    await forgetOld(kept, new Set(paths))
  }))
})

// Files of earlier versions, which the server no longer has.
async function forgetOld(kept, loaded) {
  const others = (await kept.keys()).filter(({ url }) => { const { pathname } = new URL(url); return pathname.startsWith('/assets/') && !loaded.has(pathname) })
  await Promise.all(others.map(async ({ url }) => { const answer = await fetch(url, { method: 'HEAD' }).catch(() => null); if (answer?.status === 404) await kept.delete(url) }))
}
