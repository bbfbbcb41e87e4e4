import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { useOpened } from '../../../opened.ts'
import { JoinForm } from './JoinForm.tsx'
import { MentionForm } from './MentionForm.tsx'
import { NameForm } from './NameForm.tsx'

/** The form that the address names (`?form=…`). */
export function ThreadForms({ page }: { readonly page: ThreadPage }) {
  const { what, close } = useOpened('form')
  if (what === 'name') return <NameForm page={page} onClose={close} />
  if (what === 'join') return <JoinForm page={page} onClose={close} />
  return what === 'mention' ? <MentionForm page={page} onClose={close} /> : null
}
