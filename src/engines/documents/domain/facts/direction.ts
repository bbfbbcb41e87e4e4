/** A statement of which way something went, without a number: 双下降, 翻倍, 零事故, 达到国家二级标准. */
export type Direction = {
  readonly start: number
  readonly end: number
  readonly words: string
  /** 0 for 零事故, else null: the text gives no figure. */
  readonly value: number | null
  readonly unit: string
  /** 1 for 翻倍: once more as much. */
  readonly times: number | null
}

const both = /“?(?:双|三|四)(?:下降|降低|提升|提高|增长|增|升|突破|达标|丰收|降)”?(?=[，。；、）]|$)/g
const turned = /(?:实现|保持|由负转|恢复)(?:正增长|正)(?=[，。；、）]|$)|由负转正/g
const doubled = /翻了?[一两]番|翻番|翻倍|成倍增长|倍增(?=[，。；、）]|$)/g
const none = /(?:实现|保持|连续[^，。；]{1,6}|持续|做到|达到)?“?零(死亡|伤亡|事故|增长|新增|感染|发生|投诉|上访|发案|命案|返贫|欠薪|违规|失误|复发)”?(?=[，。；、）]|$|和|及|目标)/g
const standard = /(?:均|全部|稳定|持续|全面)*(?:达到|优于|达|符合)(?:了)?((?:世卫|世界卫生|国家|省|国际|欧盟|地表水|行业)[^，。；]{0,14}?(?:标准|要求|水平|类))(?=[，。；、）]|$)/g

export function directionsIn(text: string): Direction[] {
  const found: Direction[] = []
  const add = (match: RegExpExecArray | RegExpMatchArray, value: number | null, unit: string, times: number | null) =>
    found.push({ start: match.index ?? 0, end: (match.index ?? 0) + match[0].length, words: match[0].replace(/[“”]/g, ''), value, unit, times })
  if (/[双三四]/.test(text)) for (const match of text.matchAll(both)) add(match, null, '', null)
  if (/正/.test(text)) for (const match of text.matchAll(turned)) add(match, null, '', null)
  if (/[翻倍]/.test(text)) for (const match of text.matchAll(doubled)) add(match, null, '倍', /两番/.test(match[0]) ? 3 : 1)
  if (/零/.test(text)) for (const match of text.matchAll(none)) add(match, 0, '', null)
  if (/标准|要求|水平|类/.test(text)) for (const match of text.matchAll(standard)) add(match, null, '', null)
  return found.sort((a, b) => a.start - b.start)
}
