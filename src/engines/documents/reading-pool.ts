import { Worker } from 'node:worker_threads'
import { type Label } from '../../kernel/label.ts'
import { refuse, type Result } from '../../kernel/result.ts'
import { type Given } from './domain/front-matter.ts'
import { type Reading } from './schema.ts'

/** What is to be read: a file as it came, text that a person pasted, or the raw text of a paper that is on file. */
export type ToRead = { readonly given: Given } & ({ readonly bytes: Uint8Array; readonly name: string; readonly mime: string } | { readonly pasted: string } | { readonly raw: string })

/** A paper that was read: its raw text, to which all spans refer, and what a person should know of how it was read. */
export type ReadOut = { readonly format: string; readonly raw: string; readonly notes: readonly Label[]; readonly reading: Reading }

type Answer = Result<ReadOut>
type Job = { readonly work: ToRead; readonly done: (answer: Answer) => void }

export type ReadingPool = { read(work: ToRead): Promise<Answer>; close(): Promise<void> }

/**
 * Reads papers in threads of their own, so that a long one does not hold up everybody's requests. A thread that takes too
 * long, breaks or runs out of memory is ended, and its paper refused; the next paper gets a fresh one. Threads are kept
 * between papers, because starting one costs three times as long as reading a report.
 */
export function readingPool({ threads = 2, waiting = 50, seconds = 60, script = new URL('./reading-worker.ts', import.meta.url) } = {}): ReadingPool {
  const queue: Job[] = []
  const idle: Worker[] = []
  const all = new Set<Worker>()

  function next(): void {
    const job = queue[0]
    if (!job || (idle.length === 0 && all.size >= threads)) return
    queue.shift()
    const worker = idle.pop() ?? fresh()
    worker.ref()
    const settle = (answer: Answer, usable: boolean) => {
      clearTimeout(timer)
      worker.removeAllListeners()
      worker.on('error', () => undefined) // it is ended below; what it throws on its way out concerns nobody
      if (usable) {
        worker.once('exit', () => forget(worker))
        worker.unref()
        idle.push(worker)
      } else {
        all.delete(worker)
        void worker.terminate()
      }
      job.done(answer)
      next()
    }
    const timer = setTimeout(() => settle(refuse('reading-timed-out', { seconds }), false), seconds * 1000)
    worker.removeAllListeners()
    worker.once('message', (answer: Answer) => settle(answer, true))
    worker.once('error', () => settle(refuse('reading-failed'), false))
    worker.once('exit', () => settle(refuse('reading-failed'), false))
    worker.postMessage(job.work) // oxlint-disable-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  }

  function forget(worker: Worker): void {
    all.delete(worker)
    const at = idle.indexOf(worker)
    if (at >= 0) idle.splice(at, 1)
  }

  function fresh(): Worker {
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 768 }, stdin: false })
    all.add(worker)
    return worker
  }

  return {
    read: work => new Promise(done => {
      if (queue.length >= waiting) return done(refuse('reading-busy'))
      queue.push({ work, done })
      return next()
    }),
    close: async () => {
      for (const job of queue.splice(0)) job.done(refuse('reading-failed'))
      await Promise.all([...all].map(worker => worker.terminate()))
      all.clear()
      idle.length = 0
    },
  }
}
