import { z } from 'zod'
import { type Contract, page, PageQuery, route } from '../../kernel/contract.ts'
import { District, Id } from '../../kernel/id.ts'
import { Label, type Label as Words } from '../../kernel/label.ts'
import { Day, Instant } from '../../kernel/time.ts'
import { passwordLength } from '../../engines/org/domain/password.ts'
import { Role } from '../../engines/org/schema.ts'

/** Tries a minute from one address: an office behind one address signs in at half past eight, a guesser gives up. */
const signInsPerMinute = 30
const checksPerMinute = 20

const Username = z.string().trim().min(1).max(60).regex(/^[^\p{Cc}]*$/u, { error: '不能含有控制字符 no control characters' })
/** As typed, at most what is stored; whether it is good enough is a refusal with its own sentence, not bad input. */
const Password = z.string().min(1).max(passwordLength.most)
const Code = z.string().trim().min(6).max(20)

/**
 * How far a sign-in has come. `second-step`: a code is still owed. `password-change`: signed in, but nothing can be done
 * before the password is changed, because somebody else chose it (`temporary`) or because it is too old (`expired`).
 */
export const SessionState = z.object({
  state: z.enum(['signed-out', 'second-step', 'password-change', 'signed-in']),
  district: District,
  districts: z.array(z.object({ code: District, name: Label })),
  person: Id.nullable(),
  name: z.string().nullable(),
  account: z.string().nullable(),
  because: z.enum(['temporary', 'expired']).nullable(),
  secondFactor: z.boolean(),
  idleMinutes: z.int(),
  demonstration: z.boolean(),
  /** What the identity provider is called here; null where there is none. */
  provider: Label.nullable(),
  /** Is a password asked of everybody? Else of administrators only. */
  passwords: z.boolean(),
})
export type SessionState = z.infer<typeof SessionState>

export const SessionRow = z.object({ id: Id, device: z.string(), address: z.string(), since: Instant, lastUsedAt: Instant, thisOne: z.boolean() })
export type SessionRow = z.infer<typeof SessionRow>

const byId = z.object({ id: Id })
const byPerson = z.object({ person: Id })
const Done = z.object({ done: z.literal(true) })
const BackupCodes = z.object({ backupCodes: z.array(z.string()) })

/** My own sign-in. These routes set cookies. */
export const sessionContract = {
  state: route({ method: 'GET', path: '/api/session', permission: 'public', summary: { zh: '当前登录状态', en: 'How far I am signed in' }, reply: SessionState }),
  signIn: route({
    method: 'POST', path: '/api/session', permission: 'public', perMinute: signInsPerMinute, summary: { zh: '用户名密码登录', en: 'Sign in with name and password' },
    body: z.object({ username: Username, password: Password, district: District.optional() }), reply: SessionState,
  }),
  secondStep: route({
    method: 'POST', path: '/api/session/second-step', permission: 'public', perMinute: signInsPerMinute, summary: { zh: '登录第二步：动态码或备用码', en: 'Second step of signing in: code or backup code' },
    body: z.object({ code: Code }), reply: SessionState,
  }),
  signOut: route({ method: 'DELETE', path: '/api/session', permission: 'public', summary: { zh: '退出登录', en: 'Sign out' }, reply: Done.extend({ /** Where to sign out at the identity provider too. */ leave: z.string().nullable() }) }),
  changePassword: route({
    method: 'POST', path: '/api/session/password', permission: 'signed-in', perMinute: checksPerMinute, summary: { zh: '修改密码，其他设备随即退出', en: 'Change my password; other devices are signed out' },
    body: z.object({ present: Password, next: z.string().min(1).max(1000) }), reply: SessionState,
  }),
  sessions: route({ method: 'GET', path: '/api/sessions', permission: 'signed-in', summary: { zh: '我的登录设备', en: 'Where I am signed in' }, reply: z.object({ items: z.array(SessionRow) }) }),
  revoke: route({ method: 'DELETE', path: '/api/sessions/:id', permission: 'signed-in', summary: { zh: '让一台设备退出登录', en: 'Sign one device out' }, params: byId, reply: Done }),
  revokeOthers: route({ method: 'POST', path: '/api/sessions/revoke-others', permission: 'signed-in', summary: { zh: '让其他设备全部退出登录', en: 'Sign all other devices out' }, reply: z.object({ revoked: z.int() }) }),
  setUpCodes: route({
    method: 'POST', path: '/api/session/second-factor', permission: 'signed-in', perMinute: checksPerMinute, summary: { zh: '启用动态码：取得密钥', en: 'Set up codes: get the secret' },
    body: z.object({ password: Password }), reply: BackupCodes.extend({ uri: z.string(), secret: z.string() }),
  }),
  confirmCodes: route({
    method: 'POST', path: '/api/session/second-factor/confirm', permission: 'signed-in', perMinute: checksPerMinute, summary: { zh: '启用动态码：输入首个动态码', en: 'Set up codes: confirm with the first one' },
    body: z.object({ code: Code }), reply: SessionState,
  }),
  removeCodes: route({
    method: 'POST', path: '/api/session/second-factor/remove', permission: 'signed-in', perMinute: checksPerMinute, summary: { zh: '停用动态码', en: 'Stop using codes' },
    body: z.object({ password: Password }), reply: SessionState,
  }),
  renewBackupCodes: route({
    method: 'POST', path: '/api/session/second-factor/backup-codes', permission: 'signed-in', perMinute: checksPerMinute, summary: { zh: '重新生成备用码', en: 'New backup codes' },
    body: z.object({ password: Password }), reply: BackupCodes,
  }),
} as const satisfies Contract

