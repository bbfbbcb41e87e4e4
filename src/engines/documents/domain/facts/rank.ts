import { chineseAt } from './numbers.ts'

/** A place (全市第一, 全国前列, 全市最低) or a streak (连续 4 年) in a sentence. */
export type Standing = {
  readonly kind: 'rank' | 'streak'
  readonly start: number
  readonly end: number
  /** 全市第二, 并列第一, 连续4年. */
  readonly words: string
  /** The place stands there without its number: 全市第， or 全市第140家. */
  readonly lost: boolean
}

const scopes = '全球|世界|全国|国内|全省|全市|全区|全县|全州|全盟|省内|市内|全省市|珠三角|长三角|大湾区|粤港澳大湾区|中心城区|中西部|西部|东部|中部|东北|西北|西南|华南|华东|华北|同类[^，、；]{1,6}?|各[^，、；]{1,8}?中?|副省级城市|计划单列市'
const scopeAtEnd = new RegExp(`(?:在)?((?:${scopes})(?:各[^，、；]{1,6}|(?:(?!全[国省市区县球州盟])[^，、；的]){0,8}(?:城区|区县|区|市|县|城市|省份|地区|行业|（县）|（区）)?)?)(?:中|里|内)?$`)
const verb = '(?:排名|排位|位次|位居|位列|名列|列居|跃居|跃升(?:至|到)?|提升至|提升到|提高到|提高至|升至|升到|上升(?:至|到)|稳居|稳列|居于|保持|获得|荣获|蝉联|夺得|取得|居|列|排|获|得|进入|跻身|进位至|达到|继续|仍|均|为|并列|已)'
const verbAtEnd = new RegExp(`${verb}{1,3}$`)
const verbThenScope = /(?:排名|位居|位列|名列|跃居|稳居|居|列)([^，、；0-9]{2,12})$/
const behindOrdinal = /^(?:名|位|方阵|梯队|档|等次|等级)?(?=[，,。；;、：）)”\s]|$|的(?!一)|且|并|和|与)/
const places = /(首位|榜首|之首|前列|前茅|第一方阵|第一梯队|前[一二三四五六七八九十\d]+(?:名|位|强)?)(?=[，,。；;、：）)]|$)/g
const superlative = new RegExp(`(${scopes}|全[国省市区球])(?:[^，、；。]{0,4})最[多高低大快少优好强长早佳](?=[，,。；;、：）)]|$)`, 'g')
const streak = /连续(?:第)?(?:[\d一二两三四五六七八九十]+)个?(?:年度|年|次|届|轮|季度|月|批|期|场|天)/g

export function standingsIn(text: string): Standing[] {
  const found: Standing[] = []
  for (let at = text.indexOf('第'); at >= 0; at = text.indexOf('第', at + 1)) {
    const standing = ordinalAt(text, at)
    if (standing) found.push(standing)
  }
  if (/首位|榜首|之首|前[列茅一二三四五六七八九十\d]|第一[方梯]/.test(text)) for (const match of text.matchAll(places)) {
    if (found.some(each => each.start <= match.index && match.index < each.end)) continue
    const left = startOfPlace(text, match.index)
    if (left.verb || left.scope) found.push({ kind: 'rank', start: left.at, end: match.index + match[0].length, words: left.scope + match[0], lost: false })
  }
  if (text.includes('最')) {
    for (const match of text.matchAll(superlative)) {
      const left = verbAtEnd.exec(text.slice(Math.max(0, match.index - 8), match.index))
      found.push({ kind: 'rank', start: match.index - (left?.[0].length ?? 0), end: match.index + match[0].length, words: match[0], lost: false })
    }
  }
  if (text.includes('连续')) for (const match of text.matchAll(streak)) found.push({ kind: 'streak', start: match.index, end: match.index + match[0].length, words: match[0], lost: false })
  return found.sort((a, b) => a.start - b.start)
}

/** 第 and a numeral are a place only where a scope or a verb of ranking stands before and the phrase ends behind. */
function ordinalAt(text: string, at: number): Standing | null {
  const digits = /^\d{1,4}/.exec(text.slice(at + 1, at + 6))?.[0]
  const numeral = digits ? null : chineseAt(text, at + 1)
  const end = at + 1 + (digits?.length ?? 0) + (numeral ? numeral.end - at - 1 : 0)
  const left = startOfPlace(text, at)
  const place = behindOrdinal.exec(text.slice(end, end + 4))
  // 竞争力百强榜第9名: 名 and 位 say that it is a place, whatever stands before.
  if (!left.scope && !left.verb && !(place && /^[名位]/.test(place[0]))) return null
  if (!digits && !numeral) return place && left.scope ? { kind: 'rank', start: left.at, end, words: `${left.scope}第`, lost: true } : null
  if (!place) return digits && left.scope && left.verb ? { kind: 'rank', start: left.at, end: at + 1, words: `${left.scope}第`, lost: true } : null
  return { kind: 'rank', start: left.at, end: end + place[0].length, words: `${left.tie}${left.scope}${text.slice(at, end)}`, lost: false }
}

/** Walks back over 位居全市, 在全市中心城区中位列, 全国排名, 并列. */
function startOfPlace(text: string, at: number): { at: number; scope: string; verb: boolean; tie: string } {
  let start = at, scope = '', hasVerb = false, tie = ''
  for (let i = 0; i < 4; i++) {
    const left = text.slice(Math.max(0, start - 18), start)
    if (left.endsWith('并列')) { tie = '并列'; start -= 2; continue }
    const verbs = verbAtEnd.exec(left)
    if (verbs) { hasVerb ||= !/^(?:继续|仍|均|已|为|保持)+$/.test(verbs[0]); start -= verbs[0].length; continue }
    const area = scope ? null : scopeAtEnd.exec(left)
    if (area?.[1] && area[1].length <= 14) { scope = area[1].replace(/(?:中|里|内)$/, ''); start -= area[0].length; continue }
    const between = scope || hasVerb ? null : verbThenScope.exec(left)
    if (between?.[1]) { scope = between[1]; start -= scope.length; continue }
    break
  }
  return { at: start, scope, verb: hasVerb, tie }
}
