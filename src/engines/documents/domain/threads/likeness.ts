import { nameParts } from '../../../indicators/domain/names.ts'

/** Words that begin or fill nearly every promise and say nothing of what is promised. Longer ones first. */
const fillers = [
  '高质量发展', '国民经济', '统筹推进', '有序推进', '扎实推进', '全面推进', '深入推进', '加快推进', '大力推进', '持续推进', '稳步推进', '纵深推进', '一体推进', '推进实施', '组织实施', '贯彻落实', '全面落实', '落实落细',
  '全覆盖', '高标准', '高品质', '高水平', '高质量', '进一步', '标准化', '规范化', '一体化', '数字化', '常态化', '系列化',
  '推进', '加快', '全面', '深化', '统筹', '持续', '有序', '扎实', '大力', '着力', '积极', '深入', '稳步', '优化', '提升', '完善', '加强', '强化', '推动', '促进', '实施', '开展', '做好', '建设', '打造', '构建', '建立', '健全', '支持', '鼓励', '探索', '落实', '举办', '组织', '提供', '引进', '培育', '创建', '争创', '建成', '完成', '实现', '确保', '力争', '争取', '新增', '累计', '各类', '一批', '新一批', '项目', '工程', '工作', '任务', '问题', '情况', '机制', '体系', '行动', '措施', '全年', '年内', '我区', '全区', '越秀区', '广州市', '越秀', '发展', '不少于', '以上',
].toSorted((a, b) => b.length - a.length)
const filler = new RegExp(fillers.join('|'), 'g')

/** One thing under two names that papers use alike. What the register knows by its aliases need not stand here. */
const sameThing: readonly (readonly [RegExp, string])[] = [[/\bgdp\b|国内生产总值/gi, '地区生产总值']]

/** A name without years, quotation marks, numbers, and the words that fill every promise: what is left is what it is about. */
export function coreOf(name: string): string {
  const { core, told } = toldBy(name)
  // Little is left of 引进优质项目; then the whole name has to tell.
  return told.replaceAll(' ', '').length < 3 ? core : told
}

function toldBy(name: string): { readonly core: string; readonly told: string } {
  let core = nameParts(name).bare
  for (const [words, word] of sameThing) core = core.replaceAll(words, word)
  const bare = core.replaceAll(/\d+(?:\.\d+)?(?:版|个|家|户|条|台|场|%|万|亿)?/g, ' ').replaceAll(filler, ' ').replaceAll(/[^\p{Script=Han}a-z+]+/gu, ' ').trim()
  return { core, told: bare.replaceAll(/(?:^| )[的等与和及为对在](?= |$)/g, ' ').replaceAll(/ +/g, ' ').trim() }
}

/** Overlapping pieces of two characters, each once; a piece never reaches over a word that was taken out. */
export function piecesOf(core: string): ReadonlySet<string> {
  const pieces = new Set<string>()
  for (const word of core.split(' ')) for (let i = 0; i + 1 < word.length; i++) pieces.add(word.slice(i, i + 2))
  return pieces
}

/** Many names with their pieces, what each piece tells (one that stands in nearly every name tells nothing), and who holds it. */
export type Named = { readonly cores: readonly string[]; readonly pieces: readonly ReadonlySet<string>[]; readonly weights: ReadonlyMap<string, number>; readonly totals: readonly number[]; readonly holders: ReadonlyMap<string, readonly number[]> }

export function namesIn(names: readonly string[], core: (name: string) => string = coreOf): Named {
  const cores = names.map(core)
  const pieces = cores.map(piecesOf)
  const holders = new Map<string, number[]>()
  pieces.forEach((of, i) => { for (const piece of of) { const held = holders.get(piece); if (held) held.push(i); else holders.set(piece, [i]) } })
  const all = Math.max(20, cores.length)
  const weights = new Map([...holders].map(([piece, held]) => [piece, Math.log(1 + all / held.length)]))
  return { cores, pieces, weights, holders, totals: pieces.map(of => [...of].reduce((sum, piece) => sum + (weights.get(piece) ?? 0), 0)) }
}

/** What two names have in common. `share` 0 to 1: of both, `within` 0 to 1: of the shorter. `parts` are the longest common runs of two characters or more. */
export type Likeness = { readonly share: number; readonly within: number; readonly parts: readonly string[] }

