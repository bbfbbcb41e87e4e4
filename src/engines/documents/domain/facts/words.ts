/**
 * The words of the trade that shape a sentence of a report. Reports are written in a narrow language: a few hundred
 * verbs begin nearly every clause, and adverbs before them change nothing in what is counted.
 */
const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean))

/** Verbs that begin a clause and name what was done to the things counted. Two characters each. */
export const verbs = set(`聚合 新增 新建 新设 新辟 新开 改新 建成 建设 建立 建好 引进 引入 引育 培育 培养 创建 打造 推进 推动 推广 推出 处理 处置 整治 治理 排查 修缮 修复 改造 改建
  扩建 发放 投入 投放 投用 投资 投产 解决 支持 鼓励 引导 组织 发动 动员 举办 开展 开设 开通 开办 开工 开业 开园 开放 提供 提升 提高 完成 实现 获得 获评 获批 荣获 斩获 入选 入围 办理 办结 办成 受理 接待 接种 接收 服务 惠及
  覆盖 吸引 吸纳 吸收 集聚 聚集 汇聚 落户 落地 落实 签约 签订 签署 储备 谋划 策划 实施 启动 出台 制定 制订 印发 发布 发行 发送 设立 成立 组建 配备 配置 配建 安置 安排 安装 帮助 帮扶 资助 救助 扶持 减免 减税 减租 减轻 减少 撬动 带动 拉动
  招聘 招引 招收 招录 培训 认定 评定 筹集 筹建 筹措 争取 争创 申报 申请 授予 拨付 兑现 归集 盘活 腾退 清理 清退 清运 拆除 拆迁 征收 征拆 加装 增设 增加 扩大 优化 整合 升级 更新 更换 铺设 敷设 绿化 种植 栽种 栽植 植树 造林 修建 修订 疏浚 清淤
  查处 查办 查获 侦破 破获 打击 打掉 抓获 化解 调解 审理 审查 审批 审核 检查 检测 监测 监督 巡查 督办 督查 立案 公开 公布 归还 偿还 化债 压减 压降 压缩 缩短 精简 取消 下放 承接 承办 主办 参加 参与 走访 慰问 调研 对接 促成 促进 达成 成交 交付 交易 交出 出让
  供应 收储 收回 收购 回购 租赁 运营 运行 运输 生产 销售 出口 进口 外贸 贷款 放贷 融资 募集 贴息 担保 授信 上市 挂牌 注册 登记 备案 转化 转让 转移 转办 转型 转诊 输送 输出 输入 派驻 选派 选聘 选任 录用 聘任 聘请 吸储 拥有 保有 保障 保护 守住 守护 纳入 列入 进入 进驻 入驻 迁入 搬迁
  通过 验收 竣工 完工 动工 复工 复产 达标 创造 创成 创设 创新 构建 搭建 编制 编写 出版 演出 展出 展演 巡演 播出 免费 赠送 捐赠 捐献 献血 救治 救援 诊疗 就诊 治愈 筛查 体检 签发 核发 颁发 发出 发现 发生 受益 参保 缴纳 征缴 追缴 追回 追赃 挽回 节约 节省 降低 下降 削减 消除 消化 消纳 淘汰
  关停 关闭 取缔 替代 置换 置入 注入 注资 增资 融入 融通 研发 研制 攻克 突破 取得 收到 收集 采集 采购 采纳 征集 征求 征借 借地 答复 回复 回应 响应 解答 宣传 宣讲 表彰 评选 命名 授牌 揭牌 立项 备选 遴选 选拔 推荐 推送 派发 派出 出动 投保 承保 理赔 赔付 补贴 补助 补充 奖励 奖补
  改善 改良 提质 提档 扩容 扩面 增量 增效 拓宽 拓展 延伸 延长 贯通 打通 畅通 通车 通航 通水 通电 试点 试行 试运 扩充 充实 做强 做优 做大 壮大 发展 形成 设置 布设 布局 建造 购置 添置 订购 签出 经营 复制 应用 使用 利用 用于 开发 开行 加密 新辟 开辟 优选 选树 树立 创作 创排 翻译 制作 拍摄 录制
  成功 正式 全面 有序 稳步 顺利 有效 全部 超额 圆满 获颁 迁建 重建 续建 在建 拟建 援建 共建 承建 代建 投建 扩产 达产 满产 量产 试产 增产 减产 收获 收割 播种 养殖 屠宰 出栏 存栏 种养 复耕 复垦 复绿 退耕 还林 还草 还湿 育林 抚育 治沙 固沙 除险 加固 护坡 护岸 清障 通达 通行 接入 接通 并网 入网 联网
  占比 占用 位居 位列 名列 居于 排名 排在 跃居 跃升 升至 增至 降至 提至 达到 超过 突破 接近 领先 高于 低于 快于 优于 好于 多于 少于 保持 稳定 维持 控制 用好 办好 办理 抓好 做好 探索 力争 确保 努力 加快 加强 深化 强化 完善 健全 巩固 支撑 助力 赋能 辐射 联动 串联 链接 对标 集中 集成 举行 召开 召集 邀请 迎来 走过 送达 送出 送来 下达 上报 上线 上岗 上云 下沉 下派 到位 到账 到岗 入库 入统 入学 入园 入托 出库 出列 出清 清零 见效 受训 受助 脱贫 返乡 返还 退还 退付 退税 缓缴 缓税 免征 免收 免除 免费 代办 帮办 导办 网办 掌办 速办`)

