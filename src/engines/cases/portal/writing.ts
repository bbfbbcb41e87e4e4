/** A report while it is written: one question after another, kept in a slip until it is sent. */
import { type District } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Context, type Tx } from '../../context.ts'
import { holdsOn } from '../../org/domain/tree.ts'
import { findOutlines, findUnits } from '../../org/index.ts'
import { type Unit } from '../../org/schema.ts'
import { urgencyOf } from '../domain/open.ts'
import { answerStep, askedFields, type Fault, type Form, type Step, stepAfter, steps, written } from '../domain/portal/answers.ts'
import { leavesOf, offersFor } from '../domain/portal/offers.ts'
import { type CaseType } from '../schema.ts'
import { casesNear } from '../routing/nearby.ts'
import { branchNames } from '../showing.ts'
import { findTypes } from '../store.ts'
import { hashOfToken, newToken } from './code.ts'
import { type MapShown, type NearShown, type StepShown, type StreetShown } from './contract.ts'
import { after } from './flood.ts'
import { type Answers, noAnswers, type PortalTerms } from './schema.ts'
import { loadSlip, saveSlip } from './store.ts'

/** A report that is being written, with all that its answers may be chosen from. */
export type Writing = { readonly answers: Answers; readonly types: readonly CaseType[]; readonly streets: readonly StreetShown[]; readonly near: readonly NearShown[] }

/** The case types that residents may open. */
export async function typesForResidents(tx: Tx, district: District): Promise<readonly CaseType[]> {
  return (await findTypes(tx, district)).map(({ type }) => type).filter(type => type.onPortal)
}

/** Begins a report with the first words; answers the word for its address. */
export async function beginWriting(tx: Tx, ctx: Context, words: string, terms: PortalTerms): Promise<string> {
  const token = newToken()
  await saveSlip(tx, ctx.district, hashOfToken(token), { kind: 'writing', answers: { ...noAnswers, words: written(words).slice(0, 2000) } }, ctx.now(), after(ctx.now(), terms.slipMinutes))
  return token
}

/** A report as it stands; `sent` where it was sent; null where there is none, or its time is over. */
export async function loadWriting(tx: Tx, ctx: Context, token: string): Promise<Writing | 'sent' | null> {
  const held = await loadSlip(tx, ctx.district, hashOfToken(token), ctx.now())
  if (held?.slip.kind === 'sent') return 'sent'
  if (held?.slip.kind !== 'writing') return null
  const { answers } = held.slip
  const types = await typesForResidents(tx, ctx.district), units = await findUnits(tx, ctx.district)
  return { answers, types, streets: streetsOf(units, ctx.today()), near: await nearOf(tx, ctx, answers, types, units) }
}

/** The map on which a place is chosen: of the district, or of the street that was chosen; null where no outlines are on file. */
export async function mapOf(tx: Tx, ctx: Context, { streets }: Pick<Writing, 'streets'>, street: string | undefined): Promise<MapShown | null> {
  const chosen = streets.find(one => one.id === street)
  const outlines = await findOutlines(tx, ctx.district, { kind: chosen ? 'community' : 'street', on: ctx.today(), ...(chosen && { parent: chosen.id }) })
  if (outlines.length === 0) return null
  return { street: chosen ? { id: chosen.id, name: chosen.name } : null, areas: outlines.map(({ unit, name, ring }) => ({ id: unit, name, ring })) }
}

/** So many that may be the same matter are shown. */
const MOST_NEAR = 5

/** Open cases that may be the same: around the point, else in the community. A whole street is no answer to where. */
async function nearOf(tx: Tx, ctx: Context, { type: key, category, point, unit }: Answers, types: readonly CaseType[], units: readonly Unit[]): Promise<readonly NearShown[]> {
  const type = types.find(one => one.key === key), community = units.find(one => one.id === unit && one.kind === 'community')
  const ground = point !== null ? { point } : community ? { unit: community.id } : null
  if (!type || category === null || !ground) return []
  const { found } = await casesNear(tx, ctx, type, category, ground)
  return found.slice(0, MOST_NEAR).map(one => ({ id: one.id, branch: branchNames(type, one.category), place: units.find(place => place.id === one.place)?.name ?? null, metres: one.metres, openedAt: one.openedAt }))
}

/** Takes in the answers to one question and keeps them if nothing is wrong with them; answers what to ask next. */
export async function answerWriting(tx: Tx, ctx: Context, token: string, writing: Writing, step: Step, form: Form, terms: PortalTerms): Promise<{ readonly next: Step } | { readonly faults: readonly Fault[] }> {
  const units = new Set(writing.streets.flatMap(street => [street.id, ...street.communities.map(community => community.id)]))
  const { answers, faults } = answerStep(step, writing.answers, form, { types: writing.types, units, near: new Set(writing.near.map(one => one.id)) })
  if (faults.length > 0) return { faults }
  await saveSlip(tx, ctx.district, hashOfToken(token), { kind: 'writing', answers }, ctx.now(), after(ctx.now(), terms.slipMinutes))
  return { next: stepAfter(answers, writing.near.length > 0) }
}

