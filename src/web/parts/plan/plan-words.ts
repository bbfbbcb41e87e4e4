import { type CommitmentKind, type PlanLine, type Strength } from '../../../engines/plan/schema.ts'
import { type Label } from '../../../kernel/label.ts'

export const commitmentKinds = {
  chapter: { zh: '章', en: 'Chapter' },
  task: { zh: '任务', en: 'Task' },
  measure: { zh: '举措', en: 'Measure' },
} as const satisfies Record<CommitmentKind, Label>

/** How firmly something was promised, by the verb that papers use. */
export const strengthWords = {
  ensure: { zh: '确保', en: 'Ensure' },
  complete: { zh: '完成', en: 'Complete' },
  'at-least': { zh: '不少于', en: 'At least' },
  strive: { zh: '力争', en: 'Strive for' },
  advance: { zh: '推进', en: 'Advance' },
  explore: { zh: '探索', en: 'Explore' },
  plain: { zh: '一般表述', en: 'Plainly stated' },
} as const satisfies Record<Strength, Label>

export const lineKinds = {
  target: { zh: '目标', en: 'Target' },
  commitment: { zh: '承诺事项', en: 'Commitment' },
} as const satisfies Record<PlanLine['kind'], Label>
