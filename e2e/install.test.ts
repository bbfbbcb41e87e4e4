import { execFile } from 'node:child_process'
import { access, chmod, chown, mkdir, readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signedIn, startProgram, temporaryFolder } from './program.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)
const isRoot = process.getuid?.() === 0
const isCheckout = await run('git', ['rev-parse', '--git-dir'], { cwd: root }).then(() => true, () => false)
if (!isCheckout) console.warn('\nSKIPPED: this is no git checkout, so what a fresh clone would be cannot be told.\n')
if (!isRoot) console.warn('\nSKIPPED: only root can try the program as another account of the machine.\n')

/** What a clone of the last commit holds, without anything that only lies about in this folder. */
describe.skipIf(!isCheckout)('a fresh copy of the committed files', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>
  let copy: string
  beforeAll(async () => {
    folder = await temporaryFolder()
    await chmod(folder.path, 0o755)
    copy = join(folder.path, 'opendistrict')
    await mkdir(copy)
    await run('sh', ['-c', `git archive HEAD | tar -x -C ${copy}`], { cwd: root })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
  })
  afterAll(() => folder.remove())

  it('builds its pages, makes its database and serves both', async () => {
    const program = await startProgram({ folder: copy, dataDir: join(folder.path, 'data'), command: 'start' })
    const page = await fetch(program.url)
    expect(page.headers.get('content-type')).toContain('text/html')
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(await page.text())?.[1]
    expect((await fetch(`${program.url}${script}`)).status).toBe(200)
    const ask = await signedIn(program.url, 'leader')
    expect((await ask('/api/cockpit/2023')).status).toBe(200)
    expect(await program.stop()).toBe(0)
    expect((await readdir(copy)).toSorted()).toEqual(expect.arrayContaining(['README.md', 'dist', 'package.json', 'src']))
  })

  it.skipIf(!isRoot)('serves for an account of the machine that owns nothing but its home', async () => {
    const nobody = 65_534
    const home = join(folder.path, 'home')
    await mkdir(home)
    await chown(home, nobody, nobody)
    const program = await startProgram({ folder: copy, dataDir: join(home, 'data'), command: 'serve', account: nobody, env: { HOME: home } })
    const ask = await signedIn(program.url, 'planner')
    expect((await ask('/api/me')).status).toBe(200)
    expect(await program.stop()).toBe(0)
    await access(join(home, 'data', 'postgres'))
  })
})
