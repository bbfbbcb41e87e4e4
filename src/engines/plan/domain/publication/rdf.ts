/** A thing of a graph: its address, its classes, and what is said of it. Every thing has an address, so that two forms of one graph say the same. */
export type Resource = { readonly id: string; readonly types: readonly string[]; readonly says: readonly (readonly [predicate: string, value: Value])[] }
export type Value = { readonly iri: string } | { readonly text: string; readonly language?: string } | { readonly text: string; readonly datatype: string }

/** Prefixes by which a graph is written short. */
export const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#', rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#',
} as const

/** `dct:title` written out in full; what is an address already stays. */
export function iriOf(short: string): string {
  const [prefix = '', ...rest] = short.split(':')
  const known: Readonly<Record<string, string>> = prefixes
  return known[prefix] !== undefined && !short.startsWith(`${prefix}://`) ? `${known[prefix]}${rest.join(':')}` : short
}

/** The graph in Turtle. */
export function turtleOf(graph: readonly Resource[]): string {
  const head = Object.entries(prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`)
  const things = graph.map(({ id, types, says }) => `<${escapedIri(id)}> a ${types.join(', ')}${says.map(([predicate, value]) => ` ;\n  ${predicate} ${turtleValue(value)}`).join('')} .`)
  return `${[head.join('\n'), ...things].join('\n\n')}\n`
}

function turtleValue(value: Value): string {
  if ('iri' in value) return `<${escapedIri(iriOf(value.iri))}>`
  const text = `"${value.text.replaceAll(/["\\\n\r\t]/g, c => escapes[c] ?? c)}"`
  if ('datatype' in value) return `${text}^^${value.datatype}`
  return value.language === undefined ? text : `${text}@${value.language}`
}

const escapes: Readonly<Record<string, string>> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** What may not stand in an address is written by its number. */
function escapedIri(iri: string): string {
  return iri.replaceAll(/[\p{Cc} <>"{}|^`\\]/gu, c => `%${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`)
}

/** The same graph in JSON-LD, expanded: it needs no context to be fetched. */
export function jsonLdOf(graph: readonly Resource[]): object {
  return graph.map(({ id, types, says }) => {
    const byPredicate = Map.groupBy(says, ([predicate]) => iriOf(predicate))
    return { '@id': escapedIri(id), '@type': types.map(iriOf), ...Object.fromEntries([...byPredicate].map(([predicate, said]) => [predicate, said.map(([, value]) => jsonValue(value))])) }
  })
}

function jsonValue(value: Value): object {
  if ('iri' in value) return { '@id': escapedIri(iriOf(value.iri)) }
  if ('datatype' in value) return { '@value': value.text, '@type': iriOf(value.datatype) }
  return value.language === undefined ? { '@value': value.text } : { '@value': value.text, '@language': value.language }
}
