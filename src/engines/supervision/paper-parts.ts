/** Parts of the papers of supervision as Word files: on A4, in the type of official papers. */
import { AlignmentType, BorderStyle, convertMillimetersToTwip, Document, Packer, PageOrientation, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { type File } from '../../kernel/contract.ts'
import { type PaperTable } from './domain/paper-words.ts'

const SONG = { ascii: 'Times New Roman', eastAsia: '宋体', hAnsi: 'Times New Roman' }, HEI = { ascii: 'Arial', eastAsia: '黑体', hAnsi: 'Arial' }
const line = { style: BorderStyle.SINGLE, size: 4, color: '000000' }

/** A file with a title over its parts, on margins narrower than a letter's, so that what is meant for one page stands on one. */
export async function paperFile(title: string, parts: readonly (Paragraph | Table)[]): Promise<File> {
  const file = new Document({
    title, creator: 'OpenDistrict',
    sections: [{
      properties: { page: { size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297), orientation: PageOrientation.PORTRAIT }, margin: { top: convertMillimetersToTwip(20), bottom: convertMillimetersToTwip(18), left: convertMillimetersToTwip(20), right: convertMillimetersToTwip(18) } } },
      children: [new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 120 }, children: [new TextRun({ text: title, font: HEI, size: 32 })] }), ...parts],
    }],
  })
  return { name: `${title}.docx`, mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', bytes: await Packer.toBuffer(file) }
}

export const words = (text: string): Paragraph => new Paragraph({ spacing: { before: 40, after: 40 }, children: [new TextRun({ text, font: SONG, size: 21 })] })
export const heading = (text: string, pageBreakBefore = false): Paragraph => new Paragraph({ keepNext: true, pageBreakBefore, spacing: { before: 160, after: 80 }, children: [new TextRun({ text, font: HEI, size: 24 })] })

/** Widths of the columns in hundredths of the page; a row of one cell heads what follows it. */
export function tableOf({ head, widths, rows }: PaperTable): Table {
  const cell = (text: string, i: number, bold: boolean, span: number) => new TableCell({
    width: { size: span > 1 ? 100 : widths[i] ?? 10, type: WidthType.PERCENTAGE }, columnSpan: span, margins: { top: 30, bottom: 30, left: 60, right: 60 },
    children: [new Paragraph({ keepNext: span > 1, alignment: i === 0 && span === 1 ? AlignmentType.CENTER : AlignmentType.LEFT, children: [new TextRun({ text, bold, font: SONG, size: 18 })] })],
  })
  const row = (cells: readonly string[], isHead: boolean) => new TableRow({ tableHeader: isHead, cantSplit: true, children: cells.map((text, i) => cell(text, i, isHead || cells.length === 1, cells.length === 1 ? head.length : 1)) })
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line }, rows: [row(head, true), ...rows.map(cells => row(cells, false))] })
}