/** Verbs that are as often nouns inside a noun phrase (项目建设, 投资完成额): no predicate where they stand in the middle. */
const nominal = set(`建设 服务 投资 发展 改造 治理 监督 运营 生产 销售 出口 进口 外贸 融资 贷款 担保 创新 应用 使用 利用 检查 检测 监测 审批 审查 审核 审理 登记 注册 备案 培训 补贴 补助 奖励 支持 更新 设置 运输 运行 租赁
  招聘 采购 救助 帮扶 扶持 调解 研发 研制 体检 诊疗 保护 保障 绿化 养殖 种植 交易 成交 免费 突破 处理 处置 整治 服务 布局 储备 创作 演出 展出 展演 上市 挂牌 试点 试行 养殖 租赁 转化 转移 转型 转让 融入 授信 理赔 承保 投保 参保 救援 救治 筛查 监督 督查 督办
  巡查 征收 拆除 拆迁 征拆 搬迁 复垦 复工 复产 开发 开放 构建 推广 宣传 经营 制作 录制 评定 评选 认定 申报 申请 申办 落地 落户 入驻 入库 改善 招引 培育 引导 引育 更换 护坡 加固 除险 抚育 育林 造林 植树 献血 捐赠 捐献 回收 资助 就诊 接种 存栏 出栏 排查 清理 清运 清淤 疏浚
  修缮 修复 加工 配建 在建 援建 代建 对接 联动 集成 集中 集聚 辐射 支撑 深化 强化 优化 完善 巩固 整合 升级 招录 招收 安置 安装 铺设 采集 征集 征求 上线 上云 通行 畅通 通车 通航 收储 收购 供应 减税 免税 退税 缓税 化债 偿还 节约 出让 合作 免除 复制 帮办 代办 导办 接待 扩容 扩面 提质 增效
  增量 稳定 保持 维持 加强 加快 确保 力争 努力 探索 做好 抓好 用好 办好 返乡 通过 公开 公布 发行 发布 高于 低于 快于 占用 充实 创造 返还 生产 贴息 化解 达标 在建 拟建 展览 输出 输入 输送 见效 控制 上岗 到岗 到账 到位 入学 入园 入托 续建 受益 受理 抓获 打击 收获 收割 播种 屠宰 满产 达产 量产 投产 查处 查办 转办 立案 揭牌 命名 表彰 网办 速办 掌办 代替 置换 覆盖 占比 挂牌`)
const nounTail = /^[率量额数性型类化度力者员点站区]|^(?:进度|情况|成本|时间|时限|流程|机制|水平|比例|占比|项目|工作|工程|任务|资金|面积|标准|企业|人员|人数|中心|能力|体系|基地|园区|平台|规模|水平|资源|总额|总量|指数|强度|活动)/

/** Where the first verb that can only be a predicate stands in `text`, from `from` on; -1 where there is none. */
export function predicateAt(text: string, from = 0): number {
  for (let at = from; at + 1 < text.length; at++) {
    if (mayBegin[text.charCodeAt(at)] !== 1) continue
    const word = text.slice(at, at + 2)
    if (verbs.has(word) && !nominal.has(word) && !plainAdverb.has(word) && !nounTail.test(text.slice(at + 2, at + 4))) return at
    if (oneCharacterPredicate.test(text.slice(at, at + 3))) return at
  }
  return -1
}
/** Characters with which a verb can begin: a table look-up spares nearly all slices. */
const mayBegin = new Uint8Array(65_536)
for (const word of [...verbs, '获', '被', '成', '荣']) mayBegin[word.charCodeAt(0)] = 1
const oneCharacterPredicate = /^(?:获[评批得颁授]?|被[认评授列]|入选|成为|荣获)/

/** Verbs without content of their own: the thing counted is named without them. */
export const lightVerbs = set('实现 完成 举办 开展 组织 开展 达到 达成 取得 获得 举行 召开 进行 做好 抓好 用好 确保 力争 争取 努力 推动 帮助 鼓励 支持 加快 保持')

