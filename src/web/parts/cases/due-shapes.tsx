import { type ReactNode } from 'react'
import { type DueLevel } from '../../../engines/cases/domain/words.ts'

/** A clock face that fills up: ○ in time, ◐ soon, ■ late; bars while it stands still; a tick when it was met. */
export const dueShapes = {
  'in-time': <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="2" />,
  soon: <><circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="2" /><path d="M8 2.6a5.4 5.4 0 0 1 0 10.8Z" fill="currentColor" /></>,
  late: <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  paused: <path d="M4 2h3v12H4ZM9 2h3v12H9Z" fill="currentColor" />,
  met: <path d="m2 8.5 4.2 4.5L14 3.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  'met-late': <path d="m2 8.5 4.2 4.5L14 3.5M2 15h12" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const satisfies Record<DueLevel, ReactNode>
