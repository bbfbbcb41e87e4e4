import { Link } from 'react-router'
import { numberText } from '../../../../format.ts'

/** A number of the library, which leads to its projects in the list. */
export function PoolNumber({ year, choice, projects }: { readonly year: number; readonly choice: string; readonly projects: number }) {
  return projects === 0 ? <>0</> : <Link to={`/projects?${new URLSearchParams({ list: 'any', year: String(year), pool: choice }).toString()}`}>{numberText(projects)}</Link>
}
