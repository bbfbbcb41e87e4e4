import { type Strength } from '../../../../engines/documents/domain/threads/suggest.ts'
import { type Label } from '../../../../kernel/label.ts'

export const strengths = {
  certain: { zh: '可一并确认', en: 'Certain' },
  likely: { zh: '很可能', en: 'Likely' },
  possible: { zh: '可能', en: 'Possible' },
} as const satisfies Record<Strength, Label>
