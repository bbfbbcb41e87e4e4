/** What is looked for in a case: letters and digits of any script, nothing else, in the pieces that other signs leave. */
export const plain = (text: string) => text.toLowerCase().normalize('NFKC').match(/[\p{L}\p{N}]+/gu) ?? []

/**
 * Every single and every two neighbouring characters of these texts, each once: words of one and two characters are found as
 * fast as longer ones, without a dictionary (measured.md, Chinese search).
 */
export function gramsOf(texts: readonly string[]): string[] {
  const grams = new Set<string>()
  for (const word of texts.flatMap(plain)) {
    const characters = [...word]
    for (const [i, character] of characters.entries()) {
      grams.add(character)
      const next = characters[i + 1]
      if (next !== undefined) grams.add(character + next)
    }
  }
  return [...grams]
}

/** The grams that everything with these words in it has: pairs where a word has two characters or more, else the single one. */
export function gramsSought(words: string): string[] {
  return [...new Set(plain(words).flatMap(word => {
    const characters = [...word]
    return characters.length === 1 ? characters : characters.slice(1).map((character, i) => `${characters[i] ?? ''}${character}`)
  }))]
}
