import ICAL from 'ical.js'
import { describe, expect, it } from 'vitest'
import { madeProject, projectFrom } from '../../../../testkit/project.ts'
import { calendarOf, type Scheduled } from './calendar.ts'

const id = '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee'
const stampedAt = '2025-03-01T02:03:04.567Z'
const name = '示例片区老旧小区改造；一期, “东街\\西街”\r\n及周边道路、管线、绿化与公共服务设施综合提升工程（演示）𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷'
const project = projectFrom(
  madeProject({ name, place: { unit: null, address: '示例大街1号, 首层', point: null } }),
  { kind: 'node-reached', node: 'permit', on: '2024-06-20', evidence: [] },
  { kind: 'node-forecast', node: 'start', on: '2025-02-10', reason: '等待交地' },
)
const scheduled = (more: Partial<Scheduled> = {}): Scheduled => ({ id, project, owner: '区住房和建设局', url: `https://district.example/projects/${id}`, ...more })
const textOf = (projects: readonly Scheduled[]) => calendarOf(projects, { name: '越秀区项目节点', stampedAt })
const entriesOf = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map(entry => new ICAL.Event(entry))

describe('the calendar of nodes', () => {
  it('has an entry of a whole day for each node that is not reached, which a reader of calendars understands', () => {
    const [start, finish, ...more] = entriesOf(textOf([scheduled()]))
    expect(more).toEqual([])
    expect(start?.summary).toBe(`${name.replace('\r\n', '\n')}：开工`)
    expect(start?.startDate.isDate).toBe(true)
    expect([start?.startDate.toString(), start?.endDate.toString()]).toEqual(['2025-01-10', '2025-01-11'])
    expect(finish?.startDate.toString()).toBe('2025-12-31')
    expect(finish?.endDate.toString()).toBe('2026-01-01')
    expect(start?.description).toBe('项目编号：P1\n业主单位：区住房和建设局\n计划完成：2025-01-10\n预计完成：2025-02-10')
    expect(finish?.description).not.toContain('预计')
    expect(start?.location).toBe('示例大街1号, 首层')
    expect(start?.component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2025-03-01T02:03:04Z')
    expect(start?.component.getFirstPropertyValue('url')).toBe(`https://district.example/projects/${id}`)
  })

  it('keeps the mark of an entry when the plan moves, and tells that it is a later one', () => {
    const moved = projectFrom(madeProject({ name }), { kind: 'nodes-planned', nodes: [{ key: 'start', name: '开工', weight: 1, planned: '2025-05-01', after: [] }], reason: '调整' }, { kind: 'visited', on: '2025-01-01', words: '查看' }, { kind: 'visited', on: '2025-01-02', words: '查看' })
    const [before] = entriesOf(textOf([scheduled()])), [after] = entriesOf(textOf([scheduled({ project: moved })]))
    expect(after?.uid).toBe(before?.uid)
    expect(after?.startDate.toString()).toBe('2025-05-01')
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? Infinity)
    const uids = entriesOf(textOf([scheduled(), scheduled({ id: '0190aaaa-bbbb-7ccc-8ddd-eeeeeeeeeee1' })])).map(entry => entry.uid)
    expect(new Set(uids).size).toBe(4)
  })

  it('ends every line with CR and LF, makes none longer than 75 octets and cuts none within a character', () => {
    const text = textOf([scheduled()])
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    const lines = text.split('\r\n')
    expect(lines.at(-1)).toBe('')
    for (const line of lines) expect(new TextEncoder().encode(line).length, line).toBeLessThanOrEqual(75)
    expect(text).not.toContain('�')
    expect(text.isWellFormed()).toBe(true)
    expect(lines.some(line => line.startsWith(' '))).toBe(true)
  })

  it('leaves out what is over, and is a calendar also without any entry', () => {
    const merged = projectFrom(madeProject(), { kind: 'ended', on: '2025-01-01', reason: '不再实施' })
    const text = textOf([scheduled({ project: merged })])
    expect(entriesOf(text)).toEqual([])
    expect(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue('version')).toBe('2.0')
  })

  it('says nothing of a place or a page that it does not know', () => {
    const text = textOf([scheduled({ project: projectFrom(madeProject()), url: null })])
    expect(text).not.toMatch(/^(?:LOCATION|URL)/m)
    expect(entriesOf(text)).toHaveLength(3)
  })
})
