import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Day } from '../../../kernel/time.ts'
import { type Delegation, type Post, type Role } from '../schema.ts'
import { type Branch, holdsOn, subtreeOf } from './tree.ts'

/** Everything that can be permitted. A route declares one of these; a list, an export and a page ask for the same one. */
export const verbLabels = {
  'plan.read': { zh: '查看年度计划与台账', en: 'See the plan and the ledger' },
  'plan.edit': { zh: '编制年度计划', en: 'Edit the plan' },
  'progress.enter': { zh: '填报进展', en: 'Enter progress' },
  'part.sign': { zh: '签认目标分解', en: 'Sign a part of a divided target' },
  'ledger.accept': { zh: '验收台账事项', en: 'Accept lines of ledgers' },
  'light.override': { zh: '人工调灯', en: 'Override a light' },
  'light.answer': { zh: '回应亮灯变动', en: 'Answer for a light that changed' },
  'figure.enter': { zh: '填报数值', en: 'Enter figures' },
  'figure.approve': { zh: '审核数值', en: 'Approve figures' },
  'figure.unpublished': { zh: '查看未发布数值', en: 'See unpublished figures' },
  'return.accept': { zh: '核收填报表', en: 'Accept returns' },
  'form.edit': { zh: '编制报表', en: 'Make the forms of returns' },
  'register.edit': { zh: '维护指标台账', en: 'Edit the indicator register' },
  'publication.read': { zh: '查看公布记录', en: 'See publications' },
  'publication.prepare': { zh: '编制公布内容', en: 'Prepare publications' },
  'publication.approve': { zh: '批准与撤回公布', en: 'Approve and withdraw publications' },
  'import.read': { zh: '查看文件导入', en: 'See imports' },
  'import.review': { zh: '导入与核对文件', en: 'Import and review papers' },
  'import.accept': { zh: '采纳与撤回文件', en: 'Accept and retract papers' },
  'case.read': { zh: '查看工单', en: 'See cases' },
  'case.open': { zh: '登记工单', en: 'Open cases' },
  'case.dispatch': { zh: '受理与派遣工单', en: 'File and dispatch cases' },
  'case.handle': { zh: '办理与答复工单', en: 'Handle and answer cases' },
  'case.approve': { zh: '转办本单位工单', en: 'Hand on cases of the unit' },
  'case.arbitrate': { zh: '裁定退单', en: 'Decide whose a disputed case is' },
  'case.check': { zh: '核查工单', en: 'Check answered cases' },
  'case.call-back': { zh: '回访', en: 'Call back' },
  'case.supervise': { zh: '督办工单与审批延期', en: 'Supervise cases, decide on more time' },
  'case.route': { zh: '维护派遣规则', en: 'Keep the rules of routing' },
  'case.reveal': { zh: '查看反映人信息', en: 'See who asked' },
  'project.edit': { zh: '维护项目库与年度计划', en: 'Keep the library of projects and their plans' },
  'project.tell': { zh: '填报项目进展', en: 'Tell how projects get on' },
  'project.approve': { zh: '审核项目投资数', en: 'Approve the investment of projects' },
  'dispatch.read': { zh: '查看调度会与日监测', en: 'See dispatch meetings and the daily watch' },
  'dispatch.hold': { zh: '组织调度会', en: 'Hold dispatch meetings' },
  'org.read': { zh: '查看组织机构', en: 'See the organisation' },
  'org.edit': { zh: '维护组织机构', en: 'Edit the organisation' },
  'delegation.edit': { zh: '委托岗位', en: 'Delegate a post' },
  'audit.read': { zh: '查看审计记录', en: 'Read the audit trail' },
  'account.manage': { zh: '管理账户与会话', en: 'Manage accounts and sessions' },
} as const satisfies Record<string, Label>
export type Verb = keyof typeof verbLabels

/** How far a permission of a role reaches from the unit of the post: that unit, all below it, or the whole district. */
type Reach = 'unit' | 'subtree' | 'district'

