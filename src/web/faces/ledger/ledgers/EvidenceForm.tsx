import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { contract, type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { evidenceEndings, MOST_EVIDENCE_BYTES } from '../../../../engines/plan/domain/ledger/evidence-file.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { today } from '../../../today.ts'
import { useDraft } from '../../../ui/draft.ts'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import style from './ledgers.module.css'

/** Adds evidence: a document number or a file, from a desk or a phone. A photo is never asked for. */
export function EvidenceForm({ line, onClose }: { readonly line: LineRow; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const day = today()
  const first = useMemo(() => ({ what: '', number: '', on: day, note: '' }), [day])
  const { fields, set, forget } = useDraft(`evidence-${line.id}`, first)
  const [file, setFile] = useState<File | null>(null)
  const large = file !== null && file.size > MOST_EVIDENCE_BYTES
  const ready = fields.what.trim().length >= 2 && fields.on !== '' && (fields.number.trim() !== '' || file !== null) && !large

  const save = async () => {
    await call(contract.addEvidence, { params: { id: line.id }, body: { what: fields.what.trim(), number: fields.number.trim(), on: fields.on, note: fields.note.trim() }, ...(file && { file }) })
    forget()
    onClose()
    await changed()
  }
  return (
    <FormSheet open title={{ zh: '补充佐证材料', en: 'Add evidence' }} act={{ zh: '提交', en: 'Add' }} ready={ready} onSubmit={save} onClose={onClose}>
      <p lang="zh-CN"><b>{line.title}</b></p>
      <Field label={{ zh: '证明什么', en: 'What it shows' }} hint={{ zh: '如：262台竣工备案汇总', en: 'Such as: certificates of 262 lifts' }}>
        {tied => <Input {...tied} maxLength={300} value={fields.what} onChange={event => set({ what: event.target.value })} />}
      </Field>
      <Field label={{ zh: '文号或编号', en: 'Document number' }} hint={{ zh: '文号和文件至少有一样', en: 'A number or a file, or both' }}>
        {tied => <Input {...tied} maxLength={100} value={fields.number} onChange={event => set({ number: event.target.value })} />}
      </Field>
      <Field label={{ zh: '文件（可不传）', en: 'File (may be left out)' }} hint={{ zh: 'PDF、Word、Excel 或图片，5MB以内；照片不是必须的', en: 'PDF, Word, Excel or a picture, up to 5 MB; a photo is not required' }} fault={large ? { zh: '文件超过5MB，请压缩、截取有关页面，或只填文号', en: 'More than 5 MB: compress it, take the pages that matter, or give the number alone' } : null}>
        {tied => <input id={tied.id} aria-describedby={tied['aria-describedby']} type="file" accept={evidenceEndings.join(',')} onChange={event => setFile(event.target.files?.[0] ?? null)} />}
      </Field>
      {file && <p className={style['small']}>{file.name}</p>}
      <Field label={{ zh: '日期', en: 'Day' }}>
        {tied => <Input {...tied} type="date" max={day} value={fields.on} onChange={event => set({ on: event.target.value })} />}
      </Field>
      <Field label={{ zh: '说明（可不填）', en: 'Note (may be left empty)' }}>
        {tied => <Input.TextArea {...tied} rows={3} maxLength={1000} value={fields.note} onChange={event => set({ note: event.target.value.replaceAll('\n', ' ') })} />}
      </Field>
      <p className={style['small']}>{t({ zh: '请勿上传身份证、病历等个人资料；确需留存的，填文号即可。', en: 'No identity cards or medical records, please; where such a paper must be kept, its number is enough.' })}</p>
    </FormSheet>
  )
}
