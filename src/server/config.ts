import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type Label } from '../kernel/label.ts'
import { type Refusal } from '../kernel/result.ts'

/** What the machine says, read once at start. Nothing else in the program reads the environment. */
export type Config = {
  readonly port: number
  readonly host: string
  /** Absolute. Holds the database's files (`postgres`), the generated secret and what else must last. */
  readonly dataDir: string
  /** A PostgreSQL server of the operator's own; null for the one that comes with the program. */
  readonly databaseUrl: string | null
  /** Sign-in by one click as any demo role, and generated people and cases. */
  readonly demo: boolean
  /** Null: generated at the first start and kept in the data folder (`secret.ts`). */
  readonly secret: string | null
  /** How people reach the program: scheme, host and port, no path. */
  readonly origin: string
  readonly logLevel: LogLevel
  /** False, the number of proxies in front, or their addresses separated by commas, in Fastify's terms. */
  readonly trustProxy: false | number | string
  readonly uploadLimitBytes: number
  /** Sites that may show the public pages in a frame; pages behind sign-in never. */
  readonly frameAncestors: readonly string[]
  /** The government's identity provider; null: people sign in by password. */
  readonly provider: ProviderSettings | null
  /** May everybody sign in by password, or administrators only? */
  readonly passwordSignIn: boolean
  /** The gateway of text messages; null: none is sent. */
  readonly textGateway: { readonly url: string; readonly key: string } | null
  /** The server of e-mail and the sender of its letters; null: none is sent. */
  readonly mailServer: { readonly url: string; readonly from: string } | null
  /** Nothing wrong, but worth reading at start. */
  readonly warnings: readonly Label[]
}

/** How the government's identity provider is asked (OpenID Connect). */
export type ProviderSettings = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scopes: string
  /** Which claim holds the account, and which the unit's code. */
  readonly accountClaim: string
  readonly unitClaim: string | null
  /** What its button says. */
  readonly name: Label
  /** Is somebody enrolled at the first sign-in, with nothing but reading, in the unit that the provider names? */
  readonly enrol: boolean
}

const LogLevel = z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'])
type LogLevel = z.infer<typeof LogLevel>

export type Environment = Readonly<Record<string, string | undefined>>

/** One setting that cannot be used. `found` is null where nothing was given or the value must not be shown. */
type Fault = { readonly setting: Setting; readonly found: string | null; readonly sentence: Label }

export type BadSettings = { readonly ok: false; readonly faults: readonly Fault[] } & Refusal<'bad-settings'>

