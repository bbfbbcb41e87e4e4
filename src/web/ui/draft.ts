import { useState } from 'react'

/**
 * What a person types into a form, kept in this tab until it is sent: closing the sheet or reloading loses nothing. `key` names
 * the form and what it is about; `first` is what the form begins with.
 */
export function useDraft<Fields extends Readonly<Record<string, string>>>(key: string, first: Fields): { readonly fields: Fields; readonly set: (change: Partial<Fields>) => void; readonly forget: () => void; readonly touched: readonly (keyof Fields & string)[] } {
  const place = `opendistrict.draft.${key}`
  const [typed, setTyped] = useState<{ readonly of: string; readonly change: Partial<Fields> }>({ of: place, change: read(place, first) })
  // The same form may be opened for another thing without leaving the page.
  const change = typed.of === place ? typed.change : read(place, first)
  const set = (more: Partial<Fields>) => {
    const next = { ...change, ...more }
    write(place, next)
    setTyped({ of: place, change: next })
  }
  const forget = () => { write(place, null); setTyped({ of: place, change: {} }) }
  return { fields: { ...first, ...change }, set, forget, touched: Object.keys(change).filter(name => change[name] !== first[name]) }
}

/** Only fields that the form has, and only text: what lies there may be of an older page. */
function read<Fields extends Readonly<Record<string, string>>>(place: string, first: Fields): Partial<Fields> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? '{}')
    if (typeof kept !== 'object' || kept === null) return {}
    return Object.fromEntries(Object.entries(kept).filter(([name, text]) => name in first && typeof text === 'string')) as Partial<Fields> // names and texts were just looked at
  } catch {
    return {} // storage forbidden or not ours: the form begins as it is
  }
}

function write(place: string, change: object | null): void {
  try {
    if (change === null) sessionStorage.removeItem(place)
    else sessionStorage.setItem(place, JSON.stringify(change))
  } catch {
    // Storage forbidden: what is typed holds until the form is closed.
  }
}
