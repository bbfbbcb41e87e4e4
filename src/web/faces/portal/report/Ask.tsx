import { type ReactNode } from 'react'
import { type Label } from '../../../../kernel/label.ts'
import { type FormShown } from '../../../../engines/cases/portal/contract.ts'
import { useFrame } from '../frame.tsx'

type AskProps = {
  readonly form: FormShown
  /** Where below the form's address this one is sent. */
  readonly to?: string
  readonly send: Label
  readonly children: ReactNode
}

/** A form that works without scripts: what is wrong stands first, with a link to each box; then the boxes, then one button. */
export function Ask({ form, to = '', send, children }: AskProps) {
  const { t } = useFrame()
  return (
    <form className="ask" action={`${form.action}${to}`} method="post" noValidate acceptCharset="utf-8">
      {children}
      <p><button type="submit">{t(send)}</button></p>
    </form>
  )
}

/** What is wrong with a form, before everything else on its page. */
export function Wrong({ form }: { readonly form: FormShown }) {
  const { t } = useFrame()
  if (form.faults.length === 0 && form.refused === null) return null
  return (
    <section className="wrong" role="alert" aria-labelledby="wrong">
      <h2 id="wrong">{form.refused === null ? t({ zh: '有{n}处要改', en: '{n} to put right' }, { n: form.faults.length }) : t({ zh: '没有提交成功', en: 'Nothing was sent' })}</h2>
      {form.refused !== null && <p>{t(form.refused)}</p>}
      {form.faults.length > 0 && <ul>{form.faults.map(fault => <li key={fault.at}><a href={`#${fault.at}`}>{t(fault.said)}</a></li>)}</ul>}
    </section>
  )
}

type BoxProps = {
  readonly form: FormShown
  readonly name: string
  readonly label: Label
  readonly hint?: Label | undefined
  /** Draws the box itself, with what belongs to every box. */
  readonly children: (box: { readonly id: string; readonly name: string; readonly defaultValue: string; readonly 'aria-describedby': string | undefined; readonly 'aria-invalid': true | undefined }) => ReactNode
}

/** A box with its label, a hint, and what is wrong with it. */
export function Box({ form, name, label, hint, children }: BoxProps) {
  const { t } = useFrame()
  const fault = form.faults.find(one => one.at === name)
  const told = [...(hint ? [`${name}-hint`] : []), ...(fault ? [`${name}-wrong`] : [])].join(' ')
  return (
    <div className={fault ? 'box faulty' : 'box'}>
      <label htmlFor={name}>{t(label)}</label>
      {hint && <p className="hint" id={`${name}-hint`}>{t(hint)}</p>}
      {fault && <p className="fault" id={`${name}-wrong`}>{t(fault.said)}</p>}
      {children({ id: name, name, defaultValue: form.values[name] ?? '', 'aria-describedby': told === '' ? undefined : told, 'aria-invalid': fault ? true : undefined })}
    </div>
  )
}

export type Choice = { readonly value: string; readonly label: ReactNode }

type ChoicesProps = { readonly form: FormShown; readonly name: string; readonly label: Label; readonly unseen?: boolean; readonly choices: readonly Choice[]; readonly children?: ReactNode }

/** Several things of which one is chosen. */
export function Choices({ form, name, label, unseen = false, choices, children }: ChoicesProps) {
  const { t } = useFrame()
  const fault = form.faults.find(one => one.at === name)
  return (
    <fieldset id={name} className={fault ? 'box faulty' : 'box'} aria-describedby={fault ? `${name}-wrong` : undefined}>
      <legend className={unseen ? 'unseen' : undefined}>{t(label)}</legend>
      {fault && <p className="fault" id={`${name}-wrong`}>{t(fault.said)}</p>}
      {choices.map(choice => <Radio key={choice.value} name={name} choice={choice} chosen={form.values[name] === choice.value} />)}
      {children}
    </fieldset>
  )
}

export function Radio({ name, choice, chosen }: { readonly name: string; readonly choice: Choice; readonly chosen: boolean }) {
  return <label className="choice"><input type="radio" name={name} value={choice.value} defaultChecked={chosen} /> <span>{choice.label}</span></label>
}