export function likenessOf(named: Named, i: number, j: number): Likeness {
  const [left, right]: readonly ReadonlySet<string>[] = [named.pieces[i] ?? new Set<string>(), named.pieces[j] ?? new Set<string>()]
  const common = [...left ?? []].reduce((sum, piece) => (right?.has(piece) ? sum + (named.weights.get(piece) ?? 0) : sum), 0)
  return common === 0 ? { share: 0, within: 0, parts: [] } : { ...sharesOf(named, i, j, common), parts: commonParts(named.cores[i] ?? '', named.cores[j] ?? '') }
}

function sharesOf(named: Named, i: number, j: number, common: number): { readonly share: number; readonly within: number } {
  const [l, r] = [named.totals[i] ?? 0, named.totals[j] ?? 0]
  // A name of one piece (平台, 清单) stands within a hundred others and is none of them.
  const telling = Math.min(named.pieces[i]?.size ?? 0, named.pieces[j]?.size ?? 0) > 1
  return { share: (2 * common) / (l + r), within: telling ? common / Math.min(l, r) : 0 }
}

/** How alike, as one number from 0 to 0.75. */
export function scoreOf({ share, within }: Pick<Likeness, 'share' | 'within'>): number {
  return 0.45 * share + 0.3 * within
}

/** Which other names are at least so alike to this one. A piece that more than `most` names hold finds nobody, but counts once it is compared. */
export function alikeTo(named: Named, i: number, most: number, atLeast: number): number[] {
  const common = new Map<number, number>()
  for (const piece of named.pieces[i] ?? []) {
    const held = named.holders.get(piece) ?? []
    if (held.length <= most) for (const j of held) if (j !== i) common.set(j, (common.get(j) ?? 0) + (named.weights.get(piece) ?? 0))
  }
  return [...common].filter(([j, weight]) => scoreOf(sharesOf(named, i, j, weight)) >= atLeast).map(([j]) => j)
}

/** The longest runs of characters that stand in both, none within another. */
export function commonParts(a: string, b: string): string[] {
  const parts: string[] = []
  let i = 0
  while (i < a.length) {
    let length = 0
    while (i + length < a.length && a[i + length] !== ' ' && b.includes(a.slice(i, i + length + 1))) length += 1
    if (length >= 2) parts.push(a.slice(i, i + length))
    i += Math.max(1, length)
  }
  return [...new Set(parts)].toSorted((x, y) => y.length - x.length)
}

/** Common parts that name a place or a body and not a kind of thing: they end as places do, or are long. */
export function isProper(part: string): boolean {
  return part.length >= 5 || (part.length >= 3 && /(?:街|路|村|站|园|厂|桥|校|院|馆|涌|湖|岗|门|里|镇|场|寺|坊|鼎|顺)$/.test(part)) || (part.length >= 3 && /^(?:[^中全国省市区]..)$/.test(part) && /[城镇河塘岛洲]/.test(part))
}

/** A renaming that a text tells: “A更名为B”, “B（原A）”. */
export type Renaming = { readonly from: string; readonly to: string }

export function renamingsIn(text: string): Renaming[] {
  const name = '([\\p{Script=Han}A-Za-z0-9“”·]{2,24})'
  const told = [...text.matchAll(new RegExp(`${name}(?:正式)?(?:更名|改名|改称)为${name}`, 'gu'))].map(m => ({ from: m[1] ?? '', to: m[2] ?? '' }))
  const former = [...text.matchAll(new RegExp(`${name}[（(]原(?:名)?${name}[）)]`, 'gu'))].map(m => ({ from: m[2] ?? '', to: m[1] ?? '' }))
  return [...told, ...former].filter(r => r.from.length >= 2 && r.to.length >= 2)
}

/** Is a thing called otherwise than before, and not only longer, shorter or in another order of words? 南洋电器厂“混合改造”试点 and 南洋电器厂及周边更新改造: yes; 加装电梯 and 小区电梯加装: no. */
export function isRenamed(before: string, after: string): boolean {
  const letters = (name: string) => [...toldBy(name).told.replaceAll(' ', '')]
  const [a, b] = [letters(before), letters(after)]
  return !a.every(letter => b.includes(letter)) && !b.every(letter => a.includes(letter))
}
