import { type CaseType } from '../../engines/cases/schema.ts'
import { branch, coClock, community, contactClock, days, department, field, grid, hours, label, leaf, named, resolveClock, signClock, unitMessages, usual, workingDays, workingHours } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/** A street calls (吹哨) and every department it names must answer (报到). The street says when it is done: the check is its own. */
const call: CaseType = {
  ...usual,
  key: 'street-call', name: label('街道吹哨', 'Street’s call'), prefix: 'HY',
  fields: [
    field('people-needed', '需到场人数', 'People needed on the spot', 'number'),
    field('tried', '街道已采取的措施', 'What the street has done already', 'long-text', { required: true }),
    field('leader', '现场负责人', 'Who leads on the spot', 'text', { personal: true }),
  ],
  categories: [
    branch('call-emergency', '应急处置哨', 'Calls in an emergency', { urgency: 'emergency' }, [
      leaf('call-collapse', '房屋结构险情', 'Building in danger', '危房 裂缝 坍塌', { unit: department('housing-construction') }),
      leaf('call-fire-risk', '消防险情', 'Fire danger', '火情 烟 消防', { unit: department('fire') }),
      leaf('call-flood', '水浸险情', 'Flood danger', '水浸 内涝 倒灌', { unit: department('water') }),
      leaf('call-gas', '燃气险情', 'Gas danger', '燃气 泄漏', { unit: department('city-management') }),
      leaf('call-crowd', '群体性事件', 'Crowds', '聚集 堵路 讨薪', { unit: department('public-security') }),
      leaf('call-health', '突发公共卫生事件', 'Sudden public-health event', '食物中毒 传染病 聚集', { unit: department('health') }),
    ]),
    branch('call-enforcement', '综合执法哨', 'Calls for joint enforcement', { urgency: 'urgent' }, [
      leaf('call-illegal-building', '违法建设', 'Illegal building', '违建 抢建 拆除', { unit: department('city-management') }),
      leaf('call-stalls', '占道经营聚集', 'Clusters of stalls', '夜市 走鬼 聚集', { unit: department('city-management') }),
      leaf('call-food', '食品与无证经营', 'Food and unlicensed trade', '黑作坊 无证 食品', { unit: department('market') }),
      leaf('call-pollution', '油烟噪声污染', 'Smoke, noise, pollution', '油烟 噪声 排污', { unit: department('ecology') }),
      leaf('call-rented', '出租屋与消防整治', 'Rented rooms and fire safety', '群租 隔断 消防', { unit: department('public-security') }),
      leaf('call-traffic', '交通秩序', 'Traffic order', '违停 五类车 拥堵', { unit: department('traffic-police') }),
      leaf('call-site', '工地施工违规', 'Breaches at building sites', '工地 夜间施工 泥头车', { unit: department('housing-construction') }),
    ]),
    branch('call-key-work', '重点工作哨', 'Calls for key work', { urgency: 'ordinary' }, [
      leaf('call-old-estate', '老旧小区和加装电梯', 'Old estates and lifts', '老旧小区 加装电梯 协调', { unit: department('housing-construction') }),
      leaf('call-drainage', '排水和管网改造', 'Drainage and pipes', '排水 管网 雨污分流', { unit: department('water') }),
      leaf('call-three-lines', '三线整治', 'Clearing of cables', '三线 线缆 杆线', { unit: department('science-industry') }),
      leaf('call-ownerless', '无主设施归属', 'Things that nobody keeps', '无主 管养 移交', { unit: department('city-management') }),
      leaf('call-aid', '特殊困难群众', 'People in special hardship', '困难 低保 残疾 救助', { unit: department('civil-affairs') }),
      leaf('call-mental', '精神障碍患者服务', 'People with mental disorders', '精神 肇事 监护', { unit: department('health') }),
      leaf('call-dispute', '历史遗留和信访事项', 'Long-standing disputes', '信访 历史遗留 产权', { unit: department('petitions') }),
      leaf('call-schools', '校园周边治理', 'Around schools', '学校 周边 接送', { unit: department('education') }),
    ]),
  ],
  urgencies: [named('emergency', '应急', 'Emergency'), named('ordinary', '一般', 'Ordinary'), named('urgent', '紧急', 'Urgent')],
  steps: { file: true, sign: true, check: true, callBack: false },
  // A call cannot be refused nor sent back: whoever is called comes. Whose it is in the end is settled by transfer or by more co-units.
  may: { refused: [], returned: [], arbitrated: [], dispatched: ['desk', 'program'], checked: ['opener', 'checker'], filed: ['desk', 'opener'], 'co-asked': ['opener', 'lead', 'desk'] },
  names: { signed: label('应哨', 'Answer the call'), contacted: label('到场', 'Arrive'), checked: label('街道评价', 'The street’s verdict'), 'co-answered': label('协办单位处置反馈', 'Co-unit reports') },
  before: { answered: ['contacted'] },
  results: [named('solved', '已解决', 'Solved'), named('shared', '分工推进', 'Shared out and under way'), named('planned', '列入计划', 'Planned')],
  // Ours: the paper tells that 10,199 worries were answered, and not within what time.
  clocks: [
    signClock({ emergency: hours(0.25), urgent: hours(1), '*': workingHours(4) }, label('应哨', 'Answer the call')),
    contactClock({ emergency: hours(0.5), urgent: hours(4), '*': workingDays(1) }, label('到场', 'Arrive')),
    resolveClock('filed', { emergency: hours(4), urgent: days(3), '*': workingDays(7) }),
    coClock({ emergency: hours(1), urgent: days(2), '*': workingDays(3) }),
  ],
  ladders: [
    { clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: hours(1), to: 'supervision' }] },
    { clock: 'contact', warnAt: null, steps: [{ after: null, to: 'superior' }] },
    { clock: 'co', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: workingDays(1), to: 'supervision' }] },
    { clock: 'resolve', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: workingDays(1), to: 'supervision' }, { after: workingDays(3), to: 'district' }] },
  ],
  reopenWithin: null, messages: unitMessages,
}

