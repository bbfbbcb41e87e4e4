/** So many characters make a title; more are words. */
const LONGEST = 40

/** A title from what a resident wrote: its first sentence, cut where it is long. */
export function titleFrom(words: string): string {
  const first = words.trim().split(/[\n\r。！？!?；;]/u).find(part => part.trim() !== '')?.trim() ?? words.trim()
  const characters = [...first.replaceAll(/\s+/gu, ' ')]
  return characters.length <= LONGEST ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`
}
