import { type Label } from '../../../../kernel/label.ts'
import { type Day } from '../../../../kernel/time.ts'
import { type Resource, type Value } from './rdf.ts'

/** A data set of the catalogue: one publication with the files it can be had as. */
export type CataloguedSet = {
  readonly year: number
  readonly number: number
  readonly day: Day
  /** Address of its page. */
  readonly page: string
  readonly files: readonly { readonly href: string; readonly label: Label; readonly mediaType: string; readonly fileType: string; readonly bytes: number }[]
}

export type Catalogued = { readonly home: string; readonly area: Label; readonly code: number; readonly publisher: Label; readonly sets: readonly CataloguedSet[] }

const authority = 'http://publications.europa.eu/resource/authority'

/** The licence under which everything public may be used: named where it is offered and in every data set. */
export const licence = `${authority}/licence/CC_BY_4_0`

/**
 * The open data of a district as a DCAT-AP 3.0 catalogue: a data set for each publication that is public, with its files,
 * publisher, contact, licence, area, period and rhythm.
 *
 * Source: DCAT-AP 3.0.0 (SEMICeu), mandatory and recommended properties of catalogue, data set and distribution.
 */
export function catalogueOf(catalogued: Catalogued): readonly Resource[] {
  const said = graphOf(catalogued)
  return [...said, ...classesOf(said)]
}

function graphOf({ home, area, code, publisher, sets }: Catalogued): readonly Resource[] {
  const publisherId = `${home}#publisher`, contactId = `${home}#contact`, areaId = `${home}#area`
  const dates = sets.map(set => set.day).toSorted()
  return [
    {
      id: home, types: ['dcat:Catalog'],
      says: [
        ...both('dct:title', { zh: `${area.zh}承诺与进展开放数据`, en: `Open data of ${area.en}: promises and how they stand` }),
        ...both('dct:description', { zh: '政府每年的承诺、目标、数值和灯，逐期公布。', en: 'The promises of the government for each year with targets, figures and lights, publication by publication.' }),
        ['dct:publisher', iri(publisherId)], ['dct:license', iri(licence)], ['dct:language', iri(`${authority}/language/ZHO`)], ['dct:language', iri(`${authority}/language/ENG`)],
        ['dct:spatial', iri(areaId)], ['foaf:homepage', iri(home)], ['dcat:themeTaxonomy', iri(`${authority}/data-theme`)],
        ...(dates[0] === undefined ? [] : [['dct:issued', date(dates[0])] as const]), ...dates.slice(-1).map(day => ['dct:modified', date(day)] as const),
        ...sets.map(set => ['dcat:dataset', iri(idOf(set))] as const),
      ],
    },
    { id: publisherId, types: ['foaf:Agent'], says: [...both('foaf:name', publisher)] },
    { id: contactId, types: ['vcard:Organization', 'vcard:Kind'], says: [['vcard:fn', { text: `${publisher.zh} 12345 政务服务便民热线`, language: 'zh' }], ['vcard:hasTelephone', iri('tel:12345')]] },
    { id: areaId, types: ['dct:Location'], says: [...both('skos:prefLabel', area), ['dct:identifier', { text: String(code) }]] },
    ...sets.flatMap(set => resourcesOf(set, { publisherId, contactId, areaId, area })),
  ]
}

