import { type DistrictSetup } from '../../districts/district.ts'
import { type Person, type Post, type Role } from '../../engines/org/schema.ts'
import { dayOf } from '../../kernel/time.ts'
import { type Accounts } from '../account/accounts.ts'
import { type Store } from '../store.ts'
import { placeLedger, placeUnits, seedContext } from './district.ts'
import { seededId } from './organisation.ts'

/** Who runs the district's installation from its first day: two people, because nobody may hold both offices. */
export type Founders = { readonly [R in Extract<Role, 'administrator' | 'security-administrator'>]: { readonly account: string; readonly name: string } }

/** Puts a real district into an empty database: its units, its register, and the first two accounts, each with a password that must be changed. */
export async function establish({ db }: Pick<Store, 'db'>, accounts: Accounts, setup: DistrictSetup, founders: Founders): Promise<readonly { readonly account: string; readonly initialPassword: string | null }[]> {
  const today = dayOf(new Date().toISOString())
  const roles = ['administrator', 'security-administrator'] as const
  const people = roles.map((role): Person => ({ id: seededId(setup.code, 'founder', founders[role].account), name: founders[role].name, account: founders[role].account, active: true, generated: false, version: 1 }))
  const posts = roles.map((role, i): Post => ({ id: seededId(setup.code, 'founding-post', role), person: people[i]?.id ?? '', unit: seededId(setup.code, 'unit', String(setup.code)), role, title: '', from: today, until: null }))
  await placeUnits(db, setup, { people, posts, generated: false })
  await placeLedger(db, setup, { figures: [], targets: [] })
  const made: { account: string; initialPassword: string | null }[] = []
  for (const person of people) {
    const result = await accounts.createAccount(seedContext(db, setup.code), person.id)
    made.push({ account: person.account, initialPassword: result.ok ? result.value.initialPassword : null })
  }
  return made
}
