import { type PostRow } from '../../../../engines/org/contract.ts'
import { roleLabels } from '../../../../engines/org/schema.ts'
import { type z } from 'zod'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import style from './organisation.module.css'
import { EndPost } from './EndPost.tsx'
import { today } from './use-day.ts'

/** Posts of a unit with who holds them. */
export function Posts({ posts }: { readonly posts: readonly z.infer<typeof PostRow>[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  if (posts.length === 0) return <p className={style['none']}>{t({ zh: '这一天没有人在此任职。', en: 'Nobody held a post here on this day.' })}</p>
  return (
    <div className={style['scroll']}>
      <table className={style['plain']}>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '岗位', en: 'Post' })}</th>
            <th scope="col">{t({ zh: '姓名', en: 'Name' })}</th>
            <th scope="col">{t({ zh: '权限', en: 'Role' })}</th>
            <th scope="col">{t({ zh: '任期', en: 'Term' })}</th>
            {may('org.edit') && <th scope="col" className="unprinted"><span className="unseen">{t({ zh: '操作', en: 'Act' })}</span></th>}
          </tr>
        </thead>
        <tbody>
          {posts.map(post => (
            <tr key={post.id}>
              <th scope="row" lang="zh-CN">{post.title}{post.from > today() && <span lang={language}>{t({ zh: '（待任）', en: ' (planned)' })}</span>}</th>
              <td lang="zh-CN">{post.personName}</td>
              <td>{t(roleLabels[post.role])}</td>
              <td>{post.until ? `${dayText(post.from, language)} – ${dayText(post.until, language)}` : t({ zh: '{day}起', en: 'since {day}' }, { day: dayText(post.from, language) })}</td>
              {may('org.edit') && <td className="unprinted">{(post.until === null || today() < post.until) && <EndPost post={post} />}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
