import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type Context, type Tx } from '../../context.ts'
import { findUnits } from '../../org/index.ts'
import { scopeOf } from '../../org/domain/permission.ts'
import { lineUp } from '../../org/domain/tree.ts'
import { type Unit } from '../../org/schema.ts'
import { branchOf } from '../domain/clocks.ts'
import { channelWords } from '../domain/words.ts'
import { type CaseFilter } from '../list-store.ts'
import { type CaseType, type Category, Channel } from '../schema.ts'
import { findTypes } from '../store.ts'
import { type GroupKey } from './contract.ts'
import { type GroupedBy } from './store.ts'

/** What a group is called and which list shows it. */
export type Named = { readonly key: string; readonly name: Label; readonly filter: Readonly<Record<string, string>> }

/** The district as the figures need it: its units and its types. */
export type Ground = { readonly units: ReadonlyMap<Id, Unit>; readonly all: readonly Unit[]; readonly types: readonly CaseType[] }

export async function groundOf(tx: Tx, ctx: Context): Promise<Ground> {
  const all = await findUnits(tx, ctx.district)
  return { all, units: new Map(all.map(unit => [unit.id, unit])), types: (await findTypes(tx, ctx.district)).map(here => here.type) }
}

/** Cases of whoever asks: a district's of all units; a head's and a clerk's of their own, so that no unit is told by the few cases that others happen to see. */
export function sightOf(ctx: Context, chosen: CaseFilter): { readonly whole: boolean; readonly filter: CaseFilter } {
  const scope = scopeOf(ctx.actor, 'case.read')
  if (scope === 'district') return { whole: true, filter: chosen }
  const own = chosen.lead?.filter(id => scope.has(id)) ?? [...scope]
  // An empty list would narrow nothing.
  return { whole: false, filter: { ...chosen, lead: own.length > 0 ? own : [NOBODY] } }
}

const NOBODY: Id = '00000000-0000-8000-8000-000000000000'

const nowhere: Label = { zh: '未标明地点', en: 'No place given' }
const nobody: Label = { zh: '尚未派遣', en: 'Not dispatched yet' }
const same = (zh: string): Label => ({ zh, en: zh })

/** How cases are counted for a kind of group, which group a small one belongs to, and what that is called. */
export type Grouping = { readonly by: GroupedBy; readonly into: (key: string | null) => string; readonly named: (key: string) => Named }

/** `within`: the street that is looked into; then places are told apart by community, else by street. */
export function groupingOf(group: GroupKey, ground: Ground, within: Id | undefined): Grouping {
  switch (group) {
    case 'unit': return { by: 'unit', into: key => key ?? '', named: key => (key === '' ? { key: 'none', name: nobody, filter: { undispatched: 'true' } } : { key, name: same(ground.units.get(key)?.name ?? '—'), filter: { lead: key } }) }
    case 'street': return placesOf(ground, within)
    case 'category': return { by: 'category', into: key => rootOf(key ?? '', ground), named: key => namedBranch(key, ground) }
    case 'type': return { by: 'type', into: key => key ?? '', named: key => ({ key, name: ground.types.find(type => type.key === key)?.name ?? same(key), filter: { type: key } }) }
    case 'channel': return { by: 'channel', into: key => key ?? '', named: key => ({ key, name: Channel.options.find(one => one === key) ? channelWords[Channel.parse(key)] : same(key), filter: { channel: key } }) }
  }
}

function placesOf({ units }: Ground, within: Id | undefined): Grouping {
  const kinds = within === undefined ? ['street'] : ['community', 'grid']
  const known = new Map<string | null, string>()
  const find = (id: Id) => {
    const line = lineUp(id, units)
    return line.findLast(unit => kinds.includes(unit.kind))?.id ?? (within !== undefined && line.some(unit => unit.id === within) ? within : id)
  }
  const into = (key: string | null) => {
    const found = known.get(key) ?? (key === null ? '' : find(key))
    known.set(key, found)
    return found
  }
  return { by: 'place', into, named: key => (key === '' ? { key: 'none', name: nowhere, filter: { placeless: 'true' } } : { key, name: same(units.get(key)?.name ?? '—'), filter: key === within ? { place: key } : { within: key } }) }
}

/** `type/category` of the root of a branch. */
function rootOf(key: string, { types }: Ground): string {
  const [type = '', category = ''] = key.split('/')
  const [root] = branchOf(types.find(one => one.key === type)?.categories ?? [], category)
  return `${type}/${root?.key ?? category}`
}

function namedBranch(key: string, { types }: Ground): Named {
  const [type = '', root = ''] = key.split('/')
  const found = types.find(one => one.key === type)
  const branch = found?.categories.find(one => one.key === root)
  const several = types.length > 1 && found
  const name = branch?.name ?? same(root)
  return { key, name: several ? { zh: `${found.name.zh}·${name.zh}`, en: `${found.name.en}: ${name.en}` } : name, filter: { type, category: branch ? leavesOf(branch).join(',') : root } }
}

/** The kinds at the ends of a branch, which are what cases are given. */
export function leavesOf(branch: Category): readonly string[] {
  const below = branch.below ?? []
  return below.length === 0 ? [branch.key] : below.flatMap(leavesOf)
}
