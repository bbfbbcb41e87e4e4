import { type ReactNode } from 'react'
import style from './DownloadLink.module.css'

/** A file to take away. A link, so that the browser shows where it goes and may save it under another name. */
export function DownloadLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return <a className={`${style['download']} unprinted`} href={to} download>{children}</a>
}
