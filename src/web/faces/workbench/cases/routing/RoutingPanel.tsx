import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { type MoveKind } from '../../../../../engines/cases/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { Refused } from '../../../../ui/Refused.tsx'
import style from './routing.module.css'
import { CategoryChoices, UnitChoices, UrgencyChoices } from './Suggestions.tsx'
import { useAssign, useSuggestion } from './use-routing.ts'

type RoutingPanelProps = {
  readonly id: Id
  /** Number of the last event that the page shows. */
  readonly seq: number
  readonly category: string
  readonly urgency: string
  /** What this person may do with it now. */
  readonly moves: readonly string[]
  readonly onAssigned?: () => void
  /** Reads the case anew, where somebody acted in between. */
  readonly refetch: () => void
}

/** Before a case is filed or dispatched: what its words say it is, which units may have it and what they have in hand, and one button that gives it to the one with the least. */
export function RoutingPanel(props: RoutingPanelProps) {
  const before: readonly MoveKind[] = ['filed', 'dispatched']
  return before.some(move => props.moves.includes(move)) ? <Suggested {...props} /> : null
}

function Suggested({ id, seq, category, urgency, moves, onAssigned, refetch }: RoutingPanelProps) {
  const { t } = useLanguage()
  const { data } = useSuggestion({ id, seq })
  const assign = useAssign({ id, seq })
  const move = useOpened('move')
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  if (!data) return null
  const unit = data.chosen?.candidates.find(one => one.unit.id === data.chosen?.leastLoaded)?.unit
  const mayAssign = moves.includes('dispatched')
  const differs = data.category.items[0]?.key !== category
  const mended = differs || (data.urgency.sure && data.urgency.items[0]?.key !== urgency)
  const [rule] = data.chosen?.rules ?? []
  const run = () => {
    setBusy(true)
    setError(null)
    assign('unit').then(onAssigned, setError).finally(() => setBusy(false))
  }
  return (
    <Panel title={t(mayAssign ? { zh: '派遣建议', en: 'Where it might go' } : { zh: '受理前的建议', en: 'Before it is filed' })} aside={<Link to={rule === undefined ? '/cases/routing-rules' : `/cases/routing-rules?rule=${rule}`}>{t(rule === undefined ? { zh: '派遣规则', en: 'Routing rules' } : { zh: '所依据的规则', en: 'The rule behind it' })}</Link>}>
      {differs && <CategoryChoices suggestion={data} current={category} />}
      <UrgencyChoices suggestion={data} current={urgency} />
      {mended && moves.includes('amended') && <p className={style['act']}><Button size="small" onClick={() => move.open('amended')}>{t({ zh: '更正类别或紧急程度', en: 'Correct category or urgency' })}</Button></p>}
      <UnitChoices suggestion={data} current="" />
      {!unit && data.chosen && <p className={style['why']}>{t({ zh: '按规则和地点还不能确定单位。可在“更正”中补充地点，或直接派遣。', en: 'Neither rules nor the place tell the unit. Add the place by correcting the case, or dispatch it by hand.' })}</p>}
      {unit && mayAssign && <p className={style['act']}><Button loading={busy} onClick={run}>{t({ zh: '直接派给{unit}', en: 'Dispatch to {unit}' }, { unit: unit.name })}</Button></p>}
      {error !== null && <Refused error={error} onReload={() => { setError(null); refetch() }} />}
    </Panel>
  )
}
