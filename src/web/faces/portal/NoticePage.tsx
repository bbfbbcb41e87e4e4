import { type Label } from '../../../kernel/label.ts'
import { type PublicPage } from '../../../server/public/contract.ts'
import { dayText } from '../../format.ts'
import { useFrame } from './frame.tsx'
import { Shell } from './Shell.tsx'

type NoticeKind = 'nothing-yet' | 'withdrawn' | 'not-found' | 'too-often' | 'fault'

/** Where there is nothing to read: what happened and what to do. */
export function NoticePage({ page }: { readonly page: Extract<PublicPage, { kind: NoticeKind }> }) {
  const { frame, t } = useFrame()
  const { title, said, to } = useNotice(page)
  return (
    <Shell title={title}>
      <p>{t(said)}</p>
      <p><a href={to?.href ?? frame.home}>{t(to?.label ?? { zh: '回到首页', en: 'Go to the first page' })}</a></p>
      {page.kind === 'nothing-yet' && page.years.length > 0 && <ul className="row">{page.years.map(year => <li key={year}><a href={`${frame.home}/${year}`}>{t({ zh: '{year}年', en: '{year}' }, { year })}</a></li>)}</ul>}
    </Shell>
  )
}

type Notice = { readonly title: Label; readonly said: Label; readonly to?: { readonly href: string; readonly label: Label } }

function useNotice(page: Extract<PublicPage, { kind: NoticeKind }>): Notice {
  const { frame, language } = useFrame()
  const help = { href: `${frame.home}/help`, label: { zh: '怎么看这些页面', en: 'How to read these pages' } }
  switch (page.kind) {
    case 'nothing-yet': return {
      title: page.year === null ? { zh: '还没有公布', en: 'Nothing is public yet' } : { zh: `${page.year}年的承诺还没有公布`, en: `Nothing of ${page.year} is public yet` },
      said: { zh: '承诺一般在每年二月人代会之后公布，进展在半年和年底公布。想知道什么时候公布，请拨打12345，转区发展和改革局。', en: 'Promises become public after the congress in February, progress at the half-year and at the end of the year. To ask when, call 12345 and name the development and reform bureau.' },
      to: help,
    }
    case 'withdrawn': return {
      title: { zh: `${page.withdrawn.year}年第${page.withdrawn.number}期已撤回`, en: `Publication ${page.withdrawn.number} of ${page.withdrawn.year} was withdrawn` },
      said: { zh: `这一期${dayText(page.withdrawn.day, 'zh')}公布，后来撤回，内容不再提供。`, en: `It became public on ${dayText(page.withdrawn.day, 'en')} and was withdrawn later. Its content is no longer given out.` },
      ...(page.latest && { to: { href: `${frame.home}/${page.latest.year}`, label: { zh: `看第${page.latest.number}期`, en: `See publication ${page.latest.number}` } } }),
    }
    case 'not-found': return { title: { zh: '没有这一页', en: 'There is no such page' }, said: { zh: '地址可能写错了，或者这一项不在这一期里。', en: 'The address may be wrong, or this promise is not in this publication.' } }
    case 'too-often': return { title: { zh: '请稍等一会儿', en: 'Please wait a moment' }, said: { zh: '打开得太快了。等一分钟再试。', en: 'Too many pages were asked for at once. Try again in a minute.' } }
    case 'fault': return { title: { zh: '页面出错了', en: 'Something went wrong' }, said: { zh: `请过一会儿再试。如果还不行，请拨打12345，报编号 ${page.number}。`, en: `Try again in a moment. If it fails again, call 12345 and give the number ${page.number}${language === 'en' ? '.' : ''}` } }
  }
}
