import { districts } from '../districts/index.ts'
import { makeAccounts } from '../server/account/accounts.ts'
import { sessionSecret } from '../server/secret.ts'
import { establish } from '../server/seed/establish.ts'
import { Failure } from './failure.ts'
import { districtOf, withStore } from './open.ts'
import { settingsOf } from './settings.ts'

export type EstablishOptions = { readonly district: string; readonly administrator: string; readonly security: string; readonly json?: boolean }

/** `opendistrict establish`: a real district in an empty database, with its first two accounts. */
export async function establishCommand(options: EstablishOptions): Promise<void> {
  const config = settingsOf()
  if (config.demo) throw new Failure('demonstration', '演示模式不开通正式的区。请设置 OPENDISTRICT_DEMO=off，并使用新的数据库。\nDemonstration mode establishes no real district. Set OPENDISTRICT_DEMO=off and use a new database.')
  const founders = { administrator: founderOf(options.administrator), 'security-administrator': founderOf(options.security) }
  if (founders.administrator.account === founders['security-administrator'].account) throw new Failure('same-founder', '系统管理员和安全管理员必须是两个人。\nSystem and security administrator must be two people.')
  const setup = districts.find(d => d.code === districtOf(options.district))
  if (!setup) throw new Failure('unknown-district', `没有区划代码为 ${options.district} 的区。\nThere is no district ${options.district}.`)
  const made = await withStore(async store => {
    const accounts = makeAccounts({ db: store.db, databaseUrl: store.url, secret: await sessionSecret(config), origin: config.origin, clock: () => new Date().toISOString(), districts: districts.map(({ code, name }) => ({ code, name })), demonstration: null, onFault: error => console.error(error.message) })
    try {
      return await establish(store, accounts, setup, founders)
    } finally {
      await accounts.close()
    }
  })
  if (options.json) console.log(JSON.stringify({ district: setup.code, accounts: made }))
  else for (const { account, initialPassword } of made) console.log(initialPassword ? `${account}  初始密码 first password: ${initialPassword}` : `${account}  账户已存在，密码未变 account exists, password unchanged`)
}

function founderOf(text: string): { readonly account: string; readonly name: string } {
  const [, account, name] = /^([\p{L}\p{N}._-]{1,60})=(.{1,60})$/u.exec(text) ?? []
  if (account && name) return { account, name }
  throw new Failure('bad-founder', `应写作 用户名=姓名，而不是“${text}”。\nWrite user-name=Name, not “${text}”.`)
}
