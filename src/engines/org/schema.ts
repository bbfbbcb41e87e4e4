import { z } from 'zod'
import { Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Day, Instant } from '../../kernel/time.ts'

/** 区、部门、街道、社区、网格、专班. */
export const UnitKind = z.enum(['district', 'department', 'street', 'community', 'grid', 'task-force'])
export type UnitKind = z.infer<typeof UnitKind>

/** A unit (单位) as it stands on a day. `parent` is the reporting line. */
export const Unit = z.object({
  id: Id,
  kind: UnitKind,
  /** Official code where there is one (street 9 digits, community 12 digits), else ours. */
  code: z.string().trim().min(1).max(20),
  name: z.string().trim().min(1).max(60),
  parent: Id.nullable(),
  from: Day,
  /** First day on which it no longer exists; null while it lives. A task force always has one. */
  until: Day.nullable(),
  generated: z.boolean(),
  version: z.int().min(1),
})
export type Unit = z.infer<typeof Unit>

/** What happened to a unit: the history its present state is folded from. */
export const UnitEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('founded'), on: Day, unit: Unit }),
  z.object({ kind: z.literal('renamed'), on: Day, name: z.string().trim().min(1).max(60) }),
  z.object({ kind: z.literal('moved'), on: Day, parent: Id }),
  z.object({ kind: z.literal('merged'), on: Day, into: Id }),
  z.object({ kind: z.literal('split'), on: Day, into: z.array(Id).min(2) }),
  z.object({ kind: z.literal('dissolved'), on: Day }),
])
export type UnitEvent = z.infer<typeof UnitEvent>

/** An entry of a unit's history. `planned`: noted before its day; `withdrawn`: taken back before it took effect, or it could not. */
export const UnitEntry = z.object({ seq: z.int(), event: UnitEvent, notedAt: Instant, state: z.enum(['applied', 'planned', 'withdrawn']), withdrawnBecause: z.string().nullable() })
export type UnitEntry = z.infer<typeof UnitEntry>

/** A role is a set of permissions; a post (岗位) gives a person a role in a unit for a time. */
export const Role = z.enum(['leader', 'planner', 'department-head', 'department', 'street-head', 'street', 'community', 'grid', 'supervisor', 'dispatcher', 'statistician', 'reader', 'auditor', 'security-administrator', 'administrator'])
export type Role = z.infer<typeof Role>

export const roleLabels = {
  leader: { zh: '区领导', en: 'District leader' },
  planner: { zh: '计划员', en: 'Planner' },
  'department-head': { zh: '部门负责人', en: 'Head of department' },
  department: { zh: '部门经办', en: 'Department clerk' },
  'street-head': { zh: '街道负责人', en: 'Head of street office' },
  street: { zh: '街道经办', en: 'Street clerk' },
  community: { zh: '社区工作者', en: 'Community worker' },
  grid: { zh: '网格员', en: 'Grid worker' },
  supervisor: { zh: '督查员', en: 'Supervisor' },
  dispatcher: { zh: '受理调度员', en: 'Dispatcher' },
  statistician: { zh: '统计员', en: 'Statistician' },
  reader: { zh: '阅览人员', en: 'Reader' },
  auditor: { zh: '审计管理员', en: 'Audit administrator' },
  'security-administrator': { zh: '安全管理员', en: 'Security administrator' },
  administrator: { zh: '系统管理员', en: 'System administrator' },
} as const satisfies Record<Role, Label>

export const Person = z.object({ id: Id, name: z.string().trim().min(1).max(60), account: z.string().min(1).max(60), active: z.boolean(), generated: z.boolean(), version: z.int().min(1) })
export type Person = z.infer<typeof Person>

/** A person holds a role in a unit from a day until (not including) another. */
export const Post = z.object({ id: Id, person: Id, unit: Id, role: Role, title: z.string().max(60), from: Day, until: Day.nullable() })
export type Post = z.infer<typeof Post>

/** On leave: one of my posts is exercised by another person for a period. It ends by itself. */
export const Delegation = z.object({ id: Id, post: Id, to: Id, from: Day, until: Day, reason: z.string().trim().min(2).max(200), withdrawn: z.boolean() })
export type Delegation = z.infer<typeof Delegation>

/** Which unit answers for a kind of matter in an area: a department for the whole district, a street for its own ground. */
export const Jurisdiction = z.object({ id: Id, matter: z.string().trim().min(1).max(60), area: Id, unit: Id, from: Day, until: Day.nullable() })
export type Jurisdiction = z.infer<typeof Jurisdiction>

/** A place on the ground in degrees (WGS84). */
export const Point = z.object({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export type Point = z.infer<typeof Point>

/** A piece of the ground of a unit: its corners in turn, longitude and latitude, the last one joined to the first. */
export const Outline = z.object({ unit: Id, code: z.string(), name: z.string(), kind: UnitKind, ring: z.array(z.tuple([z.number(), z.number()]).readonly()).min(3).readonly(), source: z.string().min(1), generated: z.boolean() })
export type Outline = z.infer<typeof Outline>
