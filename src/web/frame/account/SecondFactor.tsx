import { useMutation } from '@tanstack/react-query'
import { Button, Input, QRCode } from 'antd'
import { useState } from 'react'
import { sessionContract } from '../../../server/account/contract.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useSession, useSessionChange } from '../../session.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Field } from '../../ui/Field.tsx'
import { PasswordInput } from '../../ui/PasswordInput.tsx'
import style from './forms.module.css'

/** Codes from a phone as the second step of signing in: set up, renew the backup codes, stop. */
export function SecondFactor() {
  const { t } = useLanguage()
  const { state } = useSession()
  const change = useSessionChange()
  const [password, setPassword] = useState('')
  const [code, setCode] = useState('')
  const setUp = useMutation({ mutationFn: () => call(sessionContract.setUpCodes, { body: { password } }), onSuccess: () => setPassword('') })
  const confirm = useMutation({ mutationFn: () => call(sessionContract.confirmCodes, { body: { code } }), onSuccess: async next => { setUp.reset(); setCode(''); await change(next) } })
  const remove = useMutation({ mutationFn: () => call(sessionContract.removeCodes, { body: { password } }), onSuccess: async next => { setPassword(''); renew.reset(); await change(next) } })
  const renew = useMutation({ mutationFn: () => call(sessionContract.renewBackupCodes, { body: { password } }), onSuccess: () => setPassword('') })
  const failed = setUp.error ?? confirm.error ?? remove.error ?? renew.error

  return (
    <div className={style['form']}>
      <p>{t(state.secondFactor
        ? { zh: '已启用：登录时除密码外，还要输入手机上的动态码。', en: 'In use: signing in asks for a code from your phone after the password.' }
        : { zh: '未启用。启用后，即使密码泄露，别人也无法登录。', en: 'Not in use. With it, a stolen password alone lets nobody in.' })}</p>
      {failed && <Failure error={failed} />}
      {setUp.data && !state.secondFactor
        ? (
            <ol className={style['steps']}>
              <li>
                <p>{t({ zh: '用手机上的验证器应用扫描：', en: 'Scan with the authenticator on your phone:' })}</p>
                <QRCode type="svg" value={setUp.data.uri} size={184} bordered={false} />
                <p>{t({ zh: '扫不了时，手工输入密钥：', en: 'If it cannot scan, type the key:' })} <span className={style['secret']}>{setUp.data.secret}</span></p>
              </li>
              <li>
                <p>{t({ zh: '把备用码抄下来妥善保管，每个只能用一次：', en: 'Keep these backup codes safe; each works once:' })}</p>
                <BackupCodes codes={setUp.data.backupCodes} />
              </li>
              <li>
                <Field label={{ zh: '输入手机现在显示的6位数字', en: 'Enter the six digits the phone shows now' }}>
                  {tied => <Input {...tied} autoComplete="one-time-code" inputMode="numeric" value={code} onChange={event => setCode(event.target.value)} />}
                </Field>
                <Button type="primary" disabled={code.trim().length < 6} loading={confirm.isPending} onClick={() => confirm.mutate()}>{t({ zh: '启用', en: 'Start using codes' })}</Button>
              </li>
            </ol>
          )
        : (
            <>
              <Field label={{ zh: '当前密码', en: 'Present password' }} hint={{ zh: '更改前请先确认是您本人。', en: 'To make sure that it is you.' }}>
                {tied => <PasswordInput {...tied} autoComplete="current-password" value={password} onChange={event => setPassword(event.target.value)} />}
              </Field>
              <div className={style['row']}>
                {state.secondFactor
                  ? (
                      <>
                        <Button disabled={password === ''} loading={renew.isPending} onClick={() => renew.mutate()}>{t({ zh: '重新生成备用码', en: 'New backup codes' })}</Button>
                        <Button disabled={password === ''} loading={remove.isPending} onClick={() => remove.mutate()}>{t({ zh: '停用动态码', en: 'Stop using codes' })}</Button>
                      </>
                    )
                  : <Button disabled={password === ''} loading={setUp.isPending} onClick={() => setUp.mutate()}>{t({ zh: '启用动态码', en: 'Set up codes' })}</Button>}
              </div>
              {renew.data && <BackupCodes codes={renew.data.backupCodes} />}
            </>
          )}
    </div>
  )
}

function BackupCodes({ codes }: { readonly codes: readonly string[] }) {
  return <ul className={style['codes']}>{codes.map(code => <li key={code}>{code}</li>)}</ul>
}
