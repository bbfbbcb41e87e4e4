import { type District, type Id } from '../../kernel/id.ts'
import { type Context, type Tx } from '../context.ts'
import { type CaseType } from './schema.ts'
import { findTypes, insertType } from './store.ts'
import { supervisionOffice } from './sweep.ts'

/** Puts the case types of packs in place; a version that is there stays as it is. `unitOf` finds the unit behind a department's key. Answers how many were new. */
export async function seedCaseTypes(tx: Tx, ctx: Context, types: readonly CaseType[], unitOf: (department: string) => Id | null): Promise<number> {
  let made = 0
  for (const type of types) {
    const departments = Object.fromEntries([supervisionOffice, ...departmentsIn(type.categories)].flatMap(key => { const unit = unitOf(key); return unit === null ? [] : [[key, unit]] }))
    if (await insertType(tx, ctx.district, { id: ctx.newId(), type, departments }, ctx.now())) made += 1
  }
  return made
}

function departmentsIn(categories: CaseType['categories']): string[] {
  return categories.flatMap(({ unit, below }) => [...(unit && 'department' in unit ? [unit.department] : []), ...departmentsIn(below ?? [])])
}

/** The newest version of each case type. */
export async function typesInForce(tx: Tx, district: District): Promise<readonly CaseType[]> {
  return (await findTypes(tx, district)).map(here => here.type)
}

export { apis } from './apis.ts'
export { seedDirectories, seedEntries } from './directories/seeding.ts'
export { findRepeated } from './clusters/finding.ts'
export { countMonth, seedCountedFigures } from './counted/counting.ts'
export { attach } from './attachments/attaching.ts'
export { findPictures, loadBytes } from './attachments/store.ts'
export { countDueByLead } from './figures/due-by-lead.ts'
export { findForOutside, type WholeCase } from './transfer/whole-store.ts'
export { happen, openCase, resident } from './doing.ts'
export { findType, loadCase, seeEveryCase } from './store.ts'
export { findOwedCases, type OwedCase } from './owed-store.ts'
export { jobs } from './jobs.ts'
export { type GeneratedCase, seedCase, seedCases } from './seeding.ts'
export { type Channels, mailServer, textGateway } from './sendings/channels.ts'
export { sweep } from './sweep.ts'
export { learnPending, seedMemory } from './routing/learning.ts'
export { nearbyCases } from './routing/nearby.ts'
export { countQueues, firstInQueue } from './views/api.ts'
export { searchCases } from './api.ts'

// The public forms: `server/public` draws their pages.
export { codeFrom, isToken } from './portal/code.ts'
export { type Visitor } from './portal/flood.ts'
export { addPhoto, beginFollowing, type Doing, followUp, loadFollowed } from './portal/following.ts'
export { sendReport } from './portal/reporting.ts'
export { showFollowed, showSent } from './portal/showing.ts'
export { answerWriting, beginWriting, loadWriting, mapOf, stepShown, stepsOf, typesForResidents, valuesOf } from './portal/writing.ts'
