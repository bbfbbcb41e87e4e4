import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FindingChip } from './FindingChip.tsx'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import style from './side.module.css'

/** The words that the paper explains. */
export function GlossaryTab() {
  const { t } = useLanguage()
  const { findings, lookAt } = useReview()
  const terms = findings.flatMap(finding => (finding.kind === 'term' ? [finding] : []))
  if (terms.length === 0) return <Empty title={{ zh: '文中没有名词解释', en: 'The paper explains no words' }} next={{ zh: '脚注、名词解释和“即……”的说明会列在这里。', en: 'Footnotes, glossaries and explanations in the text are listed here.' }} />
  return (
    <div className={style['scroll']} {...reachable}>
      <dl className={style['glossary']}>
        {terms.map(finding => (
          <div key={finding.id}>
            <dt><button type="button" onClick={() => lookAt(finding)} title={t({ zh: '看原文', en: 'Show the words' })} lang="zh-CN">{finding.value.word}</button> <FindingChip finding={finding} /></dt>
            <dd lang="zh-CN">{finding.value.meaning}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
