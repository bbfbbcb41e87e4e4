import { type Role } from '../engines/org/schema.ts'
import { type Label } from '../kernel/label.ts'
import { diceOf } from './dice.ts'
import { type UnitRow } from './district.ts'

/** A person made up for the demonstration, with the one post that is tried out by signing in as them. */
export type DemoPerson = {
  /** Unique within the district: the role, with a number where a role occurs twice. */
  readonly account: string
  /** Always carries the mark （演示）. */
  readonly name: Label
  readonly role: Role
  readonly title: Label
  /** Code of the unit in which the post is held. */
  readonly unit: string
  /** One line for the page on which a role is chosen: what this person does here. */
  readonly does: Label
}

type Cast = Pick<DemoPerson, 'account' | 'role' | 'title' | 'does'> & { readonly at: { readonly key: string } | { readonly kind: UnitRow['kind'] } }

const cast: readonly Cast[] = [
  { account: 'leader', role: 'leader', at: { kind: 'district' }, title: { zh: '区长', en: 'District head' }, does: { zh: '看全年目标与亮灯，从任一数值追到出处', en: "Sees the year's targets and lights, and follows any figure to its source" } },
  { account: 'leader-2', role: 'leader', at: { kind: 'district' }, title: { zh: '分管副区长', en: 'Deputy head' }, does: { zh: '看分管领域滞后的承诺，必要时说明理由后调灯', en: 'Sees what slips in the field in charge, and overrides a light with a reason' } },
  { account: 'planner', role: 'planner', at: { key: 'development-reform' }, title: { zh: '综合科科长', en: 'Head of the general section' }, does: { zh: '导入并核对报告，采纳数值、目标和任务，编制年度计划', en: 'Imports and reviews papers, accepts figures, targets and tasks, keeps the plan' } },
  { account: 'planner-2', role: 'planner', at: { key: 'development-reform' }, title: { zh: '综合科科员', en: 'Officer of the general section' }, does: { zh: '与科长同时核对同一份报告，互不覆盖', en: 'Reviews the same paper at the same time without overwriting the other' } },
  { account: 'statistician', role: 'statistician', at: { key: 'statistics' }, title: { zh: '综合统计科科员', en: 'Officer of general statistics' }, does: { zh: '维护指标台账，填报快报、初核、核定数', en: 'Keeps the register, enters quick, first and final figures' } },
  { account: 'supervisor', role: 'supervisor', at: { key: 'supervision-office' }, title: { zh: '督查专员', en: 'Supervision officer' }, does: { zh: '盯住滞后和到期未完成的承诺', en: 'Follows what slips and what is past its date' } },
  { account: 'dispatcher', role: 'dispatcher', at: { key: 'grid-centre' }, title: { zh: '受理调度员', en: 'Dispatcher' }, does: { zh: '受理诉求、派遣工单、核查与回访', en: 'Files what is asked, dispatches, checks and calls back' } },
  { account: 'department-head', role: 'department-head', at: { key: 'housing-construction' }, title: { zh: '局长', en: 'Head of bureau' }, does: { zh: '审核本局填报的数值和进展', en: 'Approves the figures and progress of the bureau' } },
  { account: 'department', role: 'department', at: { key: 'housing-construction' }, title: { zh: '城市更新科经办', en: 'Clerk of the renewal section' }, does: { zh: '填报加装电梯、老旧小区改造的数值和进展', en: 'Enters figures and progress on lifts and old estates' } },
  { account: 'department-2', role: 'department', at: { key: 'human-resources' }, title: { zh: '就业科经办', en: 'Clerk of the employment section' }, does: { zh: '填报招聘会和新增就业的数值', en: 'Enters figures on job fairs and new jobs' } },
  { account: 'street-head', role: 'street-head', at: { kind: 'street' }, title: { zh: '街道办事处主任', en: 'Head of the street office' }, does: { zh: '审核本街道和所辖社区的填报', en: 'Approves what the street and its communities enter' } },
  { account: 'street', role: 'street', at: { kind: 'street' }, title: { zh: '综合办经办', en: 'Clerk of the general office' }, does: { zh: '填报本街道承担任务的进展', en: 'Enters progress on the tasks of the street' } },
  { account: 'community', role: 'community', at: { kind: 'community' }, title: { zh: '社区工作者', en: 'Community worker' }, does: { zh: '填报本社区承担任务的进展', en: 'Enters progress on the tasks of the community' } },
  { account: 'grid', role: 'grid', at: { kind: 'grid' }, title: { zh: '专职网格员', en: 'Grid worker' }, does: { zh: '查看与本网格有关的年度任务', en: 'Sees the tasks of the year that touch the grid' } },
  { account: 'auditor', role: 'auditor', at: { key: 'audit' }, title: { zh: '审计管理员', en: 'Audit administrator' }, does: { zh: '查看全部操作记录并校验其完整，不能改动业务数据', en: 'Reads the whole trail and verifies it; changes nothing' } },
  { account: 'security-administrator', role: 'security-administrator', at: { key: 'government-services-data' }, title: { zh: '安全管理员', en: 'Security administrator' }, does: { zh: '管理账户、锁定和会话，不能查看业务数据', en: 'Manages accounts, locks and sessions; reads no ledger' } },
  { account: 'administrator', role: 'administrator', at: { key: 'government-services-data' }, title: { zh: '系统管理员', en: 'System administrator' }, does: { zh: '维护机构、岗位和授权，不能查看业务数据', en: 'Keeps units, posts and grants; reads no ledger' } },
  { account: 'reader', role: 'reader', at: { key: 'development-reform' }, title: { zh: '新到人员（待任职）', en: 'Newcomer, not yet appointed' }, does: { zh: '由统一身份认证首次登录登记，任职前只能查看', en: 'Enrolled at the first sign-in; can only read until appointed' } },
]

