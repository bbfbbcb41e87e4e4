import { type Label } from '../../../../kernel/label.ts'
import { type Light, lightLabels } from '../../../../kernel/light.ts'
import { spanOf } from '../../../../kernel/period.ts'
import { addDays, type Day, type Instant } from '../../../../kernel/time.ts'
import { type Issued } from './fields.ts'
import { type PublicLine } from './publication.ts'

/**
 * A publication as an SDMX-JSON 2.1 data message (SDMX 3.1): a series for each promise and each thing that is measured of
 * it, an observation for each period. Dimensions: area, promise, measure, time.
 *
 * Source: SDMX-JSON data message schema 2.1.0 (sdmx-twg/sdmx-json).
 */
export function sdmxOf(issued: Issued, given: { readonly area: Label; readonly sender: Label; readonly home: string; readonly prepared: Instant }): object {
  const { snapshot, number } = issued
  const series = snapshot.lines.flatMap(line => measured(line).map(one => ({ line, ...one })))
  const periods = [...new Set(series.map(one => one.period))].toSorted()
  const promises = [...new Set(series.map(one => one.line))]
  const units = [...new Set(series.map(one => one.line.unit))].toSorted()
  const lights = [...new Set(promises.map(line => line.light))].toSorted()
  const structure = { href: `${given.home}/data`, rel: 'dataflow', urn: 'urn:sdmx:org.sdmx.infomodel.datastructure.Dataflow=OPENDISTRICT:PROMISES(1.0)', title: 'Promises of a district' }
  return {
    $schema: 'https://json.sdmx.org/2.1/sdmx-json-data-schema.json',
    meta: { id: `OD-${snapshot.district}-${snapshot.year}-${number}`, prepared: given.prepared, test: false, contentLanguages: ['zh', 'en'], sender: { id: `OD${snapshot.district}`, ...both(given.sender) } },
    data: {
      structures: [{
        ...both({ zh: `${snapshot.year}年承诺与进展`, en: `Promises of ${snapshot.year} and how they stand` }), dataSets: [0], links: [structure],
        dimensions: {
          dataSet: [{ id: 'REF_AREA', ...both({ zh: '行政区', en: 'Area' }), keyPosition: 0, roles: ['REF_AREA'], values: [{ id: String(snapshot.district), ...both(given.area) }] }],
          series: [
            { id: 'PROMISE', ...both({ zh: '承诺', en: 'Promise' }), keyPosition: 1, ...valuesOf(promises.map(line => ({ id: line.key, ...both(line.label) }))) },
            { id: 'MEASURE', ...both({ zh: '量', en: 'What is measured' }), keyPosition: 2, values: measures.map(measure => ({ id: measure.id, ...both(measure.label) })) },
          ],
          observation: [{ id: 'TIME_PERIOD', ...both({ zh: '时期', en: 'Time period' }), keyPosition: 3, roles: ['TIME_PERIOD'], ...valuesOf(periods.map(timeValue)) }],
        },
        measures: { observation: [{ id: 'OBS_VALUE', ...both({ zh: '数值', en: 'Value' }) }] },
        attributes: {
          series: [
            { id: 'UNIT_MEASURE', ...both({ zh: '计量单位', en: 'Unit of measure' }), relationship: { dimensions: ['PROMISE'] }, ...valuesOf(units.map(unit => ({ value: unit === '' ? '-' : unit }))) },
            { id: 'LIGHT', ...both({ zh: '灯', en: 'Light' }), relationship: { dimensions: ['PROMISE'] }, ...valuesOf(lights.map((light: Light) => ({ id: light.toUpperCase().replaceAll('-', '_'), ...both(lightLabels[light]) }))) },
          ],
        },
      }],
      dataSets: [{
        structure: 0, action: 'Information', links: [structure], publicationYear: issued.day.slice(0, 4),
        series: Object.fromEntries(promises.flatMap((line, p) => measures.flatMap((measure, m) => {
          const found = series.filter(one => one.line === line && one.measure === measure.id)
          return found.length === 0 ? [] : [[`${p}:${m}`, {
            attributes: [units.indexOf(line.unit), lights.indexOf(line.light)],
            observations: Object.fromEntries(found.map(one => [String(periods.indexOf(one.period)), [one.value]])),
          }] as const]
        }))),
      }],
    },
  }
}

const measures = [
  { id: 'TARGET', label: { zh: '目标', en: 'Target' } },
  { id: 'STRETCH', label: { zh: '力争', en: 'Stretch' } },
  { id: 'FIGURE', label: { zh: '数值', en: 'Figure' } },
  { id: 'EXPECTED', label: { zh: '序时应达', en: 'Expected by then' } },
] as const

type Measured = { readonly measure: (typeof measures)[number]['id']; readonly period: string; readonly value: number }

function measured(line: PublicLine): Measured[] {
  const of = (measure: Measured['measure'], period: string | null, value: number | null) => (period === null || value === null ? [] : [{ measure, period: sdmxPeriod(period), value }])
  return [...of('TARGET', line.targetPeriod, line.target), ...of('STRETCH', line.targetPeriod, line.stretch), ...of('FIGURE', line.period, line.figure), ...of('EXPECTED', line.period, line.expected)]
}

/** 2023H1 is 2023-S1, 2023Q1 is 2023-Q1, January to May 2023 is 2023-01-01/P5M, 2021 to 2025 is 2021-01-01/P5Y; years, months and days are written alike. */
export function sdmxPeriod(period: string): string {
  const span = spanOf(period)
  const year = span?.from.slice(0, 4) ?? ''
  switch (span?.kind) {
    case 'half-year': return `${year}-S${span.from.endsWith('01-01') ? 1 : 2}`
    case 'quarter': return `${year}-Q${Math.ceil(Number(span.to.slice(5, 7)) / 3)}`
    case 'months': return `${span.from}/P${Number(span.to.slice(5, 7))}M`
    case 'years': return `${span.from}/P${Number(span.to.slice(0, 4)) - Number(year) + 1}Y`
    default: return period
  }
}

/** A list of values is left out where there is none: the schema knows no empty one. */
const valuesOf = (values: readonly object[]) => (values.length === 0 ? {} : { values })

/** First and last instant beside each period, so that a reader need not know how it is written. */
function timeValue(id: string): object {
  const { from, to } = daysOf(id)
  return { value: id, start: `${from}T00:00:00.000Z`, end: `${to}T23:59:59.999Z` }
}

function daysOf(id: string): { readonly from: Day; readonly to: Day } {
  const [, from = '', count = '1', step = 'Y'] = /^(\d{4}-01-01)\/P(\d+)([MY])$/.exec(id) ?? []
  const year = Number(from.slice(0, 4)), n = Number(count)
  if (from !== '') return { from, to: step === 'Y' ? `${year + n - 1}-12-31` : n === 12 ? `${year}-12-31` : addDays(`${year}-${String(n + 1).padStart(2, '0')}-01`, -1) }
  const span = spanOf(id.replace('-S', 'H').replace('-Q', 'Q'))
  return span ?? { from: '1900-01-01', to: '1900-01-01' }
}

/** The name in Chinese, and both languages beside it, as SDMX has them. */
function both(label: Label): { readonly name: string; readonly names: Label } {
  return { name: label.zh, names: label }
}
