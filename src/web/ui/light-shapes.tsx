import { type ReactNode } from 'react'
import { type Light } from '../../kernel/light.ts'

/** ● on pace, ▲ slipping, ■ off pace, ✓ done, ○ not judged: drawn, because fonts draw these signs in different sizes. */
export const lightShapes = {
  'on-pace': <circle cx="8" cy="8" r="6" fill="currentColor" />,
  slipping: <path d="M8 1.5 15 14.5H1Z" fill="currentColor" />,
  'off-pace': <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  done: <path d="m2 8.5 4.2 4.5L14 3.5" fill="none" stroke="currentColor" strokeWidth="3" />,
  'not-judged': <circle cx="8" cy="8" r="5.4" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const satisfies Record<Light, ReactNode>
