import type { UnitClass } from './units.ts'

/** What the words before a rate say: 同比增长, 较上半年大幅提高, 高于全市, 提升至. */
export type ChangeWords = {
  /** Index in the text before the figure where the subject ends. */
  readonly subjectEnd: number
  readonly sign: 1 | -1
  /** 同比 where nothing else is said. */
  readonly base: string
  readonly verb: string
  /** 可比, 剔除留抵退税因素后. */
  readonly qualifier: string | null
}

const up = '比增 净增长 增长 增加 净增 提高 提升 上升 上涨 上浮 攀升 回升 反弹 扩大 跃升 激增 猛增 递增 增速 涨 增 加快 提速 高出 高 多 升 快 拉升 增值 增收 上扬 反超 改善 前进 晋升 进位'
const down = '负增长 下降 降低 减少 压减 压降 压缩 回落 收窄 缩减 缩短 下浮 下调 下跌 下滑 放缓 削减 递减 降 减 跌 低 少 节约 节省 缩小 精简'
const listed = (list: string) => list.split(' ').sort((a, b) => b.length - a.length).join('|')
const verbAtEnd = new RegExp(`(?:(${listed(up)})|(${listed(down)}))(?:了|幅度为|幅度达|率为|超|约|近|达|达到|为|也|均|预计)?$`)
/** 能耗下降率 and 增长目标 are names, no statements of a change. */
const adverbAtEnd = /(?:大幅度?|逆势|显著|持续|稳步|快速|明显|进一步|继续|强势|实现|净|均|再|又|已|同步|小幅|平稳|平均|年均|分别|预计|累计|将|也|共|逐年|有所|高速|恢复性|力争|确保|突破性|迅速|更|约|名义|实际)$/
const usualBaseAtEnd = /(同比|环比|累计同比)$/
const comparedAtEnd = /(?:与|同|和)([^，；、与]{2,16}?)(?:相比|比较|对比)$/
const baseMark = /(?:较之?|比起?|与|相较于?|相比于?|对比)(?=[^较比与、，；]{1,24}$)/g
const falseMark = /[占同环对相等正反配无可]$/
const qualifierAtEnd = /((?:剔除|扣除|不含|还原)[^，；、]{1,24}?(?:因素|影响|口径|基数)?后?|(?:按|以)?可比(?:价格?|口径|范围|基数)?(?:计算)?|同口径|按[^，；、]{2,12}?(?:计算|口径|核算))，?$/
const aheadOf = /(?<!提|升|最)(高于|低于|快于|慢于|高出|超出|超过|落后|领先|优于|好于|大于|多于|少于|超|高过|跑赢)([^，、；]{1,20}?)(?:约|近|达|超)?$/
const behindVerbs = /低于|慢于|落后|少于/

/** Reads the words of change that end just before the figure. Null where the figure is a level. */
export function changeBefore(left: string, unitClass: UnitClass | 'bare'): ChangeWords | null {
  const compared = unitClass === 'points' ? ahead(left, unitClass) : null
  if (compared) return compared
  const verb = verbAtEnd.exec(left)
  if (!verb) return unitClass === 'points' || unitClass === 'percent' || unitClass === 'multiple' ? ahead(left, unitClass) : null
  const single = (verb[1] ?? verb[2] ?? '').length === 1
  // 新增 and 净增 of things counted are levels; so is 提高 of 30 家, unless it is measured against something.
  const rate = unitClass === 'percent' || unitClass === 'points' || unitClass === 'multiple' || unitClass === 'tenth'
  if (single && !rate) return null
  if (single && /[新]$/.test(left.slice(0, verb.index))) return null
  let rest = left.slice(0, verb.index), base = '', qualifier: string | null = null
  for (;;) {
    const adverb = adverbAtEnd.exec(rest)
    if (adverb && rest.length > 2) { rest = rest.slice(0, adverb.index); continue }
    const compared = comparedAtEnd.exec(rest)
    if (compared?.[1] && !base) { base = compared[1]; rest = rest.slice(0, compared.index); continue }
    const usual = usualBaseAtEnd.exec(rest)
    if (usual) { base ||= usual[1] ?? ''; rest = rest.slice(0, usual.index); continue }
    const against = lastBase(rest)
    if (against && !base) { base = against.base; rest = rest.slice(0, against.at); continue }
    const purified = qualifierAtEnd.exec(rest)
    if (purified) { qualifier ??= purified[1] ?? null; rest = rest.slice(0, purified.index); continue }
    break
  }
  if (!rate && base === '' && rest !== '') return null
  return { subjectEnd: rest.length, sign: verb[2] ? -1 : 1, base: base || '同比', verb: verb[1] ?? verb[2] ?? '', qualifier }
}

