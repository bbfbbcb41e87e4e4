/** The list of cases behind a number: what the whole board is narrowed to, then what this number means. */
export function listOf(base: Readonly<Record<string, string>>, ...more: readonly Readonly<Record<string, string>>[]): string {
  return `/cases?${new URLSearchParams(Object.assign({}, base, ...more)).toString()}`
}

/** Numbers of a group of open cases, each with what narrows the list to it. */
export const openCounts = [
  { key: 'open', name: { zh: '在办', en: 'Open' }, filter: { open: 'true' } },
  { key: 'late', name: { zh: '已超时', en: 'Late' }, filter: { open: 'true', late: 'true' } },
  { key: 'soon', name: { zh: '24小时内到期', en: 'Due within 24 hours' }, filter: { dueIn: '24' } },
  { key: 'climbed', name: { zh: '已升级', en: 'Climbed' }, filter: { open: 'true', climbed: 'true' } },
] as const
