import { useSearchParams } from 'react-router'
import { type z } from 'zod'
import { ProjectQuery } from '../../../../../engines/projects/contract.ts'

export type ProjectFilter = z.input<typeof ProjectQuery>

/** The filters that stand in the address; what does not fit there is left out. */
export function filterFrom(search: URLSearchParams): ProjectFilter {
  const given = Object.fromEntries(Object.keys(ProjectQuery.shape).flatMap(name => { const text = search.get(name); return text === null || text === '' ? [] : [[name, text]] }))
  const { error } = ProjectQuery.safeParse(given)
  const wrong = new Set((error?.issues ?? []).map(issue => String(issue.path[0])))
  return Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.has(name))) as ProjectFilter // what was wrong is gone
}

export function useProjectFilter(): ProjectFilter {
  const [search] = useSearchParams()
  return filterFrom(search)
}
