import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Candidate, suggestLinks } from './suggest.ts'
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
})
