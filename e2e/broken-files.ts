import { Document, Packer, Paragraph } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { pick } from '../testkit/dice.ts'
import { planReport } from '../testkit/invented-papers.ts'

/** A file that somebody might send by mistake or with intent. */
export type BrokenFile = { readonly what: string; readonly name: string; readonly bytes: Buffer }

const xml = (inner: string) => `<?xml version="1.0" encoding="UTF-8"?>${inner}`
const word = (body: string) => xml(`<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`)
const types = xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>')
const relations = xml('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>')
const zipped = (parts: Readonly<Record<string, string | Uint8Array>>) => Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]))))
const wordFile = (document: string | Uint8Array, more: Readonly<Record<string, string>> = {}) => zipped({ '[Content_Types].xml': types, '_rels/.rels': relations, 'word/document.xml': document, ...more })

/** A small PDF with one page; `pages` and `content` may be anything. */
function pdf(content: string, pages = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>'): Buffer {
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', pages, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>', `<< /Length ${content.length} >>\nstream\n${content}\nendstream`]
  let text = '%PDF-1.4\n'
  const at = objects.map((object, i) => { const offset = text.length; text += `${i + 1} 0 obj\n${object}\nendobj\n`; return offset })
  const table = text.length
  return Buffer.from(`${text}xref\n0 5\n0000000000 65535 f \n${at.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`, 'latin1')
}

const chance = (roll: () => number, length: number) => Buffer.from(Array.from({ length }, () => Math.floor(roll() * 256)))
const cut = (file: Buffer, shares: readonly number[]) => shares.map(share => file.subarray(0, Math.floor(file.length * share)))

/** Some bytes exchanged for others. */
function damaged(file: Buffer, roll: () => number, times: number): Buffer {
  const copy = Buffer.from(file)
  for (let i = 0; i < times; i++) copy[Math.floor(roll() * copy.length)] = Math.floor(roll() * 256)
  return copy
}

/** A zip whose directory says that its one part is ten bytes long. */
function lyingZip(): Buffer {
  const zip = wordFile(word('<w:p/>'.repeat(200_000)))
  const directory = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  zip.writeUInt32LE(10, directory + 24)
  return zip
}

