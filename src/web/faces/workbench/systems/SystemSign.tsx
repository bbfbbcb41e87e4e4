import { type ReactNode } from 'react'
import { useLanguage } from '../../../language.tsx'
import { type SystemState, systemStates } from './system-states.ts'
import style from './systems.module.css'

/** A full, a half and an empty square, in ink: lights are for the year's promises. */
const signs = {
  there: <rect x="2" y="2" width="12" height="12" fill="currentColor" />,
  partly: <><rect x="2.75" y="2.75" width="10.5" height="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" /><rect x="2" y="8" width="12" height="6" fill="currentColor" /></>,
  'not-yet': <rect x="2.75" y="2.75" width="10.5" height="10.5" fill="none" stroke="currentColor" strokeWidth="1.5" />,
} as const satisfies Record<SystemState, ReactNode>

/** Whether a system is there, by shape and word. */
export function SystemSign({ state }: { readonly state: SystemState }) {
  const { t } = useLanguage()
  return <span className={style['sign']}><svg viewBox="0 0 16 16" aria-hidden="true">{signs[state]}</svg>{t(systemStates[state])}</span>
}
