import { useSearchParams } from 'react-router'
import { Figure, FigureStatus, Indicator, Nature } from '../../../../engines/indicators/schema.ts'

/** What of the register is asked for, as it stands in the address and as the routes take it. */
export function useRegisterFilter() {
  const [search] = useSearchParams()
  const q = (search.get('q') ?? '').trim().slice(0, 100)
  const nature = Nature.safeParse(search.get('nature')).data
  const kind = Indicator.shape.kind.safeParse(search.get('kind')).data
  const owner = Indicator.shape.id.safeParse(search.get('owner')).data
  const embargoed = (['true', 'false'] as const).find(choice => choice === search.get('embargoed'))
  return { ...(q !== '' && { q }), ...(nature && { nature }), ...(kind && { kind }), ...(owner && { owner }), ...(embargoed && { embargoed }) }
}

/** What of the figures is asked for. */
export function useFigureFilter() {
  const [search] = useSearchParams()
  const q = (search.get('q') ?? '').trim().slice(0, 100)
  const status = FigureStatus.safeParse(search.get('status')).data
  const unit = Figure.shape.unit.safeParse(search.get('unit')).data
  const indicator = Figure.shape.indicator.safeParse(search.get('indicator')).data
  const year = /^(?:19|20)\d{2}$/.exec(search.get('year') ?? '')?.[0]
  return { ...(q !== '' && { q }), ...(status && { status }), ...(unit && { unit }), ...(indicator && { indicator }), ...(year !== undefined && { year }) }
}
