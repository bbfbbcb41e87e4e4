import { type RefusalTable } from '../../refusal-table.ts'

/** Why a file was not read, in words for the person who sent it: what it is, and what to do instead. */
export const fileRefusals = {
  'empty-file': { status: 422, zh: '文件是空的，没有可读的内容。请确认文件已保存完整后重新上传。', en: 'The file is empty. Check that it was saved completely and send it again.' },
  'file-too-large': { status: 413, zh: '文件有{megabytes}MB，超过上限{limit}MB。一份报告通常不到1MB；请去掉图片，或另存为纯文本后再上传。', en: 'The file has {megabytes} MB; the limit is {limit} MB. A report is usually below 1 MB: remove its pictures or save it as plain text.' },
  'text-too-short': { status: 422, zh: '只读到{characters}个汉字，至少要有{limit}个才能当作报告来读。', en: 'Only {characters} Chinese characters were found; at least {limit} are needed to read a report.' },
  'scanned-pdf': { status: 422, zh: '这份PDF有{pages}页，但没有文字层，是扫描件或图片。请上传由文字处理软件导出的PDF，或先做文字识别（OCR）。', en: 'This PDF has {pages} pages and no text in them: it is a scan. Send a PDF exported from a word processor, or run text recognition first.' },
  'encrypted-pdf': { status: 422, zh: '这份PDF设有打开密码，无法读取。请去掉密码后再上传。', en: 'This PDF is protected by a password. Remove the password and send it again.' },
  'broken-pdf': { status: 422, zh: '这份PDF已损坏或不完整，无法打开。请重新导出后再上传。', en: 'This PDF is damaged or incomplete and cannot be opened. Export it again and send it.' },
  'encrypted-office-file': { status: 422, zh: '这份文档设有密码，无法读取。请去掉密码后再上传。', en: 'This document is protected by a password. Remove the password and send it again.' },
  'broken-word-file': { status: 422, zh: '这份Word文档已损坏或不完整，无法打开。请用Word重新另存为.docx后再上传。', en: 'This Word document is damaged or incomplete. Save it again as .docx and send it.' },
  'old-office-file': { status: 422, zh: '这是旧格式文档（{format}）。请用Word或WPS打开，另存为.docx后再上传。', en: 'This is a document in an older or other format ({format}). Open it in a word processor, save it as .docx and send that.' },
  'swollen-file': { status: 422, zh: '这份文档展开后超过{limit}MB，远大于正常报告，为安全起见没有打开。', en: 'This document unfolds to more than {limit} MB, far more than any report; it was not opened.' },
  spreadsheet: { status: 422, zh: '这是电子表格（{format}），不是报告。请上传报告全文；指标和数值请在指标库页面按表格导入。', en: 'This is a spreadsheet ({format}), not a report. Send the full text of the report; import indicators and figures as a table on the register page.' },
  presentation: { status: 422, zh: '这是演示文稿（{format}），不是报告。请上传报告全文。', en: 'This is a presentation ({format}), not a report. Send the full text of the report.' },
  picture: { status: 422, zh: '这是图片（{format}），读不出文字。请上传文字版报告，或先做文字识别（OCR）。', en: 'This is a picture ({format}); no text can be read from it. Send the report as text, or run text recognition first.' },
  'other-file': { status: 415, zh: '不认识这种文件（{format}）。可以上传：.txt、.md、.html、.docx、带文字层的.pdf，或直接粘贴文字。', en: 'This kind of file ({format}) is not known. Send .txt, .md, .html, .docx or a .pdf with text in it, or paste the text.' },
  'not-a-report': { status: 422, zh: '这份文件不像政府报告：每千个汉字里有公文常用词{officialWords}个（一般在50个以上）、数字{figures}个（一般在15个以上）、句子{sentences}句（一般在20句以上），编号标题{headings}个，汉字占{chineseShare}%。请确认上传的是报告全文。', en: 'This does not look like a government report: per thousand Chinese characters it has {officialWords} words of official papers (usually above 50), {figures} figures (above 15) and {sentences} sentences (above 20); {headings} numbered headings; {chineseShare} % of it is Chinese. Check that the full text of a report was sent.' },
  'too-much-to-read': { status: 422, zh: '文件结构异常或内容过多，{seconds}秒内没有读完，已停止。请另存为.docx或纯文本后再试。', en: 'The file is irregular or too much: it was not read within {seconds} seconds and reading was stopped. Save it as .docx or plain text and try again.' },
} as const satisfies RefusalTable