const AccountRow = z.object({
  person: Id, name: z.string(), active: z.boolean(), username: z.string(), hasPassword: z.boolean(), passwordSetAt: Instant.nullable(), changeDue: z.enum(['temporary', 'expired']).nullable(),
  secondFactor: z.boolean(), lockedUntilAt: Instant.nullable(), sessions: z.int(), lastUsedAt: Instant.nullable(),
  suspension: z.object({ from: Day, until: Day.nullable(), reason: z.string(), by: z.string() }).nullable(),
})

/** `initialPassword` is shown this once; null where the same command was sent twice. */
const NewPassword = z.object({ person: Id, username: z.string(), initialPassword: z.string().nullable() })

/** What the security administrator does with the accounts of others. */
export const accountContract = {
  list: route({ method: 'GET', path: '/api/accounts', permission: 'account.manage', summary: { zh: '账户清单', en: 'Accounts' }, query: PageQuery, reply: page(AccountRow) }),
  create: route({ method: 'POST', path: '/api/accounts', permission: 'account.manage', summary: { zh: '开通账户，初始密码只显示一次', en: 'Open an account; its first password is shown once' }, body: z.object({ person: Id }), reply: NewPassword }),
  resetPassword: route({ method: 'POST', path: '/api/accounts/:person/password', permission: 'account.manage', summary: { zh: '重置密码，所有设备随即退出', en: 'Reset a password; all devices are signed out' }, params: byPerson, reply: NewPassword }),
  suspend: route({ method: 'POST', path: '/api/accounts/:person/suspension', permission: 'account.manage', summary: { zh: '暂停账户', en: 'Suspend an account' }, params: byPerson, body: z.object({ from: Day, until: Day.nullable().default(null), reason: z.string().trim().min(2).max(500).regex(/^[^\p{Cc}]*$/u) }), reply: Done }),
  lift: route({ method: 'POST', path: '/api/accounts/:person/suspension/lift', permission: 'account.manage', summary: { zh: '解除暂停', en: 'Lift a suspension' }, params: byPerson, reply: Done }),
  releaseProvider: route({ method: 'POST', path: '/api/accounts/:person/provider/release', permission: 'account.manage', summary: { zh: '解除与统一身份认证的绑定', en: 'Release an account from its subject at the identity provider' }, params: byPerson, reply: Done }),
  unlock: route({ method: 'POST', path: '/api/accounts/:person/unlock', permission: 'account.manage', summary: { zh: '解除锁定', en: 'Unlock an account' }, params: byPerson, reply: Done }),
  sessions: route({ method: 'GET', path: '/api/accounts/:person/sessions', permission: 'account.manage', summary: { zh: '某人的登录设备', en: 'Where a person is signed in' }, params: byPerson, reply: z.object({ items: z.array(SessionRow) }) }),
  revokeSessions: route({ method: 'POST', path: '/api/accounts/:person/sessions/revoke', permission: 'account.manage', summary: { zh: '让某人的所有设备退出登录', en: 'Sign a person out everywhere' }, params: byPerson, reply: z.object({ revoked: z.int() }) }),
  removeCodes: route({ method: 'POST', path: '/api/accounts/:person/second-factor/remove', permission: 'account.manage', summary: { zh: '为遗失手机者停用动态码', en: 'Stop codes for a person who lost the phone' }, params: byPerson, reply: Done }),
} as const satisfies Contract

