import { isDigit, type Numeral } from './numbers.ts'
import type { Unit } from './units.ts'

/**
 * What is never a figure, although it is a number: dates, programme names (“1310”, “1+1+9”), proper names (5G, 地铁12号线),
 * versions (6.0版), PM2.5, ordinals, things between quotation marks, ages and minutes in names.
 * Each function answers with the reason, or null where the number may be a figure.
 */
export type Reason =
  | 'ordinal' | 'date' | 'letter' | 'programme' | 'quoted' | 'per' | 'duration' | 'list-number' | 'document-number' | 'anniversary' | 'threshold'
  | 'one' | 'apposition' | 'aspect' | 'vague' | 'age'

const quoteOpen = /[“‘「『《〈]/
const quoteClose = /[”’」』》〉]/
const changeBefore = /(?:[减免缓延][租期缴收税免]|压缩|缩短|缩减|减少|减|提速|提前|延长|延续|压减|仅需|只需|不超过|控制在|耗时|用时|历时|时限|时间|周期|时长|寿命|达|至|到|为|超|超过|增加|平均)(?:了|至|到|为|由|约|近|超)?$/
const nameAfterDuration = /^(?:以?内)?(?:“|[^，。；、]{0,4}(?:圈|生活圈|服务圈|计划|行动|规划|方案|目标|期|工程|制|龄|以上|间|来))/

/** A number in digits from `from` to `to` (unit included) in `text`. */
export function neverFigure(text: string, from: number, to: number): Reason | null {
  const previous = text[from - 1] ?? '', next = text[to] ?? '', body = text.slice(from, to)
  if (previous === '第') return 'ordinal'
  if (previous === '每') return 'per'
  if (/[A-Za-z_{^<>.]/.test(previous) && !/[%元亿万]/.test(body)) return 'letter'
  if (/^\d+(?:\.\d+)?$/.test(body) && /[A-Za-z]/.test(next)) return 'letter'
  if (/[+＋×*]/.test(previous) || /[+＋×]/.test(next) || (/[xX]/.test(next) && isDigit(text.charCodeAt(to + 1)))) return 'programme'
  if (/[〔\[]$/.test(text.slice(Math.max(0, from - 1), from)) || (/^[〕\]]/.test(next) && /^\d{4}$/.test(body))) return 'document-number'
  if (isDate(text, from, to)) return 'date'
  if (isQuotedName(text, from, to)) return 'quoted'
  if (/周年$/.test(body)) return /(?:走过|迎来|运营|成立满|满)$/.test(text.slice(Math.max(0, from - 3), from)) ? null : 'anniversary'
  if (/岁$/.test(body)) return /寿命[^，。；]{0,6}$/.test(text.slice(Math.max(0, from - 10), from)) ? null : 'age'
  if (/(?:年|个月|天|日|小时|分钟|秒|周|季度)$/.test(body) && !durationIsFigure(text, from, to)) return 'duration'
  if (from === 0 && /^[.、．)）]/.test(next)) return 'list-number'
  if (/[个项条]$/.test(body) && /^(?:方面|层面|维度|环节)/.test(next + (text[to + 1] ?? ''))) return 'aspect'
  if (isThreshold(text, from, to)) return 'threshold'
  return null
}

function isDate(text: string, from: number, to: number): boolean {
  const body = text.slice(from, to)
  const year = /^(?:19|20)\d\d/.test(body)
  if (year && /^(?:19|20)\d\d(?:年|[-—–~～至](?:19|20)?\d\d)?$/.test(body)) return true
  if (year && /^[-—–~～至年/]/.test(text.slice(to, to + 1)) && /^\d{4}$/.test(body)) return true
  if (/^\d{1,2}$/.test(body) && /^[月日号时点]/.test(text[to] ?? '')) return true
  if (/日$/.test(body) && !/工作日$|自然日$/.test(body)) return true
  return /^\d{1,2}(?:[-—–~～至]\d{1,2})?$/.test(body) && /^(?:月|[-—–~～至]\d{1,2}月)/.test(text.slice(to, to + 4))
}

/** Between quotation marks or title marks stand names. Long quotations are sentences and may hold figures. */
function isQuotedName(text: string, from: number, to: number): boolean {
  for (let i = from - 1, steps = 0; i >= 0 && steps < 24; i--, steps++) {
    const char = text[i] ?? ''
    if (quoteClose.test(char)) return false
    if (quoteOpen.test(char)) {
      for (let j = to; j < text.length && j - i < 32; j++) {
        if (quoteClose.test(text[j] ?? '')) return char === '《' || char === '〈' || j - i <= 20
        if (quoteOpen.test(text[j] ?? '')) return false
      }
      return false
    }
  }
  return false
}

/** Minutes, hours, months and years are figures where something was shortened, prolonged or reached; else they are part of a name. */
function durationIsFigure(text: string, from: number, to: number): boolean {
  const left = text.slice(Math.max(0, from - 6), from)
  if (/^(?:以?内)?(?:办结|办成|到账|送达|审结|完成审)/.test(text.slice(to, to + 5))) return true
  return changeBefore.test(left) && !nameAfterDuration.test(text.slice(to, to + 8))
}

