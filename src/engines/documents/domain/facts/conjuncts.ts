import { endsInMeasure, ownerAndMeasure } from './measure.ts'
import { leadingVerb, subjectName, trimEnd } from './subject.ts'
import { predicateAt } from './words.ts'

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
  const front = ownerAndMeasure.exec(first)
  const verb = predicateAt(first) === 0 ? leadingVerb(first) : ''
  const tail = sharedTail(first, last) || sharedHead(parts)
  return parts.map((part, i) => {
    if (i < parts.length - 1 && tail !== '' && !part.endsWith(tail)) return part + tail
    if (i > 0 && /^(?:新|建成|引进|培育|改造)/.test(verb) && verb.length < first.length && predicateAt(part) < 0) return verb + part
    if (i > 0 && front?.[1] && part.length <= 4 && first.length >= part.length + 3 && !/[区市省业]$/.test(part)) return front[1] + part
    return part
  })
}

/** 电诈、涉赌｜警情; 市级项目、区级项目｜投资完成度: what stands behind the last name only, and is meant for all. */
function sharedTail(first: string, last: string): string {
  if (first.length <= 3 && last.length > first.length + 1 && !endsInMeasure(first)) return last.slice(first.length)
  const same = first.length >= 2 ? last.indexOf(first.slice(-2)) : -1
  return same >= 0 ? last.slice(same + 2) : ''
}

/** 六大优势产业、高技术制造业增加值: the measure stands behind the last only. */
function sharedHead(parts: readonly string[]): string {
  const last = parts.at(-1) ?? ''
  const head = /(?:.*?[业类品区])?((?:工业)?(?:增加值|零售额|销售额|营业额|投资|产值|产量|总额|收入|支出|利润|警情|案件|案件数|立案数|人数|起数|比例|占比|覆盖率|满意率|满意度|标准|标准化率|浓度|数量|面积|增速|年均增速|税收|营收|客流量?|出口|进口|贷款|存款|余额)(?:余额|总额|额|数|量)?)$/.exec(last)?.[1]
  return head && last.length > head.length + 1 && !parts.slice(0, -1).some(part => endsInMeasure(part)) ? head : ''
}

/** 国家级案例 2 项、省级 1 项; 金奖 1 项、银奖 2 项: the short second name takes what it lacks from the first. */
export function completed(short: string, full: string): string {
  if (short.length === 0 || short.length > 4 || full.length <= short.length + 1) return short
  if (/^(?:国际|国家|部|省|市|区|县|州|世界|全国|\dA)级(?:以上)?$/.test(short)) {
    const prefix = /^(.*?)((?:国际|国家|部|省|市|区|县|州|世界|全国|\dA)级(?:以上)?)(.+)$/.exec(full)
    if (prefix) return `${prefix[1]}${short}${prefix[3]}`
  }
  if (short.length <= 2 && full.endsWith(short.slice(-1)) && !full.endsWith(short)) return full.slice(0, -short.length) + short
  return short
}
