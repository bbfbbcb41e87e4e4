import { describe, expect, it } from 'vitest'
import { type Block } from '../../../../engines/documents/schema.ts'
import { aFact } from '../../../../../testkit/finding.ts'
import { outlineOf } from './outline.ts'

const block = (id: string, level: Block['level'], path: readonly string[], kind: Block['kind'] = level === null ? 'paragraph' : 'heading'): Block => ({ id, kind, role: 'results', level, heading: level === null ? null : id, path: [...path], start: 0, end: 1, clean: { start: 0, end: 1 } })

describe('the outline of a paper', () => {
  it('counts what was read under every heading above it, and what of it waits in doubt', () => {
    const outline = [block('part', 1, []), block('group', 2, ['part']), block('text', null, ['part', 'group'])]
    const findings = [aFact({ block: 'text' }), aFact({ block: 'text', doubtful: true }), aFact({ block: 'text', doubtful: true, state: 'rejected' })]
    expect(outlineOf(outline, findings).map(({ block, findings, doubtful }) => [block.id, findings, doubtful])).toEqual([['part', 3, 1], ['group', 3, 1]])
  })

  it('leaves lead sentences to the text', () => {
    expect(outlineOf([block('part', 1, []), block('lead', 3, ['part'], 'lead')], []).map(({ block }) => block.id)).toEqual(['part'])
  })
})
