import { type Breach } from '../../../../server/audit/contract.ts'
import { type z } from 'zod'
import { type Label } from '../../../../kernel/label.ts'

const things: Readonly<Record<string, Label>> = {
  'case-type': { zh: '事项类型', en: 'Case type' },
  hook: { zh: '推送地址', en: 'Program to tell' },
  inbound: { zh: '平台转来事项', en: 'Matter of another platform' },
  'case-cluster': { zh: '反复事项', en: 'Repeated matter' },
  'case-template': { zh: '答复模板', en: 'Template of an answer' },
  case: { zh: '工单', en: 'Case' },
  thread: { zh: '脉络', en: 'Thread' },
  account: { zh: '账户', en: 'Account' },
  'access-review': { zh: '权限核查', en: 'Access review' },
  'routing-rule': { zh: '派遣规则', en: 'Routing rule' },
  commitment: { zh: '承诺事项', en: 'Commitment' },
  delegation: { zh: '委托', en: 'Delegation' },
  division: { zh: '目标分解', en: 'Division of a target' },
  district: { zh: '本区', en: 'District' },
  figure: { zh: '数值', en: 'Figure' },
  indicator: { zh: '指标', en: 'Indicator' },
  key: { zh: '接口密钥', en: 'Key' },
  jurisdiction: { zh: '管辖', en: 'Jurisdiction' },
  paper: { zh: '文件', en: 'Paper' },
  person: { zh: '人员', en: 'Person' },
  post: { zh: '岗位', en: 'Post' },
  publication: { zh: '公布', en: 'Publication' },
  session: { zh: '会话', en: 'Session' },
  target: { zh: '目标', en: 'Target' },
  unit: { zh: '单位', en: 'Unit' },
}

export function thingLabel(thing: string): Label {
  return things[thing] ?? { zh: thing, en: thing }
}

/** Kinds of things that the filter offers. */
export const thingNames = Object.keys(things)

/** Names of the particulars that entries carry. One that is not here is shown as it is written. */
const particulars: Readonly<Record<string, Label>> = {
  account: { zh: '用户名', en: 'User name' },
  area: { zh: '地域', en: 'Area' },
  brought: { zh: '带入台账', en: 'Brought' },
  code: { zh: '代码', en: 'Code' },
  fields: { zh: '字段', en: 'Fields' },
  finding: { zh: '内容编号', en: 'Finding' },
  findings: { zh: '条数', en: 'Findings' },
  format: { zh: '格式', en: 'Format' },
  from: { zh: '自', en: 'From' },
  into: { zh: '并入', en: 'Into' },
  kind: { zh: '类别', en: 'Kind' },
  lines: { zh: '项数', en: 'Promises' },
  leftOut: { zh: '略去', en: 'Left out' },
  digest: { zh: '内容散列', en: 'Hash of the content' },
  number: { zh: '期', en: 'Number' },
  year: { zh: '年度', en: 'Year' },
  matter: { zh: '事项', en: 'Matter' },
  named: { zh: '新指定', en: 'Named' },
  takenBack: { zh: '取消指定', en: 'Taken back' },
  verbs: { zh: '权限', en: 'Permissions' },
  name: { zh: '名称', en: 'Name' },
  on: { zh: '日期', en: 'Day' },
  parent: { zh: '上级', en: 'Superior' },
  person: { zh: '人员', en: 'Person' },
  post: { zh: '岗位', en: 'Post' },
  reason: { zh: '理由', en: 'Reason' },
  revoked: { zh: '退出的设备数', en: 'Devices signed out' },
  role: { zh: '权限', en: 'Role' },
  textHash: { zh: '正文散列', en: 'Hash of the text' },
  title: { zh: '标题', en: 'Title' },
  to: { zh: '受托人', en: 'To' },
  until: { zh: '至', en: 'Until' },
}

export function particularLabel(name: string): Label {
  return particulars[name] ?? { zh: name, en: name }
}

/** Page of the thing an entry is about, where it has one. */
export function pageOf(thing: string, id: string): string | null {
  if (thing === 'paper') return `/imports/${id}`
  if (thing === 'case') return `/cases/${id}`
  if (thing === 'publication') return `/publications/${id}`
  return thing === 'unit' ? `/organisation?unit=${id}` : null
}

/** What is wrong with the first broken entry of the chain. */
export const breaches = {
  'missing-link': { zh: '链上缺少这一环', en: 'this link of the chain is missing' },
  'missing-entry': { zh: '记录已被删除', en: 'the entry was removed' },
  changed: { zh: '记录内容被改动', en: 'the entry was changed' },
  'cut-off': { zh: '链尾被截断', en: 'the end of the chain was cut off' },
  'seal-differs': { zh: '封印与链不符', en: 'the seal differs from the chain' },
} as const satisfies Record<z.infer<typeof Breach>['what'], Label>
