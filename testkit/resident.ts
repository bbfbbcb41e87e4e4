import { type FastifyInstance } from 'fastify'
import { inParts } from './form.ts'

/** A page as a browser without scripts gets it: the address at which it ended, and its text without marks. */
export type Shown = { readonly status: number; readonly at: string; readonly html: string; readonly text: string; readonly headers: Record<string, unknown> }

/** Somebody on a telephone: opens pages, fills in forms and follows where they lead. */
export type Resident = {
  open(url: string, headers?: Record<string, string>): Promise<Shown>
  send(url: string, form: Readonly<Record<string, string>>, headers?: Record<string, string>): Promise<Shown>
  /** Sends the one file of a form. */
  bring(url: string, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<Shown>
}

let residents = 0

/** Each resident comes from an address of their own, unless they are said to share one. */
export function residentOf(app: FastifyInstance, address?: string): Resident {
  residents += 1
  const remoteAddress = address ?? `10.2.${residents >> 8}.${residents & 255}`
  async function ask(method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: string | Buffer): Promise<Shown> {
    const answer = await app.inject({ method, url, remoteAddress, headers: { ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }), ...headers }, ...(payload !== undefined && { payload }) })
    const to = answer.headers.location
    if (to !== undefined) return ask('GET', to.replace(/#.*$/, ''), {})
    const text = answer.body.replaceAll(/<(?:style|title)[^>]*>.*?<\/\w+>/gs, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
    return { status: answer.statusCode, at: url, html: answer.body, text, headers: answer.headers }
  }
  const bring: Resident['bring'] = (url, file) => {
    const { headers, payload } = inParts(file)
    return ask('POST', url, headers, payload)
  }
  return { bring, open: (url, headers = {}) => ask('GET', url, headers), send: (url, form, headers = {}) => ask('POST', url, headers, new URLSearchParams(form).toString()) }
}

/** What stands behind the name of something on the page of a sent report. */
export const ticketOf = (page: Shown) => ({ number: /[A-Z]{1,6}\d{14}/.exec(page.text)?.[0] ?? '', code: (/\b\d{4} \d{4}\b/.exec(page.text)?.[0] ?? '').replace(' ', '') })
