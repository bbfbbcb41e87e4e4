import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renamingsIn } from './likeness.ts'
import { type Candidate, enoughOf, groupPair, rejectedGroups, suggestLinks } from './suggest.ts'
import { type Saying } from './saying.ts'
import { memberKey } from './thread.ts'

type Row = { readonly thing: string; readonly candidate: Candidate }

/** Sayings of the four reports of Yuexiu, labelled by hand with what they speak of, before the rules were made. No indicator is given: the machine has names and numbers only. */
const rows: readonly Row[] = readFileSync(join(import.meta.dirname, 'labelled/yuexiu.csv'), 'utf8').trim().split('\n').slice(1).map((line, i) => {
  const [thing = '', paper = '', section = '', year = '', name = '', value = '', measure = ''] = line.split(',')
  const saying: Saying = {
    member: { kind: 'mention', id: `row-${i}` }, role: 'promise', year: Number(year), name, ownName: true, words: name, verb: null, dueOn: `${year}-12-31`, indicator: null, unit: null, lead: null, paper, section, saidOn: null,
    number: value === '' ? null : { operator: '=', value: Number(value), measure, aspect: measure === '%' ? 'growth' : 'level' },
    source: { kind: 'published', title: paper, section, saidOn: null },
  }
  return { thing, candidate: { saying, group: memberKey(saying.member), papers: [paper] } }
})
const things = [...new Set(rows.map(row => row.thing))]
/** Every second thing is held out: the thresholds and words were chosen on the others. */
const half = (heldOut: boolean) => rows.filter(row => (things.indexOf(row.thing) % 2 === 1) === heldOut)

function measured(of: readonly Row[]) {
  const thingOf = new Map(of.map(row => [row.candidate.saying.member.id, row.thing]))
  const links = suggestLinks(of.map(row => row.candidate), new Set())
  const right = (link: (typeof links)[number]) => thingOf.get(link.a.saying.member.id) === thingOf.get(link.b.saying.member.id)
  const pairs = [...Map.groupBy(of, row => row.thing).values()].reduce((sum, same) => sum + (same.length * (same.length - 1)) / 2, 0)
  const likely = links.filter(link => link.strength !== 'possible')
  return {
    pairs, suggested: links.length, right: links.filter(right).length, likely: likely.length, likelyRight: likely.filter(right).length,
    wrong: links.filter(link => !right(link)).map(link => `${link.a.saying.name} ~ ${link.b.saying.name} ${link.score.toFixed(2)}`),
    missed: missedIn(of, links),
  }
}

function missedIn(of: readonly Row[], links: readonly { readonly a: Candidate; readonly b: Candidate }[]): string[] {
  const found = new Set(links.map(link => [link.a.saying.member.id, link.b.saying.member.id].toSorted().join()))
  return of.flatMap((a, i) => of.slice(i + 1).filter(b => a.thing === b.thing && !found.has([a.candidate.saying.member.id, b.candidate.saying.member.id].toSorted().join())).map(b => `${a.candidate.saying.name} ~ ${b.candidate.saying.name}`))
}

const told = ({ pairs, suggested, right, likely, likelyRight }: ReturnType<typeof measured>) => `${pairs} pairs labelled the same; ${suggested} suggested, ${right} of them right (precision ${(right / suggested).toFixed(2)}, recall ${(right / pairs).toFixed(2)}); ${likely} called likely, ${likelyRight} right`

describe('links between four real reports, labelled by hand', () => {
  it('on the half the rules were chosen on, nine of ten suggestions are right and seven of ten links are found', () => {
    const m = measured(half(false))
    console.log(`chosen on: ${told(m)}`)
    expect(m.wrong.length / m.suggested).toBeLessThan(0.1)
    expect(m.right / m.pairs).toBeGreaterThan(0.7)
  })

  it('on the half that was held out, eight of ten suggestions are right and six of ten links are found', () => {
    const m = measured(half(true))
    console.log(`held out: ${told(m)}\nwrong:\n${m.wrong.join('\n')}\nmissed:\n${m.missed.join('\n')}`)
    expect(m.pairs).toBeGreaterThanOrEqual(60)
    expect(m.wrong.length / m.suggested).toBeLessThan(0.2)
    expect(m.right / m.pairs).toBeGreaterThan(0.6)
  })

  it('with both halves in one heap, where there is more to mix up, nine of ten suggestions are still right', () => {
    const m = measured(rows)
    console.log(`in one heap: ${told(m)}\nwrong:\n${m.wrong.join('\n')}`)
    expect(m.wrong.length / m.suggested).toBeLessThan(0.1)
    expect(m.right / m.pairs).toBeGreaterThan(0.65)
  })
})

