import { Select } from 'antd'
import { useState } from 'react'
import { benchmarkContract, type BenchmarkPage } from '../../../../../engines/indicators/benchmark-contract.ts'
import { type IndicatorRow } from '../../../../../engines/indicators/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { useLedgerChange } from '../../../../parts/plan/ledger-queries.ts'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { FormSheet } from '../../../../ui/FormSheet.tsx'
import { PublishedForm } from './PublishedForm.tsx'

type FormsProps = { readonly indicator: IndicatorRow; readonly page: BenchmarkPage }

/** The form that the address names: `peer`, `claim`, `benchmark`, `withdraw-peer:ID`, `withdraw-claim:ID`. */
export function BenchmarkForms({ indicator, page }: FormsProps) {
  const { t } = useLanguage()
  const { what, close } = useOpened('form')
  const changed = useLedgerChange()
  const [kind, id] = what.split(':')
  const consequence = <p>{t({ zh: '撤回后不再参与比较，原数、来源和理由都保留。', en: 'It no longer counts; the words, their source and your reason stay.' })}</p>
  switch (kind) {
    case 'peer':
    case 'claim': return <PublishedForm key={kind} kind={kind} indicator={indicator} page={page} onClose={close} />
    case 'benchmark': return <ChooseBenchmark key={page.benchmark} indicator={indicator} page={page} />
    case 'withdraw-peer': {
      const peer = page.peers.find(one => one.id === id && !one.withdrawn)
      const withdraw = async (reason: string) => { if (peer) await call(benchmarkContract.withdrawPeer, { params: { id: peer.id }, body: { reason, version: peer.version } }); await changed() }
      return peer ? <ConfirmWithReason open title={{ zh: `撤回${peer.name}的数`, en: `Withdraw the figure of ${peer.name}` }} consequence={consequence} act={{ zh: '撤回', en: 'Withdraw' }} onConfirm={withdraw} onClose={close} /> : null
    }
    case 'withdraw-claim': {
      const claim = page.claims.find(one => one.entered?.id === id)?.entered
      const withdraw = async (reason: string) => { if (claim) await call(benchmarkContract.withdrawClaim, { params: { id: claim.id }, body: { reason, version: claim.version } }); await changed() }
      return claim && !claim.withdrawn ? <ConfirmWithReason open title={{ zh: '撤回位次说法', en: 'Withdraw the claimed place' }} consequence={consequence} act={{ zh: '撤回', en: 'Withdraw' }} onConfirm={withdraw} onClose={close} /> : null
    }
    default: return null
  }
}

function ChooseBenchmark({ indicator, page }: FormsProps) {
  const { t } = useLanguage()
  const { close } = useOpened('form')
  const changed = useLedgerChange()
  const [code, setCode] = useState(page.benchmark ?? '')
  const save = async () => {
    await call(benchmarkContract.chooseBenchmark, { params: { id: indicator.id }, body: { code: code === '' ? null : code, was: page.benchmark } })
    close()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '选定对标区', en: 'Choose whom to measure against' }} act={{ zh: '保存', en: 'Save' }} ready={code !== (page.benchmark ?? '')} onSubmit={save} onClose={close} onReload={() => void changed()}>
      <Field label={{ zh: '对标区', en: 'District' }} hint={{ zh: '从已录入数值的区里选；选后图上注明，并写出与它的差距。', en: 'One of those on file; it is marked in the chart and the distance to it is told.' }}>
        {tied => <Select<string> id={tied.id} aria-describedby={tied['aria-describedby']} value={code} onChange={setCode} options={[{ value: '', label: t({ zh: '不选', en: 'None' }) }, ...page.districts.map(one => ({ value: one.code, label: `${one.name} ${one.code}` }))]} />}
      </Field>
    </FormSheet>
  )
}
