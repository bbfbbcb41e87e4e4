import { isDigit, isHan, isLetter } from './characters.ts'

/** , ; : ! ? ( ) and their full-width forms. */
const fullForms: Readonly<Record<number, number>> = { 0x2c: 0xff0c, 0x3b: 0xff1b, 0x3a: 0xff1a, 0x21: 0xff01, 0x3f: 0xff1f, 0x28: 0xff08, 0x29: 0xff09 }

/** What is carried from one mark to the next on a line: straight quotation marks open, brackets that were made full-width. */
export type OpenMarks = { quote: boolean; brackets: number }

/**
 * The full-width form of a half-width punctuation mark that stands in Chinese text, as some web pages write all of
 * theirs; the mark itself where it stands between figures or Latin words (1,234 or 09:35). `before` is the last
 * character that was kept, `after` the next of the raw text.
 */
export function fullFormOf(code: number, before: number, after: number, open: OpenMarks): number {
  if (code === 0x22) {
    if (!inChinese(before) && !inChinese(after) && !open.quote) return code
    open.quote = !open.quote
    return open.quote ? 0x201c : 0x201d
  }
  const full = fullForms[code]
  if (full === undefined) return code
  if (code === 0x29) {
    if (open.brackets === 0 && !inChinese(before)) return code
    open.brackets = Math.max(0, open.brackets - 1)
    return full
  }
  const chinese = inChinese(before) || (inChinese(after) && !isDigit(before) && !isLetter(before)) || (inChinese(after) && (code === 0x2c || code === 0x3b || code === 0x28))
  if (!chinese) return code
  if (code === 0x28) open.brackets++
  return full
}

/** A Chinese character, Chinese punctuation, a Chinese quotation mark, or a per cent sign, behind which Chinese goes on. */
function inChinese(code: number): boolean {
  return isHan(code) || (code >= 0x3001 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff1f && !(code >= 0xff10 && code <= 0xff19)) || code === 0x201c || code === 0x201d || code === 0x25
}