const gdp = { id: 'gdp', code: 'GDP', name: { zh: '地区生产总值', en: 'GDP' }, direction: 'up' as const }

function candidate(id: string, name: string, paper: string, year: number, more: Partial<Saying> = {}, group = `mention:${id}`): Candidate {
  return {
    group, papers: [paper], saying: {
      member: { kind: 'mention', id }, role: 'promise', year, name, ownName: true, number: null, words: name, verb: null, dueOn: `${year}-12-31`, indicator: null, unit: null, lead: null, paper, section: '', saidOn: null, source: { kind: 'published', title: paper, section: '', saidOn: null }, ...more,
    },
  }
}
const growth = { operator: '~' as const, value: 4, measure: '%', aspect: 'growth' as const }
const level = { operator: '>=' as const, value: 4100, measure: '亿元', aspect: 'level' as const }

describe('what speaks for a link and what against', () => {
  it.each([
    ['the same indicator, unit and aspect: certain', candidate('a', '地区生产总值', 'W21', 2021, { indicator: gdp, unit: 'u', number: growth }), candidate('b', 'GDP', 'P23', 2023, { indicator: gdp, unit: 'u', number: growth }), 'certain', ['same-indicator', 'near-years']],
    ['the same indicator, once as level and once as growth: likely', candidate('a', '地区生产总值', 'W21', 2021, { indicator: gdp, unit: 'u', number: level }), candidate('b', 'GDP', 'P23', 2023, { indicator: gdp, unit: 'u', number: growth }), 'likely', ['same-indicator', 'near-years', 'other-number']],
    ['the same indicator of two units: no link', candidate('a', '地区生产总值', 'W21', 2021, { indicator: gdp, unit: 'u', number: growth }), candidate('b', '地区生产总值', 'P23', 2023, { indicator: gdp, unit: 'v', number: growth }), null, []],
    ['two things of one paper: no link', candidate('a', '云台大桥建设', 'P23', 2023), candidate('b', '云台大桥建设', 'P23', 2023), null, []],
    ['the same name and lead unit in two papers of a year', candidate('a', '云台大桥', 'P23', 2023, { lead: 'u' }), candidate('b', '云台大桥', 'H23', 2023, { lead: 'u' }), 'likely', ['same-name', 'same-lead', 'same-year']],
    ['a name that the register says is another indicator: no link', { ...candidate('a', '招聘会', 'P23', 2023), not: ['“零距离”就业招聘会'] }, candidate('b', '“零距离”就业招聘会', 'H23', 2023), null, []],
    ['a thing and a share of it: told apart', candidate('a', '社区居家养老服务中心', 'W21', 2021), candidate('b', '社区居家养老服务中心覆盖率', 'P23', 2023), 'likely', ['proper-name', 'told-apart', 'near-years']],
  ] as const)('%s', (_, a, b, strength, reasons) => {
    const [link] = suggestLinks([a, b], new Set())
    expect(link?.strength ?? null).toBe(strength)
    expect(link?.reasons.map(r => r.kind) ?? []).toEqual(reasons)
  })

  it('a renaming that a paper tells links names that share nothing', () => {
    const renamings = renamingsIn('今年，东站片区更名为云台新城，配套学校（原第三小学）同步开学。')
    expect(renamings).toContainEqual({ from: '东站片区', to: '云台新城' })
    const [link] = suggestLinks([candidate('a', '东站片区改造', 'W21', 2021), candidate('b', '云台新城首期', 'P23', 2023)], new Set(), renamings)
    expect(link?.reasons.map(r => r.kind)).toContain('renamed')
    expect(suggestLinks([candidate('a', '东站片区改造', 'W21', 2021), candidate('b', '云台新城首期', 'P23', 2023)], new Set())).toEqual([])
  })

  it('who is not the same as one member of a thread is not suggested for another of its members', () => {
    const groupOf = new Map([['mention:a', 'thread'], ['mention:b', 'thread']])
    const rejected = rejectedGroups(['mention:a+mention:c'], groupOf)
    expect(rejected).toEqual(new Set([groupPair('mention:c', 'thread')]))
    expect(suggestLinks([candidate('b', '云台大桥', 'P23', 2023, {}, 'thread'), candidate('c', '云台大桥', 'P25', 2025)], rejected)).toEqual([])
  })

  it('of three that are all alike two links are enough', () => {
    const links = suggestLinks([candidate('a', '云台大桥', 'W21', 2021), candidate('b', '云台大桥', 'P23', 2023), candidate('c', '云台大桥', 'P25', 2025)], new Set())
    expect([links.length, enoughOf(links).length]).toEqual([3, 2])
  })
})
