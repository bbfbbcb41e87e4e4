import { lightVerbs, predicateAt, skipAdverbs, skipVerbs } from './words.ts'

/** Names of what is counted or measured: as written, without the words around it, able to stand alone. */

const streakWords = /连续(?:第)?(?:[\d一二两三四五六七八九十]+)个?(?:年度|年|次|届|轮|季度|月|批|期|场|天)/g
const trailing = /(?:累计|共计|合计|总计|一共|共|分别|各|达到|(?<![下传表抵发直送到])达|为|(?<![签节预条合契履])约|(?<![附临最接邻])近|超过|超|逾|至少|已|均|也|有|实现|完成|预计|总额达|升至|增至|降至|至|到|：|:|、|，|—|－|-|（|\(|以|由|从|在|将|把|的|力争|确保|争取|仅|只|平均|保持在|保持|稳定在|控制在|维持在|超出|突破|跨上|跨入|迈上|站上|跃上|跨过|迈入|迈过|成功|首次|率先|接连|一举|历史性|且|并|和|及|与|于)$/
const leadingMark = /^[-—·•●◆■▪□※\s、，；：:）)”’】\]*#.]+|^(?:（[一二三四五六七八九十\d]+）|\(\d+\)|[一二三四五六七八九十]+[、.．]|\d{1,2}[、.．)）](?!\d)|[①-⑳])|^(?:二是|一是|三是|四是|五是|六是|七是|八是|九是|十是)/
const preposition = /^(?:为(?![期主])|向(?![前好])|对(?![外口台接标比华])|给(?!予)|帮助|协助|联动|联合|围绕|聚焦|按照|通过|依托|针对|随着|在(?![建校册库线岗编途])|于|以(?![旧工上下内及])|由|从(?!业)|与(?!会)|同(?![比城步类业心期])|把|将(?!军)|使(?!用|命)|让|令|因(?![素地])|经(?=[^济营常验费贸开纪]))/
const examples = /(?:等(?:共计|共|在内的?|近|约|一批|地|省市)?|[和及与、]|以及)$/

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
  const name = trimEnd(text).replace(/^20\d\d年(?:度)?$/, '').replace(/^(?:20\d\d年(?:度)?)(?=.{2})/, '').replace(/(?:(?:这)?五年|全年|上半年|今年以来)$/, '')
  // 全程接种: with only a verb left, the adverb is what tells it from other figures.
  return name.length === 2 && skipVerbs(name, 0) === 2 && !lightVerbs.has(name) && words.endsWith(text) ? words.replace(leadingMark, '').slice(-name.length - 2 - (text.length - name.length)).slice(0, 4) : name
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
  return /^[为向对给由从把将让]/.test(text) || /^.{2}/.exec(text)?.[0] === '围绕' || /^(?:聚焦|通过|依托|针对|按照|随着|帮助|协助|联动)/.test(text) ? text.replace(preposition, '') : text
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
export function cutRight(right: string): string {
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

/** 接种新冠疫苗 -> 新冠疫苗. */
export function objectOf(name: string): string {
  const end = skipVerbs(name, 0), first = name.startsWith('新') && end > 2 && end % 2 === 1 ? 3 : 2
  // 服务机器人产量 is a measure and begins with a noun, 接种新冠疫苗 with a verb.
  return end >= name.length || end === 0 || (predicateAt(name) !== 0 && measure.test(name)) ? name : name.slice(first)
}

const generic = /^(?:占.{2,14}|(?:累计|平均|年|总|全年)?(?:总?量|总?数|数量|总额|总值|总规模|规模|增加值|密度|床位|总市值|市值|营收|营业额|利润总?额?|产量|产值|年产值|税收|面积|客流量?|投资额|总投资|交易额|成交额|协议投资额|(?:年度)?(?:投资)?计划完成率|销售额|贡献率|占比|比重|满意率|满意度|完成率|办结率|合格率|达标率|覆盖率|总花费|花费|惠及面|参与人数|人数|户数|均价|优良率|增速|降幅|增幅|余额|件数|起数))$/
/** Words that name a measure but not of what. */
export const isGeneric = (name: string): boolean => name.length <= 16 && generic.test(name)

/** 监管企业营收…、利润…: of the same enterprises. 建成 5G 基站…，密度…: of the stations. */
export function ofOwner(measure: string, before: string): string {
  const front = owner.exec(before)
  if (front?.[1] && front[2] && isGeneric(front[2])) return front[1] + measure
  // 解决率 96.5%、满意率 97.2%: two measures side by side, neither is of the other.
  if (measure.endsWith('率') && before.endsWith('率')) return measure
  if (measure.startsWith('占')) return objectOf(before) + measure
  return objectOf(before).replace(/完成投资额?$|投资额$|(?<=.{2})(?:播种)?(?:面积|产量|产值|总量|总额|数量|人数|户数)$/, '') + measure
}

/** 获省级以上荣誉 253 项，其中国家级 108 项: a part named by its grade alone takes the noun of the whole. */
export function partName(part: string, whole: string): string {
  if (part.length > 4 || !/级$|级以上$/.test(part)) return isGeneric(part) ? ofOwner(part, whole) : part
  const noun = objectOf(whole).replace(/^(?:共|现|实|拥)有/, '').split('、').at(-1) ?? ''
  return part + noun.replace(/^(?:(?:国家|省|市|区|县)+(?:级)?(?:以上|及以上)?|\d?A级)/, '')
}

/** The subject before the first predicate: 区属国有物业｜减租. */
export function subjectBeforeVerb(left: string): string {
  const from = skipAdverbs(left)
  if (skipVerbs(left, from) > from) return ''
  const verb = predicateAt(left, from)
  return verb > from + 1 ? trimEnd(left.slice(from, verb)).replace(/(?:全年|上半年|年内|今年)$/, '') : ''
}

/** 国家级案例 2 项、省级 1 项; 金奖 1 项、银奖 2 项: the short second name takes what it lacks from the first. */
export function completed(short: string, full: string): string {
  if (short.length === 0 || short.length > 4 || full.length <= short.length + 1) return short
  const rank = /^(?:国际|国家|部|省|市|区|县|州|世界|全国|\dA)级(?:以上)?$/.test(short)
  if (rank) {
    const prefix = /^(.*?)((?:国际|国家|部|省|市|区|县|州|世界|全国|\dA)级(?:以上)?)(.+)$/.exec(full)
    if (prefix) return `${prefix[1]}${short}${prefix[3]}`
  }
  if (short.length <= 3 && full.endsWith(short.slice(-1)) && !full.endsWith(short)) return full.slice(0, -short.length) + short
  return short
}

const measure = /(?:值|额|量|率|数|入|出|资|润|税|比|度|准|款|速|营收|面积|情|案件|积)$/
/** 六大优势产业、高技术制造业增加值; 电诈、涉赌警情: what all measure stands only behind the last. */
function sharedHead(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  const head = /(?:.*?[业类品区])?((?:工业)?(?:增加值|零售额|销售额|营业额|投资|产值|产量|总额|收入|支出|利润|警情|案件|案件数|立案数|人数|起数|比例|占比|覆盖率|满意率|满意度|标准|标准化率|浓度|数量|面积|增速|年均增速|税收|营收|客流量?|出口|进口|贷款|存款|余额)(?:余额|总额|额|数|量)?)$/.exec(last)?.[1]
  return head && last.length > head.length + 1 && !parts.slice(0, -1).some(part => measure.test(part)) ? head : ''
}

const owner = /^(.*(?:商圈|园区|街区|城区|企业|行业|产业|学校|医院|机构|平台|项目|全区|全市|全省|[区市省县镇街业园]))(.{2,8})$/
/** Splits A、B和C before 分别 into as many names as there are figures, each made self-standing. Null where it does not fit. */
export function conjuncts(subject: string, count: number): string[] | null {
  const money = /^(.*?)存贷款(.*)$/.exec(subject)
  if (money && count === 2) return ['存款', '贷款'].map(kind => subjectName(`${money[1]}${kind}${money[2]}`))
  const both = /^(.*?)城乡(.+)$/.exec(subject)
  if (both?.[2] && count === 2 && !subject.includes('、')) { const rest = trimEnd(both[2]); return [`城镇${rest}`, `农村${rest}`] }
  for (const separator of [/、/, /、|以及|和|及|与/, /，|、|以及|和|及|与/]) {
    const parts = subject.split(separator).map(part => part.trim()).filter(part => part !== '')
    if (parts.length === count) return shared(parts.map((part, i) => i === 0 ? subjectName(part.replace(/^(?:力争|确保|争取|预计)/, '')) : trimEnd(part)))
  }
  const parts = subject.split(/、|以及|和|及|与/).filter(part => part !== '')
  return parts.length > count ? shared(parts.slice(-count).map(part => subjectName(part))) : null
}

function shared(parts: readonly string[]): string[] {
  const first = parts[0] ?? '', last = parts.at(-1) ?? ''
  const front = owner.exec(first)
  const verb = predicateAt(first) === 0 ? leadingVerb(first) : ''
  const tailAt = first.length >= 2 ? last.indexOf(first.slice(-2)) : -1
  const tail = first.length <= 3 && last.length > first.length + 1 && !measure.test(first) ? last.slice(first.length) : tailAt >= 0 && tailAt + 2 < last.length && parts.length > 1 ? last.slice(tailAt + 2) : sharedHead(parts)
  return parts.map((part, i) => {
    if (i < parts.length - 1 && tail !== '' && !part.endsWith(tail)) return part + tail
    if (i > 0 && /^(?:新|建成|引进|培育|改造)/.test(verb) && verb.length < first.length && predicateAt(part) < 0) return verb + part
    if (i > 0 && front?.[1] && part.length <= 4 && first.length >= part.length + 3 && !/[区市省业]$/.test(part)) return front[1] + part
    return part
  })
}