/** What each setting is for and what it expects; faults quote it. */
const settings = {
  PORT: { zh: '网页端口，0 到 65535 的整数（0 为任选空闲端口），默认 3000', en: 'port of the web pages, a whole number from 0 to 65535 (0: any free one), 3000 by default' },
  HOST: { zh: '监听地址，IP 地址或主机名，默认 127.0.0.1（仅本机可访问；对外服务填 0.0.0.0）', en: 'address to listen on, an IP address or host name, 127.0.0.1 by default (this machine only; 0.0.0.0 to serve others)' },
  OPENDISTRICT_DATA: { zh: '数据文件夹，默认 ./data', en: 'data folder, ./data by default' },
  DATABASE_URL: { zh: '自备 PostgreSQL（15 或更高版本）的地址，如 postgres://用户:密码@主机:5432/数据库；不填则使用自带的数据库', en: 'address of a PostgreSQL server of your own (15 or later), such as postgres://user:password@host:5432/database; without it the database that comes with the program is used' },
  OPENDISTRICT_DEMO: { zh: '演示模式，on 或 off；默认仅在使用自带数据库且 NODE_ENV 不是 production 时为 on', en: 'demo mode, on or off; on by default only with the database that comes with the program and NODE_ENV other than production' },
  OPENDISTRICT_SECRET: { zh: '会话密钥，至少 32 个字符（值不显示）；使用自备数据库且非演示模式时必填，其余情况自动生成并保存在数据文件夹', en: 'secret for sessions, at least 32 characters (never shown); required with a database of your own outside demo mode, else generated and kept in the data folder' },
  OPENDISTRICT_URL: { zh: '用户访问本系统的网址，只含协议、主机和端口，如 https://district.example.gov.cn；默认 http://localhost:端口', en: 'address at which people reach the program, scheme, host and port only, such as https://district.example.gov.cn; http://localhost:PORT by default' },
  LOG_LEVEL: { zh: `日志级别，${LogLevel.options.join('、')} 之一，默认 info`, en: `level of the log, one of ${LogLevel.options.join(', ')}; info by default` },
  OPENDISTRICT_TRUST_PROXY: { zh: '前置代理：off、代理层数（1 到 10）或代理的 IP 地址、网段（逗号分隔），默认 off；不接受“全部信任”，否则来访地址可以伪造', en: 'proxies in front: off, their number (1 to 10), or their IP addresses or networks separated by commas, off by default; trusting everybody is not offered, because addresses could then be forged' },
  OPENDISTRICT_UPLOAD_MB: { zh: '单个上传文件的上限，1 到 500 的整数，单位 MB，默认 32', en: 'largest file that may be uploaded, a whole number of MB from 1 to 500, 32 by default' },
  OPENDISTRICT_FRAME_ANCESTORS: { zh: '可以嵌入公开页面（不含登录后的页面）的网站，如 https://www.example.gov.cn https://*.example.gov.cn，以空格或逗号分隔；不填则都不可以', en: 'sites that may show the public pages (never those behind sign-in) in a frame, such as https://www.example.gov.cn https://*.example.gov.cn, separated by blanks or commas; none by default' },
  OPENDISTRICT_OIDC_ISSUER: { zh: '统一身份认证（OpenID Connect）的签发者地址，https 开头（本机调试可用 http://localhost）；不填则只用密码登录', en: 'issuer address of the identity provider (OpenID Connect), https (http only on this very machine); without it people sign in by password' },
  OPENDISTRICT_OIDC_CLIENT_ID: { zh: '本系统在统一身份认证登记的应用编号；填了签发者地址就必填', en: 'the client id that the provider knows this program by; required with an issuer' },
  OPENDISTRICT_OIDC_CLIENT_SECRET: { zh: '应用密钥（值不显示）；填了签发者地址就必填', en: 'the client secret (never shown); required with an issuer' },
  OPENDISTRICT_OIDC_SCOPES: { zh: '请求的范围，以空格分隔，须含 openid，默认 openid profile', en: 'scopes asked for, separated by blanks, openid among them; openid profile by default' },
  OPENDISTRICT_OIDC_ACCOUNT_CLAIM: { zh: '哪个声明是用户名，默认 preferred_username', en: 'the claim that holds the user name, preferred_username by default' },
  OPENDISTRICT_OIDC_UNIT_CLAIM: { zh: '哪个声明是单位代码；不填则不核对单位', en: 'the claim that holds the code of the unit; without it units are not compared' },
  OPENDISTRICT_OIDC_NAME: { zh: '登录按钮上的名称，默认“统一身份认证”', en: 'what the button of sign-in says, “统一身份认证” (identity provider) by default' },
  OPENDISTRICT_OIDC_ENROL: { zh: '首次登录时自动登记人员（只能查看，直到任职），on 或 off，默认 off；on 时须填单位声明', en: 'enrol people at their first sign-in (they can only read until appointed), on or off, off by default; on needs a unit claim' },
  OPENDISTRICT_PASSWORD_SIGN_IN: { zh: '密码登录，on 或 off，默认 on；off 时仅系统管理员和安全管理员可用密码，且须填签发者地址', en: 'sign-in by password, on or off, on by default; off leaves it to administrators only and needs an issuer' },
  OPENDISTRICT_SMS_URL: { zh: '短信网关地址（接收 JSON 的 https 网址，本机调试可用 http）；不填则不发短信，只留记录', en: 'address of the gateway of text messages, which takes JSON (https; http on this very machine); without it no message is sent, only noted' },
  OPENDISTRICT_SMS_KEY: { zh: '短信网关密钥（值不显示）；填了网关地址就必填，以 test- 开头时只试不发', en: 'key of the gateway (never shown); required with its address; one that begins with test- sends nothing' },
  OPENDISTRICT_MAIL_URL: { zh: '邮件服务器地址（值不显示），如 smtps://账户:密码@邮件服务器:465；不填则不发邮件，只留记录，以 test: 开头时只试不发', en: 'address of the server of e-mail (never shown), such as smtps://account:password@server:465; without it no letter is sent, only noted; one that begins with test: sends nothing' },
  OPENDISTRICT_MAIL_FROM: { zh: '邮件的发件人邮箱；填了邮件服务器地址就必填', en: 'the e-mail address that letters are from; required with a server of e-mail' },
  NODE_ENV: { zh: '填 production 表示正式使用：演示模式默认关闭', en: 'production says that this is real use: demo mode is then off by default' },
} as const satisfies Readonly<Record<string, Label>>

