import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import { remember, remembered } from './memory.ts'

/** How close the rows of tables stand. */
export type Density = 'roomy' | 'close'

type Chosen = { readonly density: Density; readonly choose: (density: Density) => void }

const Choice = createContext<Chosen | null>(null)

/** One choice for every table, kept in this browser. */
export function DensityProvider({ children }: { readonly children: ReactNode }) {
  const [density, setDensity] = useState<Density>(() => (remembered('density') === 'close' ? 'close' : 'roomy'))
  const chosen = useMemo((): Chosen => ({ density, choose: next => { remember('density', next); setDensity(next) } }), [density])
  return <Choice value={chosen}>{children}</Choice>
}

export function useDensity(): Chosen {
  const chosen = use(Choice)
  if (!chosen) throw new Error('useDensity outside DensityProvider')
  return chosen
}