function streetsOf(units: readonly Unit[], today: string): readonly StreetShown[] {
  const living = units.filter(unit => holdsOn(today, unit)).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  const named = ({ id, name }: Unit) => ({ id, name })
  return living.filter(unit => unit.kind === 'street').map(street => ({ ...named(street), communities: living.filter(unit => unit.kind === 'community' && unit.parent === street.id).map(named) }))
}

/** The questions of this report, in order: what is near is asked only where something is. */
export function stepsOf({ near }: Pick<Writing, 'near'>): readonly Step[] {
  return steps.filter(step => step !== 'near' || near.length > 0)
}

/** What stands in the boxes of a page, from the answers so far. */
export function valuesOf({ answers }: Pick<Writing, 'answers'>): Form {
  const { type, category, unit, address, point, words, fields, same, name, phone, email, confidential } = answers
  return {
    words, address, name, phone, email, unit: unit ?? '', kind: type === null ? '' : `${type}/${category ?? ''}`, same: same ?? '', confidential: confidential ? 'yes' : '', lng: point ? String(point.lng) : '', lat: point ? String(point.lat) : '',
    ...Object.fromEntries(Object.entries(fields).map(([key, value]) => [`field-${key}`, typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value ?? '')])),
  }
}

/** What the page of a question shows. */
export function stepShown(step: Step, writing: Writing, alsoSame: boolean, map: MapShown | null): StepShown {
  const { answers, types } = writing
  const type = types.find(one => one.key === answers.type)
  switch (step) {
    case 'kind': return { step, words: answers.words, offers: offersFor(types, answers.words), all: types.flatMap(groupsOf) }
    case 'where': return { step, streets: writing.streets, urgent: type !== undefined && answers.category !== null && urgencyOf(type, answers.category) === type.urgencies[0]?.key, map }
    case 'words': return { step, fields: askedFields(type) }
    case 'near': return { step, near: writing.near }
    case 'who': return { step }
    case 'look': return { step, lines: linesOf(writing, type), alsoSame }
  }
}

/** The tree of a type as groups of what can be chosen, by its first level. What has nothing below it stands under the type's name. */
function groupsOf(type: CaseType): readonly { readonly name: Label; readonly leaves: ReturnType<typeof leavesOf> }[] {
  const leaves = leavesOf(type)
  const group = (name: Label, keys: ReadonlySet<string>) => ({ name, leaves: leaves.filter(leaf => keys.has(leaf.category)) })
  const [single, branching] = [type.categories.filter(c => (c.below ?? []).length === 0), type.categories.filter(c => (c.below ?? []).length > 0)]
  return [...branching.map(category => group(category.name, new Set(leavesOf({ key: type.key, categories: [category] }).map(leaf => leaf.category)))), ...(single.length > 0 ? [group(type.name, new Set(single.map(c => c.key)))] : [])]
}

/** What was answered, to be looked over. */
function linesOf({ answers, streets, near }: Writing, type: CaseType | undefined): Extract<StepShown, { step: 'look' }>['lines'] {
  const { unit, address, point, words, fields, same, name, phone, email, confidential } = answers
  const branch = type && answers.category !== null ? branchNames(type, answers.category) : []
  const street = streets.find(one => one.id === unit || one.communities.some(community => community.id === unit))
  const place = [...(street ? [street.name, street.communities.find(community => community.id === unit)?.name ?? ''] : []), address, point === null ? '' : `${point.lat.toFixed(5)}, ${point.lng.toFixed(5)}`].filter(text => text !== '').join(' ')
  const nothing: Label = { zh: '没有填', en: 'Left empty' }
  return [
    { step: 'kind', name: { zh: '是什么事', en: 'What it is' }, said: { zh: branch.map(label => label.zh).join(' › ') || '—', en: branch.map(label => label.en).join(' › ') || '—' } },
    { step: 'where', name: { zh: '在哪里', en: 'Where' }, said: place },
    { step: 'words', name: { zh: '具体情况', en: 'What exactly' }, said: words },
    ...askedFields(type).map(field => ({ step: 'words' as const, name: field.name, said: fieldWords(field, fields[field.key] ?? null) ?? nothing })),
    ...(near.length > 0 ? [{ step: 'near' as const, name: { zh: '是否已有人反映', en: 'Reported already?' }, said: same === null ? { zh: '没有发现同一件事', en: 'None of those shown' } : { zh: '与已有的一件是同一件事', en: 'The same as one that is open' } }] : []),
    { step: 'who', name: { zh: '怎么称呼您', en: 'Your name' }, said: name === '' ? nothing : name },
    { step: 'who', name: { zh: '联系电话', en: 'Telephone' }, said: phone === '' ? nothing : phone },
    { step: 'who', name: { zh: '电子邮箱', en: 'E-mail' }, said: email === '' ? nothing : email },
    { step: 'who', name: { zh: '身份保密', en: 'Keep who I am confidential' }, said: confidential ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' } },
  ]
}

function fieldWords(field: ReturnType<typeof askedFields>[number], value: string | number | boolean | null): string | Label | null {
  if (value === null) return null
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'Yes' } : { zh: '否', en: 'No' }
  return (field.input === 'choice' && field.choices?.find(choice => choice.key === value)?.name) || String(value)
}