const everyone: Partial<Record<Verb, Reach>> = { 'plan.read': 'district', 'dispatch.read': 'district', 'org.read': 'district', 'delegation.edit': 'unit' }
/** What the units at the front do with cases: those of the unit are theirs, those below are seen. */
const atTheFront: Partial<Record<Verb, Reach>> = { 'case.read': 'subtree', 'case.open': 'unit', 'case.handle': 'unit', 'case.reveal': 'unit' }
const clerk: Partial<Record<Verb, Reach>> = { ...everyone, ...atTheFront, 'figure.enter': 'unit', 'figure.unpublished': 'subtree', 'progress.enter': 'unit', 'light.answer': 'unit', 'project.tell': 'unit' }
const head: Partial<Record<Verb, Reach>> = { ...clerk, 'case.handle': 'subtree', 'case.approve': 'subtree', 'part.sign': 'subtree', 'figure.approve': 'subtree', 'figure.unpublished': 'subtree', 'progress.enter': 'subtree', 'light.answer': 'subtree', 'project.tell': 'subtree', 'project.approve': 'subtree', 'delegation.edit': 'subtree' }

/**
 * What each role may do. System, security and audit administration are separate roles (GB/T 22239-2019, 三权分立):
 * who runs the system reads no ledger of others, who audits changes nothing.
 */
export const permissionsOf = {
  leader: { ...everyone, 'dispatch.hold': 'district', 'case.read': 'district', 'case.supervise': 'district', 'ledger.accept': 'district', 'figure.unpublished': 'district', 'light.override': 'district', 'light.answer': 'district', 'import.read': 'district', 'publication.read': 'district', 'publication.approve': 'district' },
  planner: { ...clerk, 'dispatch.hold': 'district', 'project.edit': 'district', 'project.tell': 'district', 'project.approve': 'district', 'case.route': 'district', 'return.accept': 'district', 'form.edit': 'district', 'plan.edit': 'district', 'progress.enter': 'district', 'light.override': 'district', 'light.answer': 'district', 'figure.enter': 'district', 'figure.approve': 'district', 'figure.unpublished': 'district', 'register.edit': 'district', 'import.read': 'district', 'import.review': 'district', 'import.accept': 'district', 'publication.read': 'district', 'publication.prepare': 'district' },
  statistician: { ...clerk, 'figure.enter': 'district', 'figure.unpublished': 'district', 'register.edit': 'district', 'import.read': 'district', 'import.review': 'district' },
  supervisor: { ...everyone, 'dispatch.hold': 'district', 'case.read': 'district', 'case.open': 'district', 'case.arbitrate': 'district', 'case.supervise': 'district', 'case.route': 'district', 'publication.read': 'district', 'ledger.accept': 'district', 'figure.unpublished': 'district', 'import.read': 'district', 'light.override': 'district', 'light.answer': 'district' },
  dispatcher: { ...everyone, 'case.read': 'district', 'case.open': 'district', 'case.dispatch': 'district', 'case.check': 'district', 'case.call-back': 'district', 'case.reveal': 'district' },
  'department-head': head,
  department: clerk,
  'street-head': head,
  street: { ...clerk, 'progress.enter': 'subtree' },
  community: clerk,
  grid: { ...everyone, ...atTheFront },
  reader: { 'plan.read': 'district', 'org.read': 'district' },
  auditor: { 'org.read': 'district', 'audit.read': 'district' },
  'security-administrator': { 'org.read': 'district', 'account.manage': 'district' },
  administrator: { 'org.read': 'district', 'org.edit': 'district' },
} as const satisfies Record<Role, Partial<Record<Verb, Reach>>>

/** Roles of whose permissions some reach below the unit of the post: only for these it matters what is below. */
export const rolesReachingBelow: readonly Role[] = Object.entries(permissionsOf).filter(([, granted]) => Object.values(granted).includes('subtree')).map(([role]) => role as Role) // the table's keys are the roles

/**
 * What a key of a unit's own system may be given. Decisions are a person's: no key approves, accepts, overrides a light, or
 * has anything to do with accounts, posts and delegations.
 */
export const keyVerbs: readonly Verb[] = ['plan.read', 'org.read', 'import.read', 'audit.read', 'progress.enter', 'figure.enter', 'figure.unpublished', 'case.read', 'case.open', 'case.handle']

