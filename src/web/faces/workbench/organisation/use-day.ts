import { Day, dayOf } from '../../../../kernel/time.ts'
import { useUrlState } from '../../../url-state.ts'

/** Today in Shanghai, by the clock of this machine. */
export function today(): Day {
  return dayOf(new Date().toISOString())
}

/** The day on which the organisation is looked at: `?on=2020-05-01`, else today. */
export function useDay(): Day {
  const [on] = useUrlState('on')
  return Day.safeParse(on).data ?? today()
}
