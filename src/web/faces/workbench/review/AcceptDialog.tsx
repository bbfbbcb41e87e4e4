import { useQuery } from '@tanstack/react-query'
import { Button, Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type Brought, contract } from '../../../../engines/documents/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { reachable } from '../parts/reachable.ts'
import { Bringing } from './Bringing.tsx'
import { fieldNames } from './front-matter-fields.ts'
import { useReview } from './review-context.ts'
import style from './review.module.css'

type AcceptDialogProps = { readonly open: boolean; readonly onClose: () => void; readonly onForm: () => void; readonly onDoubts: () => void; readonly onUnmatched: () => void }

/** What accepting the paper brings into the ledger, what it still needs and what it leaves out; then does it. */
export function AcceptDialog({ open, onClose, onForm, onDoubts, onUnmatched }: AcceptDialogProps) {
  const { t } = useLanguage()
  const { paper, desk } = useReview()
  const asked = useQuery({ queryKey: ['acceptance', paper.id, paper.version, paper.progress], queryFn: ({ signal }) => call(contract.acceptance, { params: { id: paper.id }, signal }), enabled: open, staleTime: 0 })
  const [leaving, setLeaving] = useState(false)
  const [reason, setReason] = useState('')
  const [unmatched, setUnmatched] = useState<'new' | 'fact-only'>('new')
  const [brought, setBrought] = useState<Brought | null>(null)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const preview = asked.data
  const doubts = preview?.openDoubtful ?? 0
  const ready = preview !== undefined && preview.needed.length === 0 && (doubts === 0 || (leaving && reason.trim().length >= 2))

  const close = () => { setError(null); setBrought(null); onClose() }
  const accept = async () => {
    setDoing(true)
    setError(null)
    try {
      const answer = await call(contract.accept, { params: { id: paper.id }, body: { version: paper.version, unmatched, ...(doubts > 0 && { leaveOut: { reason: reason.trim().replace(/\s*\n\s*/g, ' ') } }) } })
      await desk.refresh()
      setBrought(answer.brought)
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  if (brought) {
    return (
      <Modal open={open} onCancel={close} footer={<Button onClick={close}>{t({ zh: '关闭', en: 'Close' })}</Button>} title={t({ zh: '文件已采纳入账', en: 'The paper is in the ledger' })}>
        <output className={style['dialog']}>
          <Bringing brought={brought} />
          <p>{t({ zh: '每个数都可点开查看原文。接下来：', en: 'Every figure opens to its words. Next:' })} {paper.year !== null && <Link to={`/plan/${paper.year}`}>{t({ zh: '{year}年目标与承诺事项', en: 'Targets and commitments of {year}' }, { year: paper.year })}</Link>}{paper.year !== null && ' · '}<Link to="/register">{t({ zh: '指标台账', en: 'Indicator register' })}</Link></p>
        </output>
      </Modal>
    )
  }
  return (
    <Modal open={open} onCancel={close} width={720} title={t({ zh: '采纳文件，写入台账', en: 'Accept the paper into the ledger' })} okText={t({ zh: '采纳入账', en: 'Accept' })} cancelText={t({ zh: '取消', en: 'Cancel' })} onOk={() => void accept()} okButtonProps={{ disabled: !ready, loading: doing }}>
      <div className={style['dialog']}>
        {asked.isPending && <Loading lines={4} />}
        {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
        {preview && (
          <>
            {preview.needed.length > 0 && (
              <div className={style['stop']} role="alert">
                <p>{t({ zh: '表头还缺：{fields}。补齐后才能采纳。', en: 'The front matter still lacks: {fields}. Fill it in, then accept.' }, { fields: t(fieldNames(preview.needed)) })}</p>
                <Button size="small" onClick={() => { close(); onForm() }}>{t({ zh: '去填写', en: 'Fill it in' })}</Button>
              </div>
            )}
            {doubts > 0 && (
              <div className={style['stop']}>
                <p>{t({ zh: '还有{n}条存疑内容没有核对。', en: '{n} doubtful findings are not decided yet.' }, { n: doubts })}</p>
                <Radio.Group value={leaving ? 'leave' : 'review'} onChange={event => setLeaving(event.target.value === 'leave')} options={[{ value: 'review', label: t({ zh: '先回去核对', en: 'Review them first' }) }, { value: 'leave', label: t({ zh: '留下不入账，写明理由', en: 'Leave them out, with a reason' }) }]} />
                {leaving
                  ? <Field label={{ zh: '理由（至少2个字，记入审计记录）', en: 'Reason (at least 2 characters; it goes into the audit trail)' }}>{tied => <Input.TextArea {...tied} rows={2} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />}</Field>
                  : <Button size="small" onClick={() => { close(); onDoubts() }}>{t({ zh: '去核对存疑', en: 'Go to the doubts' })}</Button>}
              </div>
            )}
            <h2>{t({ zh: '将写入台账', en: 'It will bring' })}</h2>
            <Bringing brought={preview.brings} />
            {(preview.suggested > 0 || preview.newIndicators.length > 0) && (
              <>
                {preview.suggested > 0 && <Button size="small" className={style['start'] ?? ''} onClick={() => { close(); onUnmatched() }}>{t({ zh: '先去选定这{n}条的指标', en: 'Choose the indicators of these {n} first' }, { n: preview.suggested })}</Button>}
                <p>{preview.suggested > 0 && t({ zh: '有{n}条的名称与台账中的指标相近但无人选定。', en: 'For {n} there are near names in the register and nobody has chosen. ' }, { n: preview.suggested })}{t({ zh: '台账中不能确定对应的：', en: 'Facts that the register does not know for certain:' })}</p>
                <Radio.Group value={unmatched} onChange={event => setUnmatched(event.target.value === 'new' ? 'new' : 'fact-only')} options={[{ value: 'new', label: t({ zh: '设为新指标入账', en: 'enter them under new indicators' }) }, { value: 'fact-only', label: t({ zh: '仅留作事实，不入台账', en: 'keep them as facts, not in the ledger' }) }]} />
              </>
            )}
            {unmatched === 'new' && preview.newIndicators.length > 0 && (
              <details>
                <summary>{t({ zh: '将新设{n}项指标', en: '{n} new indicators' }, { n: preview.newIndicators.length })}</summary>
                <ul className={style['names']} {...reachable}>{preview.newIndicators.map(indicator => <li key={indicator.code}>{indicator.name} <small>{indicator.code} · {indicator.unit}</small></li>)}</ul>
              </details>
            )}
            {preview.factOnly.length > 0 && (
              <details>
                <summary>{t({ zh: '{n}条只留作事实，不入台账', en: '{n} stay facts and do not enter the ledger' }, { n: preview.factOnly.length })}</summary>
                <ul className={style['names']} {...reachable}>{preview.factOnly.map(fact => <li key={fact.finding}>{fact.name} <small>{t(fact.why)}</small></li>)}</ul>
              </details>
            )}
            {preview.warnings.map(warning => <p key={warning.zh} className={style['warning']}>{t(warning)}</p>)}
          </>
        )}
        {error !== null && <Failure error={error} kept={{ zh: '已核对的内容不受影响。', en: 'What you reviewed is not affected.' }} />}
      </div>
    </Modal>
  )
}
