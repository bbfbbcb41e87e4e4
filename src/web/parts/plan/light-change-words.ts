import { type LightAnswerKind, type LightChange } from '../../../engines/plan/schema.ts'
import { type Label } from '../../../kernel/label.ts'

export const turnWords = {
  worse: { zh: '变差', en: 'Worse' },
  better: { zh: '好转', en: 'Better' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<LightChange['turn'], Label>

export const answerWords = {
  explained: { zh: '说明原因', en: 'Said why' },
  instructed: { zh: '批示', en: 'Instructed' },
  acted: { zh: '采取措施', en: 'Acted' },
} as const satisfies Record<LightAnswerKind, Label>

/** Does a change for the worse still wait for somebody to say what was done? */
export function isOpen(change: Pick<LightChange, 'turn' | 'answers'>): boolean {
  return change.turn === 'worse' && change.answers === 0
}
