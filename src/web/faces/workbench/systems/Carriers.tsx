import { Link } from 'react-router'
import { noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { type SystemLine } from './system-states.ts'
import style from './systems.module.css'

/** The packs that carry a system, each with its worked example and its page. */
export function Carriers({ line }: { readonly line: SystemLine }) {
  const { t } = useLanguage()
  if (line.carriers.length === 0) return noNumber
  return (
    <ul className={style['carriers']}>
      {line.carriers.map(carrier => (
        <li key={`${carrier.pack} ${carrier.page}`}>
          <Link to={carrier.page}>{t(carrier.packName)}</Link> <code>{carrier.page}</code>
          <small>{t({ zh: '样例：', en: 'Example: ' })}{t(carrier.example)}</small>
          {carrier.extent && <small>{t({ zh: '已有部分：', en: 'What is there: ' })}{t(carrier.extent)}</small>}
        </li>
      ))}
    </ul>
  )
}
