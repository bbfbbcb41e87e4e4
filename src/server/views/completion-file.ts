import { AlignmentType, BorderStyle, convertMillimetersToTwip, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { type CompletionRow } from '../../engines/plan/domain/completion.ts'
import { periodWords } from '../../engines/indicators/domain/words.ts'
import { type File } from '../../kernel/contract.ts'
import { printNumber } from '../../kernel/quantity.ts'

/** The table in the words of a report, row by row: what the paper and the spreadsheet print. */
export function completionCells(year: number, rows: readonly CompletionRow[]): { readonly head: readonly string[]; readonly body: readonly (readonly string[])[]; readonly notes: readonly string[] } {
  const open = rows.filter(row => row.note !== null)
  const noteOf = (row: CompletionRow) => (open.length === 1 ? '注' : `注${open.indexOf(row) + 1}`)
  return {
    head: ['序号', '指标', `${year}年目标`, `${year}年完成`, `${year + 1}年目标`],
    body: rows.map((row, i) => [String(i + 1), row.label.zh, row.line?.words ?? '—', row.result ? `${resultText(row.result)}${row.result.period === String(year) ? '' : `（${periodWords(row.result.period, '').zh}）`}${row.note ? `（${noteOf(row)}）` : ''}` : `——（${noteOf(row)}）`, row.next?.words ?? '—']),
    notes: open.map(row => `${noteOf(row)}：${row.label.zh}，${row.note?.words.zh ?? ''}`),
  }
}

/** 可比增长13.2%, 30019人. */
export function resultText({ quantity, grown, basis }: NonNullable<CompletionRow['result']>): string {
  const { value, unit, hedge = '' } = quantity
  if (!grown) return `${basis === null ? '' : `${basis} `}${hedge}${printNumber(value)}${unit}`
  return `${basis ?? ''}${value < 0 ? '下降' : '增长'}${printNumber(Math.abs(value))}${unit}`
}

const SONG = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }, HEI = { ascii: 'Arial', eastAsia: '黑体', hAnsi: 'Arial' }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
/** Widths of the columns in hundredths of the page. */
const widths = [8, 32, 20, 20, 20]

/** The completion table as a Word file, on A4 with the type of official papers. */
export async function completionDocx(year: number, district: string, rows: readonly CompletionRow[]): Promise<File> {
  const { head, body, notes } = completionCells(year, rows)
  const row = (cells: readonly string[], bold: boolean) => new TableRow({ tableHeader: bold, cantSplit: true, children: cells.map((text, i) => new TableCell({
    width: { size: widths[i] ?? 20, type: WidthType.PERCENTAGE }, margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ alignment: i === 1 && !bold ? AlignmentType.LEFT : AlignmentType.CENTER, children: [new TextRun({ text, bold, font: SONG, size: 24 })] })],
  })) })
  const file = new Document({
    title: `${district}${year}年主要指标完成情况`, creator: 'OpenDistrict',
    sections: [{
      properties: { page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297), orientation: PageOrientation.PORTRAIT }, margin: { top: convertMillimetersToTwip(37), bottom: convertMillimetersToTwip(35), left: convertMillimetersToTwip(28), right: convertMillimetersToTwip(26) } } },
      children: [
        new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 240 }, children: [new TextRun({ text: `${district}${year}年主要指标完成情况`, font: HEI, size: 36 })] }),
        new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }, rows: [row(head, true), ...body.map(cells => row(cells, false))] }),
        ...notes.map(text => new Paragraph({ spacing: { before: 120 }, children: [new TextRun({ text, font: SONG, size: 21 })] })),
      ],
    }],
  })
  return { name: `${year}年主要指标完成情况.docx`, mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: await Packer.toBuffer(file) }
}
