import { describe, expect, it } from 'vitest'
import { courseLines } from './course-lines.ts'

const course = (year: number, values: readonly (number | null)[]) => ({ year, at: Array.from({ length: 12 }, (_, i) => values[i] ?? null), whole: values[11] ?? null, revised: false })
const year = (y: number, by: number) => course(y, Array.from({ length: 12 }, (_, i) => (i === 11 ? 100 : by * (i + 1))))
const expected = Array.from({ length: 12 }, (_, i) => ({ share: (i + 1) / 12, how: 'time-passed' as const }))
const lifts = { year: 2025, unit: '台', course: course(2025, [10, 30]), past: [year(2023, 4), year(2024, 8)], expected, whole: { value: 200, from: 'target' as const, words: '200台' } }

describe('the pace chart', () => {
  it('shows this year as a share of what it owes, between the slowest and the fastest past year', () => {
    const drawn = courseLines(lifts, 'total')
    expect(drawn).toMatchObject({ view: 'total', month: 2, reached: 15, band: [8, 16] })
    expect(drawn.lines.map(line => [line.name.zh, line.values[1]])).toEqual([['2025年', 15], ['序时进度', 16.67], ['往年最慢', 8], ['往年最快', 16]])
  })

  it('or how many points it is ahead of expected pace or behind', () => {
    expect(courseLines(lifts, 'ahead').lines.map(line => [line.name.zh, line.unit, line.values[1]])).toEqual([['2025年', '个百分点', -1.67], ['往年最慢', '个百分点', -8.67], ['往年最快', '个百分点', -0.67]])
  })

  it('draws no band from one past year, and gaps are no noughts', () => {
    const drawn = courseLines({ ...lifts, course: course(2025, [10]), past: [year(2024, 8)] }, 'total')
    expect(drawn.lines.map(line => line.name.zh)).toEqual(['2025年', '序时进度'])
    expect(drawn.band).toBeNull()
    expect(drawn.lines[0]?.values.slice(0, 2)).toEqual([5, null])
  })

  it('keeps to the quarters where only quarters are told', () => {
    const quarters = (y: number, of: readonly number[]) => course(y, Array.from({ length: 12 }, (_, i) => ((i + 1) % 3 === 0 ? of[(i - 2) / 3] ?? null : null)))
    expect(courseLines({ ...lifts, course: quarters(2025, [50, 90]), past: [quarters(2024, [20, 50, 75, 100])] }, 'total').months).toEqual([3, 6, 9, 12])
  })

  it('stands years beside one another where nothing adds up to a whole', () => {
    const drawn = courseLines({ ...lifts, unit: '万户', course: course(2025, [25]), past: [year(2021, 1), year(2022, 2), year(2023, 3), year(2024, 4)], expected: [], whole: null }, 'ahead')
    expect(drawn).toMatchObject({ view: 'levels', month: 1 })
    expect(drawn.lines.map(line => line.name.en)).toEqual(['2025', '2024', '2023'])
  })
})