/** Words before a verb or a noun phrase that never belong to the name of what is counted. */
const always = `牢牢 累计 共计 合计 总计 一共 总共 已经 均已 先后 率先 首次 全力以赴 稳步 扎实 持续 继续 进一步 切实 逐步 分批次 分行业 按时 足额 接续 常态化 匠心 不断 大幅 显著 逆势 年内 全年 当年 今年 去年 上年 明年
  今年以来 去年以来 一年来 五年来 上半年 下半年 一季度 二季度 三季度 四季度 前三季度 第一季度 第二季度 第三季度 第四季度 年底前 年底 目前 截至目前 同时 其中 此外 另外 并且 而且 以及 由此 从而 预计 拟 将 已 均 也 还 再 又 共 并 且 及 和 则 更 更好 大幅度
  常年 每年 年均 本年度 期间 另有 另 有力有序 有序有效 竭力 竭尽全力 如期 按期 靶向 继而 随之 稳妥有序 科学有序 坚决 果断 再次 即将 陆续 相继 带头 全市率先 率先全市 率先全省 率先全国 在全市率先 在全省率先 在全国率先 全力 大力 着力 有序 圆满 积极 深入 顺利 成功 提前 累计共 至今 迄今 现 特别是 尤其是`
/** Words that are adverbs before a verb (重点推进, 有效整治) and part of the name before a noun (重点企业, 有效专利). */
const beforeVerb = `全面 全部 正式 加快 快速 高标准 高质量 高效 高水平 高品质 重点 统筹 有效 基本 分类 科学 稳妥 全覆盖 全域 多渠道 及时 同步 计划 平稳 强势 强力 精准 依法 严格 严厉 有力 主动 创新 创造性 高位 高起点 全速 加速 超前 聚力 合力 协同 联合 牵头 滚动 动态 深度 密集 广泛
  普遍 充分 严密 全程 首批 新一轮 连续 首 稳定 一体 一体化 一体推进 梯次 分步 分级 纵深 整体 系统 系统性 年度 前瞻 立足 集中 多措并举 打包 试点 免费 常态 稳定在 区内 市内 省内`
const adverbsByFirst = new Map<string, { word: string; always: boolean }[]>()
for (const [list, isAlways] of [[always, true], [beforeVerb, false]] as const) {
  for (const word of set(list)) {
    const first = word[0] ?? ''
    adverbsByFirst.set(first, [...adverbsByFirst.get(first) ?? [], { word, always: isAlways }])
  }
}
for (const list of adverbsByFirst.values()) list.sort((a, b) => b.word.length - a.word.length)

/** 共有 and 再生 begin with adverbs and are words of their own. */
const notAdverb = /^(?:共[有同享建计产青治用筹]|已[有建]|并[列网联购轨]|将[军]|还[款林草迁]|再[生造就次融]|全[市区省国县]|和[谐平美]|及[时]|更[新换]|拟[建]|均[价衡等]|现[代有金场存]|另[类]|且末|则|累计)/

/** Index behind the adverbs at the start of `text` from `from` on. */
export function skipAdverbs(text: string, from = 0): number {
  let at = from
  for (;;) {
    const found = adverbsByFirst.get(text[at] ?? '')?.find(({ word }) => text.startsWith(word, at) && !(word.length === 1 && notAdverb.test(text.slice(at, at + 2))) && !(word === '高质量' && text.startsWith('发展', at + 3)))
    if (!found) return at
    const end = at + found.word.length
    if (!found.always && skipVerbs(text, skipAdverbs(text, end)) === skipAdverbs(text, end)) return at
    at = end
  }
}
const plainAdverb = set('成功 正式 全面 有序 稳步 顺利 有效 全部 圆满 创新 加快 联动 免费 集中 试点 确保')

/** The verbs (one or several in a row: 排查整治, 建立健全) that start at `at`; the index behind them, or `at` itself. */
export function skipVerbs(text: string, at: number): number {
  let end = at
  for (;;) {
    if (mayBegin[text.charCodeAt(end)] !== 1 && !'新再'.includes(text[end] ?? ' ')) return end
    // 新开工, 新认定: 新 belongs to the verb behind it.
    const prefix = '新再'.includes(text[end] ?? ' ') && isVerb(text.slice(end + 1, end + 3)) ? 1 : 0
    const word = text.slice(end + prefix, end + prefix + 2)
    if (!isVerb(word) && !(prefix === 0 && isVerb(text.slice(end, end + 2)))) return end
    end += prefix + 2
  }
}

const isVerb = (word: string): boolean => verbs.has(word) && !plainAdverb.has(word)
