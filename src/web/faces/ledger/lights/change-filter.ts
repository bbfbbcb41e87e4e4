import { useSearchParams } from 'react-router'
import { LightChange } from '../../../../engines/plan/schema.ts'
import { Id } from '../../../../kernel/id.ts'

/** What the address asks of the changes; what makes no sense there is passed over. */
export function useChangeFilter() {
  const [search] = useSearchParams()
  const turn = LightChange.shape.turn.safeParse(search.get('turn')).data
  const unit = Id.safeParse(search.get('unit')).data
  const open = search.get('open')
  const year = search.get('year') ?? '', q = search.get('q') ?? ''
  return {
    ...(turn && { turn }), ...(unit && { unit }), ...(q !== '' && { q: q.slice(0, 100) }),
    ...((open === 'true' || open === 'false') && { open: open === 'true' ? 'true' as const : 'false' as const }),
    ...(/^(?:19|20)\d{2}$/.test(year) && { year: Number(year) }),
  }
}
