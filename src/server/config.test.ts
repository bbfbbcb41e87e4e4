import { describe, expect, test } from 'vitest'
import { type BadSettings, type Config, type Environment, readConfig } from './config.ts'

const SECRET = 'a-secret-of-more-than-thirty-two-characters'
const OWN = 'postgres://district:geheim@db.example:5432/district'

function config(env: Environment): Config {
  const read = readConfig(env)
  if (!read.ok) throw new Error(read.faults.map(({ sentence }) => sentence.en).join('\n'))
  return read.value
}

function refused(env: Environment): BadSettings {
  const read = readConfig(env)
  if (read.ok) throw new Error('these settings were accepted')
  return read
}

test('without any setting the demo district runs for this machine only', () => {
  const { dataDir, ...rest } = config({})
  expect(dataDir).toMatch(/^(?:\/|[A-Z]:).*data$/u)
  expect(rest).toEqual({ port: 3000, host: '127.0.0.1', databaseUrl: null, demo: true, secret: null, origin: 'http://localhost:3000', logLevel: 'info', trustProxy: false, provider: null, textGateway: null, mailServer: null, passwordSignIn: true, frameAncestors: [], uploadLimitBytes: 33_554_432, warnings: [] })
})

test('every setting reaches the program', () => {
  expect(config({
    PORT: '8080', HOST: '::', OPENDISTRICT_DATA: '/srv/district', DATABASE_URL: OWN, OPENDISTRICT_SECRET: SECRET, OPENDISTRICT_URL: 'https://district.example/',
    LOG_LEVEL: 'WARN', OPENDISTRICT_TRUST_PROXY: '10.0.0.1, 10.1.0.0/16', OPENDISTRICT_UPLOAD_MB: '5', OPENDISTRICT_FRAME_ANCESTORS: 'https://www.example.gov.cn, https://*.example.com:8443', NODE_ENV: 'production',
  })).toEqual({
    port: 8080, host: '::', dataDir: '/srv/district', databaseUrl: OWN, demo: false, secret: SECRET, origin: 'https://district.example',
    logLevel: 'warn', trustProxy: '10.0.0.1,10.1.0.0/16', provider: null, textGateway: null, mailServer: null, passwordSignIn: true, frameAncestors: ['https://www.example.gov.cn', 'https://*.example.com:8443'], uploadLimitBytes: 5_242_880, warnings: [],
  })
})

test('all faults are reported together, each with what was found and what is expected, in both languages', () => {
  const { refused: kind, faults, facts } = refused({ PORT: '70000', HOST: 'not a host', LOG_LEVEL: 'loud', OPENDISTRICT_DEMO: 'perhaps', OPENDISTRICT_TRUST_PROXY: 'true', OPENDISTRICT_UPLOAD_MB: '0', OPENDISTRICT_URL: 'district.example' })
  expect(kind).toBe('bad-settings')
  expect(facts).toEqual({ PORT: '70000', HOST: 'not a host', LOG_LEVEL: 'loud', OPENDISTRICT_DEMO: 'perhaps', OPENDISTRICT_TRUST_PROXY: 'true', OPENDISTRICT_UPLOAD_MB: '0', OPENDISTRICT_URL: 'district.example' })
  expect(faults.find(({ setting }) => setting === 'PORT')?.sentence).toEqual({
    zh: 'PORT 的值“70000”不可用。要求：网页端口，0 到 65535 的整数（0 为任选空闲端口），默认 3000。',
    en: 'PORT is "70000", which cannot be used. Expected: port of the web pages, a whole number from 0 to 65535 (0: any free one), 3000 by default.',
  })
})

