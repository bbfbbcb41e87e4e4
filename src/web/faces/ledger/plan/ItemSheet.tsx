import { Drawer } from 'antd'
import { type CommitmentNode, type PlanYear } from '../../../../engines/plan/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { CommitmentDetail } from './CommitmentDetail.tsx'
import { TargetDetail } from './TargetDetail.tsx'

/** What the address names (`?item=…`) at the side of the plan: a target, or a commitment with its history. */
export function ItemSheet({ plan, nodes }: { readonly plan: PlanYear; readonly nodes: readonly CommitmentNode[] }) {
  const { t } = useLanguage()
  const { what: item, close } = useOpened('item')
  const target = plan.lines.find(line => line.id === item && line.kind === 'target')
  return (
    <Drawer open={item !== ''} onClose={close} title={t(target ? { zh: '目标', en: 'Target' } : { zh: '承诺事项', en: 'Commitment' })} size="min(600px, 100vw)" destroyOnHidden>
      {item !== '' && (target ? <TargetDetail line={target} /> : <CommitmentDetail key={item} id={item} nodes={nodes} />)}
    </Drawer>
  )
}