type Setting = keyof typeof settings

const SECRETS: ReadonlySet<Setting> = new Set(['DATABASE_URL', 'OPENDISTRICT_SECRET', 'OPENDISTRICT_OIDC_CLIENT_SECRET', 'OPENDISTRICT_SMS_KEY', 'OPENDISTRICT_MAIL_URL'])

const wholeNumber = (from: number, to: number) => z.string().regex(/^\d{1,9}$/u).transform(Number).pipe(z.int().min(from).max(to))

const onOff = z.string().toLowerCase().pipe(z.enum(['on', 'off', 'true', 'false', '1', '0', 'yes', 'no'])).transform((word) => ['on', 'true', '1', 'yes'].includes(word))

const host = z.string().refine((text) => isIP(text) !== 0 || /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/iu.test(text))

const databaseUrl = z.string().refine((text) => {
  const url = URL.parse(text)
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol) && (url.hostname !== '' || url.searchParams.has('host')) && url.pathname.length > 1
})

const origin = z.string().transform((text, context) => {
  const url = URL.parse(text)
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '') return url.origin
  context.issues.push({ code: 'custom', input: text })
  return z.NEVER
})

const issuer = z.string().refine((text) => {
  const url = URL.parse(text)
  return url !== null && url.search === '' && url.hash === '' && url.username === '' && (url.protocol === 'https:' || (url.protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)))
})

/** Where letters are handed in by SMTP, or `test:` for nowhere. */
const mailUrl = z.string().max(500).refine(text => text.startsWith('test:') || (['smtp:', 'smtps:'].includes(URL.parse(text)?.protocol ?? '') && URL.parse(text)?.hostname !== ''))

/** Origins as a content policy writes them: scheme and host, a leading `*.` for all below, a port if any. No path, quote or semicolon can pass. */
const ancestors = z.string().transform(text => text.split(/[\s,]+/u).filter(part => part !== '')).refine(parts => parts.length > 0 && parts.length <= 50 && parts.every(part => /^https?:\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d{1,5})?$/iu.test(part)))

const claim = z.string().regex(/^[\w:./-]{1,100}$/u)
const scopes = z.string().regex(/^[\w:./-]+(?: [\w:./-]+)*$/u).refine((text) => text.split(' ').includes('openid'))

function isAddressOrNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/')
  const longest = isIP(address) === 4 ? 32 : 128
  return isIP(address) !== 0 && rest.length === 0 && (bits === undefined || (/^\d{1,3}$/u.test(bits) && Number(bits) <= longest))
}

