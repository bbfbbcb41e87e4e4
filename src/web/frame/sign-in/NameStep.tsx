import { useMutation } from '@tanstack/react-query'
import { Button, Input, Radio } from 'antd'
import { type FormEvent, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { providerContract, sessionContract, type SessionState } from '../../../server/account/contract.ts'
import { addressOf, call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { nextAddress } from '../../next-address.ts'
import { useSessionChange } from '../../session.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import style from './steps.module.css'

/** First step: name and password. */
export function NameStep({ state }: { readonly state: SessionState }) {
  const { t } = useLanguage()
  const change = useSessionChange()
  const [search] = useSearchParams()
  const [username, setUsername] = useState('')
  const [password, setPassword] = useState('')
  const [district, setDistrict] = useState(state.district)
  const enter = useMutation({ mutationFn: () => call(sessionContract.signIn, { body: { username, password, district } }), onSuccess: change })
  // A browser that goes to the provider leaves these pages.
  const toProvider = addressOf(providerContract.begin, { query: { district, next: nextAddress(search.get('next')) } })
  const submit = (event: FormEvent) => { event.preventDefault(); enter.mutate() }
  return (
    <form className={style['form']} onSubmit={submit}>
      {state.districts.length > 1 && (
        <Field label={{ zh: '区', en: 'District' }}>
          {tied => <Radio.Group id={tied.id} name="district" value={district} onChange={event => setDistrict(Number(event.target.value))} options={state.districts.map(one => ({ value: one.code, label: t(one.name) }))} />}
        </Field>
      )}
      {state.provider && <Button type="primary" size="large" href={toProvider}>{t({ zh: `用${state.provider.zh}登录`, en: `Sign in with ${state.provider.en}` })}</Button>}
      {state.provider && <p className={style['note']}>{t(state.passwords ? { zh: '或用本系统的密码登录：', en: 'Or with a password of this program:' } : { zh: '密码登录仅供系统管理员和安全管理员应急使用。', en: 'A password lets administrators in only, for emergencies.' })}</p>}
      <Field label={{ zh: '用户名', en: 'User name' }}>
        {tied => <Input {...tied} size="large" autoComplete="username" required value={username} onChange={event => setUsername(event.target.value)} />}
      </Field>
      <Field label={{ zh: '密码', en: 'Password' }}>
        {tied => <PasswordInput {...tied} size="large" autoComplete="current-password" required value={password} onChange={event => setPassword(event.target.value)} />}
      </Field>
      {enter.isError && <Failure error={enter.error} />}
      <Button {...(state.provider === null && { type: 'primary' as const })} size="large" htmlType="submit" loading={enter.isPending}>{t({ zh: '登录', en: 'Sign in' })}</Button>
      {state.demonstration && <p><Link to="/demo">{t({ zh: '这是演示环境：选一个角色，一键进入', en: 'This is a demonstration: choose a role and enter with one click' })}</Link></p>}
      <p className={style['note']}>{t({ zh: '闲置{n}分钟后自动退出。忘记密码请联系安全管理员。', en: 'You are signed out after {n} idle minutes. If you forgot the password, ask the security administrator.' }, { n: state.idleMinutes })}</p>
    </form>
  )
}
