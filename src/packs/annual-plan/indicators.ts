import { flow, rate } from '../indicator.ts'
import { type PackIndicator } from '../pack.ts'

/** How the government answers to those who set the plan. */
export const indicators: readonly PackIndicator[] = [
  flow('PROPOSALS', '议案建议和提案', "Deputies' and members' proposals", '件', { frequency: 'half-year', ownerUnit: 'government-office',
    aliases: ['各级人大代表议案建议和政协委员提案', '人大代表议案建议和政协提案', '各级人大代表议案建议和政协提案', '办理各级人大代表议案建议和政协提案'],
    not: ['议案建议和提案办理进度', '议案建议和提案满意率'] }),
  rate('PROPOSALS-PROGRESS', '议案建议和提案办理进度', 'Proposals handled', '%', { frequency: 'half-year', ownerUnit: 'government-office',
    aliases: ['各级人大代表议案建议和政协委员提案办理进度'], not: ['议案建议和提案'] }),
  rate('PROPOSALS-SATISFACTION', '议案建议和提案满意率', 'Satisfaction with the handling of proposals', '%', { frequency: 'year', ownerUnit: 'government-office', not: ['议案建议和提案'] }),
  flow('AUDITS', '审计项目', 'Audits completed', '个', { frequency: 'year', ownerUnit: 'audit', aliases: ['完成审计项目'] }),
]
