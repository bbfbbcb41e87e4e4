import { describe, expect, it } from 'vitest'
import { type AgendaGiven, proposeAgenda } from './agenda.ts'

const none: AgendaGiven = { decisions: [], sprint: [], projects: [], blockers: [], targets: [], commitments: [] }
const label = (zh: string) => ({ zh, en: zh })
const unit = { id: '00000000-0000-7000-8000-000000000001', name: '区发展和改革局' }
const decision = (commitment: string, more: Partial<AgendaGiven['decisions'][number]> = {}) => ({ commitment, year: 2025, day: '2025-02-28', no: 1, words: `办理${commitment}`, dueOn: '2025-03-14', state: 'open' as const, share: null, light: 'not-judged' as const, unit, ...more })
const project = (id: string, lag: number | null, since = '2025-03-01') => ({ id, name: id, lag, because: label('落后'), since, unit })
const blocker = (id: string, raisedOn: string) => ({ case: id, project: 'p', projectName: '示例道路', title: id, raisedOn, unit })
const target = (id: string, light: 'off-pace' | 'slipping', gap: number | null) => ({ id, code: 'GDP', year: 2025, name: { zh: id, en: `${id} in English` }, light, gap, because: label('差'), since: null, unit })
const commitment = (id: string, dueOn: string, light: 'done' | 'off-pace' | 'not-judged' = 'not-judged') => ({ id, year: 2025, title: id, dueOn, share: null, light, unit })

const sprint = (item: string, more: Partial<AgendaGiven['sprint'][number]> = {}) => ({ item, thing: null, sprint: 's', sprintName: '四季度攻坚', title: item, reach: '主体封顶', missed: [], light: null, because: null, unit, ...more })

const keysOf = (given: Partial<AgendaGiven>, rule: Partial<Parameters<typeof proposeAgenda>[2]> = {}) => proposeAgenda({ ...none, ...given }, '2025-03-07', { most: 10, blocker: { slipping: 15, offPace: 30 }, except: new Set(), ...rule }).agenda.map(item => item.key)

