import { type ProjectEvent } from '../../engines/projects/schema.ts'
import { type Id } from '../../kernel/id.ts'

/** An event of the demonstration with ids in place of the codes of units and projects. */
export function withIds(event: ProjectEvent, ids: { readonly unit: (code: string) => Id; readonly project: (code: string) => Id }): ProjectEvent {
  if (event.kind === 'made') return { ...event, owner: ids.unit(event.owner), place: { ...event.place, unit: event.place.unit === null ? null : ids.unit(event.place.unit) } }
  if (event.kind === 'merged' || event.kind === 'split') return { ...event, into: ids.project(event.into) }
  return event.kind === 'absorbed' || event.kind === 'came-of' ? { ...event, other: ids.project(event.other) } : event
}
