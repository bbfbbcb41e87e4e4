import { ledgersOfYear, lookAtLights, seedLedgerKinds } from '../src/engines/plan/index.ts'
import { seedCaseTypes, seedDirectories, seedEntries } from '../src/engines/cases/index.ts'
import { packs } from '../src/packs/index.ts'
import { type Role } from '../src/engines/org/schema.ts'
import { doubtfulReport, halfYearReport, planReport } from '../testkit/invented-papers.ts'
import { inParts } from '../testkit/form.ts'
import { testType } from '../testkit/case-type.ts'
import { type TestServer } from '../testkit/server.ts'

export const unknownId = '01890000-0000-7000-8000-00000000dead'

/** Fills the district with one of each kind of thing through its own routes, and answers ids by the name a parameter or a field has for them. */
export async function thingsThatAreThere(server: TestServer): Promise<(name: string, path: string) => readonly string[]> {
  const make = async (role: Role, url: string, payload: object): Promise<string> => {
    const { status, body } = await server.ask(role, { method: 'POST', url, payload })
    const made = body as { readonly id?: string; readonly paper?: { readonly id: string } } // the reply of a route that makes something
    if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`)
    return made.paper?.id ?? made.id ?? ''
  }
  const idsOf = async (role: Role, url: string): Promise<string[]> => {
    const { status, body } = await server.ask(role, { method: 'GET', url })
    if (status !== 200) throw new Error(`${url}: ${JSON.stringify(body)}`)
    const { items } = body as { readonly items: readonly { readonly id: string }[] } // a page of a list
    if (items.length === 0) throw new Error(`nothing in ${url}`)
    return items.map(item => item.id)
  }
  const unit = (code: string) => make('administrator', '/api/units', { kind: 'street', code, name: `街道${code}`, parent: server.places.district.id, from: '2023-01-01' })
  const units = [await unit('S71'), await unit('S72'), await unit('S73')]
  const person = await make('administrator', '/api/people', { name: '赵一', account: 'zhao.yi' })
  const substitute = await make('administrator', '/api/people', { name: '钱二', account: 'qian.er' })
  const post = await make('administrator', '/api/posts', { person, unit: units[0], role: 'street', title: '科员', from: '2023-01-01' })
  const plannersPost = await make('administrator', '/api/posts', { person: server.person('planner'), unit: units[0], role: 'street', title: '挂职', from: '2023-01-01' })
  const delegations = [await make('planner', '/api/delegations', { post: plannersPost, to: substitute, from: '2023-08-01', until: '2023-09-01', reason: '休假' })]
  const papers = [await make('planner', '/api/documents', { text: planReport, name: '计划报告.txt' }), await make('planner', '/api/documents', { text: halfYearReport, name: '半年报告.txt' })]
  const findings = await idsOf('planner', `/api/documents/${papers[1]}/findings?limit=20`)
  await make('planner', '/api/documents', { text: doubtfulReport, name: '工作情况.txt' })
  await make('planner', '/api/doubts/check', {})
  const doubts = await idsOf('planner', '/api/doubts')
  await make('planner', `/api/documents/${papers[0]}/accept`, { leaveOut: { reason: '测试' } })
  const [indicators, figures, targets] = [await idsOf('planner', '/api/indicators'), await idsOf('planner', '/api/figures'), await idsOf('planner', '/api/targets')]
  const published = { title: '统计公报', section: '一', saidOn: '2023-02-01' }
  const peerFigures = [await make('planner', `/api/indicators/${indicators[0]}/peer-figures`, { code: '440105', name: '海珠区', period: '2022', growth: 3, ...published })]
  const rankClaims = [await make('planner', `/api/indicators/${indicators[0]}/rank-claims`, { period: '2022', scope: 'city', compared: 'growth', rank: 2, ...published })]
  const commitments = [await make('planner', '/api/plan/2023/commitments', { kind: 'task', title: '建成图书馆', dueOn: '2023-12-31', ground: '部署会' }), ...await idsOf('planner', '/api/plan/2023/search?limit=20')]
  const keys = [await make('security-administrator', '/api/keys', { name: '街道业务系统', post: server.post('street'), verbs: ['plan.read'], until: '2023-12-31' }), await make('security-administrator', '/api/keys', { name: '财政系统', post, verbs: ['plan.read'], until: '2023-12-31' })]
  const parts = { method: 'own', check: 'none', ground: '测试', parts: [{ unit: units[0], value: 1 }] }
  const numbered = (await server.ask('planner', { method: 'GET', url: '/api/targets?limit=100' })).body as { readonly items: readonly { readonly id: string; readonly value: number | null }[] } // a page of targets
  const divisions: string[] = []
  for (const target of numbered.items.filter(item => item.value !== null).slice(0, 3)) divisions.push(await make('planner', `/api/plan/targets/${target.id}/divisions`, parts))
  const links = { a: { kind: 'target', id: targets[0] }, b: { kind: 'commitment', id: commitments[0] } }
  await make('planner', '/api/thread-suggestions/confirm', { links: [links] })
  const threads = await idsOf('planner', '/api/threads')
  const ctx = await server.ctx('planner')
  await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'kinds', thingId: 'kinds' }); return seedLedgerKinds(tx, ctx, packs.flatMap(pack => pack.ledgers ?? [])) })
  const ledgers = [await make('planner', '/api/ledgers', { kind: 'ten-matters', span: '2023', title: '民生实事', ground: '附件', commitments: commitments.slice(0, 3) }), await make('planner', '/api/ledgers', { kind: 'five-year-plan', span: '2021-2025', title: '规划', ground: '纲要', targets })]
  await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'types', thingId: 'types' }); return { ok: true as const, value: await seedCaseTypes(tx, ctx, [testType], () => null) } })
  await ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'directories', thingId: 'directories' }); await seedDirectories(tx, ctx, packs.flatMap(pack => pack.directories ?? [])); return seedEntries(tx, ctx, 'emergency-units', () => [{ name: '三元宫应急单元', unit: units[0] ?? '', fields: { site: 'school', address: '三元宫路1号', people: 3 } }]) })
  const entries = await idsOf('leader', '/api/cases/directories/emergency-units')
  const rules = [await make('planner', '/api/cases/routing-rules', { type: testType.key, unit: units[0], from: '2023-01-01', reason: '测试' }), await make('planner', '/api/cases/routing-rules', { type: testType.key, unit: units[1], from: '2023-01-01', reason: '测试' })]
  const imports = [await bring(server, '编号,类别,内容\n1,rubbish,没人清\n')]
  const clusters = await repeat(server, units[0] ?? '')
  const listed = await ctx.read(tx => ledgersOfYear(tx, ctx, 2023))
  const lines = listed.flatMap(view => view.lines.map(line => line.id))
  const evidence = await make('planner', `/api/ledgers/lines/${lines[0]}/evidence`, { what: '竣工备案', number: '1号', on: '2023-08-01' })
  const returned = { name: { zh: '月报', en: 'Monthly' }, rhythm: 'month', units: { of: 'all', kinds: ['street'] }, due: { days: 5, of: 'working' }, rows: [{ by: 'typed', indicator: 'MONTHLY-JOBS' }] }
  await make('planner', '/api/indicators', { code: 'MONTHLY-JOBS', name: { zh: '月度新增就业', en: 'New jobs of the month' }, unit: '人', nature: 'expected', direction: 'up', frequency: 'month', kind: 'flow', aggregation: 'sum' })
  const forms = [await make('planner', '/api/returns/forms', { code: 'MONTH', from: '2023-01-01', content: returned })]
  await make('planner', `/api/returns/forms/${forms[0]}/open`, { period: '2023-07' })
  const sheets = await idsOf('planner', '/api/returns/sheets')
  const prepare = async () => { const { body } = await server.ask('planner', { method: 'GET', url: '/api/publications/years/2023' }); return make('planner', '/api/publications/years/2023', { digest: (body as { readonly digest: string }).digest }) } // the reply of the draft
  const publicOne = await prepare()
  await make('leader', `/api/publications/${publicOne}/approve`, { version: 1 })
  const publications = [publicOne, await prepare()]
  const reviews = [await make('security-administrator', '/api/access-review', {})]
  const look = () => ctx.write(async (tx, note) => { await note({ verb: 'test', thing: 'lights', thingId: 'lights' }); return { ok: true as const, value: await lookAtLights(tx, ctx, 2023) } })
  await look()
  const overridden = await server.ask('planner', { method: 'PUT', url: `/api/targets/${targets[0]}/override`, payload: { light: 'off-pace', reason: '会议明确', until: '2023-12-31' } })
  if (overridden.status !== 200) throw new Error(JSON.stringify(overridden.body))
  await look()
  const lights = await idsOf('planner', '/api/lights/changes')
  const byName: Readonly<Record<string, readonly string[]>> = {
    unit: units, parent: units, into: units, area: units, under: units, ownerUnit: units, owner: units, lead: units,
    person: [person, substitute], to: [substitute], post: [post], indicator: indicators, tiedTo: indicators, finding: findings, origin: papers,
    units, people: [person], posts: [post], keys, delegations, doubts, documents: papers.toReversed(), indicators, figures, targets, threads, publications, lights, 'access-review': reviews, year: ['2023'], 'peer-figures': peerFigures, 'rank-claims': rankClaims,
  }
  const inReturns = (path: string) => ({ ...byName, id: path.includes('/forms/') ? forms : sheets, form: forms, period: ['2023-07'] })
  const inPlan = { ...byName, parent: commitments, target: targets, id: commitments }
  const inLedgers: Readonly<Record<string, readonly string[]>> = { ...byName, id: ledgers, commitments, targets, leadUnit: units, evidence: [evidence], year: ['2023', '2025'] }
  const inLines: Readonly<Record<string, readonly string[]>> = { ...inLedgers, id: lines }
  const inRegister = { ...byName, into: indicators }
  return (name, path) => {
    const segment = /^\/api\/([\w-]+)/.exec(path)?.[1] ?? ''
    const under = /^\/api\/plan\/(divisions|targets|units)\//.exec(path)?.[1]
    if (under && name === 'id') return { divisions, targets, units }[under] ?? []
    if (path.startsWith('/api/cases/directories') && (name === 'key' || name === 'id')) return name === 'key' ? ['emergency-units'] : entries
    if (path.startsWith('/api/cases/clusters') && (name === 'id' || name === 'cluster')) return clusters
    if (path.startsWith('/api/cases/routing-rules') && name === 'id') return rules
    if (path.startsWith('/api/cases/imports') && (name === 'id' || name === 'imports')) return imports
    if (segment === 'ledgers') return (path.startsWith('/api/ledgers/lines/') ? inLines : inLedgers)[name] ?? [unknownId]
    const known: Readonly<Record<string, readonly string[]>> = segment === 'plan' || segment === 'cockpit' ? inPlan : segment === 'indicators' ? inRegister : segment === 'returns' ? inReturns(path) : byName
    return known[name] ?? known[segment] ?? [unknownId]
  }
}

/** Cases of one kind from one place on several days. Answers the id of what they are together. */
async function repeat(server: TestServer, unit: string): Promise<readonly string[]> {
  const now = server.clock.now
  for (const day of [1, 1, 2, 3, 4]) {
    server.clock.now = new Date(Date.parse(now) - day * 86_400_000).toISOString()
    const { status, body } = await server.ask('dispatcher', { method: 'POST', url: '/api/cases', payload: { type: testType.key, category: 'rubbish', title: '垃圾没人清', words: '垃圾没人清', place: { unit } } })
    if (status !== 200) throw new Error(JSON.stringify(body))
  }
  server.clock.now = now
  await server.ask('supervisor', { method: 'POST', url: '/api/cases/clusters/find', payload: {} })
  const { body } = await server.ask('supervisor', { method: 'GET', url: '/api/cases/clusters' })
  return (body as { readonly items: readonly { readonly id: string }[] }).items.map(item => item.id) // a page of them
}

/** A file of cases that was brought and checked. Answers its id. */
async function bring(server: TestServer, text: string): Promise<string> {
  const { status, body } = await server.ask('dispatcher', { method: 'POST', url: `/api/cases/imports?type=${testType.key}&source=${encodeURIComponent('平台')}`, ...inParts({ name: 'cases.csv', bytes: text }) })
  const { id, mapping } = body as { readonly id: string; readonly mapping: object } // by the contract of the route
  const checked = await server.ask('dispatcher', { method: 'POST', url: `/api/cases/imports/${id}/check`, payload: { mapping } })
  if (checked.status !== 200) throw new Error(`${status}: ${JSON.stringify(checked.body)}`)
  return id
}
