import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readGiven } from '../engines/documents/domain/read-given.ts'
import { readBytes } from '../engines/documents/formats/read-bytes.ts'
import { type Reading } from '../engines/documents/schema.ts'
import { exitCodes, Failure, failureOf } from './failure.ts'

export type ImportOptions = { readonly json?: boolean; readonly accept?: boolean; readonly district?: string; readonly year?: string }

/** `opendistrict import FILE`: reads a report and tells what is in it; with `--accept` also takes it into the ledger. */
export async function importCommand(file: string, options: ImportOptions): Promise<void> {
  const bytes = await loadFile(file)
  const name = file === '-' ? 'stdin.txt' : basename(file)
  const given = options.year === undefined ? {} : { year: yearOf(options.year) }
  if (options.accept) return (await import('./accept.ts')).acceptFile(bytes, name, given, options)
  const raw = await readBytes(bytes, { name })
  if (!raw.ok) throw failureOf(raw)
  const reading = readGiven(raw.value.raw, given)
  if (options.json) process.stdout.write(`${JSON.stringify(reading)}\n`)
  else tell(reading)
}

/** The bytes of a file, or of standard input for “-”. */
export async function loadFile(file: string): Promise<Uint8Array> {
  if (file === '-') return buffer(process.stdin)
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why = error.code === 'ENOENT' ? { zh: '没有这个文件', en: 'there is no such file' } : error.code === 'EISDIR' ? { zh: '这是一个文件夹', en: 'it is a folder' } : { zh: error.message, en: error.message }
    throw new Failure('unreadable-file', `无法读取 ${file}：${why.zh}。\n${file} cannot be read: ${why.en}.`)
  })
}

function yearOf(text: string): number {
  const year = Number(text)
  if (Number.isInteger(year) && year >= 1990 && year <= 2100) return year
  throw new Failure('bad-year', `年度应为 1990 到 2100 的整数，而不是“${text}”。\nA year is a whole number from 1990 to 2100, not “${text}”.`)
}

function tell({ document, outline, facts, promises, glossary, repairs, doubts }: Reading): void {
  const names = new Map(facts.map(fact => [fact.id, `${fact.name}：`]))
  const certain = facts.filter(fact => fact.certainty >= 0.8).length
  console.log([
    document.title ?? '（未找到标题 no title found）',
    `${document.kind} · ${document.district ?? '—'} · ${document.year ?? '—'} · ${document.date ?? '—'} · ${document.session ?? '—'}`,
    `提纲 outline ${outline.filter(block => block.heading !== null).length} · 数值与目标 facts ${facts.length}（确定 certain ${certain}）· 承诺 promises ${promises.length} · 名词 terms ${glossary.length}`,
    `修补 repairs ${repairs.reduce((sum, repair) => sum + repair.count, 0)} · 存疑 doubts ${doubts.length}`,
    ...doubts.slice(0, 20).map(doubt => `  ? ${names.get(doubt.fact ?? '') ?? ''} ${doubt.message.zh} · ${doubt.message.en}`),
    '',
    ...facts.map(fact => `${fact.kind.padEnd(14)} ${fact.period.padEnd(9)} ${fact.name}  ${fact.value ?? '—'}${fact.upper === null ? '' : `-${fact.upper}`} ${fact.unit}${fact.change ? `  ${fact.change.value > 0 ? '+' : ''}${fact.change.value} ${fact.change.unit} ${fact.change.base}` : ''}${fact.rank ? `  ${fact.rank}` : ''}`),
  ].join('\n'))
  if (facts.length === 0) process.exitCode = exitCodes.checkFailed
}
