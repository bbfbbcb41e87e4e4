import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../engines/org/contract.ts'
import { type Unit, type UnitEntry } from '../../../../engines/org/schema.ts'
import { call } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { unitEvents } from './org-words.ts'
import style from './organisation.module.css'
import { useSession } from '../../../session.tsx'
import { UnitLink } from './UnitLink.tsx'
import { WithdrawChange } from './WithdrawChange.tsx'

/** What happened to a unit, from its founding on. */
export function UnitHistory({ unit, history }: { readonly unit: Pick<Unit, 'id' | 'version'>; readonly history: readonly UnitEntry[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  return (
    <ol className={style['history']}>
      {history.map(({ seq, event, state, withdrawnBecause }) => (
        <li key={seq}>
          <span>{dayText(event.on, language)}</span>
          <b>{t(unitEvents[event.kind])}</b>
          <span>
            {event.kind === 'founded' && event.unit.name}
            {event.kind === 'renamed' && event.name}
            {event.kind === 'moved' && <NamedUnit id={event.parent} />}
            {event.kind === 'merged' && <NamedUnit id={event.into} />}
            {event.kind === 'split' && event.into.map(id => <span key={id}><NamedUnit id={id} /> </span>)}
            {state === 'planned' && <> <b>{t({ zh: '（尚未生效）', en: '(planned)' })}</b>{may('org.edit') && <> <WithdrawChange unit={unit} seq={seq} /></>}</>}
            {state === 'withdrawn' && <> {t({ zh: '（未生效，已撤回：{why}）', en: '(withdrawn: {why})' }, { why: withdrawnBecause ?? '' })}</>}
          </span>
        </li>
      ))}
    </ol>
  )
}

function NamedUnit({ id }: { readonly id: string }) {
  const { t } = useLanguage()
  const asked = useQuery({ queryKey: ['unit', id, ''], queryFn: ({ signal }) => call(contract.unit, { params: { id }, signal }) })
  return asked.data ? <UnitLink unit={asked.data.unit} /> : <span>{asked.isPending ? t({ zh: '……', en: '…' }) : id}</span>
}
