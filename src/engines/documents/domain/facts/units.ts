/** What a unit measures, which decides how a number before it may be read. */
export type UnitClass = 'count' | 'money' | 'size' | 'percent' | 'points' | 'duration' | 'multiple' | 'tenth' | 'streak'
export type Unit = { readonly word: string; readonly class: UnitClass; readonly end: number }

const WORDS: Readonly<Record<UnitClass, string>> = {
  percent: '% ‰ :1 ∶1 ：1',
  points: '个百分点 百分点 个千分点',
  money: '元 元人民币 美元 欧元 日元 英镑 港元 港币 澳门元 澳元 加元',
  multiple: '倍 番',
  tenth: '成',
  streak: '连冠 连升 连增 连丰 连降 连跨 连跳 连胜 连优 连快 连上',
  duration: '年 个多月 个半月 个多小时 个月 天 日 小时 个小时 分钟 秒 毫秒 个工作日 工作日 个自然日 周 学时 个学时 课时 个季度 周年',
  size: `公里 千米 米 厘米 毫米 海里 平方米 平米 平方公里 平方千米 平方 立方米 立方 方 公顷 亩 亩次 吨 吨标准煤 吨标煤 吨公里 千克 公斤 斤 克
    毫克 微克 升 毫升 千瓦 千瓦时 瓦 度 兆瓦 兆瓦时 吉瓦 吉瓦时 千伏安 兆伏安 标箱 标准箱 标准集装箱 摄氏度 分贝 载重吨 总吨 人公里 立方米每秒 字
    kW kWh MW GW MWh GWh TWh TEU GB TB PB EB Mbps Gbps EFLOPS PFLOPS P ℃ m² km² m³ km 兆 兆赫`,
  count: `个 家 项 条 台 套 户 人 名 人次 场 场次 次 宗 件 间 所 座 栋 幢 处 块 片 部 辆 架 艘 只 头 匹 株 棵 盏 张 份 册 册次 本 卷 篇 起 例 批 批次
    对 组 支 种 类 款 门 班次 列 趟 趟次 车次 航次 航班 架次 标台 床 席 席位 辆次 列次 艘次 位 副 根 口 面 枚 块次 顶 幅 笔 单 票 宗次 泊位 车位 户次 家次 项次 台次 台套
    件次 例次 剂 剂次 针 针次 人份 管 羽 尾 粒 瓶 箱 包 袋 桶 团 团次 团组 词条 期 轮 届 岁 分 人天 工日 间次 班 节 课 组次 具 封 首 出 档 段 眼 孔 站次
    码洋 道 款次 亿件 台件 标准间 队次 篇次 条次 幢次 栋次 宗地 人月 床位 学位 岗位 名额 点`,
}

/** Short words that begin many other words: units only where the noun phrase ends behind them (举办 12 期， but not 2 期工程). */
const endsThePhrase = new Set('位 班 节 课 期 届 岁 分 段 道 面 口 单 首 出 档 管 方 立方 平方 瓦 兆 P 字 点 日 课时 席 床 团 包 列 剂 针 斤 克 升 km'.split(' '))
/** Behind these units such a character shows that the unit's character belongs to the next word: 5 人均…, 3 项目. */
const followers: Readonly<Record<string, string>> = {
  人: '均制民工才类体格篮足排', 次: '生级新', 家: '庭园乡具电长族喻', 条: '件例约', 处: '理置长', 部: '门分署委属队', 名: '录单师优牌校', 起: '步来草诉', 对: '接口外标比象',
  类: '似型', 台: '账风海商胞青', 本: '级市区省科地土', 间: '隔接断', 种: '植养', 组: '织建成', 支: '持付撑线', 元: '宇素旦', 成: '立为功果本员长效都就熟品型绩交网链套', 倍: '感',
  例: '会如外', 片: '区', 件: '事', 天: '河津然气空', 米: '高粉', 度: '假过', 座: '谈椅', 张: '家', 场: '所馆地景', 只: '有要能', 头: '部', 卷: '烟', 篇: '章', 门: '户诊店', 块: '状',
  条次: '', 类别: '', 亩: '均', 户: '均籍外型', 枚: '', 所: '有在以', 度电: '', 年: '', 周: '边年期', 秒: '', 份: '额', 款: '项', 顶: '层', 笔: '者', 票: '据房', 栋: '梁', 幅: '度射', 期: '', 番: '茄禺', 台套: '',
}

const byFirst = new Map<string, { word: string; class: UnitClass }[]>()
for (const unitClass of ['percent', 'points', 'money', 'multiple', 'tenth', 'streak', 'duration', 'size', 'count'] as const) {
  for (const word of WORDS[unitClass].split(/\s+/)) {
    const first = word[0] ?? ''
    byFirst.set(first, [...byFirst.get(first) ?? [], { word, class: unitClass }])
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

const per = /(?:\/|每)(?:标准立方米|立方米|平方米|平方公里|万人|千人|百户|公顷|小时|人|户|年|月|日|天|亩|吨|升|次|件|套|间|台|平|L|m³|kWh|千瓦时)(?!\d)/y
const cjk = /[一-鿿A-Za-z]/
const closing = /[以左上余多内及和与或至到、的]/

/** The unit that starts at `at`, the longest that fits; null where what stands there is no unit. */
export function unitAt(text: string, at: number): Unit | null {
  const list = byFirst.get(text[at] ?? '')
  if (!list) return null
  for (const { word, class: unitClass } of list) {
    if (!text.startsWith(word, at)) continue
    const end = at + word.length, next = text[end] ?? ''
    if (followers[word]?.includes(next) && next !== '') continue
    if (endsThePhrase.has(word) && cjk.test(next) && !closing.test(next)) continue
    per.lastIndex = end
    const rate = per.exec(text)
    return { word: rate ? word + rate[0] : word, class: unitClass, end: rate ? per.lastIndex : end }
  }
  return null
}