test.each(['*', "'self'", 'www.example.com', 'https://a.example/path', "https://a.example; script-src *", 'javascript://a', 'https://*'])('who may frame the public pages is named in full: %s is refused', given => {
  expect(refused({ OPENDISTRICT_FRAME_ANCESTORS: given }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_FRAME_ANCESTORS'])
})

test('secrets are not shown, not even wrong ones', () => {
  const { faults } = refused({ DATABASE_URL: 'mysql://district:geheim@db.example/district', OPENDISTRICT_SECRET: 'too-short-geheim' })
  expect(faults.map(({ setting, found }) => [setting, found])).toEqual([['DATABASE_URL', null], ['OPENDISTRICT_SECRET', null]])
  expect(JSON.stringify(faults)).not.toContain('geheim')
})

test('the gateway of text messages needs its address and its key, which is not shown', () => {
  expect(refused({ OPENDISTRICT_SMS_URL: 'https://sms.example/send' }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_SMS_KEY'])
  expect(refused({ OPENDISTRICT_SMS_KEY: 'geheim-geheim' }).faults.map(({ setting, found }) => [setting, found])).toEqual([['OPENDISTRICT_SMS_URL', null]])
  expect(config({ OPENDISTRICT_SMS_URL: 'https://sms.example/send', OPENDISTRICT_SMS_KEY: 'test-123456' }).textGateway).toEqual({ url: 'https://sms.example/send', key: 'test-123456' })
})

test('a server of e-mail needs a sender, and its password is not shown', () => {
  expect(refused({ OPENDISTRICT_MAIL_URL: 'smtps://desk:geheim@mail.example:465' }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_MAIL_FROM'])
  const { faults } = refused({ OPENDISTRICT_MAIL_URL: 'https://desk:geheim@mail.example', OPENDISTRICT_MAIL_FROM: 'nobody' })
  expect(faults.map(({ setting, found }) => [setting, found])).toEqual([['OPENDISTRICT_MAIL_URL', null], ['OPENDISTRICT_MAIL_FROM', 'nobody']])
  for (const OPENDISTRICT_MAIL_URL of ['smtps://desk:geheim@mail.example:465', 'smtp://mail.example', 'test:']) expect(config({ OPENDISTRICT_MAIL_URL, OPENDISTRICT_MAIL_FROM: '12345@example.gov.cn' }).mailServer).toEqual({ url: OPENDISTRICT_MAIL_URL, from: '12345@example.gov.cn' })
})

describe('demo mode', () => {
  test.each<[string, Environment, boolean]>([
    ['is on where nothing is said', {}, true],
    ['is off in real use', { NODE_ENV: 'production' }, false],
    ['is off on a server of one\'s own', { DATABASE_URL: OWN, OPENDISTRICT_SECRET: SECRET }, false],
    ['can be switched off', { OPENDISTRICT_DEMO: 'off' }, false],
    ['can be asked for on a server of one\'s own', { DATABASE_URL: OWN, OPENDISTRICT_DEMO: 'on' }, true],
    ['takes an empty value as none', { OPENDISTRICT_DEMO: ' ', NODE_ENV: '' }, true],
  ])('%s', (_name, env, expected) => {
    expect(config(env).demo).toBe(expected)
  })

  test('warns where others can reach it', () => {
    expect(config({ HOST: '0.0.0.0' }).warnings[0]?.en).toContain('Demo mode is open to the network')
    expect(config({ HOST: '0.0.0.0', OPENDISTRICT_DEMO: 'off' }).warnings).toEqual([])
  })
})

test('a server of one\'s own needs a secret in real use, and a wrong address does not hide that', () => {
  expect(refused({ DATABASE_URL: OWN }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_SECRET'])
  expect(refused({ DATABASE_URL: 'nowhere' }).faults.map(({ setting }) => setting)).toEqual(['DATABASE_URL', 'OPENDISTRICT_SECRET'])
  expect(config({ NODE_ENV: 'production' }).secret).toBe(null)
})

test.each(['postgresql://db/x', 'postgres:///x?host=/var/run/postgresql'])('%s is an address of a database', (url) => {
  expect(config({ DATABASE_URL: url, OPENDISTRICT_SECRET: SECRET }).databaseUrl).toBe(url)
})

test.each(['postgres://db', 'postgres:///x', 'http://db/x', 'db/x'])('%s is none', (url) => {
  expect(refused({ DATABASE_URL: url, OPENDISTRICT_SECRET: SECRET }).facts).toEqual({ DATABASE_URL: null })
})

test.each<[string, Config['trustProxy']]>([['off', false], ['0', false], ['2', 2], ['::1', '::1'], ['fd00::/8', 'fd00::/8']])('proxies in front: %s', (text, expected) => {
  expect(config({ OPENDISTRICT_TRUST_PROXY: text }).trustProxy).toBe(expected)
})

test.each(['all', '11', '10.0.0.1/33', '10.0.0.1,', '1.2.3'])('proxies in front cannot be %s', (text) => {
  expect(refused({ OPENDISTRICT_TRUST_PROXY: text }).facts).toEqual({ OPENDISTRICT_TRUST_PROXY: text })
})

test.each(['3000.5', '-1', '0x10', '3e3', '65536'])('no port is %s', (text) => {
  expect(refused({ PORT: text }).facts).toEqual({ PORT: text })
})

test('a misspelt setting is named', () => {
  expect(config({ OPENDISTRICT_DMEO: 'off' }).warnings[0]?.en).toContain('OPENDISTRICT_DMEO')
})

describe('the identity provider', () => {
  const whole = { OPENDISTRICT_OIDC_ISSUER: 'https://id.example.gov.cn', OPENDISTRICT_OIDC_CLIENT_ID: 'opendistrict', OPENDISTRICT_OIDC_CLIENT_SECRET: 'geheim' }

  test('is none where nothing is said, and needs three settings where something is', () => {
    expect(config({}).provider).toBe(null)
    expect(config(whole).provider).toEqual({ issuer: 'https://id.example.gov.cn', clientId: 'opendistrict', clientSecret: 'geheim', scopes: 'openid profile', accountClaim: 'preferred_username', unitClaim: null, enrol: false, name: { zh: '统一身份认证', en: 'Identity provider' } })
    expect(refused({ OPENDISTRICT_OIDC_ISSUER: whole.OPENDISTRICT_OIDC_ISSUER }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_OIDC_CLIENT_ID', 'OPENDISTRICT_OIDC_CLIENT_SECRET'])
  })

  test.each(['http://id.example.gov.cn', 'id.example.gov.cn', 'https://id.example.gov.cn?x=1'])('is not found at %s', (issuer) => {
    expect(refused({ ...whole, OPENDISTRICT_OIDC_ISSUER: issuer }).facts).toEqual({ OPENDISTRICT_OIDC_ISSUER: issuer })
  })

  test('must ask for openid, know the unit where it enrols people, and be there where passwords are off', () => {
    expect(refused({ ...whole, OPENDISTRICT_OIDC_SCOPES: 'profile' }).facts).toEqual({ OPENDISTRICT_OIDC_SCOPES: 'profile' })
    expect(refused({ ...whole, OPENDISTRICT_OIDC_ENROL: 'on' }).faults.map(({ setting }) => setting)).toEqual(['OPENDISTRICT_OIDC_UNIT_CLAIM'])
    expect(refused({ OPENDISTRICT_PASSWORD_SIGN_IN: 'off' }).facts).toEqual({ OPENDISTRICT_PASSWORD_SIGN_IN: 'off' })
    expect(config({ ...whole, OPENDISTRICT_PASSWORD_SIGN_IN: 'off' }).passwordSignIn).toBe(false)
  })
})
