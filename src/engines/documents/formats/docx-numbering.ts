/**
 * Puts back the heading numbers that Word draws and does not store: 一、 （一） 1. of automatic lists. A reader of the
 * stored words alone would lose every one of them. Works on the XML of the parts as text; what it does not
 * understand it leaves alone.
 */
export function withNumbers(document: string, numbering: string, styles: string): string {
  const lists = listsOf(numbering)
  if (lists.size === 0) return document
  const byStyle = stylesOf(styles)
  const counters = new Map<string, number[]>()
  return document.replace(/<w:pPr>((?:(?!<\/w:pPr>)[\s\S]){0,4000})<\/w:pPr>/g, (whole: string, properties: string) => {
    const own = numberingIn(properties)
    const style = /<w:pStyle w:val="([^"]{1,80})"/.exec(properties)?.[1]
    const inherited = style ? byStyle.get(style) : undefined
    const id = own?.id ?? inherited?.id
    const level = own?.level ?? inherited?.level ?? 0
    const list = id === undefined ? undefined : lists.get(id)
    if (!list || id === '0') return whole
    const text = next(list, level, counters)
    if (text === null) return whole
    // Without its numPr the paragraph is no list item to the reader that comes after, and its number stays.
    return `<w:pPr>${properties.replace(/<w:numPr>[\s\S]*?<\/w:numPr>/, '')}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
  })
}

type Level = { readonly start: number; readonly format: string; readonly text: string }
type List = { readonly key: string; readonly levels: ReadonlyMap<number, Level> }

const mostLevels = 9

function numberingIn(properties: string): { id: string | undefined; level: number | undefined } | null {
  const inner = /<w:numPr>([\s\S]{0,300}?)<\/w:numPr>/.exec(properties)?.[1]
  if (inner === undefined) return null
  const level = /<w:ilvl w:val="(\d)"/.exec(inner)?.[1]
  return { id: /<w:numId w:val="(\d{1,6})"/.exec(inner)?.[1], level: level === undefined ? undefined : Number(level) }
}

function stylesOf(styles: string): Map<string, { id: string; level: number }> {
  const found = new Map<string, { id: string; level: number }>()
  for (const match of styles.matchAll(/<w:style [^>]{0,200}w:styleId="([^"]{1,80})"[^>]{0,200}>((?:(?!<\/w:style>)[\s\S]){0,6000})<\/w:style>/g)) {
    const numbering = numberingIn(match[2] ?? '')
    if (numbering?.id && match[1]) found.set(match[1], { id: numbering.id, level: numbering.level ?? 0 })
  }
  return found
}

function listsOf(numbering: string): Map<string, List> {
  const patterns = new Map<string, Map<number, Level>>()
  for (const match of numbering.matchAll(/<w:abstractNum [^>]{0,300}w:abstractNumId="(\d{1,6})"[^>]{0,300}>((?:(?!<\/w:abstractNum>)[\s\S]){0,40000})<\/w:abstractNum>/g)) {
    const levels = new Map<number, Level>()
    for (const level of (match[2] ?? '').matchAll(/<w:lvl [^>]{0,200}w:ilvl="(\d)"[^>]{0,200}>((?:(?!<\/w:lvl>)[\s\S]){0,4000})<\/w:lvl>/g)) {
      const inner = level[2] ?? ''
      levels.set(Number(level[1]), {
        start: Number(/<w:start w:val="(\d{1,4})"/.exec(inner)?.[1] ?? 1),
        format: /<w:numFmt w:val="([A-Za-z]{1,40})"/.exec(inner)?.[1] ?? 'decimal',
        text: /<w:lvlText w:val="([^"]{0,60})"/.exec(inner)?.[1] ?? '',
      })
    }
    patterns.set(match[1] ?? '', levels)
  }
  const lists = new Map<string, List>()
  for (const match of numbering.matchAll(/<w:num [^>]{0,200}w:numId="(\d{1,6})"[^>]{0,200}>(?:(?!<\/w:num>)[\s\S]){0,400}?<w:abstractNumId w:val="(\d{1,6})"/g)) {
    const levels = patterns.get(match[2] ?? '')
    if (levels && match[1]) lists.set(match[1], { key: match[2] ?? '', levels })
  }
  return lists
}

/** The words of the next number at a level, as Word would draw them; null for bullets and unknown forms. */
function next(list: List, level: number, counters: Map<string, number[]>): string | null {
  const pattern = list.levels.get(level)
  if (!pattern || level >= mostLevels || pattern.format === 'bullet' || pattern.format === 'none' || !pattern.text.includes('%')) return null
  const counts = counters.get(list.key) ?? []
  counters.set(list.key, counts)
  counts[level] = (counts[level] ?? pattern.start - 1) + 1
  counts.length = level + 1
  return pattern.text.replace(/%(\d)/g, (_, digit: string) => {
    const of = Number(digit) - 1
    const each = list.levels.get(of)
    return each ? numeral(counts[of] ?? each.start, each.format) : ''
  })
}

function numeral(value: number, format: string): string {
  if (/chinese|ideograph|japanese(?:Counting|Legal)|taiwanese/i.test(format)) return chineseNumeral(value)
  if (/decimalEnclosedCircle/i.test(format) && value >= 1 && value <= 20) return String.fromCharCode(0x2460 + value - 1)
  if (format === 'lowerLetter' || format === 'upperLetter') return String.fromCharCode((format === 'lowerLetter' ? 0x61 : 0x41) + ((value - 1) % 26))
  return String(value)
}

function chineseNumeral(value: number): string {
  const digits = '〇一二三四五六七八九'
  if (value < 10) return digits.charAt(value)
  if (value >= 100) return String(value)
  const tens = Math.floor(value / 10), ones = value % 10
  return `${tens === 1 ? '' : digits.charAt(tens)}十${ones === 0 ? '' : digits.charAt(ones)}`
}
