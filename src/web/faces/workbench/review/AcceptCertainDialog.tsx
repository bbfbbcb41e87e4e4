import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Confirm } from '../parts/Confirm.tsx'
import { reachable } from '../parts/reachable.ts'
import { findingName, findingSays } from './finding-text.ts'
import { useReview } from './review-context.ts'
import style from './review.module.css'

/** What "accept all certain" would accept: every open finding without a doubt. */
export function certainOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(finding => finding.state === 'open' && !finding.doubtful)
}

/** Shows what is about to be accepted at once, and that one key takes it back. */
export function AcceptCertainDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const { findings, desk } = useReview()
  const certain = certainOf(findings)
  return (
    <Confirm open={open} onClose={onClose} onConfirm={desk.acceptCertain} mayAct={certain.length > 0} width={680} title={{ zh: `采纳全部确定项（${certain.length}条）`, en: `Accept all that is certain (${certain.length})` }} act={{ zh: `采纳${certain.length}条`, en: `Accept ${certain.length}` }}>
      <p>{t({ zh: '以下各条没有疑点、读取把握在80%以上且尚未核对。采纳后按 u 可一次撤销。存疑的不在其中。', en: 'None of these has a doubt, each was read with a certainty of 80 % or more, and none is decided yet. One key, u, takes all of it back. Doubtful findings are not among them.' })}</p>
      <ul className={style['preview']} {...reachable} aria-label={t({ zh: '将被采纳的内容', en: 'To be accepted' })}>
        {certain.slice(0, 300).map(finding => (
          <li key={finding.id}>
            <span lang="zh-CN">{findingName(finding)}</span>
            {finding.kind === 'fact' && <b>{findingSays(finding, language)}</b>}
            {finding.kind !== 'term' && <small>{periodText(finding.value.period, language)}</small>}
          </li>
        ))}
        {certain.length > 300 && <li>{t({ zh: '……另有{n}条', en: '… and {n} more' }, { n: certain.length - 300 })}</li>}
      </ul>
    </Confirm>
  )
}
