import { Document, FootnoteReferenceRun, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readBytes, readPasted, sayRefusal } from './read-bytes.ts'

const report = `2024年云山区政府工作报告
各位代表：
我代表区人民政府向大会报告工作，请予审议。
一、2023年工作回顾
（一）产业更强。全年完成投资48.5亿元，引进企业200家，新增就业2万人，经济发展稳中有进，项目建设全面推进，营商环境持续改善。
（二）民生更实。建成社区食堂12个，新增学位1800个，完成老旧小区改造16个，群众获得感不断增强，社会治理水平稳步提升。
二、2024年工作安排
生产总值增长5%左右，一般公共预算收入增长4%，推进重点项目建设，做好就业、教育、医疗等民生工作。
`
const utf8 = new TextEncoder().encode(report)
/** 2024年云山区政府工作报告。… in GB18030, for which the platform has no encoder. */
const gb18030 = Buffer.from('MjAyNMTq1MbJvcf41f64rrmk1/exqLjmoaO49867tPqx7aO6ztK0+rHtx/jIy8Px1f64rs/ytPO74bGouOa5pNf3oaPIq8f4zeqzyc2218o0ONLa1KqjrNL9vfjG89K1MjAwvNKjrNDC1Pa+zdK1Ms3yyMujrL6tvMO3otW5zsjW0NPQvfihow==', 'base64')

const refusedOf = async (bytes: Uint8Array, name = 'a', limits = {}) => { const read = await readBytes(bytes, { name }, limits); return read.ok ? 'read' : read.refused }
const rawOf = async (bytes: Uint8Array, name: string) => { const read = await readBytes(bytes, { name }); return read.ok ? read.value.raw : `refused: ${read.refused}` }

describe('plain text', () => {
  it('is read in UTF-8 with and without mark, UTF-16 of both kinds and GB18030', async () => {
    const wide = Buffer.from(report, 'utf16le')
    const swapped = Buffer.from(wide).swap16()
    for (const bytes of [utf8, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8]), Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), wide, Buffer.concat([Buffer.from([0xfe, 0xff]), swapped]), swapped]) expect(await rawOf(bytes, 'a.txt')).toBe(report)
    const read = await readBytes(gb18030, { name: 'a.txt' }, { fewestCharacters: 10 })
    expect(read).toMatchObject({ ok: true, value: { raw: expect.stringContaining('云山区政府工作报告。各位代表：'), notes: [{ zh: '按GB18030编码读取', en: 'Read as GB18030' }] } })
  })

  it('a file cut inside a character is read to there', async () => {
    const read = await readBytes(utf8.subarray(0, utf8.length - 3), { name: 'a.md' })
    expect(read).toMatchObject({ ok: true, value: { format: 'md', notes: [{ zh: '文件在一个字的中间截断，最后的残字已略去' }] } })
  })

  it('pasted text is taken as it is', () => {
    expect(readPasted(report)).toEqual({ ok: true, value: { raw: report, format: 'paste', notes: [] } })
    expect(readPasted('  ')).toMatchObject({ refused: 'empty-file' })
  })
})

