import { type ReactNode, useId } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import style from './Field.module.css'

type FieldProps = {
  readonly label: Label
  /** What is expected, before anything is entered. */
  readonly hint?: Label
  /** What is wrong with what was entered. */
  readonly fault?: Label | null
  /** Draws the control with these; they tie label, hint and fault to it. */
  readonly children: (tied: { readonly id: string; readonly 'aria-describedby': string; readonly status: '' | 'error' }) => ReactNode
}

/** A control with its label above, its hint, and its fault where it stands. */
export function Field({ label, hint, fault = null, children }: FieldProps) {
  const { t } = useLanguage()
  const id = useId()
  return (
    <div className={style['field']}>
      <label htmlFor={id}>{t(label)}</label>
      {children({ id, 'aria-describedby': `${id}-said`, status: fault ? 'error' : '' })}
      <p id={`${id}-said`} className={fault ? style['fault'] : style['hint']}>{fault ? t(fault) : hint && t(hint)}</p>
    </div>
  )
}
