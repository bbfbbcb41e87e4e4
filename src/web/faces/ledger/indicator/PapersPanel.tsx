import { Link } from 'react-router'
import { type IndicatorPage } from '../../../../engines/indicators/contract.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './indicator.module.css'

/** Papers that mention the indicator, the newest first; those on file open. A paper that is quoted and on file is one paper. */
export function PapersPanel({ papers }: { readonly papers: IndicatorPage['papers'] }) {
  const { language, t } = useLanguage()
  if (papers.length === 0) return null
  const byTitle = new Map<string, IndicatorPage['papers'][number]>()
  for (const paper of papers) {
    const known = byTitle.get(paper.title)
    byTitle.set(paper.title, known ? { ...known, document: known.document ?? paper.document, mentions: Math.max(known.mentions, paper.mentions) } : paper)
  }
  return (
    <Panel title={t({ zh: '提到它的文件', en: 'Papers that mention it' })}>
      <ul className={style['list']}>
        {[...byTitle.values()].map(paper => (
          <li key={paper.title}>
            <span lang="zh-CN">{paper.document ? <Link to={`/imports/${paper.document}`}>{paper.title}</Link> : paper.title}</span>
            <small>{[paper.saidOn && dayText(paper.saidOn, language), t({ zh: '{n}处', en: paper.mentions === 1 ? 'once' : '{n} times' }, { n: paper.mentions })].filter(part => part !== null).join(' · ')}</small>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
