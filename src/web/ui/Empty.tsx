import { type ReactNode } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { Notice } from './Notice.tsx'

/** An empty list: what would stand here, and what to do next. */
export function Empty({ title, next, action }: { readonly title: Label; readonly next: Label; readonly action?: ReactNode }) {
  const { t } = useLanguage()
  return <Notice title={t(title)} actions={action}><p>{t(next)}</p></Notice>
}
