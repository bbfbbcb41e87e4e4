import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import { Mode } from '../mode.ts'
import { PlainFailure } from '../plain-failure.ts'

/**
 * A backup is one gzip file of text in PostgreSQL's own form: a header line, then each table as a COPY block that ends
 * with `\.`, then a line of totals. `zcat` shows it, and psql can load the blocks without this program.
 *
 *     -- OpenDistrict backup {"form":1,…}
 *     COPY "org"."unit" ("district", "id", …) FROM stdin;
 *     440104	0190…
 *     \.
 *     -- OpenDistrict totals {"tables":[…]}
 */
export const Header = z.object({
  form: z.literal(1),
  madeAt: z.iso.datetime(),
  server: z.string(),
  /** Null: the database carried no mark. */
  mode: Mode.nullable(),
  /** In the order in which they run. */
  migrations: z.array(z.object({ id: z.string(), checksum: z.string() })),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()) })),
})
export type Header = z.infer<typeof Header>

/** Rows, bytes and SHA-256 of a table's COPY text, which is in the order of its primary key. */
export const Total = z.object({ name: z.string(), rows: z.int(), bytes: z.int(), sha256: z.string() })
export type Total = z.infer<typeof Total>

const Totals = z.object({ header: z.string(), tables: z.array(Total) })

const HEADER = '-- OpenDistrict backup '
const TOTALS = '-- OpenDistrict totals '
const END_OF_ROWS = Buffer.from('\\.\n')
const END_AFTER_ROW = Buffer.from('\n\\.\n')

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** The lines of a backup; `rowsOf` gives a table's COPY text in pieces of any size. */
export async function* archiveOf(header: Header, rowsOf: (table: Table) => AsyncIterable<Buffer>, counted: (total: Total) => void): AsyncGenerator<Buffer> {
  const headerText = JSON.stringify(header)
  yield Buffer.from(`${HEADER}${headerText}\n`)
  const totals: Total[] = []
  for (const table of header.tables) {
    yield Buffer.from(`${copyLine(table)}\n`)
    const tally = tallyOf(table.name)
    for await (const piece of rowsOf(table)) {
      tally.add(piece)
      yield piece
    }
    yield END_OF_ROWS
    totals.push(tally.total())
    counted(tally.total())
  }
  yield Buffer.from(`${TOTALS}${JSON.stringify({ header: sha256(headerText), tables: totals } satisfies z.infer<typeof Totals>)}\n`)
}

export function copyLine({ name, columns }: Table): string {
  return `COPY ${name} (${columns.join(', ')}) FROM stdin;`
}

/** Counts what passes. In COPY text every row ends with a line feed and contains no other. */
export function tallyOf(name: string): { add(piece: Buffer): void; total(): Total } {
  const hash = createHash('sha256')
  let [rows, bytes] = [0, 0]
  return {
    add(piece) {
      hash.update(piece)
      bytes += piece.length
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1
    },
    total: () => ({ name, rows, bytes, sha256: hash.copy().digest('hex') }),
  }
}

/** What a backup contains, in its order. The `pieces` of a table must be read before its total and the next part. */
export type Part =
  | { readonly part: 'header'; readonly header: Header }
  | { readonly part: 'table'; readonly table: Table; readonly pieces: AsyncIterable<Buffer>; total(): Total }

/** Reads a backup and compares everything with its totals; throws at the first thing that is not as it was written. */
export async function* readArchive(path: string): AsyncGenerator<Part> {
  const source = new Source(path)
  try {
    const headerText = await source.line(HEADER)
    const header = parsed(Header, headerText, path, 'header')
    yield { part: 'header', header }
    const found: Total[] = []
    for (const table of header.tables) {
      if ((await source.line('')) !== copyLine(table)) throw damaged(path, table.name)
      const tally = tallyOf(table.name)
      yield { part: 'table', table, pieces: told(path, source.rows(tally.add)), total: tally.total }
      found.push(tally.total())
    }
    const totals = parsed(Totals, await source.line(TOTALS), path, 'totals')
    if (totals.header !== sha256(headerText)) throw damaged(path, 'header')
    const wrong = found.find((total, i) => JSON.stringify(total) !== JSON.stringify(totals.tables[i]))
    if (wrong !== undefined) throw damaged(path, wrong.name)
    if (totals.tables.length !== found.length || (await source.hasMore())) throw damaged(path, 'end')
  } catch (error) {
    throw error instanceof PlainFailure ? error : unreadable(path, error)
  } finally {
    source.close()
  }
}

