import { isDigit, type Numeral } from './numbers.ts'
import { isThreshold } from './threshold.ts'
import type { Unit } from './units.ts'

/**
 * What is never a figure, although it is a number: dates, programme names (“1310”, “1+1+9”), proper names (5G, 地铁12号线),
 * versions (6.0版), PM2.5, ordinals, things between quotation marks, ages and minutes in names. Both functions answer with
 * the reason, or null where the number may be a figure.
 */
export type Reason =
  | 'ordinal' | 'ratio' | 'per' | 'letter' | 'programme' | 'document-number' | 'date' | 'quoted' | 'anniversary' | 'age' | 'duration' | 'list-number' | 'aspect' | 'threshold'
  | 'vague' | 'one' | 'apposition'

const before = (text: string, at: number, count: number): string => text.slice(Math.max(0, at - count), at)

/** A number in digits from `from` to `to` (unit included) in `text`. */
export function neverFigure(text: string, from: number, to: number): Reason | null {
  const previous = text[from - 1] ?? '', next = text[to] ?? '', body = text.slice(from, to)
  switch (previous) {
    case '第': if (!isLostPlace(text, from - 1)) return 'ordinal'; break
    case '每': return 'per'
    case '+': case '＋': case '×': case '*': return 'programme'
    case '〔': case '[': return 'document-number'
    case ':': case '∶': case '：': if (isDigit(text.charCodeAt(from - 2))) return 'ratio'; break
    default: if (/[A-Za-z_{^<>.]/.test(previous) && !/[%元亿万]/.test(body)) return 'letter'
  }
  if (/[:∶：]/.test(next) && isDigit(text.charCodeAt(to + 1))) return 'ratio'
  if (/[+＋×]/.test(next) || (/[xX]/.test(next) && isDigit(text.charCodeAt(to + 1)))) return 'programme'
  const bare = isDigit(body.charCodeAt(body.length - 1))
  if (bare && /[A-Za-z]/.test(next)) return 'letter'
  if (bare && /[〕\]]/.test(next)) return 'document-number'
  if (bare && from === 0 && /[.、．)）]/.test(next)) return 'list-number'
  if (isDate(text, from, to)) return 'date'
  if (isQuotedName(text, from, to)) return 'quoted'
  if (body.endsWith('周年')) return /(?:走过|迎来|运营|满)$/.test(before(text, from, 2)) ? null : 'anniversary'
  if (body.endsWith('岁')) return /寿命[^，。；]{0,6}$/.test(before(text, from, 10)) ? null : 'age'
  if (/(?<![/每])(?:年|个多?半?月|个多小时|天|日|小时|分钟|秒|周|季度)$/.test(body) && !durationIsFigure(text, from, to)) return 'duration'
  if (/[次场期]$/.test(body) && /每(?:月|年|周|天|日|季度|半年)[^，。]{0,6}$/.test(before(text, from, 10))) return 'per'
  if (/[个项条]$/.test(body) && /^(?:方面|层面|维度|环节)/.test(text.slice(to, to + 2))) return 'aspect'
  return isThreshold(text, from, to) ? 'threshold' : null
}

/** 增速位列全市第140个重点项目: the place and the stop behind it are lost; what follows is a figure of its own. */
function isLostPlace(text: string, at: number): boolean {
  return /(?:位列|位居|排名|排在|名列|居|列)(?:全[国省市区县]|各区|中心城区)$/.test(before(text, at, 8)) && /^第\d+[个家项条宗件]/.test(text.slice(at, at + 8))
}

function isDate(text: string, from: number, to: number): boolean {
  const body = text.slice(from, to), next = text[to] ?? ''
  if (/^(?:19|20)\d\d(?:年|[-—–~～至](?:19|20)?\d\d)?$/.test(body)) return true
  if (body.endsWith('日')) return !/(?:工作|自然|[/每])日$/.test(body)
  if (!/^\d{1,2}(?:[-—–~～至]\d{1,2})?$/.test(body)) return false
  return '月日号时点'.includes(next || ' ') || /^[-—–~～至]\d{1,2}月/.test(text.slice(to, to + 4))
}

const quoteOpen = '“‘「『《〈', quoteClose = '”’」』》〉'
/** Between quotation marks or title marks stand names. Long quotations are sentences and may hold figures. */
function isQuotedName(text: string, from: number, to: number): boolean {
  for (let open = from - 1; open >= Math.max(0, from - 24); open--) {
    const char = text[open] ?? ' '
    if (quoteClose.includes(char)) return false
    if (!quoteOpen.includes(char)) continue
    for (let close = to; close < Math.min(text.length, open + 32); close++) {
      if (quoteClose.includes(text[close] ?? ' ')) return char === '《' || char === '〈' || close - open <= 20
      if (quoteOpen.includes(text[close] ?? ' ')) return false
    }
    return false
  }
  return false
}

