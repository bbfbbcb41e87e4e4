/** The lines of a column that was copied from a spreadsheet; of several columns the first. Null where it is no column but one value. */
export function pastedColumn(text: string): readonly string[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n')
  if (lines.length < 2) return null
  return lines.map(line => (line.split('\t')[0] ?? '').trim().replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, ''))
}
