import { type CommitmentNode, type PlanLine } from '../../../../engines/plan/schema.ts'
import { useOpened } from '../../../opened.ts'
import { CommitmentForm } from './CommitmentForm.tsx'
import { LinkForm } from './LinkForm.tsx'
import { MoveForm } from './MoveForm.tsx'
import { ProgressForm } from './ProgressForm.tsx'

/** The form that the address names: `add`, `add:ID` below another, `edit:ID`, `link:ID`, `move:ID`, `progress:ID`. */
export function PlanForms({ year, nodes, lines }: { readonly year: number; readonly nodes: readonly CommitmentNode[]; readonly lines: readonly PlanLine[] }) {
  const { what: form, close } = useOpened('form')
  const [kind = '', id] = form.split(':')
  const commitment = nodes.find(node => node.id === id) ?? null
  if (kind === 'add') return <CommitmentForm key={form} year={year} parent={commitment} commitment={null} onClose={close} />
  if (!commitment) return null
  switch (kind) {
    case 'edit': return <CommitmentForm key={form} year={year} parent={null} commitment={commitment} onClose={close} />
    case 'link': return <LinkForm key={form} commitment={commitment} lines={lines} onClose={close} />
    case 'move': return <MoveForm key={form} commitment={commitment} nodes={nodes} onClose={close} />
    case 'progress': return <ProgressForm key={form} commitment={commitment} onClose={close} />
    default: return null
  }
}