const trustProxy = z.union([
  z.string().toLowerCase().pipe(z.enum(['off', 'false', 'no', '0'])).transform(() => false as const),
  wholeNumber(1, 10),
  z.string().transform((text) => text.split(',').map((part) => part.trim())).refine((parts) => parts.every(isAddressOrNetwork)).transform((parts) => parts.join(',')),
])

/**
 * All settings or all that is wrong with them, never the first fault only. An empty value counts as not given, as
 * container tools pass it.
 */
export function readConfig(env: Environment): { readonly ok: true; readonly value: Config } | BadSettings {
  const faults: Fault[] = []
  const given = (setting: Setting): string | undefined => env[setting]?.trim() || undefined
  function read<T>(setting: Setting, schema: z.ZodType<T>, fallback: T): T {
    const text = given(setting)
    if (text === undefined) return fallback
    const parsed = schema.safeParse(text)
    if (parsed.success) return parsed.data
    faults.push(faultOf(setting, text))
    return fallback
  }

  const port = read('PORT', wholeNumber(0, 65_535), 3000)
  const url = read<string | null>('DATABASE_URL', databaseUrl, null)
  const ownServer = given('DATABASE_URL') !== undefined
  const demo = read('OPENDISTRICT_DEMO', onOff, !ownServer && given('NODE_ENV') !== 'production')
  const secret = read<string | null>('OPENDISTRICT_SECRET', z.string().min(32), null)
  if (given('OPENDISTRICT_SECRET') === undefined && ownServer && !demo) faults.push(faultOf('OPENDISTRICT_SECRET', undefined))
  const provider = readProvider()
  const passwordSignIn = read('OPENDISTRICT_PASSWORD_SIGN_IN', onOff, true)
  if (!passwordSignIn && provider === null) faults.push(faultOf('OPENDISTRICT_PASSWORD_SIGN_IN', given('OPENDISTRICT_PASSWORD_SIGN_IN')))

  /** All of the identity provider's settings or, where no issuer is given, none: half of them is a fault. */
  function readProvider(): ProviderSettings | null {
    const values = {
      issuer: read('OPENDISTRICT_OIDC_ISSUER', issuer, ''), clientId: read('OPENDISTRICT_OIDC_CLIENT_ID', z.string().max(200), ''), clientSecret: read('OPENDISTRICT_OIDC_CLIENT_SECRET', z.string().max(500), ''),
      scopes: read('OPENDISTRICT_OIDC_SCOPES', scopes, 'openid profile'), accountClaim: read('OPENDISTRICT_OIDC_ACCOUNT_CLAIM', claim, 'preferred_username'), unitClaim: read<string | null>('OPENDISTRICT_OIDC_UNIT_CLAIM', claim, null),
      enrol: read('OPENDISTRICT_OIDC_ENROL', onOff, false),
    }
    const name = read<string | null>('OPENDISTRICT_OIDC_NAME', z.string().max(40), null)
    const needed = (['OPENDISTRICT_OIDC_ISSUER', 'OPENDISTRICT_OIDC_CLIENT_ID', 'OPENDISTRICT_OIDC_CLIENT_SECRET'] as const).filter(setting => given(setting) === undefined)
    if (needed.length === 3) return null
    for (const setting of needed) faults.push(faultOf(setting, undefined))
    if (values.enrol && values.unitClaim === null) faults.push(faultOf('OPENDISTRICT_OIDC_UNIT_CLAIM', undefined))
    return { ...values, name: name === null ? { zh: '统一身份认证', en: 'Identity provider' } : { zh: name, en: name } }
  }

  /** Address and key of the gateway, both or neither. */
  function readTextGateway(): Config['textGateway'] {
    const [url, key] = [read<string | null>('OPENDISTRICT_SMS_URL', issuer, null), read<string | null>('OPENDISTRICT_SMS_KEY', z.string().min(8).max(200), null)]
    const lacking = (['OPENDISTRICT_SMS_URL', 'OPENDISTRICT_SMS_KEY'] as const).filter(setting => given(setting) === undefined)
    if (lacking.length === 1) faults.push(faultOf(lacking[0] ?? 'OPENDISTRICT_SMS_KEY', undefined))
    return url !== null && key !== null ? { url, key } : null
  }

  /** Server and sender of e-mail, both or neither. */
  function readMailServer(): Config['mailServer'] {
    const [address, from] = [read<string | null>('OPENDISTRICT_MAIL_URL', mailUrl, null), read<string | null>('OPENDISTRICT_MAIL_FROM', z.email().max(120), null)]
    const lacking = (['OPENDISTRICT_MAIL_URL', 'OPENDISTRICT_MAIL_FROM'] as const).filter(setting => given(setting) === undefined)
    if (lacking.length === 1) faults.push(faultOf(lacking[0] ?? 'OPENDISTRICT_MAIL_URL', undefined))
    return address !== null && from !== null ? { url: address, from } : null
  }

  const config: Omit<Config, 'warnings'> = {
    port,
    host: read('HOST', host, '127.0.0.1'),
    dataDir: resolve(read('OPENDISTRICT_DATA', z.string().refine((path) => !path.includes('\0')), './data')),
    databaseUrl: url,
    demo,
    secret,
    origin: read('OPENDISTRICT_URL', origin, `http://localhost:${port}`),
    logLevel: read('LOG_LEVEL', z.string().toLowerCase().pipe(LogLevel), 'info'),
    trustProxy: read('OPENDISTRICT_TRUST_PROXY', trustProxy, false),
    provider,
    passwordSignIn,
    textGateway: readTextGateway(),
    mailServer: readMailServer(),
    frameAncestors: read<readonly string[]>('OPENDISTRICT_FRAME_ANCESTORS', ancestors, []),
    uploadLimitBytes: read('OPENDISTRICT_UPLOAD_MB', wholeNumber(1, 500), 32) * 1_048_576,
  }
  if (faults.length > 0) return { ok: false, refused: 'bad-settings', facts: Object.fromEntries(faults.map(({ setting, found }) => [setting, found])), faults }
  return { ok: true, value: { ...config, warnings: warningsOf(env, config) } }
}

