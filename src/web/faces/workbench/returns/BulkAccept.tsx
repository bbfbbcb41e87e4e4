import { useState } from 'react'
import { contract, type SheetRowView } from '../../../../engines/returns/contract.ts'
import { call } from '../../../client.ts'
import { periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Problem } from '../../../problem.ts'
import { Confirm } from '../parts/Confirm.tsx'
import { useReturnsChange } from './use-sheets.ts'

/** Accepts several approved sheets one after another; what is refused is told and the rest goes on. */
export function BulkAccept({ open, sheets, onClose, onDone }: { readonly open: boolean; readonly sheets: readonly SheetRowView[]; readonly onClose: () => void; readonly onDone: () => void }) {
  const { language, t } = useLanguage()
  const changed = useReturnsChange()
  const [refused, setRefused] = useState<readonly { readonly id: string; readonly unit: string; readonly error: Problem }[]>([])
  const accept = async () => {
    const failed: { id: string; unit: string; error: Problem }[] = []
    for (const sheet of sheets) {
      try {
        await call(contract.accept, { params: { id: sheet.id }, body: { version: sheet.version } })
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        failed.push({ id: sheet.id, unit: sheet.unit.name, error })
      }
    }
    setRefused(failed)
    await changed()
    if (failed[0]) throw failed[0].error
    onDone()
  }
  return (
    <Confirm open={open} title={{ zh: '核收并锁定', en: 'Accept and lock' }} act={{ zh: '核收', en: 'Accept' }} onConfirm={accept} onClose={() => { setRefused([]); onClose() }}>
      <p>{t({ zh: '{n}张填报表核收后锁定，数据写入台账。', en: '{n} sheets will be locked and their figures written into the ledger.' }, { n: sheets.length })}</p>
      <ul>{sheets.slice(0, 12).map(sheet => <li key={sheet.id} lang="zh-CN">{sheet.unit.name} · {t(sheet.form.name)} · {periodText(sheet.period, language)}</li>)}</ul>
      {sheets.length > 12 && <p>{t({ zh: '等共{n}张', en: 'and more, {n} in all' }, { n: sheets.length })}</p>}
      {refused.length > 0 && <ul>{refused.map(one => <li key={one.id}><b lang="zh-CN">{one.unit}</b> {t(one.error.said)}</li>)}</ul>}
    </Confirm>
  )
}
