import type { Line } from './lines.ts'
import { annexMark, glossaryMark, groupMark, partMark, salutation, sentenceEnd } from './wording.ts'

/**
 * Marks the lines that are no part of the report: page numbers, running heads, rules, and what a web page puts
 * around it. Changes `kind` of the lines in place; what is unsure stays text.
 */
export function markFurniture(lines: readonly Line[]): void {
  markPageNumbers(lines)
  markRunningHeads(lines)
  markContents(lines)
  markWebHead(lines)
  markWebTail(lines)
}

const dashedNumber = /^[-—–~·]{1,2}\s*\d{1,3}\s*[-—–~·]{1,2}$/
const namedPage = /^(?:第\s?\d{1,3}\s?页(?:\s?[,，/]?\s?共\s?\d{1,3}\s?页)?|(?:Page|PAGE|P)\.?\s?\d{1,3}(?:\s?(?:of|\/)\s?\d{1,3})?|(\d{1,3})\s?\/\s?(\d{1,3}))$/
const bareNumber = /^\d{1,3}$/
const rule = /^[-*_=—─━\s]{3,}$/

function markPageNumbers(lines: readonly Line[]): void {
  const bare: { at: number; page: number }[] = []
  lines.forEach((line, at) => {
    if (line.kind !== 'text' || line.text.length > 20) return
    if (rule.test(line.text)) line.kind = 'rule'
    else if (dashedNumber.test(line.text)) line.kind = 'page-number'
    else if (bareNumber.test(line.text)) bare.push({ at, page: Number(line.text) })
    else {
      const named = namedPage.exec(line.text)
      if (named && (!named[2] || Number(named[1]) <= Number(named[2]))) line.kind = 'page-number'
    }
  })
  bare.forEach(({ at, page }, k) => {
    const line = lines[at]
    // Figures close together are the cells of a table, one to a line.
    const crowded = [at - 2, at - 1, at + 1, at + 2].some(i => /^[\d.%+-]{1,8}$/.test(lines[i]?.text ?? ''))
    const inSequence = bare[k - 1]?.page === page - 1 || bare[k + 1]?.page === page + 1
    const before = lines[at - 1]
    if (line && !crowded && (inSequence || (before !== undefined && !sentenceEnd.test(before.text)))) line.kind = 'page-number'
  })
}

/** A short line that returns at the edge of page after page. */
function markRunningHeads(lines: readonly Line[]): void {
  const seen = new Map<string, number[]>()
  const address = addressLine(lines)
  lines.forEach((line, at) => {
    if (line.kind !== 'text' || line.width < 8 || line.width > 90 || sentenceEnd.test(line.text)) return
    const places = seen.get(line.text)
    if (places) places.push(at)
    else seen.set(line.text, [at])
  })
  for (const places of seen.values()) {
    if (places.length < 3) continue
    const atEdge = places.filter(at => lines[at]?.newPage || lines[at + 1]?.newPage || lines[at - 1]?.kind === 'page-number' || lines[at + 1]?.kind === 'page-number')
    if (atEdge.length * 2 < places.length) continue
    // The first may be the title itself, if it stands before the address.
    for (const at of (places[0] ?? 0) < address ? places.slice(1) : places) { const line = lines[at]; if (line) line.kind = 'page-furniture' }
  }
}

const leaders = /(?:[.．·]{4,}|…{2,}|-{6,})\s*\d{0,3}$/

/** A table of contents repeats the headings before the report: lines with leaders, and what stands below 目录. */
function markContents(lines: readonly Line[]): void {
  let inside = false
  for (const line of lines.slice(0, 200)) {
    if (line.kind !== 'text') continue
    if (/^目\s*录$/.test(line.text)) { inside = true; line.kind = 'page-furniture' }
    else if (leaders.test(line.text) && line.width < 120) line.kind = 'page-furniture'
    else if (inside && line.width < 90 && !/[。；！]/.test(line.text) && (partMark.test(line.text) || groupMark.test(line.text)) && lines.some(other => other !== line && other.kind === 'text' && other.text.startsWith(line.text.replace(/\s*\d{1,3}$/, '')))) line.kind = 'page-furniture'
    else inside &&= line.width < 20 && !salutation.test(line.text)
  }
}

