import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { contract } from '../../../../engines/documents/contract.ts'
import { addressOf, call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { certainOf } from './AcceptCertainDialog.tsx'
import { useReview } from './review-context.ts'

type PaperActionsProps = { readonly onCertain: () => void; readonly onAccept: () => void }

/** What can be done with the paper as a whole. */
export function PaperActions({ onCertain, onAccept }: PaperActionsProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { paper, findings, desk, mayReview, mayAccept } = useReview()
  const [asking, setAsking] = useState<'retract' | 'remove' | null>(null)
  const params = { id: paper.id }
  const downloads = [
    { key: 'original', label: t({ zh: '下载原件', en: 'The original file' }), href: addressOf(contract.original, { params }) },
    { key: 'csv', label: t({ zh: '导出内容 CSV', en: 'Findings as CSV' }), href: addressOf(contract.exportFindings, { params, query: { format: 'csv' } }) },
    { key: 'xlsx', label: t({ zh: '导出内容 Excel', en: 'Findings as a spreadsheet' }), href: addressOf(contract.exportFindings, { params, query: { format: 'xlsx' } }) },
    { key: 'json', label: t({ zh: '读取结果 JSON', en: 'The reading as JSON' }), href: addressOf(contract.reading, { params }) },
  ]
  const retract = async (reason: string) => {
    const { removed } = await call(contract.retract, { params, body: { reason } })
    await desk.refresh()
    desk.tell({ zh: `已撤回：数值${removed.figures}、目标${removed.targets}、承诺事项${removed.commitments}已从台账撤出`, en: `Retracted: ${removed.figures} figures, ${removed.targets} targets and ${removed.commitments} commitments left the ledger` }, false)
  }
  const remove = async (reason: string) => {
    await call(contract.remove, { params, body: { reason } })
    void desk.refresh()
    await navigate('/imports')
  }
  const certain = certainOf(findings).length
  return (
    <>
      <Dropdown
        trigger={['click']}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- whoever opens the menu by keyboard is taken into it
        autoFocus
        getPopupContainer={trigger => trigger.parentElement ?? document.body}
        menu={{
          items: [
            ...downloads.map(({ key, label, href }) => ({ key, label: <a href={href} download>{label}</a> })),
            ...(mayAccept && paper.state === 'accepted' ? [{ type: 'divider' as const }, { key: 'retract', label: t({ zh: '撤回文件', en: 'Retract the paper' }), onClick: () => setAsking('retract') }] : []),
            ...(mayReview && paper.state === 'open' ? [{ type: 'divider' as const }, { key: 'remove', label: t({ zh: '删除这次导入', en: 'Delete this import' }), onClick: () => setAsking('remove') }] : []),
          ],
        }}
      >
        <Button aria-haspopup="menu">{t({ zh: '下载与更多', en: 'Files and more' })}</Button>
      </Dropdown>
      {mayReview && certain > 0 && <Button onClick={onCertain}>{t({ zh: '采纳全部确定项（{n}）', en: 'Accept all certain ({n})' }, { n: certain })} <kbd>A</kbd></Button>}
      {mayAccept && paper.state !== 'accepted' && <Button type="primary" onClick={onAccept}>{t({ zh: '采纳文件', en: 'Accept the paper' })}</Button>}
      <ConfirmWithReason
        open={asking === 'retract'} onClose={() => setAsking(null)} onConfirm={retract} atLeast={2}
        title={{ zh: '撤回文件', en: 'Retract the paper' }} act={{ zh: '撤回', en: 'Retract' }}
        consequence={t({ zh: '这份文件带入台账的数值、目标、承诺事项和名词将全部撤出，别的文件带入的不动。核对结果保留，可以修改后再次采纳。', en: 'Every figure, target, commitment and word that this paper brought leaves the ledger; what other papers brought stays. The review is kept, and the paper can be accepted again.' })}
      />
      <ConfirmWithReason
        open={asking === 'remove'} onClose={() => setAsking(null)} onConfirm={remove} atLeast={2}
        title={{ zh: '删除这次导入', en: 'Delete this import' }} act={{ zh: '删除', en: 'Delete' }}
        consequence={t({ zh: '原件、读出的内容和核对结果都将删除，不能恢复。台账不受影响：这份文件从未采纳过。', en: 'The original, what was read and its review are deleted for good. The ledger is not touched: this paper was never accepted.' })}
      />
    </>
  )
}
