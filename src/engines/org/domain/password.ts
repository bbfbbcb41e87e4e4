/** What is wrong with a password that a person chose; the kinds of refusal, in the order in which to say them. */
export type PasswordFault = 'password-too-short' | 'password-too-long' | 'password-too-plain' | 'password-holds-name'

export const passwordLength = { least: 8, most: 128 } as const
export const passwordClasses = 3

/**
 * Checks a password before it is set, in the browser as it is typed and again in the server.
 * Source: standards.md §9, practice under GB/T 22239-2019: at least 8 characters, at least 3 of the four classes lower case,
 * upper case, digits and other characters. A Chinese character counts as one of the others. The account's name in it, also
 * backwards, makes it guessable whatever its classes.
 */
export function passwordFault(password: string, account: string): PasswordFault | null {
  const length = [...password].length
  if (length < passwordLength.least) return 'password-too-short'
  if (length > passwordLength.most) return 'password-too-long'
  const classes = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{Ll}\p{Lu}\p{Nd}]/u].filter(one => one.test(password)).length
  if (classes < passwordClasses) return 'password-too-plain'
  const name = account.toLowerCase()
  const text = password.toLowerCase()
  const holdsName = name.length >= 3 && (text.includes(name) || text.includes([...name].toReversed().join('')))
  return holdsName ? 'password-holds-name' : null
}
