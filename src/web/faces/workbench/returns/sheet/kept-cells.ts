/** What is typed into a sheet and not on the server yet, by row. */
export type Typed = Readonly<Record<string, string>>

const place = (sheet: string) => `opendistrict.cells.${sheet}`

/** Only texts are taken: what lies there may be of an older page. */
export function keptTyped(sheet: string): Typed {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(sheet)) ?? '{}')
    return typeof kept === 'object' && kept !== null ? Object.fromEntries(Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}
  } catch {
    return {} // storage forbidden or not ours
  }
}

export function keepTyped(sheet: string, typed: Typed): void {
  try {
    if (Object.keys(typed).length === 0) localStorage.removeItem(place(sheet))
    else localStorage.setItem(place(sheet), JSON.stringify(typed))
  } catch {
    // Storage forbidden: what is typed holds as long as the page.
  }
}
