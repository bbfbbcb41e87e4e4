/** A number as people type it: full-width digits and a minus of either form are understood; `wrong` where it is none, null where nothing stands. */
export function typedNumber(text: string): number | null | 'wrong' {
  const plain = text.normalize('NFKC').trim().replace(/^\+/, '').replace('−', '-')
  if (plain === '') return null
  return /^-?\d+(?:\.\d+)?$/.test(plain) && Math.abs(Number(plain)) <= 1e15 ? Number(plain) : 'wrong'
}

/** The number, where one was typed. */
export function numberIn(text: string): number | null {
  const typed = typedNumber(text)
  return typed === 'wrong' ? null : typed
}
