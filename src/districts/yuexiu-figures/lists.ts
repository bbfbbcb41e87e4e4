import { type DistrictList } from '../lists.ts'
import { workReport2021 } from './work-report-2021.ts'

/**
 * The ten livelihood matters of 2021, each in a few words of ours with the counts of the annex. The annex names no lead
 * units; the leads are those who usually have such matters, and are said so in the catalogue of departments.
 */
const tenMatters2021: DistrictList = {
  kind: 'ten-matters', span: '2021', title: '2021年十件民生实事', source: { kind: 'published', title: workReport2021.title, section: '附件1', saidOn: workReport2021.saidOn },
  matters: [
    { title: '青少年脊柱侧弯防治和社会心理服务', lead: 'health', with: ['education'], parts: [{ title: '脊柱侧弯筛查：7万名' }, { title: '社区心理服务站：2个' }, { title: '心理健康讲座：50场' }, { title: '精神障碍专科门诊：7个' }] },
    { title: '文化体育惠民活动', lead: 'culture-tourism-sport', parts: [{ title: '文化惠民活动：200场', target: 'CULTURE-EVENTS' }, { title: '免费观演：2万名' }, { title: '惠民足球赛：100场', target: 'FOOTBALL-MATCHES' }] },
    { title: '食品安全监管', lead: 'market', parts: [{ title: '肉菜市场升级改造示范点：2个以上' }, { title: '重点检查全覆盖' }] },
    { title: '老旧居民楼火灾隐患整治', lead: 'fire', with: ['emergency', 'housing-construction'], parts: [{ title: '“百栋千户”消防和电气线路改造' }] },
    { title: '精神康复服务', lead: 'civil-affairs', parts: [{ title: '康园工疗站规范化：18条街道' }, { title: '场地设施达标：100%' }, { title: '精神康复服务平台' }] },
    { title: '义务教育资源和劳动教育', lead: 'education', parts: [{ title: '学生宿位：900个' }, { title: '劳动教育基地：10个以上' }, { title: '劳动教育试点学校：20间次以上' }] },
    { title: '住房保障服务', lead: 'housing-construction', parts: [{ title: '解决住房困难：750户', target: 'HOUSING-AID' }, { title: '租赁补贴：2000户以上', target: 'RENT-SUBSIDY' }] },
    { title: '促进和稳定就业', lead: 'human-resources', parts: [{ title: '“零距离”招聘会：40场', target: 'JOB-FAIRS-NEARBY' }, { title: '职业技能培训：4万人次', target: 'SKILLS-TRAINING' }, { title: '就业困难人员就业率：70%以上', target: 'HARD-TO-PLACE-RATE' }] },
    { title: '旧楼加装电梯', lead: 'housing-construction', parts: [{ title: '加装电梯：300台以上', target: 'LIFTS' }] },
    { title: '养老服务保障', lead: 'civil-affairs', parts: [{ title: '居家适老化改造：100名以上', target: 'HOME-ADAPTATION' }, { title: '家庭养老床位' }] },
  ],
}

/** The fourteenth five-year plan as far as the work report gives numbers: one. */
const fourteenthPlan: DistrictList = {
  kind: 'five-year-plan', span: '2021-2025', title: '“十四五”规划主要目标', source: { kind: 'published', title: workReport2021.title, section: '二', saidOn: workReport2021.saidOn },
  targets: [{ indicator: 'GDP', period: '2025', aspect: 'level' }],
}

const made = (share: number, note: string, evidence: string, onDay = '2025-12-10') => ({ share, onDay, note, evidence })
const proof = (shows: string, number: string, on = '2025-12-12') => ({ shows, number: `演示〔2025〕${number}号`, on })

/** Made up for the demonstration: what a year looks like when its matters stand at every stage, from a fixed list. */
const generatedMatters2025: DistrictList = {
  kind: 'ten-matters', span: '2025', title: '2025年十件民生实事（演示生成）', source: { kind: 'generated', seed: 'ten-matters-2025' },
  matters: [
    { title: '旧楼加装电梯和电梯托管', lead: 'housing-construction', parts: [{ title: '加装电梯：260台', progress: made(1, '累计交付262台', '竣工备案汇总') }, { title: '旧楼电梯托管：200台', progress: made(1, '签约托管205台', '托管协议汇总') }], proved: [proof('竣工备案汇总表', '11'), proof('托管协议清单', '12')], accepted: 'accepted' },
    { title: '社区长者饭堂提质', lead: 'civil-affairs', parts: [{ title: '提质长者饭堂：20家', progress: made(1, '20家全部完成', '现场核验表') }], proved: [proof('现场核验表', '21')], accepted: 'accepted' },
    { title: '家庭适老化改造', lead: 'civil-affairs', parts: [{ title: '家庭适老化改造：200户', progress: made(1, '完成200户', '入户验收单') }], proved: [proof('入户验收单汇总', '22')], accepted: 'partly' },
    { title: '公办托位增加', lead: 'health', parts: [{ title: '新增公办托位：500个', progress: made(0.82, '新增410个，两处场地未通过消防验收', '场地清单') }], proved: [proof('新增托位清单', '31')] },
    { title: '校园周边安全', lead: 'education', with: ['public-security'], parts: [{ title: '护学岗：60处', progress: made(1, '60处全部设岗', '点位表') }, { title: '校门口改造：15处', progress: made(1, '15处完工', '验收表') }], proved: [proof('护学岗点位表', '41'), proof('校门口改造验收表', '42')], accepted: 'accepted' },
    { title: '“零距离”就业招聘', lead: 'human-resources', parts: [{ title: '招聘会：60场', progress: made(1, '举办66场', '场次清单') }, { title: '技能培训：3万人次', progress: made(1, '培训3.1万人次', '培训台账') }], proved: [proof('招聘会场次清单', '51'), proof('培训台账', '52')], accepted: 'accepted' },
    { title: '口袋公园和健身点', lead: 'city-management', with: ['culture-tourism-sport'], parts: [{ title: '口袋公园：8个', progress: made(1, '8个开放', '开放公告') }, { title: '健身点：30处', progress: made(1, '30处安装完成', '安装清单') }], proved: [proof('开放公告', '61'), proof('健身点安装清单', '62')], accepted: 'proposed' },
    { title: '排水单元达标改造', lead: 'water', parts: [{ title: '排水单元达标改造：40个', progress: made(0.6, '完成24个，管线迁改待协调', '施工月报', '2025-11-30') }] },
    { title: '老旧小区消防通道', lead: 'fire', with: ['housing-construction'], parts: [{ title: '打通消防通道：50条', progress: made(1, '50条完成', '核查记录') }], proved: [proof('核查记录', '71')], accepted: 'refused' },
    { title: '社区心理服务', lead: 'health', parts: [{ title: '心理服务站：18个', progress: made(1, '18个街道全部设站', '挂牌名单') }, { title: '心理讲座：100场' }], proved: [proof('服务站挂牌名单', '81')] },
  ],
}

export const yuexiuLists: readonly DistrictList[] = [tenMatters2021, fourteenthPlan, generatedMatters2025]
