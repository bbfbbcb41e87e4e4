import { type z } from 'zod'
import { type Fund } from '../../engines/projects/schema.ts'
import { chance, type Dice, one } from '../requests/world.ts'

/** A sort of project as districts have them, all of it made up: `{n}` is a number, `size` a year's investment in 10 000 yuan, `owner` the key of a department. */
export type Sort = {
  readonly kind: string
  readonly owner: string
  /** What follows the place in its name, and what it may be called later. */
  readonly name: string
  readonly later: string
  readonly what: string
  readonly n: readonly [from: number, to: number]
  readonly size: readonly [from: number, to: number]
  readonly funds: readonly (readonly [z.infer<typeof Fund>, number])[]
  readonly takes: 'short' | 'middle' | 'long'
}

const budget = [['budget', 1]] as const, bonds = [['budget', 4], ['special-bond', 6]] as const, treasury = [['budget', 3], ['treasury-bond', 7]] as const, own = [['enterprise', 6], ['loan', 4]] as const
const works = (owner: string, name: string, later: string, what: string, n: Sort['n'], size: Sort['size'], funds: Sort['funds'], takes: Sort['takes'] = 'middle'): Sort => ({ kind: 'construction', owner, name, later, what, n, size, funds, takes })

export const sorts: readonly Sort[] = [
  works('housing-construction', '片区老旧小区改造', '片区老旧小区品质提升', '改造楼栋{n}栋，整治管线、消防通道和公共空间。', [12, 60], [1500, 7000], bonds),
  works('housing-construction', '片区老旧小区连片改造', '完整社区建设', '连片改造楼栋{n}栋，补齐养老、托育和停车设施。', [20, 80], [2500, 9000], bonds, 'long'),
  works('education', '校舍扩建', '校区扩建', '新建教学用房，增加学位{n}个。', [180, 900], [2000, 9000], budget),
  works('education', '托育综合楼', '托育服务中心', '建设托位{n}个及配套活动场地。', [60, 160], [800, 2500], budget, 'short'),
  works('health', '社区卫生服务中心改扩建', '社区健康服务中心建设', '改扩建业务用房{n}平方米。', [1800, 6000], [1500, 6000], bonds),
  works('water', '片区雨污分流改造', '片区排水单元整治', '新建和修复管道{n}公里。', [4, 22], [1500, 6500], treasury),
  works('water', '片区供水管网更新', '片区二次供水改造', '更新管网{n}公里，改造泵房。', [3, 15], [900, 4000], treasury, 'short'),
  works('city-management', '道路品质提升', '慢行系统改造', '改造道路{n}条，更新路面、照明和绿化。', [3, 12], [800, 4500], budget, 'short'),
  works('city-management', '口袋公园群', '街心公园建设', '建设口袋公园{n}处。', [3, 9], [500, 1800], budget, 'short'),
  works('planning-resources', '历史建筑保护利用', '历史风貌片区活化', '修缮建筑{n}处，植入公共服务和文化功能。', [4, 18], [1200, 6000], bonds),
  works('housing-construction', '安置房建设', '保障性住房建设', '建设住房{n}套及配套设施。', [160, 620], [6000, 22_000], bonds, 'long'),
  works('land-development', '地块收储整备', '地块土地整备', '整备用地{n}亩，完成征拆和场地平整。', [8, 60], [6000, 24_000], bonds, 'long'),
  works('public-works', '公共停车楼', '立体停车设施建设', '增加车位{n}个。', [120, 480], [1200, 5000], budget),
  works('civil-affairs', '综合养老服务中心', '颐养服务综合体', '设置床位{n}张及日间照料用房。', [60, 220], [1000, 4500], budget),
  works('culture-tourism-sport', '文体活动中心', '全民健身中心', '建设文体用房{n}平方米。', [2500, 9000], [2000, 8000], bonds),
  works('science-industry', '商务楼建设', '产业大厦建设', '建设办公和配套用房{n}万平方米。', [3, 14], [9000, 36_000], own, 'long'),
  works('science-industry', '旧厂房改造', '产业园区升级', '改造旧厂房{n}万平方米，引入科技服务和数字产业。', [2, 9], [4000, 16_000], own, 'long'),
  works('science-industry', '商业综合体改造', '商业街区改造', '改造商业面积{n}万平方米。', [2, 10], [5000, 20_000], own, 'long'),
  works('culture-tourism-sport', '酒店更新改造', '文商旅综合体改造', '更新客房{n}间。', [120, 420], [3000, 12_000], own),
  works('government-services-data', '数字治理平台', '智慧街区建设', '接入感知设备{n}套，建设街道级应用。', [300, 2400], [600, 2500], budget, 'short'),
  works('fire', '消防站改建', '小型消防站建设', '改建用房{n}平方米，配齐装备。', [600, 2400], [700, 2200], budget, 'short'),
  { kind: 'investment', owner: 'investment', name: '生命健康产业基地', later: '生命健康创新园', what: '引进研发和检测机构{n}家，签约后改造现有楼宇入驻。', n: [4, 20], size: [4000, 18_000], funds: own, takes: 'middle' },
  { kind: 'investment', owner: 'investment', name: '总部办公楼', later: '总部经济集聚区', what: '引进区域总部{n}家。', n: [2, 8], size: [5000, 20_000], funds: own, takes: 'middle' },
]

