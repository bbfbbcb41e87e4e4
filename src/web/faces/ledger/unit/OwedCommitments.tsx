import { Link } from 'react-router'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { lightLabels } from '../../../../kernel/light.ts'
import { dayText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'

/** Commitments with their due days, those the unit leads and those it helps with. */
export function OwedCommitments({ nodes, unit }: { readonly nodes: readonly CommitmentNode[]; readonly unit: string }) {
  const { language, t } = useLanguage()
  const part = (node: CommitmentNode) => t(node.leadUnit === unit ? { zh: '牵头', en: 'Lead' } : { zh: '配合', en: 'Helps' })
  const columns: readonly Column<CommitmentNode>[] = [
    { key: 'part', title: { zh: '分工', en: 'Part' }, value: part, sortable: true, width: 80 },
    { key: 'title', title: { zh: '承诺事项', en: 'Commitment' }, value: node => node.title, render: node => <Link lang="zh-CN" to={`/plan/${node.year}?item=${node.id}`}>{node.title}</Link>, width: 420 },
    { key: 'due', title: { zh: '期限', en: 'Due' }, value: node => node.dueOn, render: node => dayText(node.dueOn, language), sortable: true, width: 130 },
    { key: 'share', title: { zh: '完成', en: 'Done' }, value: node => node.share, render: node => (node.share === null ? noNumber : shareText(node.share, 1, 1)), numeric: true, width: 90 },
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: node => t(lightLabels[node.light]), render: node => <LightShape light={node.light} />, sortable: true, width: 120 },
  ]
  return <DataTable name="commitments" caption={{ zh: '牵头与配合的承诺事项', en: 'Commitments it leads or helps with' }} rows={nodes} columns={columns} keyOf={node => node.id} ownSheet={false} empty={<Empty title={{ zh: '没有承诺事项', en: 'No commitments' }} next={{ zh: '指定牵头或配合单位后列在这里。', en: 'They stand here once lead and co-units are named.' }} />} />
}
