import { type FieldValues } from '../../engines/cases/schema.ts'
import { addDays, type Day } from '../../kernel/time.ts'
import { diceOf } from '../dice.ts'
import { type DistrictSetup } from '../district.ts'
import { unitsOf } from '../units.ts'
import { chance, emergencyUnitName, one } from './world.ts'

/** The half-year report of Yuexiu counts so many; who and where they are is published nowhere. */
export const publishedCount = 2208

/** A line of a directory of the demonstration: the unit it belongs to by its code, its name, its fields. */
export type DemoDirectoryRow = { readonly unit: string; readonly name: string; readonly fields: FieldValues }

/** Made-up smallest emergency units, as many as were counted, spread evenly over the communities. Names and equipment are generated; telephones are such as nobody can have. */
export function demoEmergencyUnits(setup: DistrictSetup, { seed, today, count = publishedCount }: { readonly seed: string; readonly today: Day; readonly count?: number }): readonly DemoDirectoryRow[] {
  const dice = diceOf(seed)
  const communities = unitsOf(setup).filter(unit => unit.kind === 'community')
  if (communities.length === 0) return []
  return Array.from({ length: count }, (_, i): DemoDirectoryRow => {
    const community = communities[i % communities.length] ?? communities[0]
    if (!community) throw new Error('there is at least one community')
    const site = one(dice, ['community', 'community', 'estate', 'estate', 'building', 'school', 'market', 'street', 'street', 'hospital', 'hub'] as const)
    const people = 3 + dice(site === 'community' || site === 'school' ? 10 : 6)
    return {
      unit: community.code, name: emergencyUnitName(community.name.zh, Math.floor(i / communities.length) + 1),
      fields: {
        site, address: `${community.name.zh.replace(/社区$/, '')}${one(dice, ['大街', '一巷', '东街', '新街'])}${1 + dice(90)}号`, people, leader: `${one(dice, ['陈', '李', '黄', '张', '梁', '林'])}队长（演示）`, phone: `100${String(dice(100_000_000)).padStart(8, '0')}`,
        hours: site === 'market' || site === 'building' || site === 'street' ? 'opening' : site === 'school' ? 'day' : 'day-and-night',
        extinguishers: 4 + dice(12), shields: people - dice(3), radios: 2 + dice(people), 'first-aid': 1 + dice(2), defibrillator: chance(dice, site === 'community' || site === 'hub' ? 30 : 8), pumps: chance(dice, 15) ? 1 + dice(2) : 0, drilled: addDays(today, -dice(180)),
      },
    }
  })
}
