import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { accountContract } from '../../../../server/account/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { PersonPicker } from '../organisation/PersonPicker.tsx'
import style from './accounts.module.css'
import { OncePassword } from './OncePassword.tsx'

/** Opens an account for a person who is enrolled; the first password is shown once. */
export function OpenAccountDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const [person, setPerson] = useState('')
  const [made, setMade] = useState<{ readonly username: string; readonly initialPassword: string | null } | null>(null)
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const open = async () => {
    setDoing(true)
    setError(null)
    try {
      setMade(await call(accountContract.create, { body: { person } }))
      await queries.invalidateQueries({ queryKey: ['accounts'] })
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <Modal open onCancel={onClose} maskClosable={made === null} title={t({ zh: '开通账户', en: 'Open an account' })} footer={made ? <Button onClick={onClose}>{t({ zh: '关闭', en: 'Close' })}</Button> : <><Button onClick={onClose}>{t({ zh: '取消', en: 'Cancel' })}</Button><Button type="primary" disabled={person === ''} loading={doing} onClick={() => void open()}>{t({ zh: '开通', en: 'Open' })}</Button></>}>
      <div className={style['form']}>
        {made === null
          ? <Field label={{ zh: '人员', en: 'Person' }} hint={{ zh: '须先由系统管理员在组织机构中登记。', en: 'Enrolled before by the system administrator, in the organisation.' }}>{tied => <PersonPicker id={tied.id} aria-describedby={tied['aria-describedby']} value={person} onChange={setPerson} />}</Field>
          : made.initialPassword === null
            ? <p>{t({ zh: '账户{username}已开通，初始密码已显示过一次。如未记下，请重置密码。', en: 'The account {username} is open; its first password was shown once already. If it was not noted, reset it.' }, { username: made.username })}</p>
            : <OncePassword username={made.username} password={made.initialPassword} onDone={onClose} />}
        {error !== null && <Failure error={error} />}
      </div>
    </Modal>
  )
}
