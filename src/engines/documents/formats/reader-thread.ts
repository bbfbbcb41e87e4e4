import { parentPort, workerData } from 'node:worker_threads'
import { textOfDocx } from './docx.ts'
import { decode } from './decode.ts'
import { textOfHtml } from './html.ts'
import { textOfPdf } from './pdf.ts'
import type { Task } from './apart.ts'

/** Runs in a thread of its own, so that a file made to exhaust a reader exhausts only the thread. */
async function read({ kind, bytes, mostBytes, stated }: Task) {
  switch (kind) {
    case 'pdf': return textOfPdf(bytes)
    case 'docx': return textOfDocx(bytes, mostBytes)
    case 'html': {
      const decoded = decode(bytes, stated)
      return { ok: true, value: decoded && { raw: textOfHtml(decoded.text), notes: decoded.notes } }
    }
  }
}

const task: Task = workerData
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
parentPort?.postMessage(await read(task))
