import { Button } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { type Day } from '../../kernel/time.ts'
import { dayText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import style from './Page.module.css'

type PageProps = {
  readonly title: string
  /** Breadcrumbs. */
  readonly where?: ReactNode
  /** The day up to which the page's figures speak. */
  readonly asOf?: Day | null
  readonly actions?: ReactNode
  /** Does the page make sense on paper? Then it has a print button. */
  readonly printable?: boolean
  readonly children: ReactNode
}

/** Head and body of every page: the title over the district-red rule, the as-of line, what can be done. */
export function Page({ title, where, asOf = null, actions, printable = false, children }: PageProps) {
  const { language, t } = useLanguage()
  useEffect(() => { document.title = `${title} · OpenDistrict` }, [title])
  return (
    <article className={style['page']}>
      <header className={style['head']}>
        {where}
        <div className={style['row']}>
          <div>
            <h1 tabIndex={-1}>{title}</h1>
            {asOf && <p className={style['as-of']}>{t({ zh: '数据截至{day}', en: 'As of {day}' }, { day: dayText(asOf, language) })}</p>}
          </div>
          <div className={`${style['actions']} unprinted`}>
            {actions}
            {printable && <Button className={style['print'] ?? ''} onClick={() => print()}>{t({ zh: '打印', en: 'Print' })}</Button>}
          </div>
        </div>
      </header>
      {children}
    </article>
  )
}
