import { Link } from 'react-router'
import { useLanguage } from '../language.tsx'
import style from './DemonstrationStrip.module.css'

/** Says on every page, on paper too, that what is shown is a demonstration. */
export function DemonstrationStrip() {
  const { t } = useLanguage()
  return (
    <aside className={style['strip']} aria-label={t({ zh: '演示', en: 'Demonstration' })}>
      <span>{t({ zh: '演示环境：公开数据注明出处，人员、事项和月度、街道数值为生成数据。', en: 'Demonstration: published figures carry their sources; people, matters, and figures of months and streets are made up.' })}</span>
      <Link className="unprinted" to="/demo">{t({ zh: '换一个角色', en: 'Change role' })}</Link>
    </aside>
  )
}
