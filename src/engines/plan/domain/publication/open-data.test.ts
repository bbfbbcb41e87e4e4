import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import fc from 'fast-check'
import { Parser, type Quad, Store } from 'n3'
import Validator from 'rdf-validate-shacl'
import { describe, expect, it } from 'vitest'
import { issuedOf, publicLine } from '../../../../../testkit/public-lines.ts'
import { type Catalogued, catalogueOf } from './catalogue.ts'
import { publicFields, publicTable } from './fields.ts'
import { jsonLdOf, type Resource, turtleOf } from './rdf.ts'
import { sdmxOf, sdmxPeriod } from './sdmx.ts'

const schemas = join(import.meta.dirname, '../../../../../../shared/schemas')
const shared = existsSync(schemas)
if (!shared) console.warn('\nSKIPPED: ../shared/schemas is not here, so the open data is not held against the published schemas.\n')

const lines = [
  publicLine('GDP-growth', { stretch: 12, stretchLight: 'off-pace' }),
  publicLine('LIFTS-level', { unit: '台', target: 300, figure: 150, expected: 155.5, period: '2023M1-5', light: 'done' }),
  publicLine('PLAN-level-2021-2025', { targetPeriod: '2021-2025', period: '2023Q1', figure: -3.25 }),
  publicLine('0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee', { kind: 'commitment', code: null, label: { zh: '图书馆', en: '图书馆' }, target: 100, words: '2023年12月31日前完成', targetPeriod: '2023-12-31', figure: 40, period: '2023-06-30', unit: '%', operator: '>=' }),
  publicLine('WAIT-level', { operator: 'municipality', target: null, figure: null, period: null, asOf: null, expected: null, unit: '', light: 'not-judged', figureSource: null, figures: [] }),
]
const message = (of = issuedOf(lines)) => sdmxOf(of, { area: { zh: '越秀区', en: 'Yuexiu' }, sender: { zh: '越秀区人民政府', en: 'Government of Yuexiu' }, home: 'https://district.example/public/440104', prepared: '2023-09-01T02:00:00.000Z' })

describe('the table of a publication', () => {
  it('has a head of names that never repeat, a row for each promise, and only texts and numbers', () => {
    const [head, ...rows] = publicTable(issuedOf(lines))
    expect(head).toEqual(publicFields.map(field => field.name))
    expect(new Set(head).size).toBe(head?.length)
    expect(rows).toHaveLength(lines.length)
    expect(rows.flat().every(cell => cell === null || ['string', 'number'].includes(typeof cell))).toBe(true)
    expect(Object.fromEntries(publicFields.map((field, i) => [field.name, rows[0]?.[i]]))).toMatchObject({ district: 440104, key: 'GDP-growth', target: 10, figure: 8.4, light: 'slipping', light_zh: '滞后', figure_source: '半年报告 一', figure_source_day: '2023-08-29', published_on: '2023-09-01' })
  })
})

describe('SDMX-JSON', () => {
  it('writes periods as SDMX has them', () => {
    expect(['2023', '2023H1', '2023H2', '2023Q1', '2023Q4', '2023-05', '2023-05-11', '2023M1-5', '2021-2025'].map(sdmxPeriod)).toEqual(['2023', '2023-S1', '2023-S2', '2023-Q1', '2023-Q4', '2023-05', '2023-05-11', '2023-01-01/P5M', '2021-01-01/P5Y'])
  })

  it('finds every number of the publication again by its keys', () => {
    const { data } = message() as { data: { structures: { dimensions: { series: { values: { id: string }[] }[]; observation: { values: { value: string; start: string; end: string }[] }[] } }[]; dataSets: { series: Record<string, { observations: Record<string, [number]> }> }[] } } // as the schema has it
    const { series: [promise, measure], observation: [time] } = data.structures[0]?.dimensions ?? { series: [], observation: [] }
    const found = Object.entries(data.dataSets[0]?.series ?? {}).flatMap(([key, { observations }]) => Object.entries(observations).map(([t, [value]]) => {
      const [p = 0, m = 0] = key.split(':').map(Number)
      return [promise?.values[p]?.id, measure?.values[m]?.id, time?.values[Number(t)]?.value, value]
    }))
    expect(found).toContainEqual(['GDP-growth', 'STRETCH', '2023', 12])
    expect(found).toContainEqual(['LIFTS-level', 'FIGURE', '2023-01-01/P5M', 150])
    expect(found).toContainEqual(['PLAN-level-2021-2025', 'TARGET', '2021-01-01/P5Y', 10])
    expect(found).toHaveLength(13)
    expect(time?.values.find(at => at.value === '2023-01-01/P5M')).toMatchObject({ start: '2023-01-01T00:00:00.000Z', end: '2023-05-31T23:59:59.999Z' })
    expect(time?.values.find(at => at.value === '2021-01-01/P5Y')).toMatchObject({ end: '2025-12-31T23:59:59.999Z' })
  })

  it.runIf(shared)('is a data message by the published schema, also without a single number', () => {
    const ajv = new Ajv2019({ strict: false, allErrors: true, formats: fullFormats })
    const valid = ajv.compile(JSON.parse(readFileSync(join(schemas, 'sdmx-json/data-schema.json'), 'utf8')))
    for (const given of [message(), message(issuedOf(lines.slice(-1)))]) {
      valid(JSON.parse(JSON.stringify(given)))
      expect(valid.errors ?? []).toEqual([])
    }
    expect(valid({ ...message(), meta: {} })).toBe(false)
  })
})

