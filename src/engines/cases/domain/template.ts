import { type Label } from '../../../kernel/label.ts'

/** What may stand in a template of an answer as `{name}`, and what it is called where a case has no such thing. */
export const placeholders = {
  number: { zh: '编号', en: 'number' }, title: { zh: '标题', en: 'title' }, unit: { zh: '主办单位', en: 'lead unit' }, due: { zh: '办结时限', en: 'deadline' }, address: { zh: '地址', en: 'address' },
  words: { zh: '办理情况', en: 'what was done' }, result: { zh: '办理结果', en: 'result' }, into: { zh: '并入的工单', en: 'case it went into' },
} as const satisfies Record<string, Label>
export type Placeholder = keyof typeof placeholders

const isPlaceholder = (name: string): name is Placeholder => name in placeholders
const written = /\{([^{}\n]*)\}/g

/** Names in braces that stand for nothing. */
export function unknownPlaceholders(words: string): readonly string[] {
  return [...words.matchAll(written)].map(match => match[1] ?? '').filter(name => !isPlaceholder(name))
}

/** A template with what this case has. What it has not stays to be seen, as 【地址】, so that nobody sends a gap. */
export function filled(words: string, values: Readonly<Record<Placeholder, string | null>>): string {
  return words.replaceAll(written, (all, name: string) => (isPlaceholder(name) ? values[name] ?? `【${placeholders[name].zh}】` : all))
}
