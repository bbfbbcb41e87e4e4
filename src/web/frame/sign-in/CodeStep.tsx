import { useMutation } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import { sessionContract } from '../../../server/account/contract.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useSessionChange } from '../../session.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import style from './steps.module.css'

/** Second step: the code that the phone shows, or a backup code. */
export function CodeStep() {
  const { t } = useLanguage()
  const change = useSessionChange()
  const [code, setCode] = useState('')
  const enter = useMutation({ mutationFn: () => call(sessionContract.secondStep, { body: { code } }), onSuccess: change })
  const leave = useMutation({ mutationFn: () => call(sessionContract.signOut, {}), onSuccess: () => change() })
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate() }
  return (
    <form className={style['form']} onSubmit={submit}>
      <Field label={{ zh: '动态码', en: 'Code' }} hint={{ zh: '手机验证器当前显示的6位数字；手机不在身边时，输入一个备用码。', en: 'The six digits your phone shows now, or a backup code if the phone is not at hand.' }}>
        {tied => <Input {...tied} size="large" autoComplete="one-time-code" inputMode="text" required value={code} onChange={event => setCode(event.target.value)} />}
      </Field>
      {enter.isError && <Failure error={enter.error} />}
      <Button type="primary" size="large" htmlType="submit" loading={enter.isPending}>{t({ zh: '继续', en: 'Continue' })}</Button>
      <Button onClick={() => leave.mutate()}>{t({ zh: '换一个账户登录', en: 'Sign in as somebody else' })}</Button>
    </form>
  )
}
