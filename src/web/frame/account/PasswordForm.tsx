import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { passwordFault } from '../../../engines/org/domain/password.ts'
import { sessionContract, type SessionState } from '../../../server/account/contract.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useSessionChange } from '../../session.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import { passwordFaults } from './password-words.ts'
import style from './forms.module.css'

const reasons = {
  temporary: { zh: '这个密码是别人替您设的，只能用来登录一次。请改成只有您知道的密码。', en: 'Somebody else chose this password. Choose one that only you know.' },
  expired: { zh: '这个密码使用时间已到期，请换一个新密码。', en: 'This password is too old. Choose a new one.' },
} as const satisfies Record<NonNullable<SessionState['because']>, { zh: string; en: string }>

/** Changing my password. Other devices are signed out by it. */
export function PasswordForm({ account, because = null, onDone }: { readonly account: string; readonly because?: SessionState['because']; readonly onDone?: () => void }) {
  const { t } = useLanguage()
  const change = useSessionChange()
  const [present, setPresent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const fault = next === '' ? null : passwordFault(next, account)
  const differs = again !== '' && again !== next
  const save = useMutation({
    mutationFn: () => call(sessionContract.changePassword, { body: { present, next } }),
    onSuccess: async state => { setPresent(''); setNext(''); setAgain(''); await change(state); onDone?.() },
  })
  const submit = (event: FormEvent) => { event.preventDefault(); if (!fault && next === again) save.mutate() }
  return (
    <form className={style['form']} onSubmit={submit}>
      {because && <p>{t(reasons[because])}</p>}
      <Field label={{ zh: '当前密码', en: 'Present password' }}>
        {tied => <PasswordInput {...tied} autoComplete="current-password" required value={present} onChange={event => setPresent(event.target.value)} />}
      </Field>
      <Field label={{ zh: '新密码', en: 'New password' }} hint={{ zh: '至少8个字符，含大小写字母、数字、其他符号中的至少三类。', en: 'At least 8 characters of at least three kinds: lower and upper case, digits, others.' }} fault={fault && passwordFaults[fault]}>
        {tied => <PasswordInput {...tied} autoComplete="new-password" required value={next} onChange={event => setNext(event.target.value)} />}
      </Field>
      <Field label={{ zh: '再输入一遍新密码', en: 'New password again' }} fault={differs ? { zh: '两次输入不一致。', en: 'This is not the same as above.' } : null}>
        {tied => <PasswordInput {...tied} autoComplete="new-password" required value={again} onChange={event => setAgain(event.target.value)} />}
      </Field>
      {save.isError && <Failure error={save.error} />}
      {save.isSuccess && <output>{t({ zh: '密码已修改，其他设备已退出登录。', en: 'The password is changed; other devices are signed out.' })}</output>}
      <div><Button type="primary" htmlType="submit" loading={save.isPending} disabled={fault !== null || next === '' || next !== again}>{t({ zh: '修改密码', en: 'Change the password' })}</Button></div>
    </form>
  )
}
