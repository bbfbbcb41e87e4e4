import { parentPort } from 'node:worker_threads'
import { ok, type Result } from '../../kernel/result.ts'
import { readGiven } from './domain/read-given.ts'
import { storable } from './domain/text.ts'
import { type RawPaper, readBytes, readPasted } from './formats/read-bytes.ts'
import { type ReadOut, type ToRead } from './reading-pool.ts'

async function textOf(work: ToRead): Promise<Result<Omit<RawPaper, 'format'> & { readonly format: string }>> {
  if ('bytes' in work) return readBytes(work.bytes, work)
  return 'pasted' in work ? readPasted(work.pasted) : ok({ raw: work.raw, format: '', notes: [] })
}

async function read(work: ToRead): Promise<Result<ReadOut>> {
  const found = await textOf(work)
  if (!found.ok) return found
  const { text, replaced } = storable(found.value.raw)
  const lost = replaced === 0 ? [] : [{ zh: `有${replaced}个无法保存的字符，已显示为“\uFFFD”`, en: `${replaced} characters cannot be kept and are shown as “\uFFFD”` }]
  return ok({ format: found.value.format, raw: text, notes: [...found.value.notes, ...lost], reading: readGiven(text, work.given) })
}

// The thread in which papers are read (reading-pool.ts): one message in, one answer out. What is thrown ends the thread, which the pool takes for a refusal.
parentPort?.on('message', (work: ToRead) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
  void read(work).then(answer => parentPort?.postMessage(answer), error => { setImmediate(() => { throw error }) })
})
