import { type PublicPage } from '../../../server/public/contract.ts'
import { useFrame } from './frame.tsx'
import { PromiseItem } from './PromiseItem.tsx'
import { Shell } from './Shell.tsx'

/** What is promised for people's daily life. */
export function MattersPage({ page }: { readonly page: Extract<PublicPage, { kind: 'matters' }> }) {
  const { frame, t } = useFrame()
  return (
    <Shell at="matters" title={{ zh: `${page.year}年民生实事办得怎么样`, en: `Livelihood matters of ${page.year}` }}>
      <p>{t({ zh: '和日子有关的承诺：就业、上学、看病、养老、住房。', en: 'Promises about daily life: work, school, health, care of the old, homes.' })}</p>
      {page.lines.length === 0 && <p>{t({ zh: '这一期没有列出民生实事。', en: 'This publication lists none.' })}<a href={frame.base}>{t({ zh: '看全部承诺', en: 'See all promises' })}</a></p>}
      <ul className="promises">{page.lines.map(line => <PromiseItem key={line.key} line={line} />)}</ul>
    </Shell>
  )
}
