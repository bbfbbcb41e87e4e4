import { lightVerbs } from './lexicon.ts'
import { predicateAt, skipAdverbs, skipVerbs } from './words.ts'

/** Names of what is counted or measured: as written, without the words around it, able to stand alone. */

const streakWords = /连续(?:第)?(?:[\d一二两三四五六七八九十]+)个?(?:年度|年|次|届|轮|季度|月|批|期|场|天)/g
const trailing = /(?:累计|共计|合计|总计|一共|共|分别|各|达到|(?<![下传表抵发直送到])达|为|(?<![签节预条合契履])约|(?<![附临最接邻])近|超过|超|逾|至少|已|均|也|有|实现|完成|预计|总额达|升至|增至|降至|至|到|：|:|、|，|—|－|-|（|\(|以|由|从|在|将|把|的|力争|确保|争取|仅|只|平均|保持在|保持|稳定在|控制在|维持在|超出|突破|跨上|跨入|迈上|站上|跃上|跨过|迈入|迈过|成功|首次|率先|接连|一举|历史性|且|并|和|及|与|于)$/
const leadingMark = /^[-—·•●◆■▪□※\s、，；：:）)”’】\]*#.]+|^(?:（[一二三四五六七八九十\d]+）|\(\d+\)|[一二三四五六七八九十]+[、.．]|\d{1,2}[、.．)）](?!\d)|[①-⑳])|^(?:二是|一是|三是|四是|五是|六是|七是|八是|九是|十是)/
const preposition = /^(?:为(?![期主])|向(?![前好])|对(?![外口台接标比华])|给(?!予)|帮助|协助|联动|联合|围绕|聚焦|按照|通过|依托|针对|随着|在(?![建校册库线岗编途])|于|以(?![旧工上下内及])|由|从(?!业)|与(?!会)|同(?![比城步类业心期])|把|将(?!军)|使(?!用|命)|让|令|因(?![素地])|经(?=[^济营常验费贸开纪]))/
const examples = /(?:等(?:共计|共|在内的?|近|约|一批|地|省市)?|[和及与、]|以及)$/

const leadingTime = /^(?:20\d\d年(?:度)?|\d{1,2}(?:月?[-—–至到]\d{1,2})?月(?:份|底|当月)?)(?=$|[^起].)/
const trailingTime = /(?:这?五年|全年|上半年|今年以来|\d{1,2}月份)$/

/** The name in the words before a figure. */
export function subjectName(words: string): string {
  let text = words.replace(streakWords, '')
  for (let before = ''; before !== text;) {
    before = text
    text = text.replace(leadingMark, '')
    text = text.slice(skipAdverbs(text)).replace(/^约(?=占)/, '')
    if (text.length > 4 && lightVerbs.has(text.slice(0, 2)) && !/^(?:保持)/.test(text)) text = text.slice(2)
    if (preposition.test(text)) text = behindPreposition(text)
  }
  const name = trimEnd(text).replace(leadingTime, '').replace(trailingTime, '').replace(/^(全[国省市区县州]|我[国省市区县])(?:可|预计)?(?:实现|完成)(?=.{2})/, '$1')
  const onlyVerb = name.length === 2 && skipVerbs(name, 0) === 2 && !lightVerbs.has(name)
  return onlyVerb ? withAdverb(name, words) : name
}

/** 全程接种: with only a verb left, the adverb before it tells it from other figures. */
function withAdverb(verb: string, words: string): string {
  const at = words.lastIndexOf(verb)
  const adverb = words.slice(Math.max(0, at - 2), at)
  return adverb.length === 2 && skipAdverbs(adverb + verb) > 0 ? adverb + verb : verb
}

export function trimEnd(words: string): string {
  let text = words
  for (let match = trailing.exec(text); match && match.index > 0; match = trailing.exec(text)) {
    // 合作到 and 服务中 may lose their tail; 占有, 持有, 所有 are words and keep it.
    if (/[占持所拥具保享][有]$/.test(text)) break
    text = text.slice(0, match.index)
  }
  return text
}

/** 向各类困难群众按时足额发放各项补贴: the name begins at the verb. 在…评选中: the name is inside. */
function behindPreposition(text: string): string {
  const inside = /^在(.{2,20}?)(?:中|上|方面|工作中|内|里)(.*)$/.exec(text)
  const during = /^在(.{2,20}?期间)(?:实现|完成|达成)?(.+)$/.exec(text)
  if (during) return `${during[1]}${during[2]}`
  if (inside) return inside[2] && inside[2].length > 1 ? inside[2] : inside[1] ?? text
  const verb = predicateAt(text, 1)
  if (verb > 0 && text.length - verb > 2) return text.slice(verb)
  return /^(?:[为向对给由从把将让]|围绕|聚焦|通过|依托|针对|按照|随着|帮助|协助|联动)/.test(text) ? text.replace(preposition, '') : text
}