describe('the agenda of a meeting', () => {
  it.each<[string, Partial<AgendaGiven>, readonly string[]]>([
    ['is empty where nothing is wrong', {}, []],
    ['begins with decisions that are late, the one due first before the others, then those still being done', { decisions: [decision('c', { dueOn: '2025-03-10' }), decision('b', { state: 'late', dueOn: '2025-03-06' }), decision('a', { state: 'late', dueOn: '2025-03-01' })] }, ['decision/a', 'decision/b', 'decision/c']],
    ['has no decision that is done or was taken out of the plan', { decisions: [decision('a', { state: 'done' }), decision('b', { state: 'dropped' })] }, []],
    ['has red projects, the worst lag first and those red for another reason last', { projects: [project('none', null), project('ten', -10), project('thirty', -30)] }, ['project/thirty', 'project/ten', 'project/none']],
    ['has those red for another reason by since when', { projects: [project('later', null, '2025-03-02'), project('sooner', null, '2025-02-02')] }, ['project/sooner', 'project/later']],
    ['has blockers from the age on at which they turn yellow, the oldest first', { blockers: [blocker('fourteen', '2025-02-21'), blocker('fifteen', '2025-02-20'), blocker('forty', '2025-01-26')] }, ['blocker/forty', 'blocker/fifteen']],
    ['has targets that are off pace, the greatest gap first', { targets: [target('slipping', 'slipping', -6), target('a', 'off-pace', -11), target('b', 'off-pace', -20)] }, ['target/b', 'target/a']],
    ['has commitments only once their day is over', { commitments: [commitment('today', '2025-03-07'), commitment('yesterday', '2025-03-06'), commitment('done', '2025-01-31', 'done'), commitment('january', '2025-01-31')] }, ['commitment/january', 'commitment/yesterday']],
    ['does not name a decision a second time as a commitment', { decisions: [decision('a', { state: 'late', dueOn: '2025-03-01' })], commitments: [commitment('a', '2025-03-01')] }, ['decision/a']],
    ['has of running sprints what was not told in its round or is red, the most rounds first, and nothing else', { sprint: [sprint('calm', { light: 'slipping' }), sprint('red', { light: 'off-pace' }), sprint('missed', { missed: [{ no: 1, until: '2025-03-01' }] })] }, ['sprint/missed', 'sprint/red']],
    ['does not name a thing of a sprint a second time, and one that is a decision stands there only', { decisions: [decision('d')], sprint: [sprint('1', { thing: 'd', light: 'off-pace' }), sprint('2', { thing: 'p', light: 'off-pace' })], projects: [project('p', -10), project('q', -5)] }, ['decision/d', 'sprint/2', 'project/q']],
    ['names a thing that stands on two sprints once, where more rounds were missed', { sprint: [sprint('1', { thing: 'p', light: 'off-pace' }), sprint('2', { thing: 'p', light: 'off-pace', missed: [{ no: 1, until: '2025-03-01' }] }), sprint('3', { light: 'off-pace' })] }, ['sprint/2', 'sprint/3']],
    ['names a thing of a sprint that is told in time and not red where it belongs', { sprint: [sprint('1', { thing: 'c', light: 'slipping' })], commitments: [commitment('c', '2025-03-01')] }, ['commitment/c']],
    ['goes from decisions to sprints, projects, blockers, targets and commitments', { commitments: [commitment('e', '2025-03-01')], targets: [target('d', 'off-pace', -11)], blockers: [blocker('c', '2025-01-01')], projects: [project('b', -12)], sprint: [sprint('s', { light: 'off-pace' })], decisions: [decision('a')] }, ['decision/a', 'sprint/s', 'project/b', 'blocker/c', 'target/d', 'commitment/e']],
  ])('%s', (_, given, keys) => expect(keysOf(given)).toEqual(keys))

  it('has so many of each kind at most, and says how many it left off', () => {
    const given = { ...none, projects: [project('a', -30), project('b', -20), project('c', -10)], commitments: [commitment('d', '2025-03-01'), commitment('e', '2025-03-02')] }
    const { agenda, left } = proposeAgenda(given, '2025-03-07', { most: 1, blocker: { slipping: 15, offPace: 30 }, except: new Set() })
    expect([agenda.map(item => item.key), left]).toEqual([['project/a', 'commitment/d'], [{ kind: 'project', n: 2 }, { kind: 'commitment', n: 1 }]])
  })

  it('makes room for the next where a person took something off', () => {
    expect(keysOf({ projects: [project('a', -30), project('b', -20)] }, { most: 1, except: new Set(['project/a']) })).toEqual(['project/b'])
  })

  it('says of each why it stands there, since when, with its light and its page, in both languages', () => {
    const late = decision('a', { state: 'late', dueOn: '2025-03-04', share: 0.3, no: 2 })
    expect(proposeAgenda({ ...none, decisions: [late], blockers: [blocker('管线迁改', '2025-02-01')] }, '2025-03-07', { most: 10, blocker: { slipping: 15, offPace: 30 }, except: new Set() }).agenda).toEqual([
      { key: 'decision/a', kind: 'late-decision', thing: 'a', title: label('办理a'), unit, light: 'off-pace', since: '2025-03-05', page: '/plan/2025?item=a', why: { zh: '2025-02-28调度会第2项，应于3月4日前办结，已逾期3天；完成30%。', en: 'No. 2 of the meeting of 2025-02-28, due 2025-03-04, 3 days late; 30% done.' } },
      { key: 'blocker/管线迁改', kind: 'blocker', thing: '管线迁改', title: label('示例道路：管线迁改'), unit, light: 'off-pace', since: '2025-02-01', page: '/projects/p', why: { zh: '2月1日提出，已34天没有解决。', en: 'Raised on 2025-02-01, open for 34 days.' } },
    ])
  })

  it('says of what stands on a sprint how many rounds were missed and what must be reached', () => {
    const given = { ...none, sprint: [sprint('1', { title: '示例道路', missed: [{ no: 1, until: '2025-02-28' }, { no: 2, until: '2025-03-06' }], light: 'off-pace', because: label('落后12个点。') })] }
    expect(proposeAgenda(given, '2025-03-07', { most: 10, blocker: { slipping: 15, offPace: 30 }, except: new Set() }).agenda[0]).toMatchObject({ kind: 'sprint', since: '2025-03-01', page: '/sprints/s', why: { zh: '四季度攻坚：2轮没有报；要求主体封顶。落后12个点。', en: '四季度攻坚: 2 rounds not told; to be reached: 主体封顶. 落后12个点。' } })
  })

  it.each([
    ['2025-03-10', '2025-02-28调度会第1项，应于3月10日前办结，还有3天；尚未填报进展。'],
    ['2025-03-07', '2025-02-28调度会第1项，今天到期；尚未填报进展。'],
  ])('says of a decision due on %s how long there is', (dueOn, words) => {
    expect(proposeAgenda({ ...none, decisions: [decision('a', { dueOn })] }, '2025-03-07', { most: 10, blocker: { slipping: 15, offPace: 30 }, except: new Set() }).agenda[0]?.why.zh).toBe(words)
  })
})
