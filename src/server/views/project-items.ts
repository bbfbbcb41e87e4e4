import { type Context, type Tx } from '../../engines/context.ts'
import { findUnitNames } from '../../engines/org/index.ts'
import { findByWords, findForces, findLateApprovals, findRed, forcesWaiting, type MonthsWaiting, monthsWaiting, ownToTell } from '../../engines/projects/index.ts'
import { counted, type Label } from '../../kernel/label.ts'
import { type Found, type InboxItem, type Need } from './contract.ts'

/** Red projects as matters that need a leader, with how far behind they are. */
export async function projectNeeds(tx: Tx, ctx: Context): Promise<readonly { readonly need: Need; readonly gap: number }[]> {
  const red = await findRed(tx, ctx.district)
  const names = await findUnitNames(tx, ctx.district, red.map(one => one.owner))
  return red.map(({ id, name, owner, lead, because }) => ({ gap: lead ?? 0, need: { kind: 'off-pace', id, name, light: 'off-pace', why: because, owner: names.get(owner) ?? null, days: null, action: 'look', turned: null, page: `/projects/${id}` } }))
}

/** What waits for the caller of the projects: months of investment to be approved or told anew, and approvals that an office has beyond its limit. */
export async function projectItems(tx: Tx, ctx: Context): Promise<readonly InboxItem[]> {
  const { toApprove, returned } = await monthsWaiting(tx, ctx)
  const item = (kind: 'project-approve' | 'project-returned', waiting: 'told' | 'returned', line: MonthsWaiting, what: Label): InboxItem => ({
    kind, id: line.unit, title: { zh: `${line.name}项目投资`, en: `Investment in projects of ${line.name}` }, what, since: null, count: line.count, page: line.project === null ? `/projects?list=any&waiting=${waiting}&owner=${line.unit}` : `/projects/${line.project}`,
  })
  return [
    ...toApprove.map(line => item('project-approve', 'told', line, { zh: `${line.count}个月度投资数待审核`, en: `${counted(line.count, 'month')} to approve` })),
    ...returned.map(line => item('project-returned', 'returned', line, { zh: `${line.count}个月度投资数被退回，待重报`, en: `${counted(line.count, 'month')} sent back, to be told anew` })),
    ...[...Map.groupBy(await findLateApprovals(tx, ctx, ownToTell(ctx)), one => one.project)].map(([project, late]): InboxItem => ({
      kind: 'approval-late', id: project, title: { zh: late[0]?.name ?? '', en: late[0]?.name ?? '' }, since: late[0]?.due ?? null, count: late.length, page: `/projects/${project}`,
      what: { zh: `${late.map(one => one.what.zh).join('、')}超过办理时限，请催办或协调`, en: `over the limit of the office, press on: ${late.map(one => one.what.en).join(', ')}` },
    })),
  ]
}

/** Task forces that wait for the caller: to be given more time or dissolved, or with measures that are late. */
export async function forceItems(tx: Tx, ctx: Context): Promise<readonly InboxItem[]> {
  const { ending, late } = await forcesWaiting(tx, ctx)
  return [
    ...ending.map(({ id, name, until }): InboxItem => ({ kind: 'force-ending', id, title: { zh: name, en: name }, what: { zh: `${until}到期，请完成措施，延长或撤销`, en: `ends on ${until}: finish its measures, give it more time or dissolve it` }, since: until, count: null, page: `/task-forces/${id}` })),
    ...late.map(({ id, name, count, since }): InboxItem => ({ kind: 'force-late', id, title: { zh: name, en: name }, what: { zh: `${count}项措施逾期，请完成并登记`, en: `${counted(count, 'measure')} late: do and tell them` }, since, count, page: `/task-forces/${id}` })),
  ]
}

/** Task forces found by words of their names or leaders, a few. */
export async function foundForces(tx: Tx, ctx: Context, words: string): Promise<readonly Found[]> {
  return (await findForces(tx, ctx.district, { q: words }, ctx.today(), { offset: 0, limit: 5 })).items.map(({ id, name, leader }) => ({ kind: 'force', id, name, detail: leader, page: `/task-forces/${id}` }))
}

/** Projects found by words, a few. */
export async function foundProjects(tx: Tx, ctx: Context, words: string): Promise<readonly Found[]> {
  return (await findByWords(tx, ctx.district, words, 8)).map(({ id, name, code }) => ({ kind: 'project', id, name, detail: code, page: `/projects/${id}` }))
}
