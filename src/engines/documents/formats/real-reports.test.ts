import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readPaper } from '../domain/read-paper.ts'
import { cleanText } from '../domain/reading/clean-text.ts'
import { outlineOf } from '../domain/reading/outline.ts'
import { readBytes } from './read-bytes.ts'

const reports = new URL('../../../../../shared/reports/', import.meta.url)
const there = existsSync(reports)
if (!there) console.warn('../shared/reports is not there: real reports are not read as Word files and web pages')

type Line = { readonly text: string; readonly bold: number; readonly cells: readonly string[] | null }

/** The lines of a report with the length of the lead each begins with, and the cells of table rows. */
function linesOf(name: string): Line[] {
  const clean = cleanText(readFileSync(new URL(name, reports), 'utf8')), outline = outlineOf(clean)
  let at = 0
  return clean.text.split('\n').map(text => {
    const first = outline.find(block => block.clean.start === at)
    at += text.length + 1
    return { text, bold: first?.kind === 'lead' ? first.clean.end - first.clean.start : 0, cells: first?.kind === 'table-row' ? text.split('\t') : null }
  })
}

/** Rows that follow one another are one table. */
function* runsOf(lines: readonly Line[]): Generator<Line | readonly Line[]> {
  for (let at = 0; at < lines.length;) {
    let end = at
    while (lines[end]?.cells) end++
    if (end > at) { yield lines.slice(at, end); at = end } else { const line = lines[at++]; if (line) yield line }
  }
}

function wordFileOf(lines: readonly Line[]): Promise<Uint8Array> {
  const children = [...runsOf(lines)].map(run => 'text' in run
    ? new Paragraph({ children: [new TextRun({ text: run.text.slice(0, run.bold), bold: true }), new TextRun(run.text.slice(run.bold))] })
    : new Table({ rows: run.map(({ cells }) => new TableRow({ children: (cells ?? []).map(cell => new TableCell({ children: [new Paragraph(cell)] })) })) }))
  return Packer.toBuffer(new Document({ sections: [{ children }] }))
}

function pageOf(lines: readonly Line[]): Uint8Array {
  const body = [...runsOf(lines)].map(run => ('text' in run ? `<p>　　${run.text}</p>` : `<table>${run.map(({ cells }) => `<tr>${(cells ?? []).map(cell => `<td><p>${cell}</p></td>`).join('')}</tr>`).join('')}</table>`))
  return new TextEncoder().encode(`<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><ul class="nav"><li>首页</li><li>政务公开</li></ul><div class="content"><p>发布日期：2026-02-12 来源：本网</p>${body.join('\n')}</div><div class="footer">主办：某某人民政府 粤ICP备00000001号</div></body></html>`)
}

describe.skipIf(!there)('a real report says the same as a Word file and as a web page', () => {
  it.each(['yuexiu-2021-work-report.txt', 'yuexiu-2025-plan.txt', 'other-sichuan-2026-work-report.txt'])('%s', async name => {
    const lines = linesOf(name)
    const whole = readPaper(lines.map(line => line.text).join('\n'))
    for (const [bytes, file] of [[await wordFileOf(lines), 'a.docx'], [pageOf(lines), 'a.html']] as const) {
      const read = await readBytes(bytes, { name: file })
      if (!read.ok) throw new Error(read.refused)
      const paper = readPaper(read.value.raw)
      expect(paper.facts.map(({ name, value, unit, kind, period }) => [name, value, unit, kind, period]), file).toEqual(whole.facts.map(({ name, value, unit, kind, period }) => [name, value, unit, kind, period]))
      expect(paper.outline.map(block => `${block.kind} ${block.level} ${block.role} ${block.heading}`).filter(line => !line.startsWith('furniture')), file).toEqual(whole.outline.map(block => `${block.kind} ${block.level} ${block.role} ${block.heading}`))
    }
  })
})
