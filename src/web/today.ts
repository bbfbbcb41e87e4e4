import { dayOf, type Day } from '../kernel/time.ts'

/** Today in Shanghai, whatever zone this machine is set to. */
export function today(): Day {
  return dayOf(new Date().toISOString())
}

export function thisYear(): number {
  return Number(today().slice(0, 4))
}
