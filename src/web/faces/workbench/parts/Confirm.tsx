import { Modal } from 'antd'
import { type ReactNode, useState } from 'react'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import style from './parts.module.css'

type ConfirmProps = {
  readonly open: boolean
  readonly title: Label
  /** What will happen, and what cannot be undone. */
  readonly children: ReactNode
  /** The verb on the button. */
  readonly act: Label
  readonly mayAct?: boolean
  readonly width?: number
  /** Does it; the dialog closes when it is done and shows the failure when not. */
  readonly onConfirm: () => Promise<void>
  readonly onClose: () => void
}

/** Asks once more before something is done that needs no reason in the trail. */
export function Confirm({ open, title, children, act, mayAct = true, width = 520, onConfirm, onClose }: ConfirmProps) {
  const { t } = useLanguage()
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const close = () => { setError(null); onClose() }
  const confirm = async () => {
    setDoing(true)
    setError(null)
    try {
      await onConfirm()
      close()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <Modal open={open} title={t(title)} width={width} onCancel={close} onOk={() => void confirm()} okText={t(act)} cancelText={t({ zh: '取消', en: 'Cancel' })} okButtonProps={{ loading: doing, disabled: !mayAct, autoFocus: true }} destroyOnHidden>
      <div className={style['body']}>
        {children}
        {error !== null && <Failure error={error} />}
      </div>
    </Modal>
  )
}
