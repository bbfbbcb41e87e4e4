import { expect, it } from 'vitest'
import { packs } from '../../packs/index.ts'
import { liwan } from '../liwan.ts'
import { unitsOf } from '../units.ts'
import { yuexiu } from '../yuexiu.ts'
import { demoEmergencyUnits, publishedCount } from './emergency-units.ts'

const kind = packs.flatMap(pack => pack.directories ?? []).find(d => d.key === 'emergency-units')
const rows = demoEmergencyUnits(yuexiu, { seed: 'test', today: '2026-03-20' })

it('there are as many emergency units as the paper counts, each with a name of its own, in every community', () => {
  expect(rows).toHaveLength(publishedCount)
  expect(new Set(rows.map(row => row.name)).size).toBe(publishedCount)
  expect(new Set(rows.map(row => row.unit)).size).toBe(unitsOf(yuexiu).filter(u => u.kind === 'community').length)
  expect(demoEmergencyUnits(liwan, { seed: 'x', today: '2026-03-20', count: 30 })).toHaveLength(30)
})

it('each has what its directory asks for, and nothing else', () => {
  const fields = kind?.fields ?? []
  expect(fields.length).toBeGreaterThan(10)
  for (const row of rows) {
    expect(Object.keys(row.fields).filter(key => !fields.some(f => f.key === key))).toEqual([])
    for (const field of fields) {
      const value = row.fields[field.key]
      if (field.required) expect(value, field.key).not.toBeUndefined()
      if (field.input === 'choice') expect(field.choices?.map(c => c.key)).toContain(value)
      if (field.input === 'number') expect(value).toBeGreaterThanOrEqual(0)
    }
    expect(row.fields['phone']).toMatch(/^100\d{8}$/)
  }
})
