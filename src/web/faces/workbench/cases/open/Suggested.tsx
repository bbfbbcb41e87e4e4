import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { urgencyOf } from '../../../../../engines/cases/domain/open.ts'
import { routingContract } from '../../../../../engines/cases/routing/contract.ts'
import { type CaseType } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Nearby } from '../routing/Nearby.tsx'
import { CategoryChoices, UnitChoices, UrgencyChoices } from '../routing/Suggestions.tsx'
import { type Draft, givenBy } from './open-draft.ts'
import style from './open.module.css'

/** Milliseconds after the last key before it is asked what the words say. */
const pause = 500

type SuggestedProps = { readonly draft: Draft; readonly type: CaseType; readonly set: (change: Partial<Draft>) => void; readonly mayDispatch: boolean }

/** While a case is written down: what its words say it is, who might have it and what they have in hand, and open cases that may be the same. The form works without. */
export function Suggested({ draft, type, set, mayDispatch }: SuggestedProps) {
  const { t } = useLanguage()
  const given = givenBy(draft, type).place
  const point = given?.point && Math.abs(given.point.lng) <= 180 && Math.abs(given.point.lat) <= 90 ? given.point : null
  const asked = useSettled({ type: type.key, title: draft.title.trim(), words: draft.words.trim(), ...(draft.category !== '' && { category: draft.category }), place: { ...given, point } })
  const said = draft.title.trim() !== '' || draft.words.trim() !== ''
  const { data } = useQuery({ queryKey: ['case-suggestion', 'new', asked], queryFn: ({ signal }) => call(routingContract.suggest, { body: asked, signal }), enabled: said })
  return (
    <div aria-live="polite" className={style['part']}>
      {said && data && (
        <section className={style['part']} aria-labelledby="open-suggested">
          <h2 id="open-suggested">{t({ zh: '按填写内容的建议', en: 'What the words suggest' })}</h2>
          {data.category.items[0]?.key !== draft.category && <CategoryChoices suggestion={data} current={draft.category} onChoose={category => set({ category, urgency: '' })} />}
          {draft.category !== '' && <UrgencyChoices suggestion={data} current={draft.urgency || urgencyOf(type, draft.category)} onChoose={urgency => set({ urgency })} />}
          {draft.category !== '' && <UnitChoices suggestion={data} current={draft.lead} onChoose={mayDispatch ? lead => set({ lead }) : undefined} />}
        </section>
      )}
      {point && <Nearby type={type.key} category={draft.category} point={point} />}
    </div>
  )
}

/** What something is once nobody has changed it for a moment. */
function useSettled<T extends object>(now: T): T {
  const text = JSON.stringify(now)
  const [settled, setSettled] = useState({ now, text })
  useEffect(() => {
    if (text === settled.text) return undefined
    const timer = setTimeout(() => setSettled({ now, text }), pause)
    return () => clearTimeout(timer)
  }, [now, text, settled.text])
  return settled.now
}
