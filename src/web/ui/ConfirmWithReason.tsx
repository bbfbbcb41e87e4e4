import { Input, Modal } from 'antd'
import { type ReactNode, useId, useState } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { Failure } from './Failure.tsx'
import style from './ConfirmWithReason.module.css'

type ConfirmWithReasonProps = {
  readonly open: boolean
  readonly title: Label
  /** What will happen, and what cannot be undone. */
  readonly consequence: ReactNode
  /** The verb on the button: 撤回, 调整. */
  readonly act: Label
  /** Does it; the dialog closes when it is done and shows the failure when not. */
  readonly onConfirm: (reason: string) => Promise<void>
  readonly onClose: () => void
  /** Characters a reason needs at least; 4 where nothing else is ruled. */
  readonly atLeast?: number
}

/** Asks once more before something weighty is done, with a reason that goes into the trail. */
export function ConfirmWithReason({ open, title, consequence, act, onConfirm, onClose, atLeast = 4 }: ConfirmWithReasonProps) {
  const { t } = useLanguage()
  const field = useId()
  const [reason, setReason] = useState('')
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const enough = oneLine(reason).length >= atLeast

  const close = () => { setReason(''); setError(null); onClose() }
  const confirm = async () => {
    setDoing(true)
    setError(null)
    try {
      await onConfirm(oneLine(reason))
      close()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }

  return (
    <Modal open={open} title={t(title)} onCancel={close} onOk={() => void confirm()} okText={t(act)} cancelText={t({ zh: '取消', en: 'Cancel' })} okButtonProps={{ disabled: !enough, loading: doing }} destroyOnHidden>
      <div className={style['body']}>
        <div>{consequence}</div>
        <label htmlFor={field}>{t({ zh: '理由（至少{n}个字，将记入审计记录）', en: 'Reason (at least {n} characters; it goes into the audit trail)' }, { n: atLeast })}</label>
        <Input.TextArea id={field} value={reason} onChange={event => setReason(event.target.value)} rows={3} maxLength={500} />
        {error !== null && <Failure error={error} kept={{ zh: '您写的理由仍保留在这里。', en: 'The reason you wrote is kept here.' }} />}
      </div>
    </Modal>
  )
}

/** The trail keeps a reason as one line. */
function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}