/** Reads a backup to its end and answers its header: nothing is changed before all of it is known to be sound. */
export async function verifyArchive(path: string): Promise<Header> {
  let header: Header | undefined
  for await (const part of readArchive(path)) {
    if (part.part === 'header') header = part.header
    else await passOver(part.pieces)
  }
  if (header === undefined) throw damaged(path, 'header')
  return header
}

/** The pieces are read outside the loop above, so their faults do not pass through it. */
async function* told(path: string, pieces: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* pieces
  } catch (error) {
    throw unreadable(path, error)
  }
}

/** Reading is what counts and compares. */
async function passOver(pieces: AsyncIterable<Buffer>): Promise<void> {
  const iterator = pieces[Symbol.asyncIterator]()
  while ((await iterator.next()).done !== true);
}

function parsed<T>(schema: z.ZodType<T>, text: string, path: string, place: string): T {
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(path, place, error)
  }
}

function damaged(path: string, place: string, cause?: unknown): PlainFailure {
  return new PlainFailure({
    zh: `备份文件 ${path} 已损坏：${place} 与写入时不一致。没有恢复任何数据，请使用另一份备份。`,
    en: `The backup ${path} is damaged: ${place} is not as it was written. Nothing was restored; use another backup.`,
  }, cause)
}

/** No gzip, not ours, cut off, or not there. */
function unreadable(path: string, cause: unknown): PlainFailure {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new PlainFailure({
    zh: `无法读取备份文件 ${path}：文件不完整、已损坏或不是 OpenDistrict 的备份（${said}）。没有恢复任何数据。`,
    en: `The backup ${path} cannot be read: it is incomplete, damaged or no backup of OpenDistrict (${said}). Nothing was restored.`,
  }, cause)
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Lines are short, apart from the header; one without an end is no line of ours. */
const LONGEST_LINE = 16 * 1024 * 1024

/** The unpacked bytes of a file, taken as lines or as rows of a table. */
class Source {
  readonly #file
  readonly #unpacked
  readonly #pieces: AsyncIterator<Buffer>
  #rest: Buffer = Buffer.alloc(0)

  constructor(path: string) {
    this.#file = createReadStream(path)
    this.#unpacked = createGunzip({ chunkSize: 256 * 1024 })
    this.#unpacked.on('error', () => {}) // Whoever asks for the next piece is told.
    // `pipe` hands no errors on: a missing file must end the unpacking.
    this.#file.on('error', (error) => this.#unpacked.destroy(error))
    this.#pieces = this.#file.pipe(this.#unpacked)[Symbol.asyncIterator]()
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next()
    if (next.done === true) return false
    this.#rest = this.#rest.length === 0 ? next.value : Buffer.concat([this.#rest, next.value])
    return true
  }

  /** The next line without its prefix and end. */
  async line(prefix: string): Promise<string> {
    let end = this.#rest.indexOf(10)
    while (end === -1) {
      if (this.#rest.length > LONGEST_LINE || !(await this.#more())) throw new Error(`no line "${prefix.trim()}"`)
      end = this.#rest.indexOf(10)
    }
    const text = this.#rest.toString('utf8', 0, end)
    if (!text.startsWith(prefix)) throw new Error(`"${text.slice(0, 40)}" in the place of "${prefix.trim()}"`)
    this.#rest = this.#rest.subarray(end + 1)
    return text.slice(prefix.length)
  }

  /** Everything up to the line `\.`. A row may be as large as a stored file, so pieces do not end with rows. */
  async *rows(passed: (piece: Buffer) => void): AsyncGenerator<Buffer> {
    let isLineStart = true
    for (;;) {
      const rest = this.#rest
      const afterRow = rest.indexOf(END_AFTER_ROW)
      const isAtOnce = isLineStart && rest.subarray(0, END_OF_ROWS.length).equals(END_OF_ROWS)
      const hasEnd = isAtOnce || afterRow !== -1
      // Without an end the last bytes may be its beginning.
      const length = isAtOnce ? 0 : hasEnd ? afterRow + 1 : Math.max(0, rest.length - END_OF_ROWS.length)
      const piece = rest.subarray(0, length)
      if (piece.length > 0) {
        isLineStart = piece.at(-1) === 10
        passed(piece)
        yield piece
      }
      this.#rest = rest.subarray(piece.length + (hasEnd ? END_OF_ROWS.length : 0))
      if (hasEnd) return
      if (!(await this.#more())) throw new Error('the file ends inside a table')
    }
  }

  async hasMore(): Promise<boolean> {
    return this.#rest.length > 0 || this.#more()
  }

  close(): void {
    this.#file.destroy()
    this.#unpacked.destroy()
  }
}
