import { type ReactNode } from 'react'
import { type StationKind } from '../../../../engines/documents/domain/threads/station.ts'
import style from './line.module.css'

const line = (d: string) => <path d={d} fill="none" stroke="currentColor" strokeWidth="2" />
const ring = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="2" />
const dashed = <circle cx="8" cy="8" r="5.6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="2.6 2" />

/** Each station has a shape of its own, so that the line can be read in black and white. */
const shapes = {
  promised: <>{ring}<circle cx="8" cy="8" r="2.4" fill="currentColor" /></>,
  restated: line('M2 5.5h12M2 10.5h12'),
  raised: line('M8 14V3M3 8l5-5 5 5'),
  lowered: line('M8 2v11M3 8l5 5 5-5'),
  renewed: line('M13 8a5 5 0 1 1-1.6-3.7M13 2v3.2H9.8'),
  carried: line('M2 8h11M9 4l4 4-4 4'),
  slipped: line('M2 4v8M5 8h9M10.5 4.5 14 8l-3.500 3.500'),
  renamed: line('M2 5h10M9 2l3 3-3 3M14 11H4M7 8l-3 3 3 3'),
  'below-last-result': line('M2 4h12M4 8h8M6 12h4'),
  progress: <>{ring}<path d="M8 2.400a5.600 5.600 0 0 1 0 11.200Z" fill="currentColor" /></>,
  result: <rect x="3" y="3" width="10" height="10" fill="currentColor" />,
  kept: line('m2 8.500 4.200 4.500L14 3.500'),
  missed: line('M3 3l10 10M13 3 3 13'),
  done: <><circle cx="8" cy="8" r="7" fill="currentColor" /><path d="m4.500 8.200 2.600 2.700 4.600-5.500" fill="none" stroke="var(--surface)" strokeWidth="2" /></>,
  dropped: <>{dashed}{line('M5 8h6')}</>,
  'not-renewed': <>{ring}{line('M4 12 12 4')}</>,
  silent: <>{dashed}<path d="M6.300 6.400a1.800 1.800 0 1 1 2.400 1.700c-.5.2-.7.5-.7 1.100v.4M8 11.200v1" fill="none" stroke="currentColor" strokeWidth="1.500" /></>,
} as const satisfies Record<StationKind, ReactNode>

export function StationShape({ kind }: { readonly kind: StationKind }) {
  return <svg className={style['shape']} viewBox="0 0 16 16" aria-hidden="true">{shapes[kind]}</svg>
}
