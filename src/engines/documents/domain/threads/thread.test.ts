import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kindOfTitle, occasionOf, occasionOfFile, occasionsOf, yearOfTitle } from './occasion.ts'
import { type Member, memberKey, pairKey, threadFrom, type ThreadEvent } from './thread.ts'

describe('a paper as a thread meets it', () => {
  it.each([
    ['2021年越秀区人民政府工作报告', 'work-report', 2021],
    ['关于广州市越秀区2022年国民经济和社会发展规划执行情况与2023年计划草案的报告', 'plan-report', 2023],
    ['越秀区人民政府关于2023年上半年工作情况和下半年工作安排的报告', 'half-year-report', 2023],
    ['国民经济和社会发展第十四个五年规划纲要', 'five-year-plan', 2021],
    ['关于2022年预算执行情况和2023年预算草案的报告', 'budget-report', 2023],
    ['会议纪要', 'other', 2021],
  ] as const)('%s', (title, kind, year) => {
    expect([kindOfTitle(title), yearOfTitle(title, '2021-02-06')]).toEqual([kind, year])
  })

  it('is one paper, whether it is on file or only quoted, and then the one on file', () => {
    const filed = { id: 'd', title: '2021年越秀区人民政府工作报告', name: 'a.txt', kind: 'work-report' as const, year: 2021, saidOn: '2021-02-06' }
    const quoted = occasionOf({ kind: 'published', title: '2021年 越秀区人民政府工作报告', section: '', saidOn: '2021-02-06' }, new Map())
    expect(occasionsOf([quoted, occasionOfFile(filed)])).toMatchObject([{ document: 'd' }])
  })

  it('is none where a person or a formula is the source', () => {
    expect(occasionOf({ kind: 'generated', seed: '' }, new Map())).toBeNull()
  })
})

const member = fc.constantFrom<Member>({ kind: 'target', id: 'a' }, { kind: 'target', id: 'b' }, { kind: 'commitment', id: 'a' }, { kind: 'mention', id: 'c' })
const members = fc.array(member, { minLength: 1, maxLength: 4 })
const later = fc.oneof(
  members.map((of): ThreadEvent => ({ kind: 'linked', members: of, because: [] })),
  members.map((of): ThreadEvent => ({ kind: 'unlinked', members: of, reason: '' })),
  members.map((of): ThreadEvent => ({ kind: 'joined', from: 'x', name: '', members: of, because: [] })),
  fc.constant<ThreadEvent>({ kind: 'renamed', name: '新名', thread: 'project', reason: null }),
)

describe('the history of a thread', () => {
  it('never holds a member twice, whatever happens, and counts its steps', () => {
    fc.assert(fc.property(members, fc.array(later, { maxLength: 12 }), (first, rest) => {
      const thread = threadFrom('t', [{ kind: 'made', name: '旧名', thread: 'promise', members: first, because: [] }, ...rest])
      const keys = thread?.members.map(memberKey) ?? []
      return new Set(keys).size === keys.length && thread?.version === rest.length + 1
    }))
  })

  it('ends once it has gone into another, and nothing begins before it is made', () => {
    const made: ThreadEvent = { kind: 'made', name: '桥', thread: 'project', members: [{ kind: 'mention', id: 'c' }], because: [] }
    expect(threadFrom('t', [made, { kind: 'ended', into: 'u', name: '大桥' }])).toMatchObject({ members: [], into: 'u' })
    expect(threadFrom('t', [made, { kind: 'ended', into: 'u', name: '大桥' }, { kind: 'renamed', name: '桥二', thread: 'project', reason: null }])).toBeNull()
    expect(threadFrom('t', [{ kind: 'renamed', name: '桥二', thread: 'project', reason: null }])).toBeNull()
  })

  it('two members told apart are one pair, whichever is named first', () => {
    expect(pairKey({ kind: 'target', id: 'a' }, { kind: 'mention', id: 'c' })).toBe(pairKey({ kind: 'mention', id: 'c' }, { kind: 'target', id: 'a' }))
  })
})
