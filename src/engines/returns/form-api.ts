import { type Period, spanOf } from '../../kernel/period.ts'
import { ok, refuse, type Result } from '../../kernel/result.ts'
import { type Context, type Handlers, type Tx } from '../context.ts'
import { findIndicatorsByCode } from '../indicators/index.ts'
import { type contract, type FormRowView, type FormView } from './contract.ts'
import { lastEnded } from './domain/periods.ts'
import { type Counters } from './filling.ts'
import { findForms, insertForm, insertVersion, loadForm, saveForm, type StoredForm } from './form-store.ts'
import { openPeriod, unitsOf, versionOn } from './opening.ts'
import { type FormContent } from './schema.ts'

type Forms = Pick<Handlers<typeof contract>, 'forms' | 'counters' | 'form' | 'makeForm' | 'changeForm' | 'stopForm' | 'openSheets'>

export function formHandlers(counters: Counters): Forms {
  return {
    forms: async ctx => ctx.read(async tx => ok({ items: (await findForms(tx, ctx.district)).flatMap(form => formRow(form, ctx) ?? []) })),

    counters: async () => ok({ items: Object.entries(counters).map(([key, { name }]) => ({ key, name })) }),

    form: async (ctx, { params }) => ctx.read(async tx => {
      const form = await loadForm(tx, ctx.district, params.id)
      return form ? ok(formView(form)) : refuse('unknown-form', { id: params.id })
    }),

    makeForm: async (ctx, { body }) => ctx.write(async (tx, note) => {
      const [taken] = await findForms(tx, ctx.district, { code: body.code })
      if (taken) return refuse('form-code-taken', { code: body.code, name: taken.versions[0]?.content.name.zh ?? '' })
      const allowed = await mayHold(tx, ctx, counters, body.content, body.from)
      if (!allowed.ok) return allowed
      const id = ctx.newId()
      await insertForm(tx, ctx.district, { id, code: body.code, fromPack: false })
      await insertVersion(tx, ctx.district, { form: id, code: body.code, number: 1, from: body.from, content: body.content, at: ctx.now(), by: ctx.actor.name })
      await note({ verb: 'form.made', thing: 'form', thingId: id, detail: { code: body.code, name: body.content.name.zh, from: body.from } })
      return shown(tx, ctx, id)
    }),

    changeForm: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
      const form = await loadForm(tx, ctx.district, params.id)
      const latest = form?.versions[0]
      if (!form || !latest) return refuse('unknown-form', { id: params.id })
      if (body.from <= latest.from) return refuse('form-version-not-later', { from: latest.from })
      const allowed = await mayHold(tx, ctx, counters, body.content, body.from)
      if (!allowed.ok) return allowed
      if (!(await saveForm(tx, ctx.district, form.id, body.version, { fromPack: false }))) return refuse('changed-meanwhile', { code: form.code })
      await insertVersion(tx, ctx.district, { form: form.id, code: form.code, number: latest.number + 1, from: body.from, content: body.content, at: ctx.now(), by: ctx.actor.name })
      await note({ verb: 'form.changed', thing: 'form', thingId: form.id, detail: { code: form.code, number: latest.number + 1, from: body.from } })
      return shown(tx, ctx, form.id)
    }),

    stopForm: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
      const form = await loadForm(tx, ctx.district, params.id)
      if (!form) return refuse('unknown-form', { id: params.id })
      if (!(await saveForm(tx, ctx.district, form.id, body.version, { until: body.until }))) return refuse('changed-meanwhile', { code: form.code })
      await note({ verb: body.until === null ? 'form.resumed' : 'form.stopped', thing: 'form', thingId: form.id, detail: { code: form.code, until: body.until } })
      return shown(tx, ctx, form.id)
    }),

    openSheets: async (ctx, { params, body }) => ctx.write(async (tx, note) => {
      const form = await loadForm(tx, ctx.district, params.id)
      if (!form) return refuse('unknown-form', { id: params.id })
      const allowed = mayOpen(form, body.period, ctx)
      if (!allowed.ok) return allowed
      const { opened, units } = await openPeriod(tx, ctx, form, body.period)
      await note({ verb: 'return.opened', thing: 'form', thingId: form.id, detail: { form: form.code, period: body.period, sheets: opened.length } })
      return ok({ opened: opened.length, units })
    }),
  }
}

/** May the sheets of this period be opened? It is a period of the form's rhythm, over, and one in which the form held. */
function mayOpen(form: StoredForm, period: Period, ctx: Context): Result<null, 'period-not-of-form' | 'period-not-over'> {
  const span = spanOf(period)
  const version = span && versionOn(form, span.to)
  if (!span || !version || version.content.rhythm !== span.kind) return refuse('period-not-of-form', { period })
  return span.to < ctx.today() ? ok(null) : refuse('period-not-over', { to: span.to })
}

/** Does everything that the form speaks of exist: its indicators, formulas, counts, and units to fill it? */
async function mayHold(tx: Tx, ctx: Context, counters: Counters, content: FormContent, from: string): Promise<Result<null, 'form-unknown-code' | 'form-without-formula' | 'form-unknown-counter' | 'nobody-fills'>> {
  const register = await findIndicatorsByCode(tx, ctx.district, content.rows.map(row => row.indicator))
  for (const row of content.rows) {
    const entry = register.get(row.indicator)
    if (!entry) return refuse('form-unknown-code', { code: row.indicator })
    if (row.by === 'formula' && !entry.formula) return refuse('form-without-formula', { code: row.indicator })
    if (row.by === 'count' && !Object.hasOwn(counters, row.counter)) return refuse('form-unknown-counter', { counter: row.counter })
  }
  return (await unitsOf(tx, ctx, content, from)).length > 0 ? ok(null) : refuse('nobody-fills')
}

async function shown(tx: Tx, ctx: Context, id: string): Promise<Result<FormView>> {
  const form = await loadForm(tx, ctx.district, id)
  return form ? ok(formView(form)) : refuse('unknown-form', { id })
}

function formView({ versions, ...form }: StoredForm): FormView {
  return { ...form, versions: [...versions] }
}

/** A form as lists show it: as it holds today, else as it will. */
export function formRow(form: StoredForm, ctx: Pick<Context, 'today'>): FormRowView | null {
  const version = versionOn(form, ctx.today()) ?? form.versions[0]
  if (!version) return null
  const { name, rhythm, rows, due, units } = version.content
  return { id: form.id, code: form.code, name, rhythm, rows: rows.length, number: version.number, from: version.from, until: form.until, due, units, fromPack: form.fromPack }
}

/** The period that a form asks for on a day: the latest that is over. */
export const periodAsked = (form: StoredForm, ctx: Pick<Context, 'today'>): Period | null => {
  const version = form.versions[0]
  return version ? lastEnded(version.content.rhythm, ctx.today()) : null
}
