import { type Issued } from '../src/engines/plan/domain/publication/fields.ts'
import { type PublicLine, type Snapshot } from '../src/engines/plan/domain/publication/publication.ts'

/** A promise as the public sees it; a test says what matters to it. */
export function publicLine(key: string, parts: Partial<PublicLine> = {}): PublicLine {
  return {
    key, kind: 'target', code: key.split('-')[0] ?? key, label: { zh: `指标${key}`, en: `Indicator ${key}` }, owner: '区发展和改革局', place: null, unit: '%', operator: '>=', target: 10, stretch: null, words: '增长10%以上', targetPeriod: '2023', growth: true,
    figure: 8.4, period: '2023H1', asOf: '2023-06-30', expected: 10, share: null, gap: -1.6, light: 'slipping', stretchLight: null, because: { zh: '上半年增长8.4%，低于目标1.6个百分点。', en: 'The first half: +8.4 %, 1.6 points below the target.' }, heldBack: false,
    targetSource: { kind: 'paper', title: '计划报告', section: '二', day: '2023-02-14', url: null }, figureSource: { kind: 'paper', title: '半年报告', section: '一', day: '2023-08-29', url: null },
    statements: [{ words: '增长10%以上', operator: '>=', target: 10, stretch: null, unit: '%', day: '2023-02-14', source: { kind: 'paper', title: '计划报告', section: '二', day: '2023-02-14', url: null } }],
    figures: [{ period: '2023H1', vintage: 'published', level: null, change: { value: 8.4, unit: '%', base: '' }, day: '2023-08-29', source: { kind: 'paper', title: '半年报告', section: '一', day: '2023-08-29', url: null } }],
    ...parts,
  }
}

export function publicSnapshot(lines: readonly PublicLine[], parts: Partial<Omit<Snapshot, 'lines'>> = {}): Snapshot {
  return { form: 1, district: 440104, year: 2023, on: '2023-08-31', ledgers: [], ...parts, lines: [...lines] }
}

export function issuedOf(lines: readonly PublicLine[], parts: Partial<Omit<Issued, 'snapshot'>> = {}): Issued {
  return { snapshot: publicSnapshot(lines), number: 1, day: '2023-09-01', ...parts }
}
