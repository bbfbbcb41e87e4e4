/** The open data of a publication as files. What they hold is decided in the plan's domain. */
import { type File } from '../../kernel/contract.ts'
import { type Label } from '../../kernel/label.ts'
import { dayOf } from '../../kernel/time.ts'
import { type PortalTerms } from '../../engines/cases/portal/schema.ts'
import { sheetFile } from '../../engines/indicators/index.ts'
import { type CataloguedSet, catalogueOf, licence } from '../../engines/plan/domain/publication/catalogue.ts'
import { type Issued, publicFields, publicTable } from '../../engines/plan/domain/publication/fields.ts'
import { type Snapshot } from '../../engines/plan/domain/publication/publication.ts'
import { jsonLdOf, turtleOf } from '../../engines/plan/domain/publication/rdf.ts'
import { sdmxOf } from '../../engines/plan/domain/publication/sdmx.ts'
import { type Issue } from '../../engines/plan/index.ts'
import { type FileName, fileNames } from './place.ts'
import { type Reading } from './reading.ts'

/** A district as its public pages name it, and what it sets of its public forms (else the usual). */
export type Area = { readonly code: number; readonly name: Label; readonly portal?: PortalTerms | undefined }
export type IssueRead = { readonly issue: Issue; readonly snapshot: Snapshot }
export type SetFile = Exclude<FileName, 'catalog.ttl' | 'catalog.jsonld'>

/** What each file of a publication is. */
export const setFiles = {
  'data.csv': { label: { zh: '表格（CSV，可用电子表格打开）', en: 'Table (CSV, opens in a spreadsheet)' }, mediaType: 'text/csv', fileType: 'CSV' },
  'data.json': { label: { zh: '带说明和历次数值的数据（JSON）', en: 'Data with explanations and all figures (JSON)' }, mediaType: 'application/json', fileType: 'JSON' },
  'sdmx.json': { label: { zh: '统计数据交换格式（SDMX-JSON 2.1）', en: 'Statistical exchange format (SDMX-JSON 2.1)' }, mediaType: 'application/json', fileType: 'JSON' },
} as const satisfies Record<SetFile, { readonly label: Label; readonly mediaType: string; readonly fileType: string }>

export const publisherOf = ({ name }: Area): Label => ({ zh: `${name.zh}人民政府`, en: `People’s Government of ${name.en}` })

/** One file of a publication. `home` is the full address of the district's public pages. */
export async function setFile(name: SetFile, { issue, snapshot }: IssueRead, area: Area, home: string): Promise<File> {
  const issued: Issued = { snapshot, number: issue.number, day: dayOf(issue.publicAt) }
  const called = `${area.name.zh}${issue.year}年承诺第${issue.number}期`
  switch (name) {
    case 'data.csv': return sheetFile(called, 'csv', publicTable(issued))
    case 'data.json': return json(`${called}.json`, tableAsJson(issued, area, home))
    case 'sdmx.json': return json(`${called}.sdmx.json`, sdmxOf(issued, { area: area.name, sender: publisherOf(area), home, prepared: issue.publicAt }))
  }
}

/** The files of a publication with their sizes. */
export async function sizesOf(read: IssueRead, area: Area, home: string, reading: Reading): Promise<{ readonly name: SetFile; readonly bytes: number }[]> {
  const sizes = []
  for (const name of fileNames) {
    if (name === 'catalog.ttl' || name === 'catalog.jsonld') continue
    sizes.push({ name, bytes: (await reading.file(read.issue, name, () => setFile(name, read, area, home))).bytes.length })
  }
  return sizes
}

/** The catalogue over these publications. */
export function catalogueFile(name: 'catalog.ttl' | 'catalog.jsonld', sets: readonly CataloguedSet[], area: Area, home: string): File {
  const graph = catalogueOf({ home, area: area.name, code: area.code, publisher: publisherOf(area), sets })
  return name === 'catalog.ttl' ? { name, mime: 'text/turtle; charset=utf-8', bytes: Buffer.from(turtleOf(graph)) } : { ...json(name, jsonLdOf(graph)), mime: 'application/ld+json; charset=utf-8' }
}

function tableAsJson(issued: Issued, area: Area, home: string): object {
  const { snapshot, number, day } = issued
  return {
    licence, publisher: publisherOf(area), area: { code: area.code, name: area.name }, page: `${home}/${snapshot.year}/${number}`, year: snapshot.year, issue: number, publishedOn: day, asOf: snapshot.on,
    fields: publicFields.map(({ name, label }) => ({ name, label })),
    promises: snapshot.lines.map(line => ({ ...Object.fromEntries(publicFields.map(field => [field.name, field.of(line, issued)])), statements: line.statements, figures: line.figures })),
  }
}

function json(name: string, value: object): File {
  return { name, mime: 'application/json; charset=utf-8', bytes: Buffer.from(JSON.stringify(value)) }
}