const thresholdNoun = /^(?:以上|以下|及以上|级)?的?(?:[^，。；、0-9]{0,6})(?:县域|城市|大关|企业|项目|工程|园区|楼宇|产业|集群|镇|村|县|单位|用户|小区|场所|商铺|基金|平台|医院|商场|街区|人口|家庭|老人|儿童|婴幼儿)/
/** 投资 5 亿元以上项目 12 个: the first quantity only says which projects are counted. */
function isThreshold(text: string, from: number, to: number): boolean {
  const body = text.slice(from, to)
  if (!/(?:元|平方米|千瓦|兆瓦|吨|公里|亩|立方米)$/.test(body)) return false
  const rest = text.slice(to, to + 24)
  const marked = /^(?:及?以上|以下|级)/.test(rest) || /(?:超|过|逾|超过|突破|达)$/.test(text.slice(Math.max(0, from - 2), from))
  if (!marked) return false
  const noun = thresholdNoun.exec(rest)
  if (/^的[^，。；、]{2,8}?(?:达到?|有|共|突破|超|增至|为)\d/.test(rest)) return true
  // 总投资超 10 亿元项目取得突破: no other figure, and yet only a description of the projects.
  if (noun !== null && /^(?:企业|项目|工程)/.test(rest) && marked) return true
  return noun !== null && (/^[^，。；、]{0,6}?(?:\d|[一二两三四五六七八九十]+[个家项条])/.test(rest.slice(noun[0].length)) || /\d+[余多]?[个家项条栋幢座户宗]$/.test(text.slice(Math.max(0, from - 16), from).replace(/[^\d余多个家项条栋幢座户宗].*$/, '')))
}

const nounsOfTalk = /^(?:大事|会议|全会|代会|大会|方面|层面|维度|维护|确立|自信|意识|坚持|必须|聚焦|统一|结合|关系|环节|阶段|步骤|字|倡议|文明|代表|革命|大局|务必|答卷|一样|是|要|更|手抓|没有|突出|创新|毫不动摇|敢于|善于|规定|纪律|精神|红线)/
const countsInCharacters = new Set('大 个 项 条 家 所 间 座 场 套 处 类 支 批次 人 名 户 台 件 宗 种 只 组 张 辆 栋 幢 部 对 枚 艘 架 片 块'.split(' '))

/** A number in characters is a figure far more seldom: 三条底线 may be, 三大策略, “两个确立” and 一批 are not. */
export function neverChinese(text: string, from: number, numeral: Numeral, unit: Unit | null, hedge: string): Reason | null {
  const previous = text[from - 1] ?? '', end = unit?.end ?? numeral.end, rest = text.slice(end, end + 8)
  if (previous === '第' || previous === '初') return 'ordinal'
  if (/[每各这那前后下首几数同]/.test(previous)) return 'per'
  if (isDigit(previous.charCodeAt(0)) || previous === '.' || /[年月之点]/.test(previous) && hedge === '') return 'date'
  const hedged = hedge !== '' || numeral.more !== ''
  if (unit?.class === 'streak') return null
  if (unit?.class === 'multiple') return unit.word === '倍' ? null : 'vague'
  if (unit?.class === 'tenth') return isQuotedName(text, from, end) ? 'quoted' : null
  if (unit?.class === 'percent' || unit?.class === 'points') return isQuotedName(text, from, end) ? 'quoted' : null
  if (unit?.word === '周年') return /(?:走过|迎来|运营|满)$/.test(text.slice(Math.max(0, from - 2), from)) ? null : 'anniversary'
  if (isQuotedName(text, from, end)) return /^(?:措施|举措|政策|意见)”/.test(rest) ? null : 'quoted'
  if (numeral.bare && isThreshold(text, from, end)) return 'threshold'
  if (numeral.bare) return hedged && hedge !== '达' && hedge !== '约' && (unit === null || unit.class === 'count' || unit.class === 'money' || unit.class === 'size') && !/^(?:级|强|企业|项目)/.test(rest) ? null : 'vague'
  if (unit === null) return hedged && numeral.value >= 100 ? null : 'vague'
  if (unit.class === 'duration') return durationIsFigure(text, from, end) && numeral.value > 1 ? null : 'duration'
  if (numeral.value < 2) return 'one'
  if (nounsOfTalk.test(rest)) return 'aspect'
  if (unit.class === 'money' && isThreshold(text, from, end)) return 'threshold'
  if (hedged || numeral.value >= 100 || unit.class === 'money' || unit.class === 'size') return null
  if (!countsInCharacters.has(unit.word) || /^等/.test(rest)) return 'vague'
  // 四级三类, 一江五涌六湖: a run of such counts is a name.
  if (/[一二两三四五六七八九十][一-龥]$/.test(text.slice(Math.max(0, from - 2), from)) || /^[一-龥]?[一二两三四五六七八九十][一-龥]/.test(rest.slice(0, 3))) return 'programme'
  if (/[”’」]/.test(previous)) return 'apposition'
  return null
}