const namedExamples = /^(.{2,}?)等(?![级候次额于同效待领方行地环工])(?:一批)?([^等、]{2,}.*)$/
/** 引进 A、B等龙头企业 52 家: what is counted are the 龙头企业. */
function withoutNamed(left: string): string {
  const from = skipAdverbs(left), verb = skipVerbs(left, from)
  const match = namedExamples.exec(left.slice(verb))
  const named = match?.[1] ?? ''
  return match?.[2] && match[2].length >= 4 && !/[“《（][^”》）]*$/.test(named) && !hasVerb(named) ? left.slice(from, verb) + match[2] : left
}

/** 组建微信群、覆盖 | 21 万家企业: the last deed is the one that counts. */
function fromLastVerb(left: string): string {
  const last = left.slice(left.lastIndexOf('、') + 1)
  const at = skipAdverbs(last), end = skipVerbs(last, at)
  return last.length < left.length && end > at && (end === last.length || predicateAt(last, at) === at) ? last : left
}

function hasVerb(text: string): boolean {
  for (let at = 0; at + 1 < text.length; at++) if (skipVerbs(text, at) > at) return true
  return false
}

/** A、B、C等 5 个村, A、B 2 个园区: the named ones are examples; what remains is the verb before them. */
function withoutExamples(left: string, nounFollows: boolean): string {
  if (!examples.test(left) && !(nounFollows && left.includes('、'))) return withoutNamed(left)
  const from = skipAdverbs(left), verb = skipVerbs(left, from)
  return left.slice(from, verb)
}

const stateWords = /(?:正式|顺利|成功|有序|稳步|全部|全面|有效|基本|圆满|已经|已|(?<![年人日月平户])均|先后|陆续|相继|如期|按期|年内|全年|节假日)/g
/** The noun phrase behind a figure, with what it does, without adverbs: 18 个社区卫生服务中心全面达标. */
function cutRight(right: string): string {
  const text = right.replace(/^[的余多]/, '').replace(/^（[^）]*）?|（(?:牵头|责任|配合|主办)[^）]*）?/g, '').replace(streakWords, '')
  return trimEnd(text.replace(stateWords, '')).replace(/^[：:、，]+/, '')
}

/**
 * The name of a level: 文化惠民活动 2399 场, 新建 5 个口袋公园, 762 家企业进入国家库.
 * `counts`: things are counted, so that a list before them holds examples. `nounBehind`: the noun may stand behind the
 * figure, as with all but rates.
 */
export function levelName(left: string, right: string, counts: boolean, nounBehind: boolean): string {
  const before = withoutExamples(fromLastVerb(left), counts && right !== '')
  const start = skipAdverbs(before)
  const stripped = trimEnd(before.slice(start))
  const verbEnd = skipVerbs(stripped, 0)
  const onlyVerb = stripped.length > 0 && verbEnd >= stripped.length
  const relative = /(?:拥有|共有|现有|具有)$/.test(before) ? right.indexOf('的') : -1
  if (relative > 1) return cutRight(right.slice(0, relative))
  let behind = cutRight(right)
  if (/^(?:规模|水平|台阶|大关|“?俱乐部”?|关口|行列|门槛)$/.test(behind)) behind = ''
  if (behind !== '' && stripped !== '' && !onlyVerb && predicateAt(behind) === 0) behind = ''
  if (behind === '') return subjectName(before)
  if (stripped === '' || (onlyVerb && lightVerbs.has(stripped))) return dropLightVerb(behind)
  if (onlyVerb) return stripped + behind
  const name = subjectName(before)
  if (/^(?:为|向|对|给|帮助|组织|推动|联合|由)$/.test(name) || name.length <= 1) return dropLightVerb(behind)
  return nounBehind || endsInVerb(name) ? name + behind : name
}

function dropLightVerb(name: string): string {
  return lightVerbs.has(name.slice(0, 2)) && name.length > 5 ? name.slice(2) : name
}

function endsInVerb(name: string): boolean {
  return skipVerbs(name, name.length - 2) === name.length
}

/** The verb at the start of the words before a figure, for the next noun that shares it: 新增绿地 …、立体绿化 …. */
export function leadingVerb(left: string): string {
  const from = skipAdverbs(left)
  return left.slice(from, skipVerbs(left, from))
}

/** The subject before the first predicate: 区属国有物业｜减租. */
export function subjectBeforeVerb(left: string): string {
  const from = skipAdverbs(left)
  if (skipVerbs(left, from) > from) return ''
  const verb = predicateAt(left, from)
  return verb > from + 1 ? trimEnd(left.slice(from, verb)).replace(/(?:全年|上半年|年内|今年)$/, '') : ''
}
