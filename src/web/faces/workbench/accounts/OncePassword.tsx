import { Button, Input } from 'antd'
import { useState } from 'react'
import { useLanguage } from '../../../language.tsx'
import style from './accounts.module.css'

/** A password that is shown this once: to be handed over, not sent. */
export function OncePassword({ username, password, onDone }: { readonly username: string; readonly password: string; readonly onDone: () => void }) {
  const { t } = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(password)
      setCopied(true)
    } catch {
      setCopied(false) // no clipboard without https: the field is there to be read and selected
    }
  }
  return (
    <output className={style['once']}>
      <p><b>{t({ zh: '{username}的初始密码，只显示这一次：', en: 'First password of {username}, shown this once:' }, { username })}</b></p>
      <div className={style['acts']}>
        <Input readOnly className={style['password'] ?? ''} aria-label={t({ zh: '初始密码', en: 'First password' })} value={password} onFocus={event => event.target.select()} />
        <Button onClick={() => void copy()}>{t(copied ? { zh: '已复制', en: 'Copied' } : { zh: '复制', en: 'Copy' })}</Button>
        <Button onClick={onDone}>{t({ zh: '已交给本人', en: 'Handed over' })}</Button>
      </div>
      <p>{t({ zh: '请当面交给本人，不要用聊天工具发送。本人首次登录后必须修改。', en: 'Hand it over in person, not by chat. It must be changed at the first sign-in.' })}</p>
    </output>
  )
}
