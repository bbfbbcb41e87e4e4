import { useSearchParams } from 'react-router'
import { PlanLine } from '../../../../engines/plan/schema.ts'
import { Light } from '../../../../kernel/light.ts'

/** What of the plan is asked for, as it stands in the address. */
export type PlanFilter = { readonly q: string; readonly light: Light | null; readonly owner: string; readonly kind: PlanLine['kind'] | null }

/** `asked` holds only what was chosen, as the routes take it. */
export function usePlanFilter(): { readonly filter: PlanFilter; readonly asked: { readonly q?: string; readonly light?: Light; readonly owner?: string; readonly kind?: PlanLine['kind'] } } {
  const [search] = useSearchParams()
  const filter: PlanFilter = {
    q: (search.get('q') ?? '').trim().slice(0, 60),
    light: Light.safeParse(search.get('light')).data ?? null,
    owner: search.get('owner') ?? '',
    kind: PlanLine.shape.kind.safeParse(search.get('kind')).data ?? null,
  }
  const { q, light, owner, kind } = filter
  return { filter, asked: { ...(q !== '' && { q }), ...(light && { light }), ...(owner !== '' && { owner }), ...(kind && { kind }) } }
}

/** Does a line fit? Words are looked for in its name, code and target. */
export function fitsLine(line: PlanLine, { q, light, owner, kind }: PlanFilter): boolean {
  const words = `${line.label.zh}\n${line.label.en}\n${line.code}\n${line.words}`.toLowerCase()
  return (q === '' || words.includes(q.toLowerCase())) && (light === null || line.light === light) && (owner === '' || line.owner === owner) && (kind === null || line.kind === kind)
}
