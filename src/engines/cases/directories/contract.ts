import { z } from 'zod'
import { type Contract, page, PageQuery, route, SeenVersion } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { Label, type Label as Words } from '../../../kernel/label.ts'
import { Day, Instant } from '../../../kernel/time.ts'
import { LedgerDay, PlainText } from '../../indicators/contract.ts'
import { FieldValuesGiven, Key } from '../contract.ts'
import { type Directory, FieldValues } from '../schema.ts'

const words = (zh: string, en: string): Words => ({ zh, en })
const byKey = z.object({ key: Key })
const one = byKey.extend({ id: Id })
const Reason = PlainText(200).min(4)
const DirectoryView = z.custom<Directory>(value => typeof value === 'object' && value !== null)

/** A line of a directory. Personal fields are masked. `near`: it is in the same community (2) or street (1) as the place that was asked about. */
export const EntryRow = z.object({ id: Id, name: z.string(), unit: z.object({ id: Id, name: z.string(), street: z.string().nullable() }), fields: FieldValues, from: Day, until: Day.nullable(), generated: z.boolean(), near: z.int(), version: z.int() })
export type EntryRow = z.infer<typeof EntryRow>

/** A line with what was changed of it, the newest first. */
export const EntryView = EntryRow.omit({ near: true }).extend({
  changes: z.array(z.object({ version: z.int(), at: Instant, by: z.string(), reason: z.string(), before: z.object({ name: z.string(), unit: z.string(), fields: FieldValues, until: Day.nullable() }).nullable() })),
  mayEdit: z.boolean(), mayReveal: z.boolean(),
})
export type EntryView = z.infer<typeof EntryView>

/** What a line is given. A personal field that comes back masked stays as it was. */
const EntryGiven = z.object({ name: PlainText(100), unit: Id, fields: FieldValuesGiven, until: LedgerDay.nullable().default(null), reason: Reason })

/** Filters of a directory: words in names and open fields, places in a unit and below it, a choice as `field/value`; `near` puts those in the community and street of a unit first. */
const EntryFilter = { q: PageQuery.shape.q, within: Id.optional(), choice: z.string().regex(/^[a-z][a-z0-9-]{0,39}\/[a-z0-9][a-z0-9-]{0,59}$/).optional(), near: Id.optional(), ended: z.enum(['true', 'false']).default('false') }

export const directoryContract = {
  directories: route({ method: 'GET', path: '/api/cases/directories', permission: 'case.read', summary: words('名录', 'Directories'), reply: z.object({ items: z.array(z.object({ directory: DirectoryView, count: z.int() })) }) }),
  entries: route({ method: 'GET', path: '/api/cases/directories/:key', permission: 'case.read', summary: words('名录的各条', 'The lines of a directory'), params: byKey, query: z.object({ ...EntryFilter, limit: PageQuery.shape.limit, after: z.coerce.number().int().min(0).max(1_000_000).optional() }), reply: page(EntryRow).extend({ directory: DirectoryView, mayAdd: z.boolean() }) }),
  entryCounts: route({ method: 'GET', path: '/api/cases/directories/:key/counts', permission: 'case.read', summary: words('名录按街道和类别的条数', 'How many lines there are by street and by choice'), params: byKey, reply: z.object({ streets: z.array(z.object({ unit: z.object({ id: Id, name: z.string() }), count: z.int() })), choices: z.array(z.object({ field: z.string(), value: z.string(), name: Label, count: z.int() })) }) }),
  addEntry: route({ method: 'POST', path: '/api/cases/directories/:key', permission: 'case.handle', summary: words('名录增加一条', 'Add a line'), params: byKey, body: EntryGiven, reply: EntryView }),
  entry: route({ method: 'GET', path: '/api/cases/directories/:key/:id', permission: 'case.read', summary: words('名录的一条', 'A line of a directory'), params: one, reply: EntryView }),
  changeEntry: route({ method: 'PUT', path: '/api/cases/directories/:key/:id', permission: 'case.handle', summary: words('修改名录的一条（记录理由）', 'Change a line; the reason is kept'), params: one, body: EntryGiven.extend({ version: SeenVersion }), reply: EntryView }),
  revealEntry: route({ method: 'POST', path: '/api/cases/directories/:key/:id/reveal', permission: 'case.reveal', summary: words('查看名录中的个人信息（记录理由）', 'See personal fields of a line; the reason is kept'), params: one, body: z.object({ reason: Reason }), reply: z.object({ fields: FieldValues }) }),
} as const satisfies Contract
