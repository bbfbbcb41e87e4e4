import { type Label } from '../../../kernel/label.ts'
import { type Fund, type ProjectEventKind } from '../schema.ts'
import { type z } from 'zod'
import { type ContractKind } from '../works-schema.ts'

/** What happened to a project, in a word. */
export const toldWords: Readonly<Record<ProjectEventKind, Label>> = {
  made: { zh: '入库', en: 'taken in' },
  renamed: { zh: '更名', en: 'renamed' },
  described: { zh: '修改项目信息', en: 'details changed' },
  listed: { zh: '列入清单', en: 'put on a list' },
  unlisted: { zh: '移出清单', en: 'taken off a list' },
  phased: { zh: '转阶段', en: 'moved to a phase' },
  merged: { zh: '并入其他项目', en: 'merged into another' },
  absorbed: { zh: '并入了一个项目', en: 'took in another' },
  split: { zh: '拆分', en: 'divided' },
  'came-of': { zh: '由拆分而来', en: 'came of a division' },
  'nodes-planned': { zh: '排定节点', en: 'nodes planned' },
  'node-forecast': { zh: '预计节点时间', en: 'a node foreseen' },
  'node-reached': { zh: '节点完成', en: 'a node reached' },
  'node-reopened': { zh: '撤销节点完成', en: 'a node reopened' },
  'year-planned': { zh: '下达年度计划', en: 'a year planned' },
  'month-told': { zh: '报月度投资', en: 'a month told' },
  'month-approved': { zh: '月度投资审核通过', en: 'a month approved' },
  'month-returned': { zh: '月度投资退回', en: 'a month returned' },
  funded: { zh: '登记资金来源', en: 'a source of money told' },
  'light-overridden': { zh: '人工调灯', en: 'light overridden' },
  'override-ended': { zh: '取消人工调灯', en: 'override ended' },
  visited: { zh: '现场查看', en: 'visited' },
  ended: { zh: '退库', en: 'withdrawn' },
  'contract-signed': { zh: '登记合同', en: 'a contract told' },
  'contract-changed': { zh: '合同变更', en: 'a contract changed' },
  'contract-closed': { zh: '合同结算', en: 'a contract settled' },
  'contract-struck': { zh: '撤销合同登记', en: 'a contract struck off' },
  'land-planned': { zh: '核定征迁任务', en: 'land and demolition planned' },
  'land-told': { zh: '报征迁进度', en: 'land and demolition told' },
  'approval-applied': { zh: '申报审批', en: 'an approval applied for' },
  'approval-returned': { zh: '审批退回补正', en: 'an approval sent back' },
  'approval-granted': { zh: '审批通过', en: 'an approval granted' },
  'approval-not-needed': { zh: '审批不需办理', en: 'an approval not needed' },
  'approval-taken-back': { zh: '撤销审批登记', en: 'a step of an approval taken back' },
}

export const fundLabels: Readonly<Record<z.infer<typeof Fund>, Label>> = {
  budget: { zh: '财政预算', en: 'Budget' },
  'special-bond': { zh: '专项债券', en: 'Special bonds' },
  'treasury-bond': { zh: '超长期特别国债', en: 'Special treasury bonds' },
  enterprise: { zh: '企业自筹', en: 'Enterprise' },
  loan: { zh: '银行贷款', en: 'Loans' },
  other: { zh: '其他', en: 'Other' },
}

export const contractKindLabels: Readonly<Record<ContractKind, Label>> = {
  works: { zh: '施工', en: 'Works' },
  design: { zh: '勘察设计', en: 'Survey and design' },
  supervision: { zh: '监理', en: 'Site supervision' },
  supply: { zh: '设备材料采购', en: 'Supply' },
  other: { zh: '其他', en: 'Other' },
}

/** The words of each rule of a project's light, by the key that a verdict carries. */
export const projectRuleLabels = {
  'project-money': { zh: '投资完成与计划之差', en: 'Investment done against its plan' },
  'project-nodes': { zh: '逾期最久的节点', en: 'The node that is late the longest' },
  'project-blockers': { zh: '最久未解决的堵点', en: 'The blocker that is open the longest' },
  'project-worst': { zh: '投资、节点、堵点三项取最差', en: 'The worst of money, nodes and blockers' },
  'project-weighted': { zh: '投资、节点、堵点三项加权（绿0、黄1、红2）', en: 'Money, nodes and blockers weighed (green 0, yellow 1, red 2)' },
  'project-over': { zh: '已投产、并入其他项目或退库', en: 'In operation, merged or withdrawn' },
} as const satisfies Record<string, Label>

/** The words of what a project's light rests on, by the name that a verdict carries; nodes and blockers stand there under their own names. */
export const projectInputLabels = {
  'year-plan': { zh: '年度计划', en: "Year's plan" }, 'money-due': { zh: '应完成', en: 'Due' }, 'money-done': { zh: '已完成（经审核）', en: 'Done (approved)' }, lead: { zh: '超前或滞后', en: 'Lead' }, 'lag-bounds': { zh: '黄灯、红灯自滞后', en: 'Yellow and red from a lag of' }, 'months-untold': { zh: '没有经审核数据的月份', en: 'Months without approved figures' },
  nodes: { zh: '节点已完成', en: 'Nodes reached' }, 'node-bounds': { zh: '黄灯、红灯自逾期', en: 'Yellow and red from being late by' }, 'blockers-open': { zh: '未解决的堵点', en: 'Open blockers' }, 'blocker-bounds': { zh: '黄灯、红灯自未解决满', en: 'Yellow and red from being open for' },
  'weighed-money': { zh: '投资', en: 'Money' }, 'weighed-nodes': { zh: '节点', en: 'Nodes' }, 'weighed-blockers': { zh: '堵点', en: 'Blockers' }, 'weighed-mean': { zh: '加权平均', en: 'Weighed mean' }, 'mean-bounds': { zh: '黄灯、红灯自', en: 'Yellow and red from' },
} as const satisfies Record<string, Label>
