import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { Notice } from './Notice.tsx'

/** A page or an act that this person's posts do not allow, and whom to ask. */
export function NoPermission({ said, size = 'part' }: { readonly said?: Label; readonly size?: 'page' | 'part' }) {
  const { t } = useLanguage()
  return (
    <Notice title={t({ zh: '没有权限', en: 'Not permitted' })} role="alert" size={size}>
      <p>{t(said ?? { zh: '您现任的岗位不能办理此事。如确需办理，请联系本单位负责人或安全管理员。', en: 'Your present posts do not allow this. If you need it, ask the head of your unit or the security administrator.' })}</p>
    </Notice>
  )
}