/** What is only planned and to be decided on. */
export const decisions: readonly Sort[] = [
  { kind: 'decision', owner: 'planning-resources', name: '片区更新规划方案', later: '片区更新实施方案', what: '研究{n}个地块的更新方式、时序和资金平衡。', n: [3, 12], size: [2000, 9000], funds: bonds, takes: 'middle' },
  { kind: 'decision', owner: 'development-reform', name: '产业空间布局方案', later: '产业空间发展方案', what: '梳理可用载体{n}处，提出导入方向。', n: [6, 30], size: [1000, 6000], funds: budget, takes: 'middle' },
]

/** Everything made up says so in its name, since places are real. */
export const marked = (name: string) => `${name}（演示）`

export const between = (dice: Dice, [from, to]: readonly [number, number]) => from + dice(to - from + 1)

export const contractors = ['演示建设集团有限公司', '演示市政工程有限公司', '演示建筑工程有限公司', '演示机电安装有限公司', '演示园林工程有限公司', '演示路桥建设有限公司'] as const
/** Task forces are led by district leaders; none of these is one. */
export const leaders = [...'甲乙丙丁戊己庚辛'].map(sign => `区领导${sign}（演示）`)

export const visitWords = ['现场进度正常，文明施工到位。', '工人{n}名在岗，正在做主体结构。', '围挡和出入口已规范，要求加强扬尘控制。', '设备已进场，材料堆放需整理。', '与业主、施工单位当面核对节点，按计划推进。', '夜间施工有居民反映，要求调整作业时间。'] as const

export const lateWords = { start: ['施工许可资料补正，开工推后。', '场地移交晚于约定，开工推后。'], structure: ['连续降雨影响主体施工，正在赶工。', '设计变更后重新备料，主体完工推后。'], ahead: ['周边管线迁改需要更多时间。', '主要设备供货期延长。', '材料到货较预期晚。', '方案优化后工序调整。'] } as const

export const returnedWords = '完成数与支付凭证不一致，请核对后重报。'

export const blockerSayings: Readonly<Record<string, readonly (readonly [title: string, words: string])[]>> = {
  land: [['用地红线内有未交地块', '红线内尚有一处地块未移交，影响进场，请协调原使用单位限期交地。']],
  demolition: [['余下几户未签约', '还有几户未达成补偿协议，围挡无法闭合，请组织会商。'], ['临时借地到期', '借用场地即将到期，续借手续未办妥。']],
  permit: [['施工许可资料待补正', '报建资料退回补正，涉及两个部门意见不一致，请统一口径。'], ['树木迁移审批未批复', '场地内有需迁移的树木，审批尚未批复。']],
  money: [['年度资金未到位', '本年度安排的资金尚未下达，进度款无法支付。'], ['概算调整待批', '因地质条件变化需调整概算，尚未批复。']],
  pipes: [['燃气和给水管线待迁改', '施工范围内管线未迁改，产权单位未排期。'], ['电力管线位置与图纸不符', '开挖后发现电力管线位置不符，需现场确认迁改方案。']],
  other: [['与在建工程施工界面冲突', '出入口与相邻工程交叉，需要统一调度。'], ['居民反映施工噪声', '周边居民多次反映，作业时间受限。']],
}

export const wordsWith = (dice: Dice, text: string, n: readonly [number, number]) => text.replace('{n}', String(between(dice, n)))

/** Of a sort that takes about as long; the sorts are told one after another, so that a district has some of each. */
export function sortFor(dice: Dice, number: number, takes: number, only: 'any' | 'works' | 'decision'): Sort {
  if (only === 'decision') return one(dice, decisions)
  const length = takes <= 2 ? 'short' : takes <= 4 ? 'middle' : 'long'
  const among = sorts.filter(sort => sort.takes === length && (only === 'any' || sort.kind === 'construction'))
  return (chance(dice, 60) ? among[number % among.length] : undefined) ?? one(dice, among)
}
