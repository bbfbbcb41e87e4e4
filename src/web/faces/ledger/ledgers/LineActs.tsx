import { Button } from 'antd'
import { Link } from 'react-router'
import { useState } from 'react'
import { contract } from '../../../../engines/plan/ledgers/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type LineAnswer } from './line-answer.ts'
import style from './ledgers.module.css'

/** What this person may do with a line. */
export function LineActs({ answer: { line, ledger, may } }: { readonly answer: LineAnswer }) {
  const { t } = useLanguage()
  const { may: mayAnywhere } = useSession()
  const { open } = useOpened('form')
  const { close } = useOpened('line')
  const changed = useLedgerChange()
  const [leaving, setLeaving] = useState(false)
  const plans = mayAnywhere('plan.edit')
  const takeOff = async (reason: string) => {
    await call(contract.takeOff, { params: { id: line.id }, body: { reason, version: line.version } })
    close()
    await changed()
  }
  if (!may.work && !may.propose && !may.decide && !plans) return null
  return (
    <p className={`${style['acts']} unprinted`}>
      {may.work && ledger.of.particulars.length > 0 && <Button type={may.propose || may.decide ? 'default' : 'primary'} onClick={() => open(`tell:${line.id}`)}>{t({ zh: '填报栏目', en: 'Tell the columns' })}</Button>}
      {may.work && <Button type={may.propose || may.decide || ledger.of.particulars.length > 0 ? 'default' : 'primary'} onClick={() => open(`evidence:${line.id}`)}>{t({ zh: '补充佐证', en: 'Add evidence' })}</Button>}
      {may.propose && <Button type="primary" onClick={() => open(`propose:${line.id}`)}>{t({ zh: '申请验收', en: 'Put forward for acceptance' })}</Button>}
      {may.decide && <Button type="primary" onClick={() => open(`decide:${line.id}`)}>{t({ zh: '验收', en: 'Decide on acceptance' })}</Button>}
      {plans && line.commitment && line.dueOn && <Link to={`/plan/${line.dueOn.slice(0, 4)}?item=${line.commitment}&form=edit:${line.commitment}`}>{t({ zh: '改牵头单位、时限', en: 'Lead and due day' })}</Link>}
      {plans && ledger.of.span === 'five-year' && line.path && <Button onClick={() => open(`path:${line.id}`)}>{t({ zh: '设定年度路径', en: 'Set the path' })}</Button>}
      {plans && <Button onClick={() => setLeaving(true)}>{t({ zh: '移出台账', en: 'Take off' })}</Button>}
      <ConfirmWithReason open={leaving} title={{ zh: '移出台账', en: 'Take off the ledger' }} act={{ zh: '移出', en: 'Take off' }} consequence={t({ zh: '事项本身仍在计划中，只是不再列入这本台账。', en: 'It stays in the plan and only leaves this ledger.' })} onConfirm={takeOff} onClose={() => setLeaving(false)} />
    </p>
  )
}
