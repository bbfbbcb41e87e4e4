import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type Node = DefaultTreeAdapterTypes.Node
type Element = DefaultTreeAdapterTypes.Element

/** Never text of a report. */
const dropped = new Set(['script', 'style', 'noscript', 'template', 'nav', 'footer', 'aside', 'form', 'button', 'select', 'input', 'textarea', 'svg', 'canvas', 'iframe', 'object', 'embed', 'video', 'audio', 'map', 'head', 'dialog'])
/** End a line before and after. */
const blocks = new Set(['p', 'div', 'section', 'article', 'main', 'header', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'dl', 'dt', 'dd', 'table', 'tr', 'blockquote', 'pre', 'figure', 'figcaption', 'center', 'address', 'body', 'fieldset', 'hr', 'caption', 'thead', 'tbody'])
/** Names by which pages call what stands around the text. */
const around = /(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|crumbs?|footer|foot|copyright|share|sharing|toolbar|sidebar|related|recommend|comments?|login|search|weizhi|position|location|pagination|pager|qrcode|ewm|banner)(?:$|[\s_-])/i

/**
 * The text of a web page or of a Word document in HTML: a block to a line, cells of a table row with tabs between
 * them, headings and bold leads marked as in Markdown, raised numbers as raised digits. What stands around the text
 * (navigation, footers, scripts) is left out. Iterative, so that no depth of nesting can exhaust the stack.
 */
export function textOfHtml(html: string): string {
  const tree = parse(html)
  const out: string[] = []
  let line = ''
  let depthOfRow = 0
  const flush = () => {
    const text = line.replace(/[ \u00a0]+\n/g, '\n').trimEnd()
    if (text.trim() !== '') out.push(text)
    line = ''
  }
  const stack: (Node | (() => void))[] = [tree]
  const push = (children: readonly Node[]) => { for (let i = children.length - 1; i >= 0; i--) { const child = children[i]; if (child) stack.push(child) } }
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (typeof next === 'function') { next(); continue }
    if (next.nodeName === '#text' && 'value' in next) { line += next.value.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ (?=\S)/, line === '' ? '' : ' '); continue }
    if (!('tagName' in next)) { if ('childNodes' in next) push(next.childNodes); continue }
    const element = next, name = element.tagName
    if (dropped.has(name) || isAround(element)) continue
    if (name === 'br') { if (depthOfRow > 0) line += ' '; else flush(); continue }
    if (name === 'sup' || name === 'sub') { line += script(shortText(element), name === 'sup'); continue }
    if (name === 'tr' && isDataRow(element)) {
      flush()
      depthOfRow++
      stack.push(() => { depthOfRow--; line = line.replace(/\t$/, ''); flush() })
      push(element.childNodes)
      continue
    }
    if ((name === 'td' || name === 'th') && depthOfRow > 0) { stack.push(() => { line = `${line.trimEnd()}\t` }); push(element.childNodes); continue }
    if (depthOfRow > 0) { push(element.childNodes); continue }
    if (!blocks.has(name) && name !== 'td' && name !== 'th') {
      if ((name === 'b' || name === 'strong') && line.trim() === '') { line += '**'; stack.push(() => { line = line.endsWith('**') ? line.slice(0, -2) : `${line}**` }) }
      push(element.childNodes)
      continue
    }
    flush()
    const note = name === 'li' ? /^(?:foot|end)note-(\d{1,3})$/.exec(attribute(element, 'id')) : null
    const level = /^h([1-6])$/.exec(name)?.[1]
    if (level) line = `${'#'.repeat(Number(level))} `
    else if (note?.[1]) line = `${raised(note[1])} `
    else if (name === 'li' && element.parentNode?.nodeName === 'ul') line = '- '
    const opened = line
    // A block inside (li > p) must not end the line that holds nothing but its mark.
    stack.push(() => { if (line.trim() === opened.trim() && opened !== '') line = ''; flush() })
    if (opened !== '') { stack.push(...inline(element.childNodes)); continue }
    push(element.childNodes)
  }
  flush()
  return out.join('\n')
}

/** Children of a marked block, with the paragraphs directly in it opened up, so that mark and words stay on one line. */
function inline(children: readonly Node[]): Node[] {
  const first = children.find(child => child.nodeName !== '#text' || ('value' in child && child.value.trim() !== ''))
  const opened = first && first.nodeName === 'p' && 'childNodes' in first ? children.flatMap(child => (child === first ? first.childNodes : [child])) : [...children]
  return opened.toReversed()
}

function attribute(element: Element, name: string): string {
  return element.attrs.find(attr => attr.name === name)?.value ?? ''
}

/** By its name it stands around the text, and it is short enough to be no report. */
function isAround(element: Element): boolean {
  if (!around.test(attribute(element, 'class')) && !around.test(attribute(element, 'id')) && attribute(element, 'role') !== 'navigation' && attribute(element, 'hidden') === '' && !/display\s*:\s*none/i.test(attribute(element, 'style'))) return false
  return lengthUpTo(element, longestAround) < longestAround
}
const longestAround = 1500
/** Beyond this many nodes nothing is a menu or a cell; also keeps hostile nesting from being counted over and over. */
const mostParts = 2000

/** A row of figures, in contrast to a table that a page uses for its layout. */
function isDataRow(row: Element): boolean {
  const cells = row.childNodes.filter(child => child.nodeName === 'td' || child.nodeName === 'th')
  return cells.length >= 2 && cells.every(cell => lengthUpTo(cell, longestCell) < longestCell) && !cells.some(cell => hasTable(cell))
}
const longestCell = 240

function hasTable(node: Node): boolean {
  return 'childNodes' in node && node.childNodes.some(child => child.nodeName === 'table')
}

/** Length of the text inside, counted no further than `most`; what has very many parts counts as long. */
function lengthUpTo(node: Node, most: number): number {
  let length = 0
  let parts = 0
  const stack: Node[] = [node]
  for (let next = stack.pop(); next && length < most; next = stack.pop()) {
    if (++parts > mostParts) return most
    if (next.nodeName === '#text' && 'value' in next) length += next.value.replace(/\s+/g, '').length
    else if ('childNodes' in next && !dropped.has(next.nodeName)) stack.push(...next.childNodes)
  }
  return length
}

function shortText(element: Element): string {
  let text = ''
  const stack: Node[] = [element]
  for (let next = stack.pop(); next && text.length < 60; next = stack.pop()) {
    if (next.nodeName === '#text' && 'value' in next) text += next.value
    else if ('childNodes' in next) stack.push(...next.childNodes.toReversed())
  }
  return text.trim()
}

/** ¹ for <sup>1</sup> and <sup>[1]</sup>; other words keep their place. */
function script(text: string, up: boolean): string {
  const number = /^[[［〔(（]?(\d{1,3})[\]］〕)）]?$/.exec(text)?.[1]
  return up && number ? raised(number) : text
}

export function raised(digits: string): string {
  return digits.replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit)))
}
