import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { type Label } from '../../../kernel/label.ts'
import { useLanguage } from '../../language.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import style from './cases.module.css'

/** Something personal that is shown: its name, and what it is; a telephone can be called. */
export type Revealed = { readonly name: string; readonly text: string; readonly phone?: string | null }

/** Opens what is masked, with a reason, for as long as the dialog stands: it is kept nowhere in the browser. */
export function RevealDialog({ title, reveal, onClose }: { readonly title: Label; readonly reveal: (reason: string) => Promise<readonly Revealed[]>; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [reason, setReason] = useState('')
  const [shown, setShown] = useState<readonly Revealed[] | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [doing, setDoing] = useState(false)
  const ask = async () => {
    setDoing(true)
    setError(null)
    await reveal(reason.trim().replaceAll(/\s+/g, ' ')).then(setShown, setError)
    setDoing(false)
  }
  return (
    <Modal open title={t(title)} onCancel={onClose} destroyOnHidden
      footer={shown ? <Button type="primary" onClick={onClose}>{t({ zh: '关闭', en: 'Close' })}</Button> : <><Button onClick={onClose}>{t({ zh: '取消', en: 'Cancel' })}</Button><Button type="primary" disabled={reason.trim().length < 4} loading={doing} onClick={() => void ask()}>{t({ zh: '查看', en: 'Reveal' })}</Button></>}
    >
      {shown
        ? <dl className={style['facts']} role="status">{shown.map(one => <div key={one.name}><dt>{one.name}</dt><dd lang="zh-CN">{one.phone ? <a href={`tel:${one.phone}`}>{one.phone}</a> : one.text}</dd></div>)}</dl>
        : (
          <Field label={{ zh: '为什么要看', en: 'Why you need it' }} hint={{ zh: '至少4个字；您的姓名、时间和理由记入审计记录', en: 'At least 4 characters; your name, the time and the reason go into the audit trail' }}>
            {tied => <Input {...tied} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} onPressEnter={() => { if (reason.trim().length >= 4) void ask() }} />}
          </Field>
        )}
      {error !== null && <Failure error={error} />}
    </Modal>
  )
}
