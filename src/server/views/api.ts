import { api as join } from '../../engines/api.ts'
import { type Context, type Handlers, type Tx } from '../../engines/context.ts'
import { sheetFile } from '../../engines/indicators/index.ts'
import { loadDistrictUnit } from '../../engines/org/index.ts'
import { completionTable, acceptanceMatters, divisionMatters, findPlanYears, planYear } from '../../engines/plan/index.ts'
import { mayAnywhere, mayDo } from '../../engines/org/domain/permission.ts'
import { lightLabels } from '../../kernel/light.ts'
import { ok } from '../../kernel/result.ts'
import { catalogue, systemGroups } from '../../packs/catalogue.ts'
import { packs } from '../../packs/index.ts'
import { systemsReport } from '../../packs/systems.ts'
import { completionCells, completionDocx } from './completion-file.ts'
import { overdueReview } from '../access-review/api.ts'
import { contract, type InboxItem, type Need } from './contract.ts'
import { byLight, headlineOf, lightsOf, mostNeeds, needsOf, panelsOf } from './needs.ts'
import { acceptanceItem } from './acceptance-items.ts'
import { divisionItem } from './division-items.ts'
import { caseItems, foundCases } from './case-items.ts'
import { forceItems, foundForces, foundProjects, projectItems, projectNeeds } from './project-items.ts'
import { returnItems } from './return-items.ts'
import { supervisionItems } from './supervision-items.ts'
import { findEverything, findLastTurns, findOpenTurns, findWaitingDoubts, findWaitingFigures, findWaitingPapers, findWaitingPublications } from './store.ts'

