import { type Verb } from '../../engines/org/domain/permission.ts'
import { type Label } from '../../kernel/label.ts'

/** A place in the navigation. `verb` is what one must be allowed in order to see it; null for everyone. */
export type Place = { readonly to: string; readonly label: Label; readonly verb: Verb | null }
export type Face = { readonly label: Label | null; readonly places: readonly Place[] }

/** By face and task, not by module. The first place a person may see is where they begin. */
const faces: readonly Face[] = [
  {
    label: { zh: '驾驶舱', en: 'Cockpit' },
    places: [
      { to: '/', label: { zh: '需要您关注和今年', en: 'Needs you, and the year' }, verb: 'plan.read' },
      { to: '/dispatch', label: { zh: '日监测与调度会', en: 'Daily watch and dispatch' }, verb: 'dispatch.read' },
      { to: '/notices', label: { zh: '督办单', en: 'Supervision notices' }, verb: 'case.read' },
      { to: '/feedback', label: { zh: '月反馈', en: 'Monthly feedback' }, verb: 'dispatch.read' },
      { to: '/sprints', label: { zh: '攻坚行动', en: 'Sprints' }, verb: 'dispatch.read' },
      { to: '/cases/board', label: { zh: '工单运行看板', en: 'Cases as they stand' }, verb: 'case.read' },
      { to: '/cases/clusters', label: { zh: '反复出现的事项', en: 'What comes again' }, verb: 'case.read' },
    ],
  },
  { label: { zh: '年度计划', en: 'Plan' }, places: [{ to: '/plan', label: { zh: '目标与承诺事项', en: 'Targets and commitments' }, verb: 'plan.read' }, { to: '/ledgers', label: { zh: '台账', en: 'Ledgers' }, verb: 'plan.read' }, { to: '/projects', label: { zh: '重点项目', en: 'Key projects' }, verb: 'plan.read' }, { to: '/task-forces', label: { zh: '专班', en: 'Task forces' }, verb: 'plan.read' }, { to: '/lights', label: { zh: '亮灯变动', en: 'Changes of lights' }, verb: 'plan.read' }, { to: '/threads', label: { zh: '承诺脉络', en: 'Promises across years' }, verb: 'plan.read' }] },
  {
    label: { zh: '工作台', en: 'Workbench' },
    places: [
      { to: '/inbox', label: { zh: '收件箱', en: 'Inbox' }, verb: null },
      { to: '/owes', label: { zh: '我单位应办', en: 'What my unit owes' }, verb: 'case.read' },
      { to: '/cases', label: { zh: '工单', en: 'Cases' }, verb: 'case.read' },
      { to: '/returns', label: { zh: '报送', en: 'Returns' }, verb: 'figure.unpublished' },
      { to: '/imports', label: { zh: '文件导入与核对', en: 'Imports and review' }, verb: 'import.read' },
      { to: '/cases/patrol', label: { zh: '巡查上报', en: 'Patrol' }, verb: 'case.open' },
      { to: '/cases/transfer', label: { zh: '工单导入', en: 'Import of cases' }, verb: 'case.open' },
      { to: '/cases/routing-rules', label: { zh: '派遣规则', en: 'Routing rules' }, verb: 'case.route' },
      { to: '/cases/directories', label: { zh: '名录', en: 'Directories' }, verb: 'case.read' },
      { to: '/cases/templates', label: { zh: '答复模板', en: 'Templates of answers' }, verb: 'case.read' },
      { to: '/doubts', label: { zh: '疑点', en: 'Doubts' }, verb: 'plan.read' },
      { to: '/register', label: { zh: '指标台账', en: 'Indicator register' }, verb: 'plan.read' },
      { to: '/publications', label: { zh: '公布', en: 'Publications' }, verb: 'publication.read' },
    ],
  },
  {
    label: { zh: '本区', en: 'The district' },
    places: [
      { to: '/organisation', label: { zh: '组织机构', en: 'Organisation' }, verb: 'org.read' },
      { to: '/accounts', label: { zh: '账户管理', en: 'Accounts' }, verb: 'account.manage' },
      { to: '/access-review', label: { zh: '权限核查', en: 'Access review' }, verb: 'account.manage' },
      { to: '/keys', label: { zh: '接口密钥', en: 'Keys' }, verb: 'account.manage' },
      { to: '/cases/hooks', label: { zh: '推送地址', en: 'Programs that are told' }, verb: 'account.manage' },
      { to: '/audit', label: { zh: '审计记录', en: 'Audit trail' }, verb: 'audit.read' },
      { to: '/systems', label: { zh: '系统目录', en: 'Systems' }, verb: null },
    ],
  },
]

const isUnder = (to: string, pathname: string) => (to === '/' ? pathname === '/' || pathname === '/cockpit' : pathname === to || pathname.startsWith(`${to}/`))

/** Is a person on this page, or on one below it that is no place of its own? */
export function isAt(place: Place, pathname: string): boolean {
  const nearer = (other: Place) => other.to.length > place.to.length && isUnder(other.to, pathname)
  return isUnder(place.to, pathname) && !faces.some(face => face.places.some(nearer))
}

export function placesFor(may: (verb: Verb) => boolean): readonly Face[] {
  return faces.map(face => ({ ...face, places: face.places.filter(place => place.verb === null || may(place.verb)) })).filter(face => face.places.length > 0)
}