function faultOf(setting: Setting, text: string | undefined): Fault {
  const found = text === undefined || SECRETS.has(setting) ? null : text.length > 80 ? `${text.slice(0, 80)}…` : text
  const { zh, en } = settings[setting]
  return {
    setting,
    found,
    sentence: {
      zh: `${setting} ${text === undefined ? '未填写' : found === null ? '的值不可用' : `的值“${found}”不可用`}。要求：${zh}。`,
      en: `${setting} ${text === undefined ? 'is not given' : found === null ? 'has a value that cannot be used' : `is "${found}", which cannot be used`}. Expected: ${en}.`,
    },
  }
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

function warningsOf(env: Environment, config: Omit<Config, 'warnings'>): readonly Label[] {
  const warnings: Label[] = []
  if (config.demo && !LOOPBACK.has(config.host)) {
    warnings.push({
      zh: `演示模式对网络开放（HOST=${config.host}）：任何能访问本机的人都可以一键登录演示账号。请勿录入真实资料。`,
      en: `Demo mode is open to the network (HOST=${config.host}): anybody who reaches this machine can sign in to any demo account with one click. Enter no real data.`,
    })
  }
  // Not a fault: Kubernetes adds variables of this form for a service of our name.
  const unknown = Object.keys(env).filter((name) => name.startsWith('OPENDISTRICT_') && !(name in settings))
  if (unknown.length > 0) {
    warnings.push({
      zh: `以下环境变量不是本程序的设置，未被使用：${unknown.join('、')}。`,
      en: `These environment variables are no settings of this program and were not used: ${unknown.join(', ')}.`,
    })
  }
  return warnings
}
