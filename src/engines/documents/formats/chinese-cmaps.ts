/**
 * The character maps of Chinese PDF files whose fonts are not embedded (GBK-EUC-H, UniGB-UCS2-H and their kin), which
 * the PDF reader asks for by name. They are made here from the platform's own GB18030 table: the reader needs only
 * the way from code to Unicode, so the numbers between (Adobe's CIDs) may be the Unicode values themselves.
 *
 * The loser: pdfjs-dist, which carries the original tables, together with 40 MB that nothing else here needs.
 */
export class ChineseMaps {
  /** An encoding of ours was asked for, so that our numbers and not Adobe's are what is looked up. */
  private ours = false

  fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const text = kind === 'cMapUrl' ? this.mapOf(filename) : null
    return text === null ? Promise.reject(new Error(`no map ${filename}`)) : Promise.resolve(new TextEncoder().encode(text))
  }

  private mapOf(name: string): string | null {
    if (name === 'Adobe-GB1-UCS2') return this.ours ? toUnicode() : null
    const map = /^(?:GBK|GBKp|GB|GBpc|GBK2K)-(?:EUC-)?[HV]$/.test(name) ? fromGbk(name) : /^UniGB-(?:UCS2|UTF16)-[HV]$/.test(name) ? fromUnicode(name) : null
    if (map !== null) this.ours = true
    return map
  }
}

const hex = (code: number, bytes: 1 | 2) => code.toString(16).padStart(bytes * 2, '0')

function mapOfRanges(name: string, spaces: string, body: string): string {
  return `/CMapName /${name} def\n/WMode ${name.endsWith('V') ? 1 : 0} def\nbegincmap\n${spaces}\n${body}\nendcmap\n`
}

function fromUnicode(name: string): string {
  return mapOfRanges(name, '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange', '1 begincidrange\n<0000> <ffff> 0\nendcidrange')
}

function fromGbk(name: string): string {
  const decoder = new TextDecoder('gb18030')
  const lines: string[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\uFFFD') lines.push(`<${hex(lead * 256 + trail, 2)}> ${character.charCodeAt(0)}`)
    }
  }
  return mapOfRanges(name, '2 begincodespacerange\n<00> <80>\n<8140> <fefe>\nendcodespacerange', `1 begincidrange\n<00> <7e> 0\nendcidrange\n${lines.length} begincidchar\n${lines.join('\n')}\nendcidchar`)
}

/** Each of our numbers is its own Unicode value. */
function toUnicode(): string {
  const rows = Array.from({ length: 256 }, (_, high) => `<${hex(high * 256, 2)}> <${hex(high * 256 + 255, 2)}> <${hex(high * 256, 2)}>`)
  return mapOfRanges('Adobe-GB1-UCS2', '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange', `${rows.length} beginbfrange\n${rows.join('\n')}\nendbfrange`)
}
