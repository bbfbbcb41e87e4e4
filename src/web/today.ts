import { dayOf, type Day, type Instant } from '../kernel/time.ts'

/** Today in Shanghai, whatever zone this machine is set to. */
export function today(): Day {
  return dayOf(new Date().toISOString())
}

export function thisYear(): number {
  return Number(today().slice(0, 4))
}

/** This moment, for what is left of a deadline. */
export function now(): Instant {
  return new Date().toISOString()
}
