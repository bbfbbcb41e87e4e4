import { Worker } from 'node:worker_threads'
import { refuse, type Result } from '../../../kernel/result.ts'
import type { Label } from '../../../kernel/label.ts'

export type Task = { readonly kind: 'pdf' | 'docx' | 'html'; readonly bytes: Uint8Array; readonly mostBytes: number; readonly stated?: string }
export type Words = { readonly raw: string; readonly notes: readonly Label[] }
type Kinds = 'broken-pdf' | 'encrypted-pdf' | 'scanned-pdf' | 'broken-word-file' | 'swollen-file' | 'too-much-to-read' | 'other-file'

const memory = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 96, stackSizeMb: 8 }

/**
 * Reads a file of a rich format in a thread with a limit on time and memory. Its readers are large libraries that loop
 * and grow on hostile input, and a time limit inside the same thread would never come to be asked.
 */
export function readApart(task: Task, seconds: number): Promise<Result<Words, Kinds>> {
  return new Promise(resolve => {
    const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), { workerData: task, resourceLimits: memory, stdout: true, stderr: true })
    const answer = (result: Result<Words | null, Kinds>) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(result.ok && result.value === null ? refuse('other-file', { format: 'HTML' }) : result as Result<Words, Kinds>) // null was just turned into a refusal
    }
    const timer = setTimeout(() => { answer(refuse('too-much-to-read', { seconds })) }, seconds * 1000)
    worker.once('message', answer)
    // The thread ran out of memory, or its reader threw where it should not: to the person it is the same.
    worker.once('error', () => { answer(refuse('too-much-to-read', { seconds })) })
  })
}
