import { verify } from '../server/audit/verify.ts'
import { exitCodes } from './failure.ts'
import { withStore } from './open.ts'

const broken = {
  'missing-link': { zh: '链上缺少这一环', en: 'its link is missing' },
  'missing-entry': { zh: '记录已被删除', en: 'the entry was removed' },
  changed: { zh: '记录已被改动', en: 'the entry was changed' },
  'cut-off': { zh: '此后的记录被截去', en: 'everything from here on was cut off' },
  'seal-differs': { zh: '整段链被重写', en: 'the chain was written anew up to here' },
} as const

/** `opendistrict audit verify`: exit code 3 and the first broken entry where the chain does not hold. */
export async function verifyCommand(options: { readonly json?: boolean }): Promise<void> {
  const found = await withStore(store => verify(store.db))
  if (options.json) console.log(JSON.stringify(found, null, 2))
  else if (found.breach) {
    const { district, seq, entry, what } = found.breach
    console.log(`审计链在 ${district} 第 ${seq} 条处断裂：${broken[what].zh}（记录 ${entry ?? '—'}）。\nThe chain of ${district} breaks at number ${seq}: ${broken[what].en} (entry ${entry ?? '—'}).`)
  } else {
    console.log(`审计链完好：${found.entries} 条已入链，${found.open} 条待入链。 The chain holds: ${found.entries} linked, ${found.open} still open.`)
    for (const head of found.heads) console.log(`${head.district}  ${head.seq}  ${head.hash}`)
  }
  if (found.breach) process.exitCode = exitCodes.checkFailed
}
