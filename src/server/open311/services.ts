import { type CaseType, type Category, type Field, type FieldValues } from '../../engines/cases/schema.ts'
import { type Label, type Language } from '../../kernel/label.ts'

/** A service of GeoReport v2: a kind of matter that residents may report. */
export type Service = {
  readonly service_code: string; readonly service_name: string; readonly description: string; readonly metadata: boolean; readonly type: 'realtime'; readonly keywords: string; readonly group: string
}

/** Keys hold no underscore, so it parts type and category whatever they are called. */
export const codeOf = (type: string, category: string) => `${type}_${category}`

export function kindOf(code: string): { readonly type: string; readonly category: string } | null {
  const [type = '', category = '', ...more] = code.split('_')
  return type !== '' && category !== '' && more.length === 0 ? { type, category } : null
}

/** The ends of the branches, each with the branch above it. */
function leavesOf(categories: readonly Category[], above: readonly Category[] = []): readonly (readonly Category[])[] {
  return categories.flatMap(category => ((category.below ?? []).length === 0 ? [[...above, category]] : leavesOf(category.below ?? [], [...above, category])))
}

/** What residents may report, in the order of the types and their trees. */
export function servicesOf(types: readonly CaseType[], language: Language): readonly Service[] {
  return types.filter(type => type.onPortal).flatMap(type => leavesOf(type.categories).map(branch => {
    const names = branch.map(category => category.name[language])
    return {
      service_code: codeOf(type.key, branch.at(-1)?.key ?? ''), service_name: names.at(-1) ?? '', description: [type.name[language], ...names].join(language === 'zh' ? '：' : ': '),
      metadata: type.fields.some(isAsked), type: 'realtime', keywords: branch.flatMap(category => category.words ?? []).join(','), group: names.at(-2) ?? type.name[language],
    } as const
  }))
}

const isAsked = (field: Field) => field.asks === 'reporter'

const yesNo: readonly { readonly key: string; readonly name: Label }[] = [{ key: 'yes', name: { zh: '是', en: 'Yes' } }, { key: 'no', name: { zh: '否', en: 'No' } }]
const datatypes: Readonly<Record<string, string>> = { text: 'string', 'long-text': 'text', number: 'number', day: 'datetime', choice: 'singlevaluelist', 'yes-no': 'singlevaluelist' }

/** What a service asks beyond what and where. */
export function definitionOf(type: CaseType, category: string, language: Language) {
  return {
    service_code: codeOf(type.key, category),
    attributes: type.fields.filter(isAsked).map((field, i) => ({
      variable: true, code: field.key, datatype: datatypes[field.input] ?? 'string', required: field.required, datatype_description: field.input === 'day' ? 'YYYY-MM-DD' : null, order: i + 1, description: field.name[language],
      ...(datatypes[field.input] === 'singlevaluelist' && { values: (field.choices ?? yesNo).map(({ key, name }) => ({ key, name: name[language] })) }),
    })),
  }
}

/** The fields of a case from `attribute[code]=value`; what is no field of the reporter's is kept as it is, and refused with the rest. */
export function fieldsFrom(type: CaseType, attributes: Readonly<Record<string, string>>): FieldValues {
  return Object.fromEntries(Object.entries(attributes).map(([code, text]) => {
    const input = type.fields.find(field => field.key === code && isAsked(field))?.input
    if (input === 'number') return [code, text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text)]
    if (input === 'yes-no') return [code, /^(?:yes|true|1|是)$/i.test(text) ? true : /^(?:no|false|0|否)$/i.test(text) ? false : text]
    return [code, input === 'day' ? text.slice(0, 10) : text]
  }))
}
