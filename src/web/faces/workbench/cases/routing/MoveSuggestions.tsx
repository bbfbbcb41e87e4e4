import { type MoveKind } from '../../../../../engines/cases/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { CategoryChoices, HandlerChoices, UnitChoices, UrgencyChoices } from './Suggestions.tsx'
import { useSuggestion } from './use-routing.ts'

type MoveSuggestionsProps = { readonly kind: MoveKind; readonly id: Id; readonly seq: number; readonly typed: Readonly<Record<string, string>>; readonly set: (typed: Readonly<Record<string, string>>) => void }

const helped: readonly MoveKind[] = ['dispatched', 'transferred', 'arbitrated', 'amended', 'delegated']

/** What helps to fill in the form of a move: units with their load, categories by the words, colleagues. Nothing where it cannot be had: the form works without. */
export function MoveSuggestions(props: MoveSuggestionsProps) {
  return helped.includes(props.kind) ? <Helped {...props} /> : null
}

function Helped({ kind, id, seq, typed, set }: MoveSuggestionsProps) {
  const { data } = useSuggestion({ id, seq, category: typed['category'] })
  if (!data) return null
  if (kind === 'delegated') return <HandlerChoices suggestion={data} current={typed['person'] ?? ''} onChoose={person => set({ person })} />
  if (kind !== 'amended') return <UnitChoices suggestion={data} current={typed['lead'] ?? ''} onChoose={lead => set({ lead })} />
  return (
    <>
      <CategoryChoices suggestion={data} current={typed['category'] ?? ''} onChoose={category => set({ category })} />
      <UrgencyChoices suggestion={data} current={typed['urgency'] ?? ''} onChoose={urgency => set({ urgency })} />
    </>
  )
}
