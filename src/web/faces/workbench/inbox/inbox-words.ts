import { type Label, type Language } from '../../../../kernel/label.ts'
import { Day } from '../../../../kernel/time.ts'
import { type InboxItem } from '../../../../server/views/contract.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'

export const inboxKinds = {
  cases: { zh: '办理工单', en: 'Cases' },
  review: { zh: '核对文件', en: 'Review a paper' },
  accept: { zh: '采纳文件', en: 'Accept a paper' },
  'front-matter': { zh: '补填表头', en: 'Fill in front matter' },
  publish: { zh: '批准公布', en: 'Approve a publication' },
  approve: { zh: '审核数值', en: 'Approve figures' },
  sign: { zh: '签认分解数', en: 'Sign a part' },
  divide: { zh: '目标分解', en: 'Division of a target' },
  acceptance: { zh: '验收', en: 'Acceptance' },
  overdue: { zh: '逾期事项', en: 'Overdue' },
  light: { zh: '回应亮灯', en: 'Answer for a light' },
  'return-fill': { zh: '填报', en: 'Fill a sheet' },
  'return-approve': { zh: '审核填报表', en: 'Approve a sheet' },
  'return-accept': { zh: '核收填报表', en: 'Accept sheets' },
  doubt: { zh: '疑点销号', en: 'Settle doubts' },
  'access-review': { zh: '权限核查', en: 'Access review' },
  'project-approve': { zh: '审核项目投资', en: 'Approve investment' },
  feedback: { zh: '签收月反馈', en: 'Acknowledge feedback' },
  'feedback-late': { zh: '反馈未签收', en: 'Feedback not acknowledged' },
  sprint: { zh: '填报攻坚行动', en: 'Tell a round' },
  'approval-late': { zh: '审批超期', en: 'Approval over its limit' },
  'force-ending': { zh: '专班到期', en: 'A task force ends' },
  'force-late': { zh: '专班措施逾期', en: 'Late measures' },
  'project-returned': { zh: '重报项目投资', en: 'Tell investment anew' },
} as const satisfies Record<InboxItem['kind'], Label>

/** A day or an instant, whichever is known. */
export function sinceText(since: string | null, language: Language): string {
  if (since === null) return noNumber
  return Day.safeParse(since).success ? dayText(since, language) : instantText(since, language)
}
