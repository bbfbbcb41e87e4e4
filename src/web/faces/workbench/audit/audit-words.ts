import { type Breach } from '../../../../server/audit/contract.ts'
import { type z } from 'zod'
import { type Label } from '../../../../kernel/label.ts'

/** What was done, in words. A verb that is not here is shown as it is written in the trail. */
const verbs: Readonly<Record<string, Label>> = {
  'account.created': { zh: '开通账户', en: 'Account opened' },
  'account.password-reset': { zh: '重置密码', en: 'Password reset' },
  'account.password-changed': { zh: '修改密码', en: 'Password changed' },
  'account.provider-released': { zh: '解除统一认证绑定', en: 'Released from the identity provider' },
  'account.sign-in-failed': { zh: '登录失败', en: 'Sign-in failed' },
  'account.suspended': { zh: '暂停账户', en: 'Account suspended' },
  'account.suspension-lifted': { zh: '解除暂停', en: 'Suspension lifted' },
  'account.sessions-closed': { zh: '因离任、暂停或岗位结束退出登录', en: 'Signed out: left, suspended or without a post' },
  'account.second-factor-removed': { zh: '代为停用动态码', en: 'Codes stopped for a person' },
  'account.sessions-revoked': { zh: '令其退出登录', en: 'Signed out everywhere' },
  'account.signed-in': { zh: '登录', en: 'Signed in' },
  'account.signed-out': { zh: '退出', en: 'Signed out' },
  'account.unlocked': { zh: '解除锁定', en: 'Account unlocked' },
  'thread.linked': { zh: '确认为同一件事，连入脉络', en: 'Confirmed as the same and linked into a thread' },
  'thread.told-apart': { zh: '认定不是同一件事', en: 'Told apart' },
  'thread.reconsidered': { zh: '撤回“不是同一件事”', en: 'No longer told apart' },
  'thread.renamed': { zh: '修改脉络名称', en: 'Thread renamed' },
  'thread.unlinked': { zh: '从脉络移出', en: 'Taken out of a thread' },
  'thread.joined': { zh: '合并脉络', en: 'Threads joined' },
  'thread.mention-noted': { zh: '补记一处说法', en: 'A mention noted' },
  'commitment.made': { zh: '录入承诺事项', en: 'Commitment entered' },
  'commitment.changed': { zh: '修改承诺事项', en: 'Commitment changed' },
  'commitment.removed': { zh: '移除承诺事项', en: 'Commitment removed' },
  'division.drafted': { zh: '起草目标分解', en: 'Division drafted' },
  'division.revised': { zh: '修改目标分解', en: 'Division revised' },
  'division.proposed': { zh: '下发目标分解', en: 'Division put before the units' },
  'division.signed': { zh: '签认分解数', en: 'Part signed' },
  'division.returned': { zh: '退回分解数', en: 'Part sent back' },
  'division.reopened': { zh: '收回修改目标分解', en: 'Division taken back' },
  'division.enforced': { zh: '目标分解生效', en: 'Division put in force' },
  'division.superseded': { zh: '目标分解被新版取代', en: 'Division superseded' },
  'division.withdrawn': { zh: '撤销目标分解', en: 'Division withdrawn' },
  'delegation.withdrawn': { zh: '撤回委托', en: 'Delegation withdrawn' },
  'figure.entered': { zh: '填报数值', en: 'Figure entered' },
  'figure.corrected': { zh: '更正数值', en: 'Figure corrected' },
  'figure.submitted': { zh: '报送数值', en: 'Figure submitted' },
  'figure.approved': { zh: '审核数值', en: 'Figure approved' },
  'figure.published': { zh: '发布数值', en: 'Figure published' },
  'figure.returned': { zh: '退回数值', en: 'Figure returned' },
  'figures.imported': { zh: '导入数值', en: 'Figures imported' },
  'finding.accepted': { zh: '采纳一条内容', en: 'Finding accepted' },
  'finding.corrected': { zh: '更正一条内容', en: 'Finding corrected' },
  'finding.rejected': { zh: '剔除一条内容', en: 'Finding rejected' },
  'finding.reopened': { zh: '重开一条内容', en: 'Finding reopened' },
  'finding.matched': { zh: '选定指标', en: 'Indicator chosen' },
  'findings.accepted': { zh: '采纳全部确定项', en: 'All certain findings accepted' },
  'findings.undone': { zh: '撤销核对', en: 'Decisions taken back' },
  'form.made': { zh: '新建报表', en: 'Form made' },
  'form.changed': { zh: '报表改版', en: 'Form changed' },
  'form.stopped': { zh: '停用报表', en: 'Form stopped' },
  'form.resumed': { zh: '恢复报表', en: 'Form resumed' },
  'indicator.added': { zh: '新增指标', en: 'Indicator added' },
  'indicator.changed': { zh: '修改指标', en: 'Indicator changed' },
  'indicator.embargo-named': { zh: '指定公布前知悉岗位', en: 'Posts named for an embargo' },
  'indicator.merged': { zh: '合并指标', en: 'Indicators merged' },
  'jurisdiction.assigned': { zh: '划定管辖', en: 'Jurisdiction assigned' },
  'key.issued': { zh: '签发接口密钥', en: 'Key issued' },
  'key.collected': { zh: '领取接口密钥', en: 'Key collected' },
  'key.revoked': { zh: '吊销接口密钥', en: 'Key revoked' },
  'light.overridden': { zh: '人工调灯', en: 'Light overridden' },
  'light.override-withdrawn': { zh: '撤回人工调灯', en: 'Override withdrawn' },
  'light.seen': { zh: '看过亮灯变动', en: 'Saw a change of a light' },
  'light.answered': { zh: '回应亮灯变动', en: 'Answered for a light' },
  'lights.compared': { zh: '比对亮灯', en: 'Compared the lights' },
  'lights.gone-through': { zh: '逐月回算亮灯', en: 'Went through the lights month by month' },
  'publication.prepared': { zh: '编制公布内容并送批', en: 'Publication prepared' },
  'publication.approved': { zh: '批准公布', en: 'Publication approved' },
  'publication.returned': { zh: '退回公布内容', en: 'Publication returned' },
  'publication.taken-back': { zh: '收回公布内容', en: 'Publication taken back' },
  'publication.withdrawn': { zh: '撤回已公布的内容', en: 'Publication withdrawn' },
  'paper.accepted': { zh: '采纳文件', en: 'Paper accepted' },
  'paper.deleted': { zh: '删除导入', en: 'Import deleted' },
  'paper.imported': { zh: '导入文件', en: 'Paper imported' },
  'paper.imported-again': { zh: '再次导入同一文件', en: 'Same paper imported again' },
  'paper.mended': { zh: '修改表头', en: 'Front matter changed' },
  'paper.retracted': { zh: '撤回文件', en: 'Paper retracted' },
  'person.enrolled': { zh: '登记人员', en: 'Person enrolled' },
  'person.leaves': { zh: '安排离任', en: 'Leaving planned' },
  'person.stays': { zh: '撤回离任安排', en: 'Leaving taken back' },
  'person.left': { zh: '离任', en: 'Left' },
  'person.deactivated': { zh: '停用人员', en: 'Person deactivated' },
  'post.delegated': { zh: '委托岗位', en: 'Post delegated' },
  'post.ended': { zh: '免职', en: 'Post ended' },
  'post.given': { zh: '任职', en: 'Appointed' },
  'return.opened': { zh: '开表', en: 'Sheets opened' },
  'return.entered': { zh: '填写填报项', en: 'Cells entered' },
  'return.answered': { zh: '说明理由', en: 'Warning answered' },
  'return.brought': { zh: '整表填报', en: 'Whole sheet handed in' },
  'return.submitted': { zh: '报送', en: 'Sheet submitted' },
  'return.approved': { zh: '审核填报表', en: 'Sheet approved' },
  'return.accepted': { zh: '核收填报表', en: 'Sheet accepted' },
  'return.sent-back': { zh: '退回填报表', en: 'Sheet sent back' },
  'return.reopened': { zh: '重开填报项', en: 'Cells reopened' },
  'return.reminded': { zh: '提醒报送', en: 'Units reminded' },
  'register.seeded': { zh: '写入演示数据', en: 'Demonstration data written' },
  'target.promised': { zh: '录入目标', en: 'Target entered' },
  'target.restated': { zh: '调整目标', en: 'Target restated' },
  'unit.founded': { zh: '设立单位', en: 'Unit founded' },
  'unit.change-planned': { zh: '安排单位变更', en: 'Change of a unit planned' },
  'unit.change-withdrawn': { zh: '撤回单位变更安排', en: 'Planned change withdrawn' },
  'unit.change-failed': { zh: '单位变更未能生效', en: 'Planned change could not take effect' },
  'unit.renamed': { zh: '单位更名', en: 'Unit renamed' },
  'unit.moved': { zh: '单位改隶', en: 'Unit moved' },
  'unit.merged': { zh: '单位合并', en: 'Unit merged' },
  'unit.split': { zh: '单位拆分', en: 'Unit split' },
  'unit.dissolved': { zh: '单位撤销', en: 'Unit dissolved' },
}

export function verbLabel(verb: string): Label {
  return verbs[verb] ?? { zh: verb, en: verb }
}

const things: Readonly<Record<string, Label>> = {
  thread: { zh: '脉络', en: 'Thread' },
  account: { zh: '账户', en: 'Account' },
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
