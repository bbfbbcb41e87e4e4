import { Link } from 'react-router'
import { useLanguage } from '../language.tsx'
import { Notice } from '../ui/Notice.tsx'

/** An address that is no page of ours. */
export function Absent() {
  const { t } = useLanguage()
  return (
    <Notice size="page" title={t({ zh: '没有这个页面', en: 'There is no such page' })} actions={<Link to="/">{t({ zh: '回到首页', en: 'Go to the first page' })}</Link>}>
      <p>{t({ zh: '地址可能写错了，或内容已移动。可以用搜索（Ctrl K）查找。', en: 'The address may be mistyped, or the thing has moved. Try the search (Ctrl K).' })}</p>
    </Notice>
  )
}
