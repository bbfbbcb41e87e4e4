import { z } from 'zod'
import { type Contract, page, PageQuery, route } from '../../kernel/contract.ts'
import { District, Id } from '../../kernel/id.ts'
import { Label } from '../../kernel/label.ts'
import { Instant } from '../../kernel/time.ts'
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
  signOut: route({ method: 'DELETE', path: '/api/session', permission: 'public', summary: { zh: '退出登录', en: 'Sign out' }, reply: Done }),
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
})

/** `initialPassword` is shown this once; null where the same command was sent twice. */
const NewPassword = z.object({ person: Id, username: z.string(), initialPassword: z.string().nullable() })

/** What the security administrator does with the accounts of others. */
export const accountContract = {
  list: route({ method: 'GET', path: '/api/accounts', permission: 'account.manage', summary: { zh: '账户清单', en: 'Accounts' }, query: PageQuery, reply: page(AccountRow) }),
  create: route({ method: 'POST', path: '/api/accounts', permission: 'account.manage', summary: { zh: '开通账户，初始密码只显示一次', en: 'Open an account; its first password is shown once' }, body: z.object({ person: Id }), reply: NewPassword }),
  resetPassword: route({ method: 'POST', path: '/api/accounts/:person/password', permission: 'account.manage', summary: { zh: '重置密码，所有设备随即退出', en: 'Reset a password; all devices are signed out' }, params: byPerson, reply: NewPassword }),
  unlock: route({ method: 'POST', path: '/api/accounts/:person/unlock', permission: 'account.manage', summary: { zh: '解除锁定', en: 'Unlock an account' }, params: byPerson, reply: Done }),
  sessions: route({ method: 'GET', path: '/api/accounts/:person/sessions', permission: 'account.manage', summary: { zh: '某人的登录设备', en: 'Where a person is signed in' }, params: byPerson, reply: z.object({ items: z.array(SessionRow) }) }),
  revokeSessions: route({ method: 'POST', path: '/api/accounts/:person/sessions/revoke', permission: 'account.manage', summary: { zh: '让某人的所有设备退出登录', en: 'Sign a person out everywhere' }, params: byPerson, reply: z.object({ revoked: z.int() }) }),
  removeCodes: route({ method: 'POST', path: '/api/accounts/:person/second-factor/remove', permission: 'account.manage', summary: { zh: '为遗失手机者停用动态码', en: 'Stop codes for a person who lost the phone' }, params: byPerson, reply: Done }),
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
