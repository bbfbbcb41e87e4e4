/** A public page as an answer: the frame around it, the switches of language and size, and what lets browsers keep it. */
import { createHash } from 'node:crypto'
import { type FastifyReply, type FastifyRequest } from 'fastify'
import { askedOf, choiceCookie } from './asked.ts'
import { type Portal, type PublicFrame, type PublicPage } from './contract.ts'
import { type Area } from './files.ts'

/** Where a page belongs: its district, the address of its publication's list, and the publication itself. */
export type Shown = { readonly area: Area; readonly home: string; readonly base: string; readonly issue: PublicFrame['issue']; readonly preview?: boolean; /** Never kept by a browser: it shows what one person wrote or follows. */ readonly unkept?: boolean }

export type Drawing = { readonly portal: Portal; readonly styleAt: string; readonly demonstration: boolean; readonly secure: boolean; /** Sites that may show these pages in a frame. */ readonly frameAncestors: readonly string[] }

/** Seconds for which a browser may show a page without asking again: a withdrawal is seen soon. */
const FRESH = 60

export function draw({ portal, styleAt, demonstration, secure, frameAncestors }: Drawing, request: FastifyRequest, reply: FastifyReply, status: number, page: PublicPage, { area, home, base, issue, preview = false, unkept = false }: Shown): FastifyReply {
  const { choice } = askedOf(request.query, request.headers.cookie ?? '')
  const html = portal.page({ page, frame: { district: area, language: choice.language, text: choice.text, base, home, here: hereOf(request.url), style: styleAt, issue, preview, demonstration } })
  const etag = `W/"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  void reply.code(status).type('text/html; charset=utf-8').header('vary', 'Cookie, Accept-Encoding').header('content-language', choice.language === 'zh' ? 'zh-CN' : 'en')
  // To our own server only, and then with the whole address: without it old browsers send a form's origin as null, as if from another site.
  void reply.header('referrer-policy', 'same-origin')
  if (!preview && frameAncestors.length > 0) framedBy(reply, frameAncestors)
  if (choice.chosen) void reply.header('set-cookie', choiceCookie(choice, secure))
  void reply.header('cache-control', status !== 200 || preview || unkept ? 'no-store' : choice.chosen ? 'private, no-cache' : `public, max-age=${FRESH}`).header('etag', etag)
  return status === 200 && request.headers['if-none-match'] === etag ? reply.code(304).send() : reply.send(html)
}

/** The sites of the setting, and our own pages, may show this one in a frame. */
function framedBy(reply: FastifyReply, ancestors: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '')
  void reply.header('content-security-policy', policy.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${ancestors.join(' ')}`)).removeHeader('x-frame-options')
}

/** The address without the switches, so that they can be added anew. Only what a page can ask is kept. */
function hereOf(url: string): string {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const kept = new URLSearchParams()
  for (const name of ['q', 'light', 'page', 'leave']) { const value = searchParams.get(name); if (value !== null) kept.set(name, value) }
  return kept.size === 0 ? pathname : `${pathname}?${kept.toString()}`
}
