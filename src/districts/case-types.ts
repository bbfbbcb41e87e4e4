import { type CaseType } from '../engines/cases/schema.ts'
import { type Day } from '../kernel/time.ts'
import { type Pack } from '../packs/pack.ts'
import { type DistrictSetup } from './district.ts'

/**
 * What a district means by the results of a case type, from a day on. The letters A, B and C of answers to deputies mean different things
 * in different places; `source` is the paper that says what they mean here.
 */
export type ResultsSet = { readonly from: Day; readonly source: string; readonly results: CaseType['results'] }

/**
 * The case types of the packs that a district has switched on, with what it has set of them by a day. Each setting makes a version of its own,
 * after that of the pack: the second setting of version 1 is 102, so that a case keeps the meaning it was opened with.
 */
export function caseTypesOf(setup: DistrictSetup, packs: readonly Pack[], on: Day): readonly CaseType[] {
  return packs.filter(pack => setup.packs.includes(pack.id)).flatMap(pack => pack.caseTypes ?? []).map(type => {
    const set = (setup.results?.[type.key] ?? []).filter(({ from }) => from <= on)
    const last = set.at(-1)
    return last ? { ...type, version: type.version * 100 + set.length, results: last.results } : type
  })
}

/** Ours, where a district has not told: the meaning that most published rules share. */
export const usualLetters: ResultsSet = {
  from: '2021-01-01', source: '各地含义不同；本区未公布，暂用 meanings differ from place to place; ours until the district publishes its own',
  results: [
    { key: 'a', name: { zh: 'A类（已解决或采纳）', en: 'A: solved or adopted' } },
    { key: 'b', name: { zh: 'B类（正在解决或列入计划）', en: 'B: under way or planned' } },
    { key: 'c', name: { zh: 'C类（因条件所限暂不能解决，留作参考）', en: 'C: not possible now, kept for reference' } },
  ],
}