// Common names on purpose: with the mark nobody can take them for a person of the district.
const families = [['陈', 'Chen'], ['李', 'Li'], ['黄', 'Huang'], ['张', 'Zhang'], ['梁', 'Liang'], ['林', 'Lin'], ['王', 'Wang'], ['吴', 'Wu'], ['刘', 'Liu'], ['何', 'He'], ['罗', 'Luo'], ['周', 'Zhou']] as const
const givens = [['志远', 'Zhiyuan'], ['雅文', 'Yawen'], ['嘉明', 'Jiaming'], ['晓岚', 'Xiaolan'], ['子健', 'Zijian'], ['思敏', 'Simin'], ['伟强', 'Weiqiang'], ['静怡', 'Jingyi'], ['俊杰', 'Junjie'], ['慧玲', 'Huiling'], ['文博', 'Wenbo'], ['佩珊', 'Peishan']] as const

/**
 * The demonstration's persons in a district, the same for the same seed. Those of streets and below stand in the first
 * street by code, its first community and that community's first grid. A post whose unit the tree lacks is left out.
 */
export function demoPeople(seed: string, units: readonly UnitRow[]): readonly DemoPerson[] {
  const dice = diceOf(seed)
  const taken = new Set<string>()
  return cast.flatMap(({ at, ...person }) => {
    const unit = units.find(u => 'key' in at ? u.key === at.key : u.kind === at.kind)
    return unit ? [{ ...person, unit: unit.code, name: nameFrom(dice, taken) }] : []
  })
}

function nameFrom(dice: (sides: number) => number, taken: Set<string>): Label {
  const family = families[dice(families.length)] ?? families[0]
  const given = givens[dice(givens.length)] ?? givens[0]
  const zh = `${family[0]}${given[0]}（演示）`
  if (taken.has(zh)) return nameFrom(dice, taken)
  taken.add(zh)
  return { zh, en: `${family[1]} ${given[1]} (demo)` }
}
