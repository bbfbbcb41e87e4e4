import { type ReactNode } from 'react'
import { type Source } from '../../kernel/source.ts'
import style from './SourceMark.module.css'

const paper = <path d="M3 1h6.5L13 4.5V15H3ZM5.5 7h5M5.5 9.5h5M5.5 12h3" />
const signs = {
  document: paper,
  published: paper,
  return: <path d="M2.5 2h11v12h-11ZM2.5 6h11M2.5 10h11M7 6v8" />,
  hand: <path d="m2 14 .8-3.6L11 2.2l2.8 2.8-8.2 8.2ZM9.4 3.8l2.8 2.8" />,
  formula: <path d="M3 3.5h10M3 8h10M3 12.5h10M5.5 1.5v4M10.5 6v4M6.5 10.5v4" />,
  division: <path d="M8 1.5v4M3 14v-3.5h10V14M8 5.5v8.5" />,
  cases: <path d="M2.5 3.5h11v7h-6l-3 3v-3h-2ZM5 6h6M5 8h4" />,
  generated: <circle cx="8" cy="8" r="6" strokeDasharray="2.5 2" />,
} as const satisfies Record<Source['kind'], ReactNode>

/** The small sign behind a figure that says of which kind its source is. */
export function SourceMark({ kind }: { readonly kind: Source['kind'] }) {
  return <svg className={style['mark']} viewBox="0 0 16 16" aria-hidden="true">{signs[kind]}</svg>
}
