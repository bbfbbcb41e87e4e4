import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPaper } from '../src/engines/documents/domain/read-paper.ts'
import { inventedReport } from './invented-report.ts'
import { median, type Row } from './table.ts'

const shared = join(import.meta.dirname, '../../shared/reports')
const names = ['yuexiu-2023-plan', 'yuexiu-2023-half-year', 'yuexiu-2021-work-report', 'yuexiu-2025-plan', 'other-sichuan-2026-work-report', 'other-neimenggu-2026-work-report']

/** The six real reports where they lie beside the checkout, else reports made up for this. */
function papers(): { readonly texts: readonly string[]; readonly which: string } {
  try {
    return { texts: names.map(name => readFileSync(join(shared, `${name}.txt`), 'utf8')), which: 'six real reports' }
  } catch {
    return { texts: [inventedReport(400), inventedReport(800)], which: 'invented reports (the real ones are not beside this checkout)' }
  }
}

const MILLION = 1_000_000
const rounds = 9

/** Speed of reading with extraction on one core, beside a bare scan for digits over the same text. */
export async function bench(): Promise<readonly Row[]> {
  const { texts, which } = papers()
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  const timed = (work: (text: string) => void) => {
    for (const text of texts) work(text) // warm
    return median(Array.from({ length: rounds }, () => {
      const began = performance.now()
      for (const text of texts) work(text)
      return bytes / MILLION / ((performance.now() - began) / 1000)
    }))
  }
  let found = 0
  const scan = timed(text => { found += text.match(/\d+(?:\.\d+)?/g)?.length ?? 0 })
  const reading = timed(text => { found += readPaper(text).facts.length })
  if (found === 0) throw new Error('nothing was read')
  return [
    { what: `reading with extraction, ${which}, ${(bytes / MILLION).toFixed(2)} MB`, measured: reading, unit: 'MB/s', beside: 'limit 2 MB/s', ratio: reading / 2 },
    { what: 'bare regular-expression scan for digits', measured: scan, unit: 'MB/s', beside: 'scan ÷ reading', ratio: scan / reading },
  ]
}
