import { passwordClasses, type PasswordFault, passwordLength } from '../../../engines/org/domain/password.ts'
import { type Label } from '../../../kernel/label.ts'

/** What is wrong with a password as it is typed, in the words of the page. */
export const passwordFaults = {
  'password-too-short': { zh: `至少${passwordLength.least}个字符。`, en: `At least ${passwordLength.least} characters.` },
  'password-too-long': { zh: `最多${passwordLength.most}个字符。`, en: `At most ${passwordLength.most} characters.` },
  'password-too-plain': { zh: `须包含小写字母、大写字母、数字、其他符号中的至少${passwordClasses}类。`, en: `At least ${passwordClasses} of: lower case, upper case, digits, other characters.` },
  'password-holds-name': { zh: '不能包含用户名。', en: 'It must not contain the user name.' },
} as const satisfies Record<PasswordFault, Label>
