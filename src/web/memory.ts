/** What this browser remembers of a person's preferences. Storage may be full or forbidden: then nothing is remembered and nothing breaks. */
type Preference = 'language' | 'density' | 'shortcuts'

export function remembered(name: Preference): string | null {
  try {
    return localStorage.getItem(`opendistrict.${name}`)
  } catch {
    return null // storage forbidden: the default holds
  }
}

export function remember(name: Preference, value: string): void {
  try {
    localStorage.setItem(`opendistrict.${name}`, value)
  } catch {
    // Storage forbidden: the choice holds until the page is closed.
  }
}
