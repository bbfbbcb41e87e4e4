import { Button, Drawer } from 'antd'
import { type KeyboardEvent, type ReactNode, type SubmitEvent, useEffect, useRef, useState } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useLanguage } from '../language.tsx'
import { Problem } from '../problem.ts'
import { Failure } from './Failure.tsx'
import style from './FormSheet.module.css'

type FormSheetProps = {
  readonly open: boolean
  readonly title: Label
  /** The verb on the button: 报送, 保存. */
  readonly act: Label
  /** Is everything there that is needed? The button says no until then. */
  readonly ready: boolean
  /** Does it and closes by `onDone`; what is refused is shown and everything typed stays. */
  readonly onSubmit: () => Promise<void>
  readonly onClose: () => void
  /** Loads what stands now, after somebody saved before this person. */
  readonly onReload?: () => void
  /** What now stands of the fields that this person changed, shown once somebody turned out to have saved before. */
  readonly standing?: readonly { readonly label: Label; readonly text: string }[]
  readonly children: ReactNode
}

/** A form at the side. Ctrl+Enter sends it, Escape leaves it. */
export function FormSheet({ open, title, act, ready, onSubmit, onClose, onReload, standing = [], children }: FormSheetProps) {
  const { t } = useLanguage()
  const [doing, setDoing] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [reloaded, setReloaded] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  // A form that stands in the address goes at once when it is left, so its sheet cannot give the focus back by itself.
  const [cameFrom] = useState(() => document.activeElement)
  useEffect(() => () => { if (cameFrom instanceof HTMLElement) cameFrom.focus({ preventScroll: true }) }, [cameFrom])
  // One begins to type at once; the keys of the form work from its first field.
  const begin = (shown: boolean) => { if (shown) form.current?.querySelector<HTMLElement>('input, textarea')?.focus() }
  const close = () => { setError(null); onClose() }
  const send = async () => {
    if (!ready || doing) return
    setDoing(true)
    setError(null)
    try {
      await onSubmit()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  const submit = (event: SubmitEvent) => { event.preventDefault(); void send() }
  const hear = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.nativeEvent.isComposing) { event.preventDefault(); void send() }
  }
  const conflict = error instanceof Problem && error.status === 409 && onReload
  return (
    <Drawer open={open} title={t(title)} onClose={close} afterOpenChange={begin} size="min(560px, 100vw)" destroyOnHidden>
      {/* The keys of the form belong to all its fields at once. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the fields within */}
      <form ref={form} className={style['form']} onSubmit={submit} onKeyDown={hear} aria-label={t(title)}>
        {children}
        {error !== null && <Failure error={error} kept={{ zh: '您填写的内容仍保留在这里。', en: 'What you entered is kept here.' }} {...(conflict && { retry: () => { setError(null); setReloaded(true); onReload() } })} />}
        {reloaded && standing.length > 0 && (
          <section className={style['standing']} aria-label={t({ zh: '他人保存后的内容', en: 'What now stands' })}>
            <p>{t({ zh: '您改动的这些项，现在存的是（再次保存将以您填写的为准）：', en: 'Of what you changed, this now stands; saving again puts yours in its place:' })}</p>
            <ul>{standing.map(field => <li key={field.label.en}>{t(field.label)}{t({ zh: '：', en: ': ' })}<b lang="zh-CN">{field.text || t({ zh: '（空）', en: '(empty)' })}</b></li>)}</ul>
          </section>
        )}
        <p className={style['acts']}>
          <Button type="primary" htmlType="submit" disabled={!ready} loading={doing}>{t(act)} <kbd aria-hidden="true" className={style['key']}>Ctrl ↵</kbd></Button>
          <Button onClick={close}>{t({ zh: '取消', en: 'Cancel' })}</Button>
        </p>
      </form>
    </Drawer>
  )
}
