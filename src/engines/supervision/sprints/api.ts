import { ok, refuse } from '../../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../../context.ts'
import { sheetFile } from '../../indicators/index.ts'
import { mayDo } from '../../org/domain/permission.ts'
import { speaksFor } from '../domain/answering.ts'
import { isToTell, roundOn, roundsOf } from '../domain/rounds.ts'
import { isReached, missedOf, stateOn } from '../domain/sprint.ts'
import { sprintColumns } from '../domain/sprint-columns.ts'
import { sprintDone } from '../domain/sprint-words.ts'
import { redsOfYear } from '../working-out.ts'
import { type sprintContract, type SprintRow, type SprintView } from './contract.ts'
import { act, openSprint, tell } from './doing.ts'
import { type SprintEvent } from './schema.ts'
import { standingOf } from './standing.ts'
import { findSprints, type Found, loadSprint } from './store.ts'

const may = (ctx: Context) => ({ hold: mayDo(ctx.actor, 'dispatch.hold', null) })

function rowOf(ctx: Context, { id, sprint }: Found): SprintRow {
  const { name, from, until, every, weekday, items } = sprint, rounds = roundsOf(sprint), state = stateOn(sprint, ctx.today())
  return { id, name, from, until, every, weekday, state, items: items.length, reached: items.filter(isReached).length, missed: items.reduce((n, item) => n + missedOf(sprint, item, ctx.today()).length, 0), round: state === 'running' ? roundOn(rounds, ctx.today()) : null, rounds: rounds.length }
}

async function viewOf(tx: Tx, ctx: Context, { id, sprint, events }: Found): Promise<SprintView> {
  const { name, ground, from, until, every, weekday, opened, items, taken, closed, seq } = sprint
  const rounds = roundsOf(sprint), state = stateOn(sprint, ctx.today()), round = state === 'running' ? roundOn(rounds, ctx.today()) : null
  const standing = await standingOf(tx, ctx, items, Number(until.slice(0, 4)))
  return {
    id, name, ground, from, until, every, weekday, state, opened, rounds: [...rounds], round, taken: [...taken], closed, seq, may: may(ctx),
    items: items.map(item => {
      const now = item.thing === null ? undefined : standing.get(item.thing)
      return { ...item, told: [...item.told], light: now?.light ?? null, lead: now?.lead ?? null, because: now?.because ?? null, reached: isReached(item), missed: missedOf(sprint, item, ctx.today()).map(one => one.no), toTell: isToTell(round, item), mine: round !== null && speaksFor(ctx.actor, item.unit.id) }
    }),
    history: events.map(({ seq: no, at, by, event }) => ({ seq: no, at, by: by.name, what: sprintDone[event.kind], detail: detailOf(events.map(one => one.event), event) })),
  }
}

/** Which thing it was, in its own words. */
function detailOf(events: readonly SprintEvent[], event: SprintEvent): string {
  switch (event.kind) {
    case 'opened': return event.frame.ground
    case 'put': return event.item.title
    case 'closed': return event.words
    case 'taken':
    case 'told': return events.flatMap(one => (one.kind === 'opened' ? one.items : one.kind === 'put' ? [one.item] : [])).find(item => item.id === event.item)?.title ?? ''
  }
}

export const sprintHandlers: Handlers<typeof sprintContract> = {
  sprints: async ctx => ctx.read(async tx => ok({ items: (await findSprints(tx, ctx.district)).map(found => rowOf(ctx, found)), may: may(ctx) })),

  proposed: async ctx => ctx.read(async tx => ok({
    items: (await redsOfYear(tx, ctx)).flatMap(({ kind, thing, title, why, light, unit, page }) => (thing !== null && (kind === 'project' || kind === 'target' || kind === 'commitment') ? [{ kind, thing, title, why, light, unit, page }] : [])),
  })),

  open: async (ctx, { body }) => ctx.write((tx, note) => openSprint(tx, ctx, note, body)),

  sprint: async (ctx, { params }) => ctx.read(async tx => {
    const found = await loadSprint(tx, ctx.district, params.id, 'read')
    return found ? ok(await viewOf(tx, ctx, found)) : refuse('unknown-sprint')
  }),

  act: async (ctx, { params, body }) => ctx.write((tx, note) => act(tx, ctx, note, params.id, body.act, body.seq)),
  tell: async (ctx, { params, body }) => ctx.write((tx, note) => tell(tx, ctx, note, params.id, body.telling, body.seq)),

  export: async (ctx, { params, query: { form } }) => ctx.read(async tx => {
    const found = await loadSprint(tx, ctx.district, params.id, 'read')
    if (!found) return refuse('unknown-sprint')
    const view = await viewOf(tx, ctx, found)
    return ok(await sheetFile(view.name, form, [sprintColumns.map(column => column.header), ...view.items.map(row => sprintColumns.map(column => column.cell(row, view)))]))
  }),
}
