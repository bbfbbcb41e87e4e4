import { type Instant } from '../../kernel/time.ts'
import { type Course, type DemoStep } from './history.ts'
import { marked } from './sorts.ts'

/** Codes of the two of the library of Yuexiu that come to an end. */
export const MERGED = '2021-K01', WITHDRAWN = '2020-K01'

const withKin = (course: Course, ...kin: readonly DemoStep[]): Course => ({ ...course, kin: [...course.kin, ...kin] })

/** One project of the library goes into another, one is withdrawn, and of one that is being built a part becomes a project of its own. */
export function familyOf(courses: readonly Course[], by: string): readonly Course[] {
  const merging = courses.find(c => c.life.code === MERGED), withdrawn = courses.find(c => c.life.code === WITHDRAWN)
  const taking = courses.find(c => c.life.first === 2021 && c.life.last === null) ?? courses.find(c => c.life.first === 2021)
  const dividing = courses.find(c => c !== taking && c.kind.key === 'construction' && (c.life.first ?? 9999) <= 2022 && (c.life.starts ?? 9999) <= 2022 && (c.life.last ?? 9999) >= 2025), part = courses.find(c => c.life.first === 2024 && c.kind.key === 'construction')
  const partName = dividing ? marked(`${dividing.name.replace(marked(''), '')}二期`) : ''
  return courses.map(course => {
    if (course === merging && taking) return withKin(course, step('2022-09-15T02:30:00.000Z', by, { kind: 'merged', into: taking.life.code, name: taking.name, on: '2022-09-15', reason: '建设内容相邻，合并实施（演示）' }))
    if (course === taking && merging) return withKin(course, step('2022-09-15T02:30:00.000Z', by, { kind: 'absorbed', other: merging.life.code, name: merging.name, on: '2022-09-15' }))
    if (course === withdrawn) return withKin(course, step('2021-11-19T03:00:00.000Z', by, { kind: 'ended', on: '2021-11-19', reason: '前期论证认为暂不具备条件，退出项目库（演示）' }))
    if (course === dividing && part) return withKin(course, step('2023-06-12T02:00:00.000Z', by, { kind: 'split', into: part.life.code, name: partName, on: '2023-06-12', reason: '部分内容单独立项、分期实施（演示）' }))
    if (course === part && dividing) return withKin({ ...course, name: partName, later: null, sort: dividing.sort, what: dividing.what, madeOn: '2023-06-12', phase: 'reserved', owner: dividing.owner, place: dividing.place }, step('2023-06-12T01:05:00.000Z', by, { kind: 'came-of', other: dividing.life.code, name: dividing.name, on: '2023-06-12' }))
    return course
  })
}

const step = (at: Instant, by: string, event: DemoStep['event']): DemoStep => ({ at, by, event })