export async function brokenFiles(roll: () => number): Promise<readonly BrokenFile[]> {
  const paper = Buffer.from(planReport)
  const docx = await Packer.toBuffer(new Document({ sections: [{ children: planReport.split('\n').map(text => new Paragraph(text)) }] }))
  const aPdf = pdf('BT /F1 12 Tf 50 700 Td (investment grew by 6.2 per cent) Tj ET')
  const sheet = zipped({ '[Content_Types].xml': types, 'xl/workbook.xml': xml('<workbook/>'), 'xl/worksheets/sheet1.xml': xml('<worksheet><sheetData><row><c t="inlineStr"><is><t>code</t></is></c></row></sheetData></worksheet>') })
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chance(roll, 2000)])
  const nul = Buffer.from('数据\u0000'.repeat(200))
  const file = (what: string, name: string, bytes: Buffer): BrokenFile => ({ what, name, bytes })
  const many = (what: string, name: string, files: readonly Buffer[]) => files.map((bytes, i) => file(`${what}, ${i + 1}`, name, bytes))
  return [
    ...many('a Word file cut off', '报告.docx', cut(docx, [0.001, 0.02, 0.3, 0.6, 0.95, 0.999])),
    ...many('a Word file with exchanged bytes', '报告.docx', [1, 3, 10, 100, 1000].map(times => damaged(docx, roll, times))),
    ...many('a PDF cut off', '报告.pdf', cut(aPdf, [0.02, 0.3, 0.6, 0.95])),
    ...many('a PDF with exchanged bytes', '报告.pdf', [1, 3, 10, 50].map(times => damaged(aPdf, roll, times))),
    ...many('a spreadsheet cut off', '数值.xlsx', cut(sheet, [0.02, 0.5, 0.95])),
    ...many('a spreadsheet with exchanged bytes', '数值.xlsx', [3, 30].map(times => damaged(sheet, roll, times))),
    ...many('chance', pick(roll, ['a.docx', 'a.pdf', 'a.xlsx']), [1, 2, 3, 100, 5000].map(length => chance(roll, length))),
    ...['报告.docx', '报告.pdf', '报告.txt', '报告.html', '数值.csv', '数值.xlsx'].flatMap(name => [file('a picture under another name', name, png), file('zeros', name, Buffer.alloc(3000)), file('one byte', name, Buffer.from('x')), file('text with zero bytes', name, nul)]),
    file('a spreadsheet under another name', '报告.docx', sheet), file('a report called a sheet', '数值.xlsx', paper), file('a report called a PDF', '报告.pdf', paper),
    file('a PDF without text', '扫描.pdf', pdf('q 100 0 0 100 0 0 cm Q')), file('a PDF whose pages are themselves', '环.pdf', pdf('', '<< /Type /Pages /Kids [2 0 R] /Count 2147483647 >>')), file('a PDF of a billion pages', '多.pdf', pdf('', `<< /Type /Pages /Kids [${'3 0 R '.repeat(50_000)}] /Count 1000000000 >>`)), file('a PDF nested deep', '深.pdf', pdf(`${'['.repeat(100_000)}${']'.repeat(100_000)} TJ`)),
    file('a Word bomb', '弹.docx', wordFile(new Uint8Array(200_000_000))), file('a Word file that lies about its size', '谎.docx', lyingZip()), file('a sheet bomb', '弹.xlsx', zipped({ 'xl/workbook.xml': xml('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(200_000_000) })),
    file('a Word file of a billion laughs', '笑.docx', wordFile(xml(`<!DOCTYPE l [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, i) => `<!ENTITY ${'abcdefghijklm'[i + 1]} "${`&${'abcdefghijklm'[i]};`.repeat(10)}">`).join('')}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&m;</w:t></w:r></w:p></w:body></w:document>`))),
    file('a Word file that asks for a file of the machine', '取.docx', wordFile(xml('<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>'))),
    file('a Word file nested deep', '深.docx', wordFile(word(`${'<w:tbl><w:tr><w:tc>'.repeat(3000)}<w:p/>${'</w:tc></w:tr></w:tbl>'.repeat(3000)}`))), file('a Word file without its document', '空.docx', zipped({ '[Content_Types].xml': types })), file('a Word file with broken XML', '坏.docx', wordFile('<w:document><w:body><w:p>')), file('a Word file whose parts climb', '爬.docx', wordFile(word('<w:p/>'), { '../../../../tmp/x': 'x' })),
    file('HTML nested deep', '深.html', Buffer.from(`<html>${'<div>'.repeat(100_000)}报告`)), file('HTML with script', '脚本.html', Buffer.from(`<html><script>alert(1)</script>${'<table><tr><td colspan=1000000000 rowspan=1000000000>增长5%</td></tr></table>'.repeat(20)}</html>`)),
    file('invalid UTF-8', '报告.txt', Buffer.concat([paper.subarray(0, 100), chance(roll, 3000), paper])), file('lone surrogates', '报告.txt', Buffer.from(`\uFFFD${planReport}`, 'utf16le')), file('one line of a million brackets', '报告.txt', Buffer.from('（'.repeat(1_000_000))), file('a report of a million figures', '报告.txt', Buffer.from('增长1%，'.repeat(300_000))),
    file('a report without spaces or stops', '报告.txt', Buffer.from(planReport.replaceAll(/[\s，。、]/g, ''))), file('a CSV of quotes', '数值.csv', Buffer.from('"'.repeat(100_001))), file('a CSV of commas', '数值.csv', Buffer.from(`${','.repeat(50_000)}\n`.repeat(20))), file('a CSV with formulas', '数值.csv', Buffer.from("code,name\n=cmd|' /C calc'!A0,+1+1\n")), file('over the limit', '大.txt', Buffer.alloc(21_000_000, 0x61)),
  ]
}
