import { type Label } from '../../../../kernel/label.ts'
import { exportColumns } from '../export-columns.ts'
import { type CaseType } from '../../schema.ts'

/** What a column of a file can mean: a part of a case, known by these headers. */
export type Meaning = { readonly key: string; readonly name: Label; readonly names: readonly string[]; readonly needed: boolean; readonly personal: boolean }

/** Which header stands for which meaning. */
export type Mapping = Readonly<Record<string, string>>

/** Its number here is another than the one at its source. */
const sourceNumber: Label = { zh: '来源编号', en: 'Number at its source' }

const headerOf = (key: string): Label => (key === 'number' ? sourceNumber : exportColumns.find(column => column.key === key)?.header ?? { zh: key, en: key })

/** What it is called in files of others, beside its name in our own exports. */
const otherNames: readonly (readonly [key: string, names: readonly string[], more?: 'needed' | 'personal'])[] = [
  ['number', ['工单编号', '编号', '工单号', '受理编号', '案卷号', '序号'], 'needed'], ['category', ['事项类别', '问题类别', '诉求类别', '分类', '小类'], 'needed'], ['words', ['内容', '诉求', '问题描述', '描述', '反映内容', '事项内容'], 'needed'], ['title', ['主题', '诉求标题', '事项标题']],
  ['urgency', ['紧急程度', '等级']], ['channel', ['渠道', '来源']], ['openedAt', ['受理时间', '来电时间', '上报时间', '接收时间', '登记日期']], ['place', ['所在单位代码', '社区', '街道', '所属街道', '网格']], ['address', ['地点', '事发地址', '位置', '详细地址']], ['lng', ['东经']], ['lat', ['北纬']],
  ['lead', ['承办单位', '办理单位', '责任单位']], ['state', ['工单状态', '办理状态', '当前状态']], ['reporterName', ['姓名', '来电人', '市民姓名', '联系人'], 'personal'], ['reporterPhone', ['电话', '手机', '来电号码', '手机号码'], 'personal'], ['confidential', ['是否保密', '保密'], 'personal'],
]

/** What columns may mean in a file of cases of this type: the common parts, then the type's own fields. */
export function meaningsOf(type: Pick<CaseType, 'fields'>): readonly Meaning[] {
  return [
    ...otherNames.map(([key, names, more]): Meaning => ({ key, name: headerOf(key), names, needed: more === 'needed', personal: more === 'personal' })),
    ...type.fields.map((field): Meaning => ({ key: `field.${field.key}`, name: field.name, names: [], needed: false, personal: field.personal })),
  ]
}

const plain = (header: string) => header.normalize('NFKC').replaceAll(/[\s*:()]/g, '').toLowerCase()

/** Which columns mean what: as it was for this source before, else by their names. No column means two things. */
export function mappingFor(meanings: readonly Meaning[], headers: readonly string[], before: Mapping = {}): Mapping {
  const left = new Set(headers)
  const mapping: Record<string, string> = {}
  const take = (key: string, header: string | undefined) => {
    if (header === undefined || !left.has(header) || mapping[key] !== undefined) return
    mapping[key] = header
    left.delete(header)
  }
  for (const { key } of meanings) take(key, before[key])
  // A name of our own comes before every other name: 编号 may stand beside 来源编号.
  for (const { key, name } of meanings) for (const known of [name.zh, name.en, key]) take(key, headers.find(header => plain(header) === plain(known)))
  for (const { key, names } of meanings) for (const known of names) take(key, headers.find(header => plain(header) === plain(known)))
  return mapping
}

/** What is wrong with a mapping as a whole: what is needed has no column, a column is not in the file or means two things, or a meaning is unknown. */
export function mappingFault(meanings: readonly Meaning[], headers: readonly string[], mapping: Mapping): { readonly kind: 'column-needed' | 'no-such-column' | 'column-twice'; readonly column: string } | null {
  const needed = meanings.find(meaning => meaning.needed && mapping[meaning.key] === undefined)
  if (needed) return { kind: 'column-needed', column: needed.name.zh }
  const used = new Set<string>()
  for (const [key, header] of Object.entries(mapping)) {
    if (!headers.includes(header)) return { kind: 'no-such-column', column: header }
    if (!meanings.some(meaning => meaning.key === key)) return { kind: 'no-such-column', column: key }
    if (used.has(header)) return { kind: 'column-twice', column: header }
    used.add(header)
  }
  return null
}

/** The first header that stands twice; its columns cannot be told apart. */
export function headerTwice(headers: readonly string[]): string | null {
  return headers.find((header, i) => header !== '' && headers.indexOf(header) !== i) ?? null
}
