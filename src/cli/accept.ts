import { acceptPaper, importPaper } from '../engines/documents/index.ts'
import { failureOf } from './failure.ts'
import { commandContext, districtOf, withStore } from './open.ts'

export type AcceptOptions = { readonly json?: boolean; readonly district?: string }

/** Takes a paper into the ledger: what is certain is accepted, what is doubtful stays out and waits for a person. */
export async function acceptFile(bytes: Uint8Array, name: string, given: { readonly year?: number }, options: AcceptOptions): Promise<void> {
  await withStore(async store => {
    const ctx = await commandContext(store, districtOf(options.district))
    const imported = await importPaper(ctx, { bytes, name, given })
    if (!imported.ok) throw failureOf(imported)
    const { paper } = imported.value
    const accepted = await acceptPaper(ctx, paper.id, { leaveOut: { reason: '命令行采纳，存疑项留待人工核对' } })
    if (!accepted.ok) throw failureOf(accepted)
    if (options.json) process.stdout.write(`${JSON.stringify(accepted.value)}\n`)
    else console.log(`${accepted.value.already ? '此前已采纳，未作改动' : '已采纳'}：${JSON.stringify(accepted.value.brought)}。 ${accepted.value.already ? 'Accepted before; nothing changed' : 'Accepted'}.`)
  })
}
