import type { Fact, Strength } from '../../schema.ts'

/** How a promise is worded: the verb that carries its strength and the way the figure binds. */
type Wording = { readonly strength: Strength; readonly verb: string | null }

const strengthVerbs: readonly (readonly [Strength, RegExp])[] = [
  ['ensure', /确保|保证|务必|必须|坚决完成|牢牢守住/g],
  ['strive', /力争|争取|努力|争创|冲刺|奋力|力求|全力争取/g],
  ['explore', /探索|谋划|研究|试点|筹划/g],
  ['at-least', /不少于|不低于|至少/g],
  ['complete', /完成|建成|竣工|投产|开工|实现|办成|办结|达到|交付/g],
  ['advance', /推进|推动|加快|促进|支持|鼓励|启动|继续/g],
]

/** The strength verb that stands nearest before the figure, strongest kind first among those in the sentence so far. */
export function wordingBefore(text: string, clauseStart: number, at: number): Wording {
  for (const from of [clauseStart, 0]) {
    const words = text.slice(from, at)
    for (const [strength, pattern] of strengthVerbs) {
      // A verb of advancing two clauses earlier says nothing about this figure; 确保 and 力争 reach over the sentence.
      if (from !== clauseStart && strength !== 'ensure' && strength !== 'strive') continue
      const match = [...words.matchAll(pattern)].at(-1)
      if (match) return { strength, verb: match[0] }
    }
  }
  return { strength: 'plain', verb: null }
}

/** How the figure binds: 以上 at least, 以内 at most, 左右 about, else exactly. */
export function operatorOf(hedge: string): NonNullable<Fact['operator']> {
  if (/不超过|不高于|不多于|不大于|以内|之内|以下|低于|少于|小于|最多|最高/.test(hedge) && !/不低于|不少于|不小于/.test(hedge)) return '<='
  if (/左右|上下|约/.test(hedge)) return '~'
  if (/以上|不少于|不低于|不小于|至少|超|逾|突破|高于|多于|大于|余|多|最少|过/.test(hedge)) return '>='
  return '='
}

/** A target without a number: left to the municipality, tied to another indicator, or not yet known. */
export type OpenTarget = { readonly operator: 'municipality' | 'tied' | 'pending'; readonly start: number; readonly end: number; readonly subjectEnd: number; readonly reference: string; /** Name of the target where it stands inside the words (完成市下达的节能任务). */ readonly name: string | null }

const municipality = /(?:确保|力争|全面|按时|按要求|努力)?(?:完成|达到|落实|按照?|控制在|以|符合|执行)(?:国家|省|市|自治区|上级|区)?(?:委市政府|政府|级)?(?:[、和]?[省市]){0,2}(?:下达|制定|确定|规定|考核|要求|核定)的?(?:我区|我市|我省)?的?(?:年度|全年|考核|控制|约束性|约束)*(?:目标|任务|指标|要求|计划)+(?:要求|任务|值|数|以内|范围内)?(?:为准)?/
const delegatedInside = /(?:完成|达到|落实|按照?)(?:国家|省|市|自治区|上级)(?:[、和]?[省市]){0,2}(?:下达|确定|要求|规定)的?(?:要求)?(?:完成)?([^，；。]{3,24}?)(?:年度|约束性|控制)*(?:指标|目标|任务|要求)/
const tied = /(?:与|和|同|高于|快于|不低于|略高于|达到)((?:全国|全省|全市|我区|我市|地区|国民)?(?:[^，、；与和]{0,6}?)?(?:经济|生产总值|GDP|居民收入|财政收入|收入|物价)(?:发展|运行)?(?:增长|增速)?(?:水平|速度)?)(?:的增长)?(?:保持)?(?:基本|总体)?(?:同步|一致|相适应|相匹配|持平|平均水平|$|(?=[，。；、]))/
const besides = /(?:高于|快于|不低于|优于|达到|好于)((?:全国|全省|全市|全区|中心城区|发达国家)(?:平均)?(?:水平|增速)?)(?=[，。；、）]|$)/
const pending = /[—–－-]{1,4}(?=[（(，。；、]|$)|(?:尚未|暂未|待)(?:公布|反馈|核定|确定|下达|发布)/
const pendingNote = /[（(]([^）)]{2,40}(?:公布|反馈|核定|发布|提供|下达|统计)[^）)]{0,10})[）)]/

/** Without one of these no target is left open: spares looking at every clause. */
export const openWords = /下达|要求|同步|一致|相适应|相匹配|持平|尚未|暂未|待公|待核|待反|高于|快于|不低于|优于|好于|水平|——|--|–/

export function openTargetIn(text: string, start: number, end: number): OpenTarget | null {
  const piece = text.slice(start, end)
  const inside = delegatedInside.exec(piece)
  if (inside?.[1]) return { operator: 'municipality', start: start + inside.index, end: start + inside.index + inside[0].length, subjectEnd: start + inside.index, reference: inside[0], name: inside[1].replace(/(?:年度|约束性|控制|指标|考核)+$/, '') }
  const delegated = municipality.exec(piece)
  if (delegated && delegated.index > 1) return { operator: 'municipality', start: start + delegated.index, end: start + delegated.index + delegated[0].length, subjectEnd: start + delegated.index, reference: delegated[0], name: null }
  const same = tied.exec(piece)
  if (same?.[1] && same.index > 1 && (/同步|一致|相适应|相匹配|持平/.test(same[0]) || /^(?:高于|快于|不低于|略高于)/.test(same[0]))) {
    const subjectEnd = piece.slice(0, same.index).replace(/(?:增长|增速|增幅|保持|确保|实现|与)+$/, '').length
    return { operator: 'tied', start: start + same.index, end: start + same.index + same[0].length, subjectEnd: start + subjectEnd, reference: same[1], name: null }
  }
  const other = besides.exec(piece)
  if (other?.[1] && other.index > 1) return { operator: 'tied', start: start + other.index, end: start + other.index + other[0].length, subjectEnd: start + other.index, reference: other[1], name: null }
  const dash = pending.exec(piece)
  if (dash && dash.index > 1) {
    const note = pendingNote.exec(piece)
    if (note || /尚未|暂未|待/.test(dash[0])) return { operator: 'pending', start: start + dash.index, end: start + dash.index + dash[0].length, subjectEnd: start + dash.index, reference: note?.[1] ?? dash[0], name: null }
  }
  return null
}
