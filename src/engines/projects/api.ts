import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { type contract } from './contract.ts'
import { suggestMatches } from './domain/matching.ts'
import { act, makeProject, raiseBlocker } from './doing.ts'
import { exportProjects } from './export.ts'
import { importMonths, monthsSheet } from './months-sheet.ts'
import { poolShown } from './domain/pool-shown.ts'
import { findChosen, loadPool } from './pool-store.ts'
import { findPortfolio, findYears, sumPortfolio } from './portfolio-store.ts'
import { type ProjectRules } from './schema.ts'
import { showProject, yearShown } from './showing.ts'
import { findListed, findWhole, loadLights, loadProject, loadRules } from './store.ts'

const thisYear = (ctx: Context) => Number(ctx.today().slice(0, 4))

async function rulesHere(tx: Tx, ctx: Context): Promise<Result<ProjectRules>> {
  const rules = await loadRules(tx, ctx.district)
  return rules ? ok(rules) : refuse('no-projects-here')
}

export const handlers: Handlers<typeof contract> = {
  rules: async ctx => ctx.read(tx => rulesHere(tx, ctx)),

  list: async (ctx, { query: { order, down = false, limit, after, year = thisYear(ctx), ...query } }) => {
    const offset = Number(after ?? 0)
    const chosen = query.pool === undefined ? null : await ctx.recall(`projects/chosen/${ctx.today()}/${year}/${query.pool}`, async tx => findChosen(tx, ctx, await loadRules(tx, ctx.district), { pool: query.pool, year }))
    const asked = { district: ctx.district, query, year, today: ctx.today(), chosen }
    const key = JSON.stringify([asked.today, year, query])
    const { sums, years } = await ctx.recall(`projects/sums/${key}`, async tx => ({ sums: await sumPortfolio(tx, asked), years: await findYears(tx, ctx.district) }))
    const items = await ctx.recall(`projects/page/${key}/${order}/${down}/${limit}/${offset}`, tx => findPortfolio(tx, asked, { order, down, offset, limit }))
    return ok({ items: [...items], total: sums.projects, next: offset + items.length < sums.projects && items.length > 0 ? String(offset + items.length) : null, year, years: [...years], sums })
  },

  courses: async (ctx, { query: { year, ids = [] } }) => ctx.read(async tx => {
    const rules = await rulesHere(tx, ctx)
    if (!rules.ok) return rules
    return ok({ items: (await findWhole(tx, ctx.district, ids)).map(({ id, project }) => { const { outlook: _, ...course } = yearShown(project, year, ctx.today(), rules.value.light); return { id, ...course } }) })
  }),

  pool: async (ctx, { query: { year = thisYear(ctx) } }) => ctx.recall(`projects/pool/${ctx.today()}/${year}`, async tx => {
    const pool = await loadPool(tx, ctx, await loadRules(tx, ctx.district), year)
    return pool ? ok({ ...poolShown(pool), years: [...await findYears(tx, ctx.district)] }) : refuse('no-pool-here')
  }),

  export: async (ctx, { query: { form, ...query } }) => ctx.read(async tx => {
    const rules = await rulesHere(tx, ctx)
    return rules.ok ? exportProjects(tx, ctx, rules.value, query, form) : rules
  }),

  monthsSheet: async (ctx, { query }) => ctx.read(async tx => ok(await monthsSheet(tx, ctx, query.month ?? ctx.today().slice(0, 7), query.form))),

  importMonths: async (ctx, { query, file }) => {
    const rules = await ctx.read(tx => rulesHere(tx, ctx))
    return rules.ok ? importMonths(ctx, rules.value, file, query.check === 'true') : rules
  },

  matches: async (ctx, { query: { list, year } }) => ctx.read(async tx => {
    const before = await findListed(tx, ctx.district, list, year - 1), now = await findListed(tx, ctx.district, list, year)
    const stayed = new Set(now.map(one => one.id).filter(id => before.some(other => other.id === id)))
    const gone = before.filter(one => !stayed.has(one.id)), come = now.filter(one => !stayed.has(one.id))
    const named = new Map([...gone, ...come].map(one => [one.id, { id: one.id, name: one.name }]))
    return ok({ items: suggestMatches(gone, come).flatMap(({ one, other, alike }) => { const a = named.get(one), b = named.get(other); return a && b ? [{ one: a, other: b, alike }] : [] }) })
  }),

  make: async (ctx, { body }) => ctx.write(async (tx, note) => {
    const rules = await rulesHere(tx, ctx)
    if (!rules.ok) return rules
    const made = await makeProject(tx, ctx, note, rules.value, body)
    return made.ok ? ok({ id: made.value.id, seq: made.value.project.seq }) : made
  }),

  one: async (ctx, { params, query }) => ctx.read(async tx => {
    const rules = await rulesHere(tx, ctx)
    if (!rules.ok) return rules
    const found = await loadProject(tx, ctx.district, params.id)
    return found ? ok(await showProject(tx, ctx, found, rules.value.light, query.year ?? thisYear(ctx))) : refuse('unknown-project')
  }),

  act: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
    const rules = await rulesHere(tx, ctx)
    if (!rules.ok) return rules
    const done = await act(tx, ctx, note, rules.value, params.id, body.act, body.seq)
    if (!done.ok) return done
    const lights = await loadLights(tx, ctx.district, params.id)
    return ok({ id: params.id, seq: done.value.project.seq, light: lights?.light ?? 'not-judged' })
  }),

  block: async (ctx, { params, body }) => ctx.write((tx, note) => raiseBlocker(tx, ctx, note, params.id, body)),
}
