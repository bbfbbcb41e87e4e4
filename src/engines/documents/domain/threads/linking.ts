import { type Candidate, reasonLabels, suggestLinks } from './suggest.ts'
import { type ThreadEvent, type ThreadKind } from './thread.ts'

/** The reasons for a link as they go into the history; a link that the machine would not have suggested is a person's own. */
export function becauseOf(a: Candidate, b: Candidate): string[] {
  const [link] = suggestLinks([{ ...a, group: 'a' }, { ...b, group: 'b' }], new Set())
  return link ? link.reasons.map(({ kind, detail }) => reasonLabels[kind].zh.replace('{detail}', detail)) : ['人工认定']
}

/** The first event of a thread of two: its name is the register's where both are of one indicator, else what it was called last. */
export function madeFrom(a: Candidate, b: Candidate, because: readonly string[]): ThreadEvent {
  const [first, last] = [a.saying, b.saying].toSorted((x, y) => ((x.saidOn ?? '') < (y.saidOn ?? '') ? -1 : 1))
  const same = a.saying.indicator !== null && a.saying.indicator.id === b.saying.indicator?.id ? a.saying.indicator : null
  const name = same?.name.zh ?? last?.name ?? ''
  const thread: ThreadKind = same ? 'indicator' : first?.number || last?.number ? 'promise' : because.some(reason => reason.startsWith('同一地点或对象')) ? 'project' : 'promise'
  return { kind: 'made', name: name.slice(0, 120), thread, members: [a.saying.member, b.saying.member], because: [...because] }
}
