import { useQueryClient } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { contract, type MoveKind } from '../../../../../engines/cases/contract.ts'
import { nextDue } from '../../../../../engines/cases/domain/row.ts'
import { actName, endsWithDay } from '../../../../../engines/cases/domain/words.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayOf } from '../../../../../kernel/time.ts'
import { call } from '../../../../client.ts'
import { dayText, instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Chain } from '../../../../parts/cases/Chain.tsx'
import { TemplatePicker } from '../../../../parts/cases/TemplatePicker.tsx'
import { Problem } from '../../../../problem.ts'
import { useSession } from '../../../../session.tsx'
import { useDraft } from '../../../../ui/draft.ts'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { MoveSuggestions } from '../routing/MoveSuggestions.tsx'
import { MoveInput } from './MoveInput.tsx'
import { fieldsOf, isReady, moveFrom, refusedAt } from './move-forms.ts'
import style from './page.module.css'
import { type MoveGiven, type Opened, useAct } from './use-case.ts'

type MoveFormProps = { readonly kind: MoveKind; readonly opened: Opened; readonly onClose: () => void; readonly onDone: (gone: boolean, kind: MoveKind) => void }

/** The form of one move, made from the table of moves. What is typed stays when it is refused, and when somebody acted in between. */
export function MoveForm({ kind, opened, onClose, onDone }: MoveFormProps) {
  const { t } = useLanguage()
  const { me } = useSession()
  const { view, type, present } = opened
  const queries = useQueryClient()
  const act = useAct(view)
  const fields = useMemo(() => fieldsOf(kind, type), [kind, type])
  const first = useMemo(() => firstOf(fields, opened, me.units.map(unit => unit.id)), [fields, opened, me.units])
  const draft = useDraft(`case-${view.id}-${kind}`, first)
  const [faults, setFaults] = useState<Readonly<Record<string, Label>>>({})
  // What happened since the form was opened is shown above it.
  const [seen] = useState(view.seq)
  const since = view.events.filter(({ seq }) => seq > seen)
  const stillOffered = view.moves.includes(kind)

  const save = async () => {
    setFaults({})
    try {
      const move = moveFrom(kind, fields, draft.fields, draft.touched)
      if (kind === 'merged') move['into'] = (await call(contract.byNumber, { params: { number: (draft.fields['into'] ?? '').trim().toUpperCase() } })).id
      const { gone } = await act(move as MoveGiven) // the server holds it against the contract and names the field
      draft.forget()
      onDone(gone, kind)
    } catch (error) {
      if (error instanceof Problem) setFaults(faultsOf(error, fields.map(field => field.name)))
      throw error
    }
  }
  return (
    <FormSheet open title={actName(type, kind)} act={actName(type, kind)} ready={stillOffered && isReady(fields, draft.fields, draft.touched)} onSubmit={save} onClose={onClose} onReload={() => void queries.invalidateQueries({ queryKey: ['case', view.id] })}>
      <p><b lang="zh-CN">{present.title}</b> <span className={style['small']}>{view.number}</span></p>
      {since.length > 0 && (
        <section className={style['since']} role="status">
          <p>{t(stillOffered ? { zh: '您打开此表后，这件工单又办理了：', en: 'Since you opened this form the following was done:' } : { zh: '您打开此表后，这件工单又办理了下列步骤，现在不能再办这一步。您填写的内容仍在，可复制后关闭。', en: 'Since you opened this form the following was done, and this step can no longer be taken. What you typed is kept; copy it before you close.' })}</p>
          <Chain type={type} events={since} names={view.names} />
        </section>
      )}
      <MoveSuggestions kind={kind} id={view.id} seq={view.seq} typed={draft.fields} set={draft.set} />
      {fields.map(field => {
        const input = (tied: Parameters<typeof MoveInput>[0]['tied']) => <MoveInput field={field} text={draft.fields[field.name] ?? ''} set={text => draft.set({ [field.name]: text })} tied={tied} opened={opened} />
        if (field.when && !field.when(draft.fields)) return null
        if (field.input === 'tick') return <p key={field.name}>{input({ id: `tick-${field.name}`, 'aria-describedby': '', status: '' })}</p>
        const grounds = kind === 'excluded' ? type.rates?.exclusions ?? [] : []
        const hint = grounds.length > 0 ? { zh: `可以剔除的情形：${grounds.map(one => one.name.zh).join('、')}`, en: `Grounds: ${grounds.map(one => one.name.en).join(', ')}` } : field.input === 'evidence' && type.evidence > 0 ? { zh: `至少${type.evidence}份；照片不是必须的`, en: `At least ${type.evidence}; a photograph is not required` } : field.hint
        const withTemplates = (tied: Parameters<typeof input>[0]) => <>{field.templates && <TemplatePicker type={type} category={present.category} values={valuesFor(opened)} fieldId={tied.id} text={draft.fields[field.name] ?? ''} onChange={text => draft.set({ [field.name]: text })} />}{input(tied)}</>
        return <Field key={field.name} label={field.label} {...(hint && { hint })} fault={faults[field.name] ?? null}>{withTemplates}</Field>
      })}
    </FormSheet>
  )
}

/** What a form begins with: what stands now where it is corrected; the one co-unit of one's own. */
function firstOf(fields: ReturnType<typeof fieldsOf>, { present }: Opened, mine: readonly string[]): Readonly<Record<string, string>> {
  const standing: Readonly<Record<string, string>> = { category: present.category, urgency: present.urgency, title: present.title, 'place.unit': present.place.unit ?? '', 'place.address': present.place.address ?? '' }
  const waiting = present.co.filter(co => co.answeredAt === null && mine.includes(co.unit))
  return Object.fromEntries(fields.map(({ name, input, onlyChanged }) => {
    if (input === 'co-unit') return [name, waiting[0]?.unit ?? (present.co.length === 1 ? present.co[0]?.unit ?? '' : '')]
    if (!onlyChanged) return [name, '']
    const value = name.startsWith('fields.') ? present.fields[name.slice(7)] ?? '' : standing[name] ?? ''
    return [name, value === true ? 'yes' : value === false ? 'no' : String(value)]
  }))
}

/** What a template takes from the case; answers are written in Chinese. */
function valuesFor({ view, present }: Opened): Parameters<typeof TemplatePicker>[0]['values'] {
  const due = nextDue(view.clocks)
  return { number: view.number, title: present.title, unit: present.lead === null ? null : view.names[present.lead] ?? null, due: due && (endsWithDay(due.dueAt) ? dayText(dayOf(due.dueAt), 'zh') : instantText(due.dueAt, 'zh')), address: present.place.address, words: null, result: null, into: null }
}

/** What was refused, at the fields that it is about. */
function faultsOf(problem: Problem, names: readonly string[]): Readonly<Record<string, Label>> {
  const told = problem.faults.flatMap(({ at, said }) => names.filter(name => at.endsWith(name) || at.split('.').includes(name)).map(name => [name, said] as const))
  const refused = (refusedAt[problem.kind] ?? []).filter(name => names.includes(name)).map(name => [name, problem.said] as const)
  return Object.fromEntries([...refused, ...told])
}