/** Of these, what the role of a post has to give. */
export function verbsForKey(role: Role): Verb[] {
  return keyVerbs.filter(verb => verb in permissionsOf[role])
}

/** The units over which a person may use a verb: the whole district, or these. */
export type Scope = 'district' | ReadonlySet<Id>

/** A signed-in person with what they may do today, worked out from posts and delegations. */
export type Actor = {
  readonly person: Id
  readonly name: string
  readonly roles: readonly Role[]
  readonly units: readonly Id[]
  /** Posts that count today, lent ones included. */
  readonly posts: readonly Id[]
  readonly scopes: ReadonlyMap<Verb, Scope>
  /** The key through which a unit's system acts; null for a person at a desk. */
  readonly key: Id | null
}

/**
 * Works out what a person may do on a day. A post counts while it holds; a delegated post counts for the substitute
 * within the delegation's days and while the post itself still holds for its owner.
 */
export function actorOn(day: Day, person: { readonly id: Id; readonly name: string }, posts: readonly Post[], delegations: readonly Delegation[], units: readonly Branch[]): Actor {
  const lent = new Set(delegations.filter(d => d.to === person.id && !d.withdrawn && d.from <= day && day < d.until).map(d => d.post))
  const held = posts.filter(p => (p.person === person.id || lent.has(p.id)) && holdsOn(day, p))
  const scopes = new Map<Verb, Scope>()
  for (const post of held) {
    const below = new Map<Reach, Scope>([['district', 'district'], ['unit', new Set([post.unit])], ['subtree', subtreeOf(post.unit, units, day)]])
    const granted: Partial<Record<Verb, Reach>> = permissionsOf[post.role]
    for (const verb of verbsOf(granted)) {
      const reach = below.get(granted[verb] ?? 'unit') ?? new Set<Id>()
      scopes.set(verb, join(scopes.get(verb), reach))
    }
  }
  return { person: person.id, name: person.name, roles: [...new Set(held.map(p => p.role))], units: [...new Set(held.map(p => p.unit))], posts: held.map(p => p.id), scopes, key: null }
}

/**
 * The same, acting through a key: of the post's permissions those that the key was given, under a name that tells the key. That a
 * post may see what is held back is said of a person; no key does.
 */
export function throughKey(actor: Actor, key: { readonly id: Id; readonly name: string; readonly verbs: readonly Verb[] }): Actor {
  return { ...actor, name: `${actor.name}（密钥：${key.name}）`, scopes: new Map([...actor.scopes].filter(([verb]) => keyVerbs.includes(verb) && key.verbs.includes(verb))), posts: [], key: key.id }
}

function verbsOf(granted: Partial<Record<Verb, Reach>>): Verb[] {
  return Object.keys(granted) as Verb[] // Object.keys loses the key type; the argument has no others
}

function join(a: Scope | undefined, b: Scope): Scope {
  if (a === undefined) return b
  return a === 'district' || b === 'district' ? 'district' : new Set([...a, ...b])
}

const none: ReadonlySet<Id> = new Set()

/** Over which units may this person use this verb? The empty set: nowhere. */
export function scopeOf(actor: Actor, verb: Verb): Scope {
  return actor.scopes.get(verb) ?? none
}

/** Units whose figures pass through this person's hands: who enters or approves a figure sees it, also while it is held back from others. */
export function handledBy(actor: Actor): Scope {
  return join(scopeOf(actor, 'figure.enter'), scopeOf(actor, 'figure.approve'))
}

/** Units whose figures this person sees before they are approved: by role, and always those he enters or approves. */
export function seenBefore(actor: Actor): Scope {
  return join(scopeOf(actor, 'figure.unpublished'), handledBy(actor))
}

/** The one permission function: may this person use this verb on a thing of this unit (null: a thing of the whole district)? */
export function mayDo(actor: Actor, verb: Verb, unit: Id | null): boolean {
  const scope = scopeOf(actor, verb)
  return scope === 'district' || (unit !== null && scope.has(unit))
}

/** May this person use this verb anywhere at all? What a route asks before it is entered. */
export function mayAnywhere(actor: Actor, verb: Verb): boolean {
  const scope = scopeOf(actor, verb)
  return scope === 'district' || scope.size > 0
}