/** Why the identity provider let somebody in and we do not, or could not: the page of sign-in says it. */
export const providerRefusals = {
  'provider-unreachable': { status: 503, zh: '暂时无法连接统一身份认证。请稍后再试；如持续如此，请告知系统管理员。', en: 'The identity provider cannot be reached just now. Try again in a moment; if it stays so, tell the system administrator.' },
  'provider-refused': { status: 401, zh: '这次登录未通过核验，可能是等待过久、页面重复打开或两边时钟不一致。请重新登录。', en: 'This sign-in could not be verified: it took too long, the page was opened twice, or the clocks of the two systems differ. Sign in again.' },
  'provider-denied': { status: 401, zh: '您在统一身份认证中取消了登录。', en: 'You cancelled the sign-in at the identity provider.' },
  'provider-no-account': { status: 403, zh: '统一身份认证没有给出您的账号，无法登录。请告知系统管理员。', en: 'The identity provider did not tell your account. Tell the system administrator.' },
  'provider-unknown-person': { status: 403, zh: '您的账号在本系统没有登记，或已停用，没有为您建立任何资料。请联系本区系统管理员登记并任职。', en: 'Your account is not enrolled here, or no longer active; nothing was created for you. Ask the system administrator of the district to enrol and appoint you.' },
  'provider-unknown-unit': { status: 403, zh: '统一身份认证给出的单位在本系统中找不到，无法自动登记。请联系本区系统管理员。', en: 'The unit that the identity provider named is not known here, so you could not be enrolled. Ask the system administrator of the district.' },
  'account-suspended': { status: 403, zh: '您的账户已被安全管理员暂停使用，到期或解除后方可登录。如有疑问，请联系安全管理员。', en: 'Your account was suspended by the security administrator. You can sign in when it ends or is lifted; ask the security administrator.' },
  'provider-other-person': { status: 403, zh: '此账号在统一身份认证中已换了主人，为安全起见暂停登录。请联系安全管理员核实后解除绑定。', en: 'At the identity provider this account now belongs to somebody else. Sign-in is stopped until the security administrator has looked and released it.' },
} as const satisfies Readonly<Record<string, Words & { readonly status: number }>>

const Loose = z.string().max(4000).regex(/^[^\p{Cc}]*$/u)

/** Signing in through the identity provider. Mounted where one is configured; the browser is sent on, there is no answer to read. */
export const providerContract = {
  begin: route({ method: 'GET', path: '/api/session/provider', permission: 'public', perMinute: signInsPerMinute, summary: { zh: '前往统一身份认证登录', en: 'Go to the identity provider' }, query: z.object({ district: z.coerce.number().pipe(District).optional(), next: z.string().max(500).regex(/^\/(?![/\\])[^\p{Cc}]*$/u).default('/') }), reply: z.object({}) }),
  callback: route({ method: 'GET', path: '/api/session/provider/callback', permission: 'public', perMinute: signInsPerMinute, summary: { zh: '从统一身份认证返回', en: 'Back from the identity provider' }, query: z.record(z.string().max(60), Loose), reply: z.object({}) }),
  ended: route({ method: 'POST', path: '/api/session/provider/ended', permission: 'public', perMinute: 120, summary: { zh: '统一身份认证通知退出', en: 'The identity provider tells that somebody signed out' }, body: z.object({ logout_token: z.string().min(1).max(20_000) }), reply: z.object({ ended: z.int() }) }),
} as const satisfies Contract

/** A role of the demonstration: whom one signs in as, and what that person does. */
export const DemoRole = z.object({ role: z.string(), label: Label, does: Label, unit: Label, roles: z.array(Role) })
export type DemoRole = z.infer<typeof DemoRole>

/** The demonstration's one-click sign-in. Mounted in demonstration mode only. */
export const demoContract = {
  roles: route({ method: 'GET', path: '/api/demo/roles', permission: 'public', summary: { zh: '演示角色', en: 'Roles of the demonstration' }, query: z.object({ district: z.coerce.number().pipe(District).optional() }), reply: z.object({ district: District, items: z.array(DemoRole) }) }),
  signIn: route({
    method: 'POST', path: '/api/demo/sign-in', permission: 'public', perMinute: 600, summary: { zh: '以演示角色登录', en: 'Sign in as a role of the demonstration' },
    body: z.object({ role: z.string().min(1).max(60), district: District.optional() }), reply: z.object({ person: Id, name: z.string(), role: z.string(), district: District }),
  }),
} as const satisfies Contract
