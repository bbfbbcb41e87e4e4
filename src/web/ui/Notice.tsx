import { type ReactNode } from 'react'
import style from './Notice.module.css'

type NoticeProps = {
  readonly title: string
  readonly children?: ReactNode
  /** What can be done now. */
  readonly actions?: ReactNode
  readonly role?: 'alert' | 'status'
  readonly size?: 'page' | 'part'
}

/** The one shape of a page or a part of it that has nothing to show: what it is, why, and what to do next. */
export function Notice({ title, children, actions, role, size = 'part' }: NoticeProps) {
  return (
    <div className={`${style['notice']} ${style[size]}`} role={role}>
      {size === 'page' ? <h1 tabIndex={-1}>{title}</h1> : <p className={style['title']}>{title}</p>}
      {children && <div className={style['text']}>{children}</div>}
      {actions && <div className={`${style['actions']} unprinted`}>{actions}</div>}
    </div>
  )
}
