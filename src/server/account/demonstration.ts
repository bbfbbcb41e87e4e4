import { findPeopleOf } from '../../engines/org/index.ts'
import { type District } from '../../kernel/id.ts'
import { ok, refuse } from '../../kernel/result.ts'
import { type demoContract, type DemoRole } from './contract.ts'
import { districtCookie } from './cookies.ts'
import { ask, type Desk, headersOf, inDistrict, noteVisit, plain, presentOf, usernameFrom, type VisitHandlers } from './desk.ts'
import { makeHolder } from './manage.ts'
import { endSessions, loadHolder, takeTurn } from './store.ts'

/** A person of the demonstration: a role as visitors know it, and the account of the generated person who holds it. */
export type DemoPerson = DemoRole & { readonly account: string }

/** One-click sign-in. These handlers are made, and their routes mounted, in demonstration mode only. */
export function demoHandlers(desk: Desk, peopleOf: (district: District) => readonly DemoPerson[]): VisitHandlers<typeof demoContract> {
  return {
    roles: async (visit, { query }) => {
      const district = query.district ?? visit.district
      return plain(ok({ district, items: peopleOf(district).map(({ role, label, does, unit, roles }) => ({ role, label, does, unit, roles })) }))
    },

    signIn: async (asked, { body }) => {
      const visit = { ...asked, district: body.district ?? asked.district }
      const role = peopleOf(visit.district).find(person => person.role === body.role)
      if (!role) return plain(refuse('unknown-demo-role', { role: body.role, district: visit.district }))
      return inDistrict(desk, visit, async tx => {
        const [person] = await findPeopleOf(tx, visit.district, { account: role.account })
        if (!person?.active || !person.generated) return plain(refuse('unknown-demo-role', { role: body.role, district: visit.district }))
        if (!await loadHolder(tx, visit.district, { id: person.id })) {
          await takeTurn(tx, visit.district, person.id)
          if (!await loadHolder(tx, visit.district, { id: person.id })) await makeHolder(desk, tx, person.id, usernameFrom(person.account))
        }
        const before = await presentOf(desk, tx, visit)
        if (before) await endSessions(tx, visit.district, before.holder.id, { only: before.session.id })
        const called = await ask(tx, () => desk.library.api.enter({ body: { holder: person.id }, headers: headersOf(visit), returnHeaders: true }))
        if (!called.ok) throw new Error(`The demonstration could not open a session: ${called.code}`)
        await noteVisit(desk, tx, visit, person, { verb: 'account.signed-in', thing: 'account', thingId: person.id, detail: { how: 'demonstration', role: role.role } })
        return { result: ok({ person: person.id, name: person.name, role: role.role, district: visit.district }), cookies: [...called.cookies, districtCookie(visit.district, desk.secure)] }
      })
    },
  }
}
