import { describe, expect, it } from 'vitest'
import { permissionsOf } from '../../engines/org/domain/permission.ts'
import { type Role } from '../../engines/org/schema.ts'
import { isAt, placesFor } from './nav.ts'

const seenBy = (role: Role) => placesFor(verb => verb in permissionsOf[role]).flatMap(face => face.places.map(place => place.to))

describe('the navigation', () => {
  it('begins with the cockpit for a leader', () => expect(seenBy('leader')[0]).toBe('/'))
  it('shows an auditor the trail and no ledger', () => expect(seenBy('auditor')).toEqual(['/inbox', '/organisation', '/audit', '/systems']))
  it('shows a grid worker no imports', () => expect(seenBy('grid')).not.toContain('/imports'))

  it('knows the page below a place as that place, and the cockpit under both its addresses', () => {
    const places = placesFor(() => true).flatMap(face => face.places)
    const at = (pathname: string) => places.filter(place => isAt(place, pathname)).map(place => place.to)
    expect([at('/'), at('/cockpit'), at('/plan/2023'), at('/register/GDP'), at('/cases/patrol')]).toEqual([['/'], ['/'], ['/plan'], ['/register'], ['/cases/patrol']])
  })
})
