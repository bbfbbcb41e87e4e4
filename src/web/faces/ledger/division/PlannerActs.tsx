import { Button } from 'antd'
import { useState } from 'react'
import { contract, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { unsigned } from '../../../../engines/plan/domain/division.ts'
import { type Label } from '../../../../kernel/label.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import style from './division.module.css'

type Act = 'reopen' | 'enforce' | 'withdraw'

/** What a planner may do with an edition that lies before the units. */
export function PlannerActs({ edition }: { readonly edition: DivisionRow }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const [act, setAct] = useState<Act | null>(null)
  if (edition.state !== 'proposed') return null
  const missing = unsigned(edition).length, back = edition.objections.length
  const words: Readonly<Record<Act, { readonly title: Label; readonly consequence: Label; readonly act: Label }>> = {
    reopen: { title: { zh: '收回修改', en: 'Take it back to revise' }, consequence: { zh: '改完后重新下发；数没有变的单位不必再签。', en: 'Revise it and put it forward again; units whose number stays need not sign again.' }, act: { zh: '收回', en: 'Take back' } },
    enforce: { title: { zh: '签认未齐，先行生效', en: 'Put it in force unsigned' }, consequence: { zh: `还有${missing}个单位没有签认。生效后各单位即按分解数亮灯，理由随分解一并显示。`, en: `${missing} units have not signed. In force, each unit is judged by its part; the reason shows with it.` }, act: { zh: '生效', en: 'Put in force' } },
    withdraw: { title: { zh: '撤销这一版', en: 'Withdraw this edition' }, consequence: { zh: '这一版不再签认，已签的留在经过里。', en: 'It is signed no further; signatures stay in its history.' }, act: { zh: '撤销', en: 'Withdraw' } },
  }
  const doIt = async (reason: string) => {
    if (act === null) return
    await call(contract[act], { params: { id: edition.id }, body: { reason, version: edition.version } })
    await changed()
  }
  return (
    <div className={`${style['acts']} unprinted`}>
      <p>{t({ zh: '已签认{n}个，待签认{missing}个，退回{back}个。', en: '{n} signed, {missing} to go, {back} sent back.' }, { n: edition.signatures.length, missing: missing - back, back })}</p>
      <Button onClick={() => setAct('reopen')}>{t({ zh: '收回修改', en: 'Take back to revise' })}</Button>
      <Button onClick={() => setAct('enforce')}>{t({ zh: '说明理由后生效', en: 'Put in force with a reason' })}</Button>
      <Button onClick={() => setAct('withdraw')}>{t({ zh: '撤销', en: 'Withdraw' })}</Button>
      {act !== null && <ConfirmWithReason open title={words[act].title} consequence={t(words[act].consequence)} act={words[act].act} atLeast={2} onConfirm={doIt} onClose={() => setAct(null)} />}
    </div>
  )
}
