import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { engines } from './engines/index.ts'
import { refusals } from './server/http/problem.ts'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(name => /\.(?:tsx?|sql)$/.test(name) && !name.includes('.generated.'))
  .map(name => ({ path: `src/${name}`, text: readFileSync(join(root, 'src', name), 'utf8') }))
const code = files.filter(file => !/\.(?:test\.tsx?|sql)$/.test(file.path))
const isTest = (path: string) => /\.test\.tsx?$/.test(path)

/** Every import of a file: our own as paths from the root, others by package name. */
function importsOf(file: { path: string; text: string }): { own: string[]; packages: string[] } {
  const names = [...file.text.matchAll(/(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g)].map(m => m[1] ?? m[2] ?? m[3] ?? '')
  return { own: names.filter(n => n.startsWith('.')).map(n => relative(root, join(root, dirname(file.path), n))), packages: names.filter(n => !n.startsWith('.')) }
}

/** Pure files read no clock, dice, environment or network, so that they give the same answer everywhere, also in the browser. */
function isPure(path: string): boolean {
  return /^src\/(?:kernel|packs|districts)\//.test(path) || /^src\/engines\/[^/]+\/(?:(?:[a-z]+\/)?(?:[a-z]+-)?(?:schema|contract|refusals)\.ts$|domain\.ts$|domain\/)/.test(path) || /^src\/engines\/(?:index|refusal-table)\.ts$/.test(path) || /^src\/server\/[^/]+\/contract\.ts$/.test(path)
}

const engineOf = (path: string) => /^src\/engines\/([^/]+)\//.exec(path)?.[1] ?? null
const rank = (engine: string) => engines.findIndex(e => e === engine)

describe('the import rule', () => {
  const offences = (allowed: (from: string, to: string) => boolean) => code.flatMap(file => importsOf(file).own.filter(to => !allowed(file.path, to)).map(to => `${file.path} -> ${to}`))

  it('the kernel imports nothing of ours', () => {
    expect(offences((from, to) => !from.startsWith('src/kernel/') || to.startsWith('src/kernel/'))).toEqual([])
  })

  it('pure files import pure files and zod', () => {
    expect(offences((from, to) => !isPure(from) || isPure(to))).toEqual([])
    expect(code.filter(file => isPure(file.path)).flatMap(file => importsOf(file).packages.filter(name => name !== 'zod').map(name => `${file.path} -> ${name}`))).toEqual([])
  })

  it('an engine imports only lower engines, their pure files directly and the rest through the door', () => {
    expect(offences((from, to) => {
      const [mine, theirs] = [engineOf(from), engineOf(to)]
      if (!mine || !theirs || mine === theirs) return true
      return rank(theirs) < rank(mine) && (isPure(to) || to.endsWith('/index.ts'))
    })).toEqual([])
  })

  it('engines know no packs, districts, server, web or command line', () => {
    expect(offences((from, to) => !engineOf(from) || /^src\/(?:kernel|engines)\//.test(to))).toEqual([])
  })

  it('packs know no other pack and of the engines only pure files', () => {
    const packOf = (path: string) => /^src\/packs\/([^/]+)\//.exec(path)?.[1] ?? null
    expect(offences((from, to) => !packOf(from) || packOf(to) === null || packOf(from) === packOf(to))).toEqual([])
  })

  it('the browser imports pure files and itself', () => {
    expect(offences((from, to) => !from.startsWith('src/web/') || to.startsWith('src/web/') || isPure(to))).toEqual([])
  })

  it('server and command line import anything but the browser', () => {
    expect(offences((from, to) => !/^src\/(?:server|cli)\//.test(from) || !to.startsWith('src/web/'))).toEqual([])
  })
})

describe('the bans of the house', () => {
  const offending = (pattern: RegExp, of: (path: string) => boolean) => code.filter(file => of(file.path) && pattern.test(file.text)).map(file => file.path)

  it('pure files read no clock, dice or environment', () => {
    expect(offending(/\bDate\.now\(|new Date\(\)|Math\.random\(|process\.|performance\.now\(|crypto\.|\bfetch\(/, isPure)).toEqual([])
  })

  it('only the settings read the environment', () => {
    expect(offending(/process\.env/, path => !['src/cli/settings.ts'].includes(path))).toEqual([])
  })

  it('no page measures or styles itself by a style attribute, which the content policy refuses', () => {
    expect(offending(/\bautoSize\b|setAttribute\('style'/, path => path.startsWith('src/web/'))).toEqual([])
  })

  it('SQL of one engine names no table of another, only its views', () => {
    const offences = files.flatMap(file => {
      const mine = engineOf(file.path)
      return engines.filter(other => mine && other !== mine).flatMap(other => [...file.text.matchAll(new RegExp(`['"\`\\s(]${other}\\.(?!v_)(\\w+)(?=['"\`\\s(])`, 'g'))].filter(() => file.path.endsWith('store.ts') || file.path.endsWith('.sql')).map(m => `${file.path}: ${m[0].trim()}`))
    })
    expect(offences).toEqual([])
  })

  it('no folder or file is called utils, misc, common, helpers, temp, new, old or v2', () => {
    expect(files.map(file => file.path).filter(path => /(?:^|[/-])(?:utils?|misc|common|helpers?|temp|new|old|v2)(?:[./-]|$)/.test(path.replace('old-browser', '')))).toEqual([])
  })

  it('every cast and every lint suppression gives its reason on the same line', () => {
    const bare = code.flatMap(file => file.text.split('\n').flatMap((line, i) => (/\sas (?!const\b|unknown as\b)(?:[A-Z{]|unknown\b|string\b|number\b)|oxlint-disable/.test(line) && !/^\s*(?:import|export) /.test(line) && !/\/[/*].*\S/.test(line) && !/^\s*\*/.test(line) && !/`[^`]*\bas\b/.test(line) && !/'[^']*\sas\s[^']*'/.test(line) ? [`${file.path}:${i + 1}`] : [])))
    expect(bare).toEqual([])
  })

  it('files of code stay below 400 lines', () => {
    expect(code.filter(file => file.path !== 'src/packs/catalogue.ts' && file.text.split('\n').length > 400).map(file => file.path)).toEqual([])
  })
})

describe('refusals', () => {
  const used = new Map(code.flatMap(file => [...file.text.matchAll(/\brefuse\(\s*'([a-z0-9-]+)'/g)].map(m => [m[1] ?? '', file.path] as const)))

  it('every kind that is refused has an answer in the table', () => {
    expect([...used].filter(([kind]) => !(kind in refusals) && !kind.startsWith('unknown-')).map(([kind, path]) => `${kind} in ${path}`)).toEqual([])
  })

  it('every kind is worded once, so that no engine speaks with another’s words', () => {
    const worded = files.filter(file => file.path.endsWith('refusals.ts')).flatMap(file => [...file.text.matchAll(/^ {2}'?([a-z][a-z0-9-]*)'?: \{ status/gm)].map(m => m[1] ?? ''))
    expect(worded.filter((kind, i) => worded.indexOf(kind) !== i)).toEqual([])
  })

  it('every kind occurs in a test', () => {
    const tests = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter(isTest).map(name => readFileSync(join(root, 'src', name), 'utf8')).join('\n')
    expect([...used.keys()].filter(kind => !tests.includes(`'${kind}'`) && !tests.includes(`"${kind}"`))).toEqual([])
  })
})
