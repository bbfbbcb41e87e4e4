import { Button } from 'antd'
import { useState } from 'react'
import { contract } from '../../../../engines/plan/ledgers/contract.ts'
import { type Evidence } from '../../../../engines/plan/ledgers/schema.ts'
import { addressOf, call } from '../../../client.ts'
import { dayText, instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type LineAnswer } from './line-answer.ts'
import style from './ledgers.module.css'

/** Everything that was brought to prove a line, the newest first; what was withdrawn stays readable. */
export function EvidencePanel({ answer: { line, evidence, may } }: { readonly answer: LineAnswer }) {
  const { language, t } = useLanguage()
  const changed = useLedgerChange()
  const [withdrawing, setWithdrawing] = useState<Evidence | null>(null)
  const withdraw = async (reason: string) => {
    if (!withdrawing) return
    await call(contract.withdrawEvidence, { params: { id: line.id, evidence: withdrawing.id }, body: { reason } })
    await changed()
  }
  return (
    <section>
      <h3>{t({ zh: '佐证材料', en: 'Evidence' })}</h3>
      {evidence.length === 0 && <p className={style['aside']}>{t({ zh: '还没有。文号、文件或照片均可，照片不是必须的。', en: 'None yet. A document number, a file or a photo will do; a photo is not required.' })}</p>}
      <ol className={style['steps']}>
        {evidence.toReversed().map(one => (
          <li key={one.id}>
            <b lang="zh-CN" className={one.withdrawn ? style['withdrawn'] : undefined}>{one.what}</b>
            {one.number && <> · <span lang="zh-CN">{one.number}</span></>}
            <p>{dayText(one.on, language)}{one.note && <> · <span lang="zh-CN">{one.note}</span></>}</p>
            {one.file && (may.readFiles
              ? <p><a href={addressOf(contract.evidenceFile, { params: { id: one.file.id } })} download lang="zh-CN">{one.file.name}</a> <span className={style['small']}>{t({ zh: '{kb} KB', en: '{kb} KB' }, { kb: Math.max(1, Math.round(one.file.size / 1000)) })}</span></p>
              : <p className={style['small']}>{t({ zh: '附件由承办、计划和验收人员查看', en: 'Its file is open to those who lead, plan and accept' })}</p>)}
            <p className={style['small']}>{t({ zh: '{by}于{at}提交', en: 'Brought by {by} on {at}' }, { by: one.by, at: instantText(one.at, language) })}</p>
            {one.withdrawn && <p className={style['small']}>{t({ zh: '{by}撤回：{reason}', en: 'Withdrawn by {by}: {reason}' }, { by: one.withdrawn.by, reason: one.withdrawn.reason })}</p>}
            {may.withdraw.includes(one.id) && <Button size="small" className="unprinted" onClick={() => setWithdrawing(one)}>{t({ zh: '撤回', en: 'Withdraw' })}<span className="unseen"> {one.what}</span></Button>}
          </li>
        ))}
      </ol>
      <ConfirmWithReason open={withdrawing !== null} title={{ zh: '撤回佐证材料', en: 'Withdraw evidence' }} act={{ zh: '撤回', en: 'Withdraw' }} consequence={t({ zh: '撤回后不再作为佐证，记录仍可查看。', en: 'It proves nothing any more; the record stays readable.' })} onConfirm={withdraw} onClose={() => setWithdrawing(null)} />
    </section>
  )
}