const catalogued: Catalogued = {
  home: 'https://district.example/public/440104', area: { zh: '越秀区', en: 'Yuexiu "District"' }, code: 440104, publisher: { zh: '越秀区人民政府', en: 'Government of Yuexiu' },
  sets: [1, 2].map(number => ({ year: 2023, number, day: `2023-0${number}-15`, page: `https://district.example/public/440104/2023/${number}`, files: [{ href: `https://district.example/public/440104/2023/${number}/data.csv`, label: { zh: '表格', en: 'Table' }, mediaType: 'text/csv', fileType: 'CSV', bytes: 1234 }] })),
}

describe('the catalogue', () => {
  it.runIf(shared)('conforms to the shapes of DCAT-AP 3.0, and the shapes are such that it could fail', async () => {
    const dataset = (quads: readonly Quad[]) => new Store(quads) as unknown as ConstructorParameters<typeof Validator>[0] // n3 keeps to RDF/JS, but comes without types
    const shapes = new Validator(dataset(new Parser().parse(readFileSync(join(schemas, 'dcat-ap/dcat-ap-3.0.0-shacl.ttl'), 'utf8'))))
    const faults = async (graph: readonly Resource[]) => [...(await shapes.validate(dataset(new Parser().parse(turtleOf(graph))))).results].map(result => `${result.path?.value}: ${result.message.map(m => m.value).join()}`)
    const graph = catalogueOf(catalogued)
    expect(await faults(graph)).toEqual([])
    expect(await faults(catalogueOf({ ...catalogued, sets: [] }))).toEqual([])
    const untitled = graph.map(thing => ({ ...thing, says: thing.says.filter(([predicate]) => predicate !== 'dct:title') }))
    expect(await faults(untitled)).not.toEqual([])
  })

  it('says the same in Turtle and in JSON-LD, whatever stands in its words', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ maxLength: 20 }), (words, address) => {
      fc.pre(words.isWellFormed())
      const graph = [...catalogueOf({ ...catalogued, sets: [] }), { id: `https://district.example/${address}`, types: ['dcat:Dataset'], says: [['dct:title', { text: words, language: 'zh' }], ['dct:relation', { iri: `https://district.example/${address}` }]] } satisfies Resource]
      const turtle = new Parser().parse(turtleOf(graph)).map(triple).toSorted()
      const json = (jsonLdOf(graph) as Record<string, unknown>[]).flatMap(triplesOf).toSorted() // a list of nodes, see jsonLdOf
      expect(json).toEqual(turtle)
    }), { numRuns: 60 })
  })
})

const triple = ({ subject, predicate, object }: Quad) => JSON.stringify([subject.value, predicate.value, object.termType, object.value, object.language ?? '', object.datatype?.value ?? ''])

/** The triples of an expanded node, written as above. */
function triplesOf({ '@id': id, '@type': types, ...says }: Record<string, unknown>): string[] {
  const literal = (value: string, language = '', datatype = language === '' ? 'http://www.w3.org/2001/XMLSchema#string' : 'http://www.w3.org/1999/02/22-rdf-syntax-ns#langString') => ['Literal', value, language, datatype]
  const line = (predicate: string, object: readonly string[]) => JSON.stringify([id, predicate, ...object])
  return [
    ...(types as string[]).map(type => line('http://www.w3.org/1999/02/22-rdf-syntax-ns#type', ['NamedNode', type, '', ''])), // as jsonLdOf writes it
    ...Object.entries(says).flatMap(([predicate, values]) => (values as Record<string, string>[]).map(v => line(predicate, v['@id'] === undefined ? literal(v['@value'] ?? '', v['@language'], v['@type']) : ['NamedNode', v['@id'], '', '']))), // likewise
  ]
}
