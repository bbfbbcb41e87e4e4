import { type Id } from '../../../kernel/id.ts'
import { type Actor, mayAnywhere, mayDo } from '../../org/domain/permission.ts'

/** Who may say what is in the way of a project of this owner: those who tell how it gets on and those who visit it, in the name of their own unit. */
export function mayRaise(actor: Actor, owner: Id): boolean {
  return mayAnywhere(actor, 'case.open') && (mayDo(actor, 'project.tell', owner) || mayDo(actor, 'light.answer', owner))
}
