import { type RefusalTable } from '../../engines/refusal-table.ts'
import { providerRefusals } from './contract.ts'

export const refusals = {
  ...providerRefusals,
  'password-sign-in-off': { status: 403, zh: '本系统已停用密码登录，请用“{name}”登录。仅系统管理员和安全管理员保留密码，以备应急。', en: 'Signing in by password is switched off; use “{nameEn}”. Only administrators keep theirs, for emergencies.' },
  'sign-in-failed': { status: 401, zh: '用户名或密码不正确。', en: 'The name or the password is not right.' },
  'sign-in-locked': { status: 429, zh: '连续多次失败，已暂停登录，请于{minutes}分钟后再试，或请安全管理员解除。', en: 'Too many failures in a row. Try again in {minutes} minutes, or ask the security administrator to unlock.' },
  'sign-in-expired': { status: 401, zh: '登录等待时间过长，请重新输入用户名和密码。', en: 'This sign-in waited too long. Enter name and password again.' },
  'wrong-code': { status: 422, zh: '动态码不正确或已用过。请输入手机上当前显示的6位数字，或一个未用过的备用码。', en: 'This code is wrong or was used before. Enter the six digits shown now, or a backup code not used yet.' },
  'wrong-password': { status: 422, zh: '当前密码不正确，未作任何改动。', en: 'Your present password is not right; nothing was changed.' },
  'no-password': { status: 422, zh: '此账户没有密码，不能办理此事。演示账户不能修改密码或启用动态码。', en: 'This account has no password. Demonstration accounts cannot change it or use codes.' },
  'password-change-due': { status: 403, zh: '请先修改密码，再办理其他事项。', en: 'Change your password first.' },
  'password-too-short': { status: 422, zh: '密码至少需要{least}个字符。', en: 'A password needs at least {least} characters.' },
  'password-too-long': { status: 422, zh: '密码不能超过{most}个字符。', en: 'A password has at most {most} characters.' },
  'password-too-plain': { status: 422, zh: '密码须包含小写字母、大写字母、数字、其他符号中的至少三类。', en: 'A password needs at least three of: lower case, upper case, digits, other characters.' },
  'password-holds-name': { status: 422, zh: '密码不能包含用户名。', en: 'A password must not contain the user name.' },
  'password-unchanged': { status: 422, zh: '新密码不能与当前密码相同。', en: 'The new password is the present one. Choose another.' },
  'second-factor-on': { status: 422, zh: '动态码已启用。如需更换手机，请先停用。', en: 'Codes are in use already. To change the phone, stop them first.' },
  'second-factor-off': { status: 422, zh: '尚未启用动态码。', en: 'Codes are not in use.' },
  'suspend-self': { status: 422, zh: '不能暂停自己的账户，请由其他安全管理员办理。', en: 'Nobody suspends his own account; ask another security administrator.' },
  'already-suspended': { status: 422, zh: '该账户已在暂停中或已安排暂停，请先解除。', en: 'This account is suspended or will be. Lift that first.' },
  'not-suspended': { status: 422, zh: '该账户没有暂停。', en: 'This account is not suspended.' },
  'account-exists': { status: 422, zh: '“{name}”已有账户{username}。如忘记密码，请重置密码。', en: '“{name}” has the account {username} already. Reset its password instead.' },
  'account-name-unfit': { status: 422, zh: '“{username}”不能用作用户名：只能用文字、数字、点、横线和下划线。请先在组织机构中更正。', en: '“{username}” cannot be a user name: letters, digits, dot, dash and underscore only. Mend it in the organisation first.' },
  'account-name-taken': { status: 422, zh: '用户名“{username}”已被他人使用（不分大小写）。', en: 'The user name “{username}” is taken by another person (case does not count).' },
  'person-inactive': { status: 422, zh: '“{name}”已停用，不能开通账户。', en: '“{name}” is no longer active and gets no account.' },
} as const satisfies RefusalTable
