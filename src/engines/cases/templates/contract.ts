import { z } from 'zod'
import { type Contract, route, SeenVersion } from '../../../kernel/contract.ts'
import { Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { PlainText } from '../../indicators/contract.ts'
import { Key, LongText } from '../contract.ts'

const words = (zh: string, en: string): Label => ({ zh, en })
const byId = z.object({ id: Id })

/** Whose a template is: one's own, a unit's for all in it, or the district's for everybody. */
export const TemplateOwner = z.discriminatedUnion('kind', [z.object({ kind: z.literal('person') }), z.object({ kind: z.literal('unit'), unit: Id }), z.object({ kind: z.literal('district') })])
export type TemplateOwner = z.infer<typeof TemplateOwner>

/** Words that are said again and again, with `{number}`, `{title}`, `{unit}`, `{due}` and `{address}` for what a case has. Without a type it is for all. */
export const TemplateGiven = z.object({ owner: TemplateOwner, title: PlainText(60), words: LongText, type: Key.nullable().default(null), category: Key.nullable().default(null) })
export type TemplateGiven = z.infer<typeof TemplateGiven>

export const TemplateView = z.object({ id: Id, owner: TemplateOwner, unitName: z.string().nullable(), title: z.string(), words: z.string(), type: z.string().nullable(), category: z.string().nullable(), version: z.int(), by: z.string(), mayEdit: z.boolean() })
export type TemplateView = z.infer<typeof TemplateView>

export const templateContract = {
  templates: route({
    method: 'GET', path: '/api/cases/templates', permission: 'case.read', summary: words('答复模板：个人、本单位和全区的', 'Templates of answers: one’s own, the unit’s and the district’s'),
    reply: z.object({ items: z.array(TemplateView), /** Units for which the caller may keep templates, and whether for the district. */ may: z.object({ units: z.array(z.object({ id: Id, name: z.string() })), district: z.boolean() }) }),
  }),
  addTemplate: route({ method: 'POST', path: '/api/cases/templates', permission: 'case.read', summary: words('新增答复模板', 'Add a template'), body: TemplateGiven, reply: TemplateView }),
  changeTemplate: route({ method: 'PUT', path: '/api/cases/templates/:id', permission: 'case.read', summary: words('修改答复模板', 'Change a template'), params: byId, body: TemplateGiven.extend({ version: SeenVersion }), reply: TemplateView }),
  dropTemplate: route({ method: 'DELETE', path: '/api/cases/templates/:id', permission: 'case.read', summary: words('删除答复模板', 'Delete a template'), params: byId, reply: z.object({}) }),
} satisfies Contract
