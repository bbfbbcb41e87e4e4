import { Modal } from 'antd'
import { useState } from 'react'
import { contract, type FigureRow } from '../../../../engines/indicators/contract.ts'
import { call } from '../../../client.ts'
import { periodText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import style from './register.module.css'

type BulkApprovalProps = { readonly open: boolean; readonly figures: readonly FigureRow[]; readonly onClose: () => void; readonly onDone: () => void }

/** Shows what would be approved before it is, and approves one after the other; where one fails the rest wait. */
export function BulkApproval({ open, figures, onClose, onDone }: BulkApprovalProps) {
  const { language, t } = useLanguage()
  const [done, setDone] = useState<number | null>(null)
  const [error, setError] = useState<unknown>(null)
  const approve = async () => {
    setError(null)
    try {
      for (const [i, figure] of figures.entries()) {
        setDone(i)
        await call(contract.decide, { params: { id: figure.id }, body: { decision: 'approve', version: figure.version } })
      }
      onClose()
    } catch (failure) {
      setError(failure)
    } finally {
      setDone(null)
      onDone()
    }
  }
  const said = ({ level, change, rank }: FigureRow) => [level && quantityText(level, language), change && quantityText({ value: change.value, unit: change.unit }, language, { signed: true }), rank].filter(part => part !== null).join(' · ')
  return (
    <Modal open={open} title={t({ zh: '审核通过{n}个数值', en: 'Approve {n} figures' }, { n: figures.length })} onCancel={() => { setError(null); onClose() }} onOk={() => void approve()} okText={t({ zh: '审核通过', en: 'Approve' })} cancelText={t({ zh: '取消', en: 'Cancel' })} okButtonProps={{ loading: done !== null }} destroyOnHidden>
      <p>{t({ zh: '通过后计入亮灯。如有错误，可逐个更正，不能成批撤销。', en: 'They then count for the lights; each can be corrected, the batch cannot be undone.' })}</p>
      <ul className={style['preview']}>{figures.map(figure => <li key={figure.id}><span lang="zh-CN">{figure.indicatorName}</span> {periodText(figure.period, language)} <b>{said(figure)}</b></li>)}</ul>
      {done !== null && <p aria-live="polite">{t({ zh: '正在办理第{i}个，共{n}个', en: '{i} of {n}' }, { i: done + 1, n: figures.length })}</p>}
      {error !== null && <Failure error={error} />}
    </Modal>
  )
}