/** 四级响应、接诉即办: a worry begins in the grid; what a level cannot do goes up to the next, and what is late goes up by itself. */
const worry: CaseType = {
  ...usual,
  key: 'worry', name: label('居民烦心事（四级响应）', 'Residents’ worry (four-level response)'), prefix: 'FX',
  fields: [field('households', '涉及户数', 'Homes concerned', 'number'), field('resident', '居民姓名住址', 'Name and home of the resident', 'text', { personal: true })],
  categories: [
    branch('w-home', '家门口的事', 'At the front door', { unit: grid, nearMetres: 30 }, [
      leaf('w-stairs', '楼道照明与杂物', 'Stairs: light and things in the way', '楼道 灯 杂物 堆放'),
      leaf('w-neighbours', '邻里纠纷', 'Neighbours', '邻居 吵架 漏水 噪音'),
      leaf('w-pets', '宠物扰民', 'Pets', '狗 猫 粪便 吠'),
      leaf('w-door', '门禁与对讲', 'Doors and intercoms', '门禁 坏 大门'),
    ]),
    branch('w-estate', '小区里的事', 'In the estate', { unit: community, nearMetres: 50 }, [
      leaf('w-property', '物业和无物业管理', 'Property management, or none', '物业 无物业 管理费'),
      leaf('w-parking', '停车难', 'Parking', '停车 车位 争抢'),
      leaf('w-greens', '小区绿化', 'Greens of the estate', '树 修剪 绿化'),
      leaf('w-drains', '化粪池和下水道', 'Drains', '化粪池 下水道 堵'),
      leaf('w-elders', '老人照料', 'Care for the old', '老人 吃饭 照料 独居'),
      leaf('w-children', '儿童看护', 'Care for children', '孩子 放学 托管'),
    ]),
    branch('w-street', '街面上的事', 'In the street', { unit: { placeLevel: 'street' }, nearMetres: 50 }, [
      leaf('w-stalls', '摊贩占道', 'Stalls', '摊贩 占道'),
      leaf('w-lights', '街巷照明', 'Lights in lanes', '路灯 巷子 黑'),
      leaf('w-pavement', '人行道破损', 'Broken pavement', '人行道 砖 破'),
      leaf('w-dance', '广场舞噪声', 'Dancing and noise', '广场舞 音响'),
    ]),
  ],
  urgencies: [named('urgent', '紧急', 'Urgent'), named('ordinary', '一般', 'Ordinary')],
  steps: { file: false, sign: true, check: false, callBack: true },
  may: { dispatched: ['opener', 'desk', 'program'], transferred: ['lead', 'lead-head', 'desk'], closed: ['lead', 'desk', 'program'], 'called-back': ['caller', 'opener'], returned: [], arbitrated: [] },
  names: { transferred: label('上报上一级', 'Hand up a level') },
  results: [named('solved', '已解决', 'Solved'), named('explained', '已解释', 'Explained'), named('going-on', '持续跟进', 'Followed on')],
  clocks: [
    signClock({ '*': workingHours(4), urgent: hours(1) }, label('接单', 'Take it')),
    resolveClock('received', { '*': workingDays(3), urgent: hours(24) }),
  ],
  ladders: [
    { clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: workingHours(4), to: 'street' }, { after: workingDays(1), to: 'district' }] },
    { clock: 'resolve', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: workingDays(1), to: 'street' }, { after: workingDays(3), to: 'district' }] },
  ],
  messages: unitMessages,
}

