import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { attachmentContract, type AttachmentView, MOST_ATTACHMENT_BYTES } from '../../../../../engines/cases/attachments/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { addressOf, call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { FileButton, pictures, useBring } from '../../../../parts/files/bring.tsx'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

/** Photographs and papers of the case. A photograph is never asked for. */
export function Attachments({ id, names }: { readonly id: Id; readonly names: Readonly<Record<string, string>> }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const asked = useQuery({ queryKey: ['case-attachments', id], queryFn: ({ signal }) => call(attachmentContract.attachments, { params: { id }, signal }) })
  const [leaving, setLeaving] = useState<AttachmentView | null>(null)
  const changed = () => queries.invalidateQueries({ queryKey: ['case-attachments', id] })
  const { bring, doing, error } = useBring(file => call(attachmentContract.attach, { params: { id }, file }), changed)
  if (asked.isError) return <Panel title={t({ zh: '照片和材料', en: 'Photographs and papers' })}><Failure error={asked.error} retry={() => void asked.refetch()} /></Panel>
  const { items = [], mayAttach = false } = asked.data ?? {}
  if (items.length === 0 && !mayAttach) return null
  return (
    <Panel
      title={t({ zh: '照片和材料', en: 'Photographs and papers' })}
      aside={mayAttach && <FileButton small accept={`${pictures},application/pdf`} loading={doing} onFiles={files => void bring(files)}>{t({ zh: '上传', en: 'Add' })}</FileButton>}
    >
      {items.length === 0 && <p className={style['small']}>{t({ zh: '没有附件。可传图片或PDF，每个{n}MB以内；照片的拍摄位置等信息会自动去除。', en: 'None yet. Pictures or PDF, up to {n} MB each; where a picture was taken is removed from it.' }, { n: MOST_ATTACHMENT_BYTES / 1_000_000 })}</p>}
      <ul className={style['files']}>{items.map(one => <File key={one.id} caseId={id} of={one} names={names} onWithdraw={() => setLeaving(one)} />)}</ul>
      {error !== null && <Failure error={error} />}
      <ConfirmWithReason open={leaving !== null} title={{ zh: '撤回附件', en: 'Withdraw the file' }} act={{ zh: '撤回', en: 'Withdraw' }} consequence={t({ zh: '文件内容将删除，不能恢复；撤回的记录保留。', en: 'The file itself is deleted for good; that it was there stays on record.' })} onClose={() => setLeaving(null)} onConfirm={async reason => {
        await call(attachmentContract.withdraw, { params: { id, attachment: leaving?.id ?? '' }, body: { reason: reason.slice(0, 200) } })
        await changed()
      }} />
    </Panel>
  )
}

function File({ caseId, of, names, onWithdraw }: { readonly caseId: Id; readonly of: AttachmentView; readonly names: Readonly<Record<string, string>>; readonly onWithdraw: () => void }) {
  const { language, t } = useLanguage()
  const address = addressOf(attachmentContract.attachment, { params: { id: caseId, attachment: of.id } })
  const by = of.by ? `${of.by.unit ? `${names[of.by.unit] ?? ''} ` : ''}${of.by.name}` : t({ zh: '反映人', en: 'Who asked' })
  return (
    <li className={of.withdrawn ? style['withdrawn'] : undefined}>
      {of.withdrawn
        ? <p><s lang="zh-CN">{of.name}</s> {t({ zh: '{by}于{at}撤回：', en: 'withdrawn by {by}, {at}: ' }, { by: of.withdrawn.by, at: instantText(of.withdrawn.at, language) })}<span lang="zh-CN">{of.withdrawn.reason}</span></p>
        : <a href={address} download>{of.mime.startsWith('image/') && <img src={address} alt="" loading="lazy" />}<span lang="zh-CN">{of.name}</span> <span className={style['small']}>{t({ zh: '{n}KB', en: '{n} KB' }, { n: Math.max(1, Math.round(of.size / 1000)) })}</span></a>}
      <p className={style['small']}><span lang="zh-CN">{by}</span> · {instantText(of.at, language)} {of.mayWithdraw && <Button className="unprinted" type="link" size="small" onClick={onWithdraw}>{t({ zh: '撤回', en: 'Withdraw' })}</Button>}</p>
    </li>
  )
}
