import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { archiveTrail } from '../server/audit/archive.ts'
import { verifyLines } from '../server/audit/file.ts'
import { verify } from '../server/audit/verify.ts'
import { problemOf } from '../server/http/problem.ts'
import { exitCodes, Failure } from './failure.ts'
import { districtOf, withStore } from './open.ts'

const broken = {
  'missing-link': { zh: '链上缺少这一环', en: 'its link is missing' },
  'missing-entry': { zh: '记录已被删除', en: 'the entry was removed' },
  changed: { zh: '记录已被改动', en: 'the entry was changed' },
  'cut-off': { zh: '此后的记录被截去', en: 'everything from here on was cut off' },
  'seal-differs': { zh: '整段链被重写', en: 'the chain was written anew up to here' },
} as const

const brokenFile = { unreadable: { zh: '不是审计记录文件的一行', en: 'this is no line of a trail' }, 'missing-link': broken['missing-link'], changed: broken.changed, 'cut-off': broken['cut-off'] } as const

/** `opendistrict audit verify FILE`: works every hash of the file out again, without a database. */
async function verifyFile(file: string, json: boolean): Promise<void> {
  const text = await readFile(file, 'utf8').catch((error: Error) => { throw new Failure('no-file', `无法读取 ${file}。\nCannot read ${file}: ${error.message}`) })
  const found = verifyLines(text)
  if (json) console.log(JSON.stringify(found, null, 2))
  else if (found.fault) console.log(`文件第 ${found.fault.line} 行不符：${brokenFile[found.fault.what].zh}。\nLine ${found.fault.line} does not hold: ${brokenFile[found.fault.what].en}.`)
  else console.log(`文件完好：${found.district} 第 ${(found.after?.seq ?? 0) + 1} 至 ${found.end?.seq} 条，接于 ${found.after?.hash}，止于 ${found.end?.hash}。\nThe file holds: entries ${(found.after?.seq ?? 0) + 1} to ${found.end?.seq}, from ${found.after?.hash} to ${found.end?.hash}.`)
  if (found.fault) process.exitCode = exitCodes.checkFailed
}

/** `opendistrict audit archive FILE --keep-months N`. */
export async function archiveCommand(file: string, options: { readonly keepMonths: string; readonly district?: string; readonly json?: boolean }): Promise<void> {
  const done = await withStore(store => archiveTrail(store.db, districtOf(options.district), resolve(file), Number(options.keepMonths), new Date().toISOString()))
  if (!done.ok) {
    const { detail, detailEn } = problemOf(done, 'cli')
    throw new Failure(done.refused, `${detail}\n${detailEn}`)
  }
  if (options.json) console.log(JSON.stringify(done.value))
  else console.log(`已归档 ${done.value.entries} 条到 ${done.value.file}（sha256 ${done.value.sha256}）。请另存一份；用 audit verify FILE 核验。\nArchived ${done.value.entries} entries to ${done.value.file}. Keep a copy elsewhere; “audit verify FILE” verifies it.`)
}

/** `opendistrict audit verify`: exit code 3 and the first broken entry where the chain does not hold. */
export async function verifyCommand(file: string | undefined, options: { readonly json?: boolean }): Promise<void> {
  if (file !== undefined) return verifyFile(file, options.json === true)
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
