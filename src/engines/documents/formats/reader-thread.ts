import { parentPort, workerData } from 'node:worker_threads'
import type { Task } from './apart.ts'

/** Runs in a thread of its own, so that a file made to exhaust a reader exhausts only the thread. Loads only the reader it needs. */
async function read({ kind, bytes, mostBytes, stated }: Task) {
  switch (kind) {
    case 'pdf': return (await import('./pdf.ts')).textOfPdf(bytes)
    case 'docx': return (await import('./docx.ts')).textOfDocx(bytes, mostBytes)
    case 'html': {
      const decoded = (await import('./decode.ts')).decode(bytes, stated)
      const { textOfHtml } = await import('./html.ts')
      return { ok: true, value: decoded && { raw: textOfHtml(decoded.text), notes: decoded.notes } }
    }
  }
}

const task: Task = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await read(task))