function lastBase(rest: string): { at: number; base: string } | null {
  baseMark.lastIndex = Math.max(0, rest.length - 26)
  for (let mark = baseMark.exec(rest); mark; mark = baseMark.exec(rest)) {
    if (falseMark.test(rest.slice(0, mark.index)) || /^(?:重|例|赛|拼)/.test(rest.slice(baseMark.lastIndex))) continue
    if (mark[0] === '与' && !/(?:相比|比较)$/.test(rest)) continue
    return { at: mark.index, base: rest.slice(baseMark.lastIndex).replace(/[（(][^）)]*[）)]|(?:相比|比较|来|时)$/g, '') }
  }
  return null
}

function ahead(left: string, unitClass: UnitClass): ChangeWords | null {
  const times = unitClass === 'multiple' ? /(?:是|为|相当于|达到?)([^，、；]{2,14})的(?:近|约|超)?$/.exec(left) : null
  if (times?.[1]) return { subjectEnd: times.index, sign: 1, base: times[1], verb: '是', qualifier: null }
  const match = aheadOf.exec(left)
  if (!match?.[1] || !match[2]) return null
  if (unitClass === 'percent' && /^(?:超|超过|大于|少于|低于|高于)$/.test(match[1])) return null
  return { subjectEnd: match.index, sign: behindVerbs.test(match[1]) ? -1 : 1, base: match[2].replace(/(?:的?(?:增速|增幅|平均水平|平均|水平))+$/, '') || match[2], verb: match[1], qualifier: null }
}

const towardAtEnd = /(?:大幅|进一步|稳步|持续|显著|逐步)?(提高|提升|增长|增加|降低|下降|压减|压缩|缩短|缩减|减少|扩大|上升|回升|上调|下调|提前|跃升|升|增|降|减|提|涨|扩|拓展|扩展|延长)(至|到|为)(?:超|近|约|逾)?$/
/** 提升至, 增至, 由…提高到: the figure is the level reached. Answers where the subject ends. */
export function levelReached(left: string): { subjectEnd: number; verb: string } | null {
  const match = towardAtEnd.exec(left)
  return match ? { subjectEnd: match.index, verb: `${match[1]}${match[2]}` } : null
}

/** Between the two figures of "from A to B" stands nothing but the verb. */
export const onlyTurnsInto = (gap: string): boolean => towardAtEnd.exec(gap)?.index === 0 || /^(?:左右|以上)?(?:大幅|进一步|稳步)?(?:提高|提升|增长|增加|降低|下降|压减|压缩|缩短|缩减|减少|扩大|上升|回升|上调|下调|缩小|收窄|优化|调整|上涨|攀升|变为|升|增|降|减|提|涨)?(?:至|到|为)(?:超|近|约|逾)?$/.test(gap)
/** 低保标准从每人每月 1120 元: the subject and the words that say of what the amount is. */
export function startOfFrom(left: string): { subjectEnd: number; of: string } | null {
  const match = /[从由](?!事)([^，；、从由]{0,14})$/.exec(left)
  return match ? { subjectEnd: match.index, of: (match[1] ?? '').replace(/^(?:原来|原先|上年|去年|年初|过去|\d{4}年)(?:的)?|的$/g, '') } : null
}

const perAtEnd = /(每(?:人|生|月|年|天|户|亩|吨|件|平方米|百户|千人|万人|人每月|人每年|人每天|生每年|亩每年))$/
/** 提高至每人每月 1196 元: of what the amount is. */
export function perWhat(left: string): { at: number; words: string } | null {
  const match = perAtEnd.exec(left)
  return match?.[1] ? { at: match.index, words: match[1] } : null
}

const pronoun = /^(?:其?增速|其?增幅|涨幅|降幅|增长率|跌幅|规模|总量|数量|同比|环比|占比|比重|两者|二者|均|其|分别|并|且|连续)?(?:均|也|为|达|已|较|全年)?$/
/** Does the text name nothing of its own, so that the statement speaks of what was named before? */
export const namesNothing = (subject: string): boolean => pronoun.test(subject)
