import { type HeldBack } from '../../../../engines/plan/domain/publication/publication.ts'
import { useLanguage } from '../../../language.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { heldBackKinds } from './publication-words.ts'

/** What the public does not see of the year, and why. */
export function HeldBackTable({ heldBack }: { readonly heldBack: readonly HeldBack[] }) {
  const { t } = useLanguage()
  const columns: readonly Column<HeldBack>[] = [
    { key: 'name', title: { zh: '事项', en: 'Promise' }, value: row => t(row.label), render: row => <b lang="zh-CN">{t(row.label)}</b>, sortable: true, width: 260 },
    { key: 'kind', title: { zh: '类别', en: 'Kind' }, value: row => t(heldBackKinds[row.kind]), sortable: true, width: 130 },
    { key: 'why', title: { zh: '为什么不公布', en: 'Why it is not shown' }, value: row => t(row.why), width: 440 },
  ]
  return <DataTable name="held-back" caption={{ zh: '不公布的内容', en: 'What is held back' }} rows={heldBack} columns={columns} keyOf={row => `${row.key} ${row.kind}`} empty={<Empty title={{ zh: '全部可以公布', en: 'Nothing is held back' }} next={{ zh: '没有保密、未审核或略去的内容。', en: 'Nothing is under embargo, unapproved or left out.' }} />} />
}