function resourcesOf(set: CataloguedSet, of: { readonly publisherId: string; readonly contactId: string; readonly areaId: string; readonly area: Label }): readonly Resource[] {
  const id = idOf(set), periodId = `${set.page}#period`
  return [
    {
      id, types: ['dcat:Dataset'],
      says: [
        ...both('dct:title', { zh: `${of.area.zh}${set.year}年承诺与进展，第${set.number}期`, en: `Promises of ${of.area.en} for ${set.year} and how they stand, publication ${set.number}` }),
        ...both('dct:description', { zh: `${set.year}年的每项承诺：目标、数值、灯、出处和责任单位。`, en: `Every promise of ${set.year}: target, figure, light, source and the unit that answers for it.` }),
        ['dct:identifier', { text: id }], ['dct:publisher', iri(of.publisherId)], ['dcat:contactPoint', iri(of.contactId)], ['dct:issued', date(set.day)], ['dct:modified', date(set.day)],
        ['dct:accrualPeriodicity', iri(`${authority}/frequency/IRREG`)], ['dct:spatial', iri(of.areaId)], ['dct:temporal', iri(periodId)], ['dcat:theme', iri(`${authority}/data-theme/GOVE`)],
        ['dct:language', iri(`${authority}/language/ZHO`)], ['dct:language', iri(`${authority}/language/ENG`)], ['dcat:landingPage', iri(set.page)],
        ...both('dcat:keyword', { zh: '政府承诺', en: 'promises' }), ...both('dcat:keyword', { zh: '民生实事', en: 'livelihood' }),
        ...set.files.map(file => ['dcat:distribution', iri(`${file.href}#distribution`)] as const),
      ],
    },
    { id: periodId, types: ['dct:PeriodOfTime'], says: [['dcat:startDate', date(`${set.year}-01-01`)], ['dcat:endDate', date(`${set.year}-12-31`)]] },
    ...set.files.map((file): Resource => ({
      id: `${file.href}#distribution`, types: ['dcat:Distribution'],
      says: [
        ...both('dct:title', file.label), ['dcat:accessURL', iri(set.page)], ['dcat:downloadURL', iri(file.href)], ['dcat:mediaType', iri(`https://www.iana.org/assignments/media-types/${file.mediaType}`)],
        ['dct:format', iri(`${authority}/file-type/${file.fileType}`)], ['dcat:byteSize', { text: String(file.bytes), datatype: 'xsd:nonNegativeInteger' }], ['dct:license', iri(licence)], ['dct:issued', date(set.day)],
      ],
    })),
  ]
}

/** Of which class the profile wants what these point to, with the words it wants for it. A reader then knows it without asking elsewhere. */
const ranges: Readonly<Record<string, { readonly type: string; readonly named?: readonly (readonly [string, Value])[] }>> = {
  'dct:language': { type: 'dct:LinguisticSystem' },
  'dct:license': { type: 'dct:LicenseDocument' },
  'dct:accrualPeriodicity': { type: 'dct:Frequency' },
  'dct:format': { type: 'dct:MediaTypeOrExtent' },
  'dcat:mediaType': { type: 'dct:MediaType' },
  'dcat:themeTaxonomy': { type: 'skos:ConceptScheme', named: both('dct:title', { zh: '数据主题', en: 'Data theme' }) },
  'dcat:theme': { type: 'skos:Concept', named: both('skos:prefLabel', { zh: '政府与公共部门', en: 'Government and public sector' }) },
  'dcat:landingPage': { type: 'foaf:Document' },
  'dcat:accessURL': { type: 'rdfs:Resource' },
  'dcat:downloadURL': { type: 'rdfs:Resource' },
  'foaf:homepage': { type: 'foaf:Document' },
}

/** Whatever the graph points to and does not describe, once for each class it has. */
function classesOf(graph: readonly Resource[]): readonly Resource[] {
  const found = new Map<string, Resource>()
  for (const [predicate, value] of graph.flatMap(thing => thing.says)) {
    const range = ranges[predicate]
    if (range && 'iri' in value) found.set(`${value.iri} ${range.type}`, { id: value.iri, types: [range.type], says: range.named ?? [] })
  }
  return [...found.values()]
}

const idOf = (set: CataloguedSet) => `${set.page}#data`
const iri = (address: string): Value => ({ iri: address })
const date = (day: Day): Value => ({ text: day, datatype: 'xsd:date' })

function both(predicate: string, label: Label): (readonly [string, Value])[] {
  return [[predicate, { text: label.zh, language: 'zh' }], [predicate, { text: label.en, language: 'en' }]]
}