const shortened = /(?:[减免缓延][租期缴收税免]|压缩|缩短|缩减|减少|减|提速|提前|延长|延续|压减|仅需|只需|不超过|控制在|耗时|用时|历时|时限|时间|周期|时长|寿命|达|至|到|为|超|超过|增加|平均)(?:了|至|到|为|由|约|近|超)?$/
const nameBehind = /^(?:以?内)?(?:“|[^，。；、]{0,4}(?:圈|生活圈|服务圈|计划|行动|规划|方案|目标|期|工程|制|龄|以上|间|来))/
/** Minutes, hours, months and years are figures where something was shortened, prolonged or reached; else they are part of a name. */
function durationIsFigure(text: string, from: number, to: number): boolean {
  if (/^(?:以?内)?(?:办结|办成|到账|送达|审结|完成审)/.test(text.slice(to, to + 5))) return true
  return shortened.test(before(text, from, 6)) && !nameBehind.test(text.slice(to, to + 8))
}

const nounsOfTalk = /^(?:大事|会议|全会|代会|大会|方面|层面|维度|维护|确立|自信|意识|坚持|必须|聚焦|统一|结合|关系|环节|阶段|步骤|字|倡议|文明|代表|革命|大局|务必|答卷|一样|是|要|更|手抓|没有|突出|创新|毫不动摇|敢于|善于|规定|纪律|精神|红线)/
const countsInCharacters = new Set('大 个 项 条 家 所 间 座 场 套 处 类 支 批次 人 名 户 台 件 宗 种 只 组 张 辆 栋 幢 部 对 枚 艘 架 片 块'.split(' '))

/** A number in characters is a figure far more seldom: 三条底线 may be; 三大策略, “两个确立” and 一批 are not. */
export function neverChinese(text: string, from: number, numeral: Numeral, unit: Unit | null, hedge: string): Reason | null {
  const previous = text[from - 1] ?? ' ', end = unit?.end ?? numeral.end, rest = text.slice(end, end + 8)
  const hedged = hedge !== '' || numeral.more !== ''
  if ('第初'.includes(previous)) return 'ordinal'
  if ('每各这那前后下首几数同'.includes(previous)) return 'per'
  if (isDigit(previous.charCodeAt(0)) || previous === '.' || ('年月之点'.includes(previous) && hedge === '')) return 'date'
  switch (unit?.class) {
    case 'streak': return null
    case 'multiple': return unit.word === '倍' ? null : 'vague'
    case 'tenth': case 'percent': case 'points': return isQuotedName(text, from, end) ? 'quoted' : null
    default:
  }
  if (unit?.word === '周年') return /(?:走过|迎来|运营|满)$/.test(before(text, from, 2)) ? null : 'anniversary'
  if (isQuotedName(text, from, end)) return /^(?:措施|举措|政策|意见)”/.test(rest) ? null : 'quoted'
  if (numeral.bare) return isThreshold(text, from, end) ? 'threshold' : bareIsFigure(unit, rest, hedge, hedged) ? null : 'vague'
  if (unit === null) return hedged && numeral.value >= 100 ? null : 'vague'
  if (unit.class === 'duration') return durationIsFigure(text, from, end) && numeral.value > 1 ? null : 'duration'
  if (numeral.value < 2) return 'one'
  if (nounsOfTalk.test(rest)) return 'aspect'
  if (unit.class === 'money' && isThreshold(text, from, end)) return 'threshold'
  if (hedged || numeral.value >= 100 || unit.class === 'money' || unit.class === 'size') return null
  if (!countsInCharacters.has(unit.word) || rest.startsWith('等')) return 'vague'
  // 四级三类, 一江五涌六湖: a run of such counts is a name.
  if (/[一二两三四五六七八九十][一-龥]$/.test(before(text, from, 2)) || /^[一-龥]?[一二两三四五六七八九十][一-龥]/.test(rest.slice(0, 3))) return 'programme'
  return quoteClose.includes(previous) ? 'apposition' : null
}

/** 逾百万, 超千亿元, 近百家; but not 成达万高铁 and not 百亿级. */
function bareIsFigure(unit: Unit | null, rest: string, hedge: string, hedged: boolean): boolean {
  const measures = unit === null || unit.class === 'count' || unit.class === 'money' || unit.class === 'size'
  return hedged && hedge !== '达' && hedge !== '约' && measures && !/^(?:级|强|企业|项目)/.test(rest)
}
