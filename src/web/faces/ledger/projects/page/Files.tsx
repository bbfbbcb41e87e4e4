import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { fileContract, FileKind, type ProjectFile } from '../../../../../engines/projects/files/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { addressOf, call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { FileButton, pictures, useBring } from '../../../../parts/files/bring.tsx'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'

const kinds: Readonly<Record<FileKind, Label>> = {
  plan: { zh: '方案', en: 'Plan' }, approval: { zh: '批复', en: 'Approval' }, contract: { zh: '合同', en: 'Contract' }, minutes: { zh: '会议纪要', en: 'Minutes' }, photo: { zh: '照片', en: 'Photograph' }, other: { zh: '其他', en: 'Other' },
}
const papers = '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.webp'

export function useFiles(id: Id) {
  return useQuery({ queryKey: ['projects', 'files', id], queryFn: ({ signal }) => call(fileContract.files, { params: { id }, signal }) })
}

/** Documents and photographs of the project; those of a visit stand with it too. */
export function Files({ view: { id } }: { readonly view: ProjectView }) {
  const { t } = useLanguage()
  const queries = useQueryClient()
  const asked = useFiles(id)
  const [kind, setKind] = useState<FileKind>('plan'), [leaving, setLeaving] = useState<ProjectFile | null>(null)
  if (asked.isError) return <Panel title={t({ zh: '文件', en: 'Documents' })}><Failure error={asked.error} retry={() => void asked.refetch()} /></Panel>
  const { items = [], mayBring = false } = asked.data ?? {}
  return (
    <Panel title={t({ zh: '文件', en: 'Documents' })}>
      {items.length === 0 && <p className={style['small']}>{t({ zh: '还没有文件。方案、批复、合同、纪要和照片可以传到这里：PDF、Word、Excel或图片，每个5MB以内；照片的拍摄位置等信息会自动去除。', en: 'None yet. Plans, approvals, contracts, minutes and photographs may be kept here: PDF, Word, Excel or pictures, up to 5 MB each; where a photograph was taken is removed from it.' })}</p>}
      {mayBring && (
        <p className={`${style['bring']} unprinted`}>
          <Select<FileKind> aria-label={t({ zh: '文件种类', en: 'Kind of file' })} value={kind} onChange={setKind} style={{ width: 130 }} options={FileKind.options.map(value => ({ value, label: t(kinds[value]) }))} />
          <Bring id={id} kind={kind} visit={null}>{t({ zh: '上传文件', en: 'Add a file' })}</Bring>
        </p>
      )}
      <ul className={style['steps']}>{items.map(one => <li key={one.id}><OneFile project={id} of={one} onWithdraw={() => setLeaving(one)} /></li>)}</ul>
      <ConfirmWithReason open={leaving !== null} title={{ zh: '撤回文件', en: 'Withdraw the file' }} act={{ zh: '撤回', en: 'Withdraw' }} consequence={t({ zh: '文件内容将删除，不能恢复；撤回的记录保留。', en: 'What it holds is deleted for good; that it was there stays on file.' })} onClose={() => setLeaving(null)} onConfirm={async reason => {
        await call(fileContract.withdrawFile, { params: { id, file: leaving?.id ?? '' }, body: { reason: reason.slice(0, 200) } })
        await queries.invalidateQueries({ queryKey: ['projects', 'files', id] })
      }} />
    </Panel>
  )
}

/** A button that takes files from this machine, or from the camera of a telephone; a photograph is never asked for. */
export function Bring({ id, kind, visit, children }: { readonly id: Id; readonly kind: FileKind; readonly visit: number | null; readonly children: string }) {
  const queries = useQueryClient()
  const { bring, doing, error } = useBring(
    file => call(fileContract.bring, { params: { id }, query: { kind, ...(visit !== null && { visit }) }, file }),
    () => queries.invalidateQueries({ queryKey: ['projects', 'files', id] }),
  )
  return (
    <>
      <FileButton small accept={kind === 'photo' ? pictures : papers} loading={doing} onFiles={files => void bring(files)}>{children}</FileButton>
      {error !== null && <Failure error={error} />}
    </>
  )
}

export function OneFile({ project, of, onWithdraw }: { readonly project: Id; readonly of: ProjectFile; readonly onWithdraw?: () => void }) {
  const { language, t } = useLanguage()
  const address = addressOf(fileContract.projectFile, { params: { id: project, file: of.id } })
  return (
    <>
      {of.withdrawn
        ? <p><s lang="zh-CN">{of.name}</s> {t({ zh: '{by}于{at}撤回：', en: 'withdrawn by {by}, {at}: ' }, { by: of.withdrawn.by, at: instantText(of.withdrawn.at, language) })}<span lang="zh-CN">{of.withdrawn.reason}</span></p>
        : <a className={style['file']} href={address} download>{of.mime.startsWith('image/') && <img className={style['thumb']} src={address} alt="" loading="lazy" />}<span lang="zh-CN">{of.name}</span></a>}
      <p className={style['small']}>{t(kinds[of.kind])} · <span lang="zh-CN">{of.by}</span> · {instantText(of.at, language)} {onWithdraw && of.mayWithdraw && <Button className="unprinted" type="link" size="small" onClick={onWithdraw}>{t({ zh: '撤回', en: 'Withdraw' })}<span className="unseen"> {of.name}</span></Button>}</p>
    </>
  )
}
