import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract, type FindingMatch } from '../../../../engines/documents/contract.ts'
import { type AskedChoice, type Finding, type IndicatorChoice } from '../../../../engines/documents/domain/finding.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { IndicatorChooser } from './IndicatorChooser.tsx'
import { useReview } from './review-context.ts'
import style from './findings.module.css'
import { findingsKey, putFindings } from './use-paper.ts'

/** Which entry of the register a fact will be entered under, why, and what happens if nobody chooses. */
export function MatchPanel({ finding }: { readonly finding: Finding }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const { paper, matches, mayReview, desk } = useReview()
  const [opened, setOpened] = useState<boolean | null>(null)
  const [error, setError] = useState<unknown>(null)
  const match = matches?.get(finding.id)
  if (!match) return null
  const choosing = mayReview && (opened ?? match.match === 'suggested')

  const choose = async (choice: AskedChoice | null, sameName: boolean) => {
    setError(null)
    try {
      const { finding: now, chosen } = await call(contract.chooseIndicator, { params: { id: paper.id, finding: finding.id }, body: { version: finding.version, choice, sameName } })
      if (chosen > 1) await queries.invalidateQueries({ queryKey: findingsKey(paper.id) })
      else putFindings(queries, paper.id, [now])
      await queries.invalidateQueries({ queryKey: ['matches', paper.id] })
      setOpened(false)
      desk.tell(choice === null ? { zh: '已取消选定的指标', en: 'The choice of indicator is cleared' } : { zh: `已选定指标，共${chosen}条`, en: `Indicator chosen for ${chosen}` }, true)
    } catch (failure) {
      setError(failure)
    }
  }
  return (
    <section className={style['match']} data-match aria-label={t({ zh: '对应的指标', en: 'Indicator' })}>
      <p>
        <span className={style['match-what']}>{t(heads[match.match])}</span>
        <span>{t(saidOf(match))}</span>
        {mayReview && !choosing && <Button type="link" size="small" onClick={() => setOpened(true)}>{t({ zh: '改选', en: 'Change' })}</Button>}
        {mayReview && match.choice !== null && <Button type="link" size="small" onClick={() => void choose(null, false)}>{t({ zh: '取消选定', en: 'Clear' })}</Button>}
      </p>
      {error !== null && <Failure error={error} />}
      {choosing && <IndicatorChooser match={match} onChoose={choose} {...(match.match !== 'suggested' && { onClose: () => setOpened(false) })} />}
    </section>
  )
}

const heads = {
  chosen: { zh: '已选定指标', en: 'Indicator, as chosen' },
  certain: { zh: '对应指标', en: 'Indicator' },
  suggested: { zh: '名称相近，请选定指标', en: 'Near names: which indicator is it?' },
  none: { zh: '台账中没有这项指标', en: 'Not in the register' },
} as const satisfies Record<FindingMatch['match'], Label>

function saidOf(match: FindingMatch): Label {
  if (match.choice) return choiceText(match.choice)
  const [first] = match.candidates
  if (match.match === 'certain' && first) return { zh: `${first.name.zh}（${first.code}）· ${first.why.zh}`, en: `${first.name.en} (${first.code}) · ${first.why.en}` }
  const otherwise = choiceText(match.otherwise)
  return { zh: `如不选定，采纳时${otherwise.zh}`, en: `If nobody chooses: ${otherwise.en}` }
}

function choiceText(choice: IndicatorChoice): Label {
  switch (choice.kind) {
    case 'existing': return { zh: `${choice.name}（${choice.code}）`, en: `${choice.name} (${choice.code})` }
    case 'new': return { zh: `新设“${choice.name}”（${choice.code}，${choice.unit}）`, en: `new entry “${choice.name}” (${choice.code}, ${choice.unit})` }
    case 'fact-only': return { zh: '仅留作事实，不入台账', en: 'kept as a fact, not in the ledger' }
  }
}
