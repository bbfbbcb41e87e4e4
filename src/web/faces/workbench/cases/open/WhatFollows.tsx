import { limitOf } from '../../../../../engines/cases/domain/clocks.ts'
import { answersFor } from '../../../../../engines/cases/domain/open.ts'
import { limitWords } from '../../../../../engines/cases/domain/words.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import style from './open.module.css'

const levels = { street: { zh: '所在街道', en: 'the street of the place' }, community: { zh: '所在社区', en: 'the community of the place' }, grid: { zh: '所在网格', en: 'the grid of the place' } } as const satisfies Record<string, Label>

/** Who answers for a category, and within which limits, as the type says. */
export function WhatFollows({ type, category, urgency }: { readonly type: CaseType; readonly category: string; readonly urgency: string }) {
  const { t } = useLanguage()
  const unit = answersFor(type, category)
  const limits = type.clocks.flatMap(clock => { const limit = limitOf(type, clock, category, urgency); return limit ? [t({ zh: '{clock}{limit}', en: '{clock} {limit}' }, { clock: t(clock.name), limit: t(limitWords(limit)) })] : [] })
  return (
    <p className={style['told']}>
      {unit && 'placeLevel' in unit && t({ zh: '由{unit}答复。', en: 'Answered by {unit}. ' }, { unit: t(levels[unit.placeLevel]) })}
      {unit && 'department' in unit && t({ zh: '由主管部门答复。', en: 'Answered by the department in charge. ' })}
      {limits.length > 0 && t({ zh: '时限：{limits}。', en: 'Limits: {limits}.' }, { limits: limits.join(t({ zh: '，', en: ', ' })) })}
    </p>
  )
}
