import { useSearchParams } from 'react-router'
import { type z } from 'zod'
import { projectOrders, ProjectQuery } from '../../../../../engines/projects/contract.ts'
import { orderFrom } from '../../../../ui/table-order.ts'

export type ProjectFilter = z.input<typeof ProjectQuery>
export type ProjectOrder = { readonly order?: (typeof projectOrders)[number]; readonly down?: 'true' | 'false' }

/** The server, which has them all, puts them in the order of the table (`projects-sort`). It orders blockers by the day on which the oldest was raised, the table by how many days ago that was. */
export function orderAsked(sort: string): ProjectOrder {
  const by = orderFrom(sort), order = projectOrders.find(one => one === by?.column)
  return by && order ? { order, down: by.down !== (order === 'blockers') ? 'true' : 'false' } : {}
}

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