export const commandCalls: Pack = {
  id: 'command-calls', version: 1,
  name: label('令行禁止、有呼必应', 'Street calls and four-level response'),
  what: label('街道吹哨、部门报到，几个部门同时应哨；居民烦心事由网格、社区、街道、区四级响应', 'A street calls and departments come, several at once; residents’ worries are answered by grid, community, street and district'),
  origins: [
    { document: '越秀区2021年政府工作报告：“令行禁止、有呼必应”综合指挥调度平台，呼应解决烦心事10199件', section: '一（五）' },
    { document: '越秀区2021年政府工作报告：区、街、社区、网格“四级响应、接诉即办”', section: '三（四）' },
    { document: '三类哨（应急处置、综合执法、重点工作）参照公开的“街乡吹哨、部门报到”做法；时限为本系统暂用', section: '公开做法' },
  ],
  systems: [
    { id: 'S123', example: '被叫部门和协办部门都要应哨、到场、反馈', page: '/cases/board' },
    { id: 'S124', example: '网格办不了的上报社区，签收重新计时，总时限不变', page: '/cases' },
    { id: 'S126', example: '应急哨一刻钟应哨，半小时到场', page: '/cases/board', extent: label('各类事项同在一张清单和一块看板；感知设备没有', 'All types of case on one list and one board; no sensors') },
    { id: 'S125', example: '街道评价未解决，退回部门再办', page: '/cases/board', extent: label('运行看板和派遣；城市运行体征没有', 'The board and dispatch; no state of the city beside cases') },
    { id: 'S273', example: '烦心事超时，依次升到上级、街道、区', page: '/cases', extent: label('工作人员收单、办理；党员任务没有', 'Staff take and handle cases; no party members’ tasks') },
  ],
  caseTypes: [call, worry],
  words: [
    { zh: '街道吹哨', en: 'street’s call', meaning: label('街道遇到自己管不了的事，叫部门到场；部门不能退', 'A street meets what it cannot do alone and calls departments, which may not refuse') },
    { zh: '四级响应', en: 'four-level response', meaning: label('网格、社区、街道、区依次办理，办不了或超时就到上一级', 'Grid, community, street, district in turn: what a level cannot do or is late with goes up') },
  ],
  examples,
}