describe('a web page', () => {
  const page = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>t</title><style>p{}</style></head><body><nav>首页 政务公开</nav><div class="breadcrumb">当前位置：首页</div><div id="content"><h1>2024年云山区政府工作报告</h1>${report.split('\n').slice(1).map(line => `<p>　　${line}</p>`).join('')}<p>PM<sub>2.5</sub>下降，“两廊”<sup>[1]</sup>建设加快。</p><table><tr><td>指标</td><td>目标</td></tr><tr><td>就业</td><td>2万人</td></tr></table><p><strong>促消费。</strong>举办活动60场。</p></div><script>alert(1)</script><footer>主办：某单位</footer></body></html>`

  it('gives its text, with rows as rows and raised marks as marks, and nothing of what stands around', async () => {
    const raw = await rawOf(new TextEncoder().encode(page), 'a.bin')
    expect(raw).toContain('# 2024年云山区政府工作报告')
    expect(raw).toContain('PM2.5下降，“两廊”¹建设加快。\n指标\t目标\n就业\t2万人\n**促消费。**举办活动60场。')
    expect(raw).not.toMatch(/首页|主办|alert|当前位置/)
  })

  it('a page in GBK is read by the encoding it names or not', async () => {
    const head = strToU8('<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><p>', true), tail = strToU8('</p></body></html>', true)
    const read = await readBytes(Buffer.concat([head, gb18030, tail]), { name: 'a.htm' }, { fewestCharacters: 10 })
    expect(read).toMatchObject({ ok: true, value: { format: 'html' } })
  })

  it('deeply nested markup is read or refused, never a fault', async () => {
    expect(['read', 'not-a-report', 'empty-file', 'too-much-to-read', 'text-too-short']).toContain(await refusedOf(strToU8(`<html>${'<div>'.repeat(60_000)}${'<b><p>'.repeat(2000)}`), 'a.html'))
  })
})

describe('a Word document', () => {
  const numbering = { config: [{ reference: 'parts', levels: [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }, { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）' }] }] }
  const body = report.split('\n').filter(line => line !== '').map(line => new Paragraph(line))

  it('gives headings, bold leads, tables, footnotes and the numbers that Word draws', async () => {
    const document = new Document({ numbering, footnotes: { 1: { children: [new Paragraph('“两廊”：滨江走廊和山前走廊。')] } }, sections: [{ children: [
      ...body,
      new Paragraph({ text: '民生实事', heading: HeadingLevel.HEADING_1, numbering: { reference: 'parts', level: 0 } }),
      new Paragraph({ text: '办好食堂', numbering: { reference: 'parts', level: 1 } }),
      new Paragraph({ text: '加装电梯', numbering: { reference: 'parts', level: 1 } }),
      new Paragraph({ text: '民生保障', heading: HeadingLevel.HEADING_1, numbering: { reference: 'parts', level: 0 } }),
      new Paragraph({ children: [new TextRun({ text: '促消费。', bold: true }), new TextRun('推进“两廊”'), new FootnoteReferenceRun(1), new TextRun('建设。')] }),
      new Table({ rows: [['指标', '目标'], ['就业', '2万人']].map(row => new TableRow({ children: row.map(cell => new TableCell({ children: [new Paragraph(cell)] })) })) }),
    ] }] })
    const raw = await rawOf(await Packer.toBuffer(document), 'a.docx')
    expect(raw).toContain('# 一、民生实事\n（一）办好食堂\n（二）加装电梯\n# 二、民生保障\n**促消费。**推进“两廊”¹建设。\n指标\t目标\n就业\t2万人')
    expect(raw).toMatch(/¹ “两廊”：滨江走廊和山前走廊。/)
  })

  it('that is damaged, swollen or under a password is refused by name', async () => {
    const whole = await Packer.toBuffer(new Document({ sections: [{ children: body }] }))
    expect(await refusedOf(whole.subarray(0, 900), 'a.docx')).toBe('broken-word-file')
    expect(await refusedOf(zipSync({ 'word/document.xml': strToU8('<w:document><w:body>') }), 'a.docx')).toBe('broken-word-file')
    expect(await refusedOf(zipSync({ 'word/other.xml': strToU8('x') }), 'a.docx')).toBe('broken-word-file')
    expect(await refusedOf(zipSync({ 'word/document.xml': new Uint8Array(9_000_000) }), 'a.docx', { unfoldedBytes: 1_000_000 })).toBe('swollen-file')
    expect(await refusedOf(compoundFile('EncryptedPackage'), 'a.docx')).toBe('encrypted-office-file')
    expect(await refusedOf(compoundFile('WordDocument'), 'a.doc')).toBe('old-office-file')
  })
})

describe('a PDF', () => {
  it('whose Chinese fonts are not embedded is read all the same', async () => {
    const raw = await rawOf(pdfOf(report.split('\n').flatMap(line => line.match(/.{1,30}/g) ?? [])), 'a.pdf')
    expect(raw.replace(/\s/g, '')).toBe(report.replace(/\s/g, ''))
  })

  it('without a text layer, under a password or cut off is refused by name', async () => {
    expect(await refusedOf(pdfOf([]), 'a.pdf')).toBe('scanned-pdf')
    expect(await refusedOf(pdfOf(['文'], '/Encrypt << /Filter /Standard /V 1 /R 2 /O <0000000000000000000000000000000000000000000000000000000000000000> /U <0000000000000000000000000000000000000000000000000000000000000000> /P -4 >> /ID [<00> <00>]'), 'a.pdf')).toBe('encrypted-pdf')
    expect(await refusedOf(strToU8('%PDF-1.7\nnothing more'), 'a.pdf')).toBe('broken-pdf')
  })

  it('that takes longer than its time is stopped', async () => {
    expect(await refusedOf(pdfOf(['文']), 'a.pdf', { seconds: 0.000_001 })).toBe('too-much-to-read')
  })
})

describe('what is no report gets a clear answer', () => {
  it.each<[string, Uint8Array, string]>([
    ['empty-file', new Uint8Array(0), 'a.txt'],
    ['empty-file', strToU8(' \n\n '), 'a.txt'],
    ['text-too-short', strToU8('云山区2024年工作报告。'), 'a.txt'],
    ['spreadsheet', zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'a.xlsx'],
    ['spreadsheet', compoundFile('Workbook'), 'a.xls'],
    ['spreadsheet', strToU8('指标,目标\n就业,2万人\n'), 'a.csv'],
    ['presentation', zipSync({ 'ppt/presentation.xml': strToU8('<x/>') }), 'a.docx'],
    ['picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a), 'report.docx'],
    ['picture', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), 'a.pdf'],
    ['old-office-file', strToU8('{\\rtf1\\ansi 2024}'), 'a.rtf'],
    ['other-file', zipSync({ 'OFD.xml': strToU8('<x/>') }), 'a.ofd'],
    ['other-file', zipSync({ 'a.txt': utf8 }), 'a.zip'],
    ['other-file', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 0), 'a.txt'],
    ['other-file', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256), 'a.txt'],
    ['not-a-report', strToU8(`${'夜色渐深，他推开窗，看见院子里的梨花落了一地。她说：“你还记得那年的雨吗？”他没有回答，只是笑了笑。\n'.repeat(60)}`), 'novel.txt'],
    ['not-a-report', strToU8('export function sum(a: number, b: number) {\n  return a + b // 求和\n}\n'.repeat(80)), 'a.ts'],
    ['not-a-report', strToU8(`<html><body>${'<a href="#">政府信息公开</a><a href="#">政策文件</a><a href="#">企业服务</a><a href="#">项目建设进展</a>'.repeat(40)}</body></html>`), 'a.html'],
    ['not-a-report', strToU8('The quick brown fox jumps over the lazy dog in 2024. '.repeat(100)), 'a.txt'],
  ])('%s (%#)', async (kind, bytes, name) => {
    const read = await readBytes(bytes, { name })
    if (read.ok) throw new Error('was read')
    expect(read.refused).toBe(kind)
    const { zh, en } = sayRefusal(read)
    expect(zh).toMatch(/[一-鿿]{4}/)
    expect(`${zh}${en}`).not.toMatch(/[{}]|undefined|—，/)
  })

  it('a file or text above its limit says how much it has and how much it may have', async () => {
    const large = await readBytes(new Uint8Array(50_000_000), { name: 'a.txt' })
    expect(large).toEqual({ ok: false, refused: 'file-too-large', facts: { megabytes: 50, limit: 20 } })
    expect(await refusedOf(utf8, 'a.txt', { characters: 100 })).toBe('text-too-long')
  })

  it('any bytes under any name are read or refused', async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('a.txt', 'a.md', 'a', 'a.csv', 'a.xlsx'), async (bytes, name) => { expect(typeof (await readBytes(bytes, { name })).ok).toBe('boolean') }), { numRuns: 300, seed: 11 })
  })
})

/** The beginning of a compound file of Office before 2007, with one stream in its directory. */
function compoundFile(stream: string): Uint8Array {
  return Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1024), Buffer.from(stream, 'utf16le'), Buffer.alloc(512)])
}

/** A PDF of one page with lines in a Chinese font that is named and not embedded. */
function pdfOf(lines: readonly string[], trailer = ''): Uint8Array {
  const hex = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex')
  const content = `BT /F1 12 Tf 18 TL 40 800 Td ${lines.map(line => `<${hex(line)}> Tj T*`).join(' ')} ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ]
  let out = '%PDF-1.4\n'
  const offsets = objects.map((object, i) => { const at = out.length; out += `${i + 1} 0 obj\n${object}\nendobj\n`; return at })
  const xref = out.length
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${xref}\n%%EOF`
  return Buffer.from(out, 'latin1')
}