/** Words that web pages put around a report, as whole lines. */
const webLine = new RegExp(`^(?:${[
  '下载|打印|全屏|收藏|加大|还原|减小|大|中|小|分享|首页|登录|注册|搜索|导航|繁體|繁体|简体|English|无障碍.{0,4}|长者.{0,4}|适老.{0,4}|关怀版|手机版|电脑版|网站支持IPv6',
  '(?:打印|关闭|返回|分享|保存|复制|收藏)(?:本页|本文|窗口|页面|顶部|首页|列表|到|链接)?(?:[\\s|]+(?:打印|关闭|返回)(?:本页|窗口|页面|顶部|首页)?)*',
  '返回顶部.*|扫一扫.{0,30}|微信(?:公众号|扫一扫)?|微博|关注.{0,16}发布|QQ空间|A[-+]?|【?字[体号](?:大小)?[：:]?.*|】|〖.*〗|\\[.{0,12}\\]',
  '(?:当前|您的?|您当前的?|你的?)(?:所在)?位置.*|首页\\s?[>》].*|[^。]{0,20}[>»]\\s?[^。]{0,20}[>»].*|网站地图|(?:联系方式|联系我们|关于我们|网站声明|隐私声明|法律声明|友情链接)(?:\\s.*)?',
  '(?:来源|时间|日期|作者|编辑|责编|审核|校对|记者|摄影|供稿|发布者|发布机构|信息来源|文章来源|稿件来源|发布(?:日期|时间)|更新(?:日期|时间)|发文(?:机关|日期)|成文日期|索引号|文号|主题分类|主题词|公开方式|有效性|责任编辑|网络编辑|初审|复审|终审)[：:].*',
  '(?:来源|责任编辑|责编|编辑|作者)\\s?[^。，]{0,12}|[（(](?:来源|记者|编辑|责编)[：:\\s].{0,24}[）)]',
  '分享(?:到)?[：:]?|(?:浏览|阅读|点击|访问|查看)(?:次数|量|率|数)?[：:].*|您是第.*访问者|\\d{4}年\\d{1,2}月\\d{1,2}日\\s?\\d{1,2}[时:：]\\d{1,2}分?.*|\\d{4}-\\d{2}-\\d{2}(?:\\s?\\d{2}:\\d{2}(?::\\d{2})?)?',
  '(?:主办|承办|协办|版权所有|技术支持|主管|指导|建设单位|维护单位|主办单位|承办单位)(?:单位)?[：:].*|.*(?:ICP备|公网安备|网站标识码|ICP证|版权所有|All Rights Reserved|Copyright|©).*',
  '(?:相关(?:文件|附件|链接|报道|阅读|新闻|稿件|推荐|政策|解读|文章)|附件下载|文件下载|政策解读|图文解读|图解|延伸阅读|推荐阅读|上一[篇条]|下一[篇条]|我要纠错|语音播报|视频播报|扩展阅读)(?:下载)?\\s?(?:[：:>»].*)?',
  '【?一图读懂】?.*|[0-9a-f]{32}[：:]?|.{0,40}记者.{0,12}摄|.{0,20}政府网|.{0,20}(?:大数据分析平台|VR旅游平台|融媒体中心|定制)',
].join('|')})$`)

/** A label whose value follows on the next line: 来源： / 责任编辑： / 主办单位: */
const bareLabel = /^(?:来源|作者|编辑|责任编辑|责编|主办单位|主办|承办|发布时间|时间|日期|发布日期|信息来源|审核)[：:]$/
const photoCaption = /(?:记者|通讯员).{0,16}摄$|^[^。]{2,30}。[^。]{0,12}(?:记者|通讯员|摄影).{0,12}$/

export function isWebLine(text: string): boolean {
  return text.length <= 120 && webLine.test(text)
}

const beginsReport = (text: string) => partMark.test(text) || groupMark.test(text) || annexMark.test(text) || glossaryMark.test(text)

/** Where the address to the deputies stands, or the first line of the body; -1 where neither is near the top. */
export function addressLine(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, 120)
  for (let at = 0; at < limit; at++) {
    const text = lines[at]?.text ?? ''
    if (salutation.test(text)) return at
  }
  for (let at = 0; at < limit; at++) {
    const line = lines[at]
    if (line && (partMark.test(line.text) || (line.width > 100 && sentenceEnd.test(line.text)))) return at
  }
  return -1
}

function markWebHead(lines: readonly Line[]): void {
  const end = addressLine(lines)
  for (let at = 0; at < end; at++) {
    const line = lines[at]
    if (!line || line.kind !== 'text') continue
    if (bareLabel.test(line.text)) {
      line.kind = 'web-furniture'
      const value = lines[at + 1]
      if (value && at + 1 < end && value.kind === 'text' && value.width <= 30 && !/报告|——/.test(value.text)) value.kind = 'web-furniture'
    } else if (isWebLine(line.text)) line.kind = 'web-furniture'
    else if (photoCaption.test(line.text)) line.kind = 'aside'
  }
}

/**
 * From the first line of web furniture in the last part of the text, if no chapter, annex or glossary begins after
 * it, everything is furniture: related links repeat titles and even whole sentences of the report.
 */
function markWebTail(lines: readonly Line[]): void {
  const total = lines.reduce((sum, line) => sum + line.text.length, 0)
  let after = 0
  let from = lines.length
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]
    if (!line || beginsReport(line.text)) break
    after += line.text.length
    if (after > total * 0.1 + 400) break
    if (isWebLine(line.text) && line.kind === 'text') from = at
  }
  for (let at = from; at < lines.length; at++) { const line = lines[at]; if (line && line.kind === 'text') line.kind = 'web-furniture' }
}

const insideNumber = /(?<=[^\d—–-])—{1,2} ?\d{1,3} ?—{1,2}(?=[^\d—])|(?<=[一-鿿，。；、”])- \d{1,3} -(?=[一-鿿“])/g

/** Page numbers between dashes that came to stand inside a line. */
export function pageNumbersInside(text: string, fates: Uint8Array): { at: number; until: number }[] {
  return [...text.matchAll(insideNumber)].filter(match => fates[match.index] !== 0).map(match => ({ at: match.index, until: match.index + match[0].length }))
}
