import { sql } from 'kysely'
import { type Id } from '../../kernel/id.ts'
import { type Label } from '../../kernel/label.ts'
import { type Day } from '../../kernel/time.ts'
import { type Context, type Tx } from '../context.ts'
import { approvalsOf } from './domain/approvals.ts'
import { nameOf } from './domain/project.ts'
import { findWhole, loadRules } from './store.ts'

/** An approval that its office should have decided by the end of a day, so many of its working days ago. */
export type LateApproval = { readonly project: Id; readonly name: string; readonly line: string; readonly what: Label; readonly grants: Label; readonly due: Day; readonly late: number }

/** Approvals with an office beyond its limit, of the projects of these owners, the longest late before. */
export async function findLateApprovals(tx: Tx, ctx: Context, owners: readonly Id[]): Promise<readonly LateApproval[]> {
  const rules = owners.length === 0 ? null : await loadRules(tx, ctx.district)
  if (!rules) return []
  const { rows } = await sql<{ id: Id }>`select id from projects.project where district = ${ctx.district} and owner = any (${[...owners]}::uuid[]) and approvals_running > 0 and ended_on is null`.execute(tx)
  return (await findWhole(tx, ctx.district, rows.map(row => row.id))).flatMap(({ id, project }) => (
    approvalsOf(project, rules.kinds, ctx.today()).flatMap(({ line, state, due, late }): LateApproval[] => (state === 'running' && late > 0 && due !== null ? [{ project: id, name: nameOf(project), line: line.key, what: line.name, grants: line.grants, due, late }] : []))
  )).toSorted((a, b) => a.due.localeCompare(b.due))
}
