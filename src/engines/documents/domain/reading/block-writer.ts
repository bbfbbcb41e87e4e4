import type { Block, CleanText } from '../../schema.ts'
import { rawSpan } from './clean-text.ts'

/** Writes blocks one after another and keeps the headings that are open above them. */
export type BlockWriter = {
  readonly blocks: Block[]
  readonly write: (start: number, end: number, kind: Block['kind'], role: Block['role'], level: Block['level'], heading: string | null) => void
  readonly open: (start: number, end: number, level: number, heading: string, role: Block['role'] | null) => void
  readonly lead: (start: number, end: number, words: string, role: Block['role']) => void
  /** Leads hold for their own paragraph only. */
  readonly closeLeads: () => void
  /** Closes whatever stands below a level. */
  readonly closeBelow: (level: number) => void
  readonly role: () => Block['role']
  readonly level: () => number
}

export function blockWriter(clean: CleanText): BlockWriter {
  const blocks: Block[] = []
  const stack: { id: string; level: number; role: Block['role']; lead: boolean }[] = []
  const role = () => stack.at(-1)?.role ?? 'unknown'
  const write: BlockWriter['write'] = (start, end, kind, role, level, heading) => {
    const text = clean.text
    const last = text.charCodeAt(end - 1) === 0x0a ? end - 1 : end
    const span = rawSpan(clean, start, last)
    blocks.push({ id: `b${span.start}`, kind, role, level, heading, path: stack.map(entry => entry.id), ...span, clean: { start, end } })
  }
  const push = (level: number, role: Block['role'], lead: boolean) => { const block = blocks.at(-1); if (block) stack.push({ id: block.id, level, role, lead }) }
  return {
    blocks, write, role,
    level: () => stack.at(-1)?.level ?? 0,
    open: (start, end, level, heading, given) => {
      while (stack.length > 0 && (stack.at(-1)?.level ?? 0) >= level) stack.pop()
      const own = given ?? role()
      write(start, end, 'heading', own, level, heading)
      push(level, own, false)
    },
    lead: (start, end, words, own) => {
      while (stack.at(-1)?.lead) stack.pop()
      const level = Math.min(4, Math.max(3, (stack.at(-1)?.level ?? 0) + 1))
      write(start, end, 'lead', own, level, words)
      push(level, role(), true)
    },
    closeBelow: level => { while ((stack.at(-1)?.level ?? 0) > level) stack.pop() },
    closeLeads: () => { while (stack.at(-1)?.lead) stack.pop() },
  }
}