const handlers: Handlers<typeof contract> = {
  cockpit: async (ctx, { params }) => ctx.recall(`cockpit/${params.year}/${ctx.today()}`, async tx => {
    const { lines } = await planYear(tx, ctx, params.year)
    // Lights of projects are today's: they belong to this year and no other.
    const needs = needsOf(lines, ctx.today(), params.year === Number(ctx.today().slice(0, 4)) ? await projectNeeds(tx, ctx) : [])
    const years = await findPlanYears(tx, ctx.district)
    const headline = headlineOf(lines, packs)
    return ok({
      year: params.year,
      years,
      instead: lines.length > 0 ? null : await tellingYear(tx, ctx, years),
      asOf: lines.reduce<string | null>((latest, line) => (line.asOf && (!latest || line.asOf > latest) ? line.asOf : latest), null),
      needs: await withTurns(tx, ctx, needs.slice(0, mostNeeds)),
      more: Math.max(0, needs.length - mostNeeds),
      headline: [...headline],
      panels: panelsOf(lines, packs).map(({ name, lines: of }) => ({ name, lights: lightsOf(of), lines: [...byLight(of)] })),
    })
  }),

  completion: async (ctx, { params }) => ctx.read(async tx => ok({ year: params.year, rows: await completionTable(tx, ctx, params.year, lines => headlineOf(lines, packs)) })),

  exportCompletion: async (ctx, { params: { year }, query: { form } }) => ctx.read(async tx => {
    const rows = await completionTable(tx, ctx, year, lines => headlineOf(lines, packs))
    if (form === 'docx') return ok(await completionDocx(year, (await loadDistrictUnit(tx, ctx.district))?.name ?? '', rows))
    const { head, body, notes } = completionCells(year, rows)
    return ok(await sheetFile(`${year}年主要指标完成情况`, form, [[...head], ...body.map(cells => [...cells]), ...notes.map(words => [null, words])]))
  }),

  inbox: async ctx => ctx.read(async tx => {
    const items: InboxItem[] = []
    if (mayAnywhere(ctx.actor, 'import.review')) {
      for (const paper of await findWaitingPapers(tx, ctx.district)) {
        items.push(paper.open > 0
          ? { kind: 'review', id: paper.id, title: paper.title, what: { zh: `${paper.open} 项待核对，其中 ${paper.doubtful} 项存疑`, en: `${paper.open} findings to review, ${paper.doubtful} of them doubtful` }, since: paper.importedAt, count: paper.open, page: `/imports/${paper.id}` }
          : { kind: 'accept', id: paper.id, title: paper.title, what: { zh: '已核对完，待采纳入账', en: 'Reviewed; waits to be accepted into the ledger' }, since: paper.importedAt, count: null, page: `/imports/${paper.id}` })
      }
    }
    const doubts = mayAnywhere(ctx.actor, 'import.review') ? await findWaitingDoubts(tx, ctx.district) : null
    if (doubts) {
      const { id, contradictions, questions, since } = doubts, count = contradictions + questions
      items.push({ kind: 'doubt', id, title: { zh: '疑点清单', en: 'List of doubts' }, what: { zh: `${count} 条疑点待销号，其中不符 ${contradictions} 条`, en: `${count} doubts to settle, ${contradictions} of them contradictions` }, since, count, page: '/doubts?state=open' })
    }
    if (mayAnywhere(ctx.actor, 'figure.approve')) {
      for (const waiting of (await findWaitingFigures(tx, ctx.district)).filter(w => mayDo(ctx.actor, 'figure.approve', w.unit))) {
        items.push({ kind: 'approve', id: waiting.unit, title: waiting.name, what: { zh: `${waiting.count} 个数值待审核`, en: `${waiting.count} figures to approve` }, since: waiting.since, count: waiting.count, page: `/register/figures?status=submitted&unit=${waiting.unit}` })
      }
    }
    items.push(...await caseItems(tx, ctx), ...await returnItems(tx, ctx), ...await projectItems(tx, ctx), ...await forceItems(tx, ctx), ...await supervisionItems(tx, ctx))
    if (mayAnywhere(ctx.actor, 'light.answer')) {
      // A leader and a planner see every unit's in the cockpit; here stand those of one's own units.
      for (const open of await findOpenTurns(tx, ctx.district, ctx.actor.units)) {
        items.push({ kind: 'light', id: open.id, title: open.name, what: { zh: `变为${lightLabels[open.light].zh}，尚未说明原因或措施`, en: `turned ${lightLabels[open.light].en.toLowerCase()}; nobody has said why or what is done` }, since: open.on, count: null, page: `/lights?change=${open.id}` })
      }
    }
    if (mayAnywhere(ctx.actor, 'ledger.accept')) items.push(...(await acceptanceMatters(tx, ctx)).map(acceptanceItem))
    if (mayAnywhere(ctx.actor, 'publication.approve')) {
      // Who prepared it does not approve it.
      for (const waiting of (await findWaitingPublications(tx, ctx.district)).filter(w => w.preparedBy !== ctx.actor.person)) {
        items.push({ kind: 'publish', id: waiting.id, title: { zh: `${waiting.year}年公布内容`, en: `What is published of ${waiting.year}` }, what: { zh: '已编制，待您批准后向公众公布', en: 'Prepared; becomes public once you approve it' }, since: waiting.since, count: null, page: `/publications/${waiting.id}` })
      }
    }
    const overdue = mayAnywhere(ctx.actor, 'account.manage') ? await overdueReview(tx, ctx.district, ctx.today()) : null
    if (overdue) items.push({ kind: 'access-review', id: overdue, title: { zh: '权限核查', en: 'Access review' }, what: { zh: `应于${overdue}前完成，已逾期`, en: `Was due by ${overdue}` }, since: overdue, count: null, page: '/access-review' })
    items.push(...(await divisionMatters(tx, ctx)).map(divisionItem))
    return ok({ items })
  }),

  search: async (ctx, { query }) => ctx.read(async tx => ok({ items: [...await findEverything(tx, ctx.district, query.q), ...await foundCases(tx, ctx, query.q), ...await foundProjects(tx, ctx, query.q), ...await foundForces(tx, ctx, query.q)] })),

  systems: async () => {
    const report = systemsReport(packs, catalogue)
    return ok({
      counts: report.counts,
      lines: report.lines.map(line => ({ id: line.id, group: line.group, groupName: systemGroups[line.group], tier: line.tier, name: line.name, state: line.state, carriers: line.carriers.map(carrier => ({ ...carrier })) })),
    })
  },
}

/** Since when each of them has its light, and whether anybody has said what was done. */
async function withTurns(tx: Tx, ctx: Context, needs: readonly Need[]): Promise<Need[]> {
  const turns = new Map((await findLastTurns(tx, ctx.district, needs.map(need => need.id))).map(turn => [turn.thing, turn]))
  return needs.map(need => {
    const turn = turns.get(need.id)
    return { ...need, turned: turn && turn.light === need.light ? { change: turn.change, on: turn.on, answers: turn.answers } : null }
  })
}

/** The latest year whose targets have figures; a year that was only promised shows nothing but open circles. */
async function tellingYear(tx: Tx, ctx: Context, years: readonly number[]): Promise<number | null> {
  for (const year of years) {
    const { lines } = await planYear(tx, ctx, year)
    if (lines.some(line => line.figure !== null)) return year
  }
  return years[0] ?? null
}

export const api = join('views', contract, handlers)
