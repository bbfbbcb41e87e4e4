import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type RowView } from '../../../../../engines/returns/contract.ts'
import { type Finding } from '../../../../../engines/returns/schema.ts'
import { numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Problem } from '../../../../problem.ts'
import { type Desk } from './SheetDesk.tsx'
import style from './sheet.module.css'

/** Where a number comes from that is not typed, what the checks find, and the reason given for it. */
export function Findings({ desk, row, findings }: { readonly desk: Desk; readonly row: RowView; readonly findings: readonly Finding[] }) {
  const { t } = useLanguage()
  const { beside } = row
  return (
    <div className={style['findings']}>
      {row.row.by === 'count' && row.counted && <small>{t({ zh: '系统计数，不用填：', en: 'Counted by the program: ' })}{t(row.counted)}</small>}
      {row.row.by === 'running-total' && <small>{beside.before === null ? t({ zh: '系统累计；前几期未全部核收，暂不能算', en: 'Running total; earlier periods are not all accepted yet' }) : t({ zh: '系统累计：此前{n}加本期', en: 'Running total: {n} before, and this period' }, { n: numberText(beside.before.value) })}</small>}
      {row.row.by === 'growth' && <small>{t({ zh: '系统推算：与上年同期相比', en: 'Worked out against a year ago' })}</small>}
      {row.row.by === 'formula' && <small>{t({ zh: '系统推算：', en: 'Worked out from: ' })}<span lang="zh-CN">{beside.inputs.map(input => input.name).join('、')}</span></small>}
      {beside.brought && <small><Link to={`/returns/${beside.brought.sheet}`}>{t({ zh: '《{form}》已报，不用再填', en: '{form} brought it; not asked again' }, { form: beside.brought.form })}</Link></small>}
      {beside.below && beside.below.of > 0 && <small>{t({ zh: '下级{of}个单位中{filled}个已填，合计{sum}', en: '{filled} of {of} units below have filled it; their sum is {sum}' }, { of: beside.below.of, filled: beside.below.filled, sum: numberText(beside.below.sum) })}</small>}
      {findings.map(finding => <FindingLine key={`${finding.key} ${finding.seen}`} desk={desk} finding={finding} />)}
    </div>
  )
}

function FindingLine({ desk, finding }: { readonly desk: Desk; readonly finding: Finding }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const [refused, setRefused] = useState<Problem | null>(null)
  const asked = finding.grade === 'warning' && finding.answer === null && desk.sheet.may.fill
  const send = () => { if (reason.trim().length >= 2) void desk.answer(finding, reason.trim()).then(() => setRefused(null), (error: unknown) => setRefused(error instanceof Problem ? error : null)) }
  return (
    <div className={`${style['finding']} ${style[finding.grade] ?? ''}`} role={finding.answer ? undefined : 'status'}>
      <p><b>{finding.grade === 'error' ? t({ zh: '■ 错误 ', en: '■ Error ' }) : t({ zh: '▲ 提示 ', en: '▲ Warning ' })}</b>{t(finding.words)}</p>
      {finding.answer && <p className={style['answered']}>{t({ zh: '说明：', en: 'Reason: ' })}<span lang="zh-CN">{finding.answer.reason}</span>（{finding.answer.by}）</p>}
      {asked && (
        <div className={style['answer']}>
          <Input aria-label={t({ zh: '说明理由', en: 'Reason' })} placeholder={t({ zh: '说明理由，回车保存', en: 'Say why, Enter saves' })} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} onPressEnter={event => { event.stopPropagation(); send() }} />
          <Button onClick={send} disabled={reason.trim().length < 2}>{t({ zh: '保存', en: 'Save' })}</Button>
        </div>
      )}
      {refused && <p role="alert">{t(refused.said)}</p>}
    </div>
  )
}
