import { type CaseType } from '../../engines/cases/schema.ts'
import { branch, coClock, contactClock, department, field, hours, label, leaf, named, reporterMessages, resolveClock, signClock, signLadder, street, unitMessages, usual, usualLadder, workingDays, workingHours } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/** A request of an enterprise (企业诉求). It ends with the enterprise’s own verdict, whoever brought it: an officer, the Number 10 express, a visit, a window. */
const request: CaseType = {
  ...usual,
  key: 'enterprise', name: label('企业诉求', 'Enterprise request'), prefix: 'QY', onPortal: true,
  fields: [
    field('enterprise', '企业名称', 'Name of the enterprise', 'text', { required: true, asks: 'reporter' }),
    field('credit-code', '统一社会信用代码', 'Unified social credit code', 'text', { asks: 'reporter' }),
    field('contact', '联系人及职务', 'Whom to talk to', 'text', { personal: true, asks: 'reporter' }),
    field('through', '诉求来源', 'How it came', 'choice', { choices: [named('officer', '首席服务官走访', 'Visit of the chief service officer'), named('express', '10号直通车', 'Number 10 express'), named('delivery', '“三送”服务', 'Three-delivery visit'), named('window', '政企服务窗口', 'Service window'), named('chamber', '街道商会', 'Street chamber'), named('online', '网上提交', 'Online')] }),
    field('officer', '首席服务官', 'Chief service officer', 'text'),
    field('staff', '从业人数', 'People employed', 'number'),
    field('may-leave', '有迁出意向', 'Thinks of moving away', 'yes-no'),
  ],
  categories: [
    branch('q-money', '资金融资', 'Money', { unit: department('financial-affairs') }, [
      leaf('q-loan', '贷款融资', 'Loans', '贷款 融资 续贷 抵押'),
      leaf('q-listing', '上市培育', 'Going public', '上市 股改 辅导'),
      leaf('q-arrears', '账款拖欠', 'Unpaid bills', '拖欠 账款 工程款 不付', { unit: department('science-industry'), urgency: 'hard' }),
      leaf('q-award', '政策兑现', 'Award of a policy', '政策 兑现 奖励 补贴 申报', { unit: department('science-industry') }),
      leaf('q-tax', '税费', 'Taxes', '退税 税费 发票 减免', { unit: department('tax') }),
    ]),
    branch('q-place', '用地用房', 'Premises', { unit: department('investment') }, [
      leaf('q-office', '办公场地', 'Offices', '租金 办公 场地 物业'),
      leaf('q-expansion', '增资扩产选址', 'Sites to grow', '扩产 选址 厂房 载体'),
      leaf('q-fire-approval', '消防与装修审批', 'Fire and fitting-out permits', '消防 验收 装修 审批', { unit: department('housing-construction') }),
      leaf('q-planning', '规划许可', 'Planning permits', '规划 许可 立面 招牌', { unit: department('planning-resources') }),
    ]),
    branch('q-supply', '水电气与配套', 'Supply and surroundings', { unit: department('science-industry') }, [
      leaf('q-power', '用电增容', 'More power', '用电 增容 停电 电价'),
      leaf('q-water', '用水排水', 'Water and drainage', '用水 排水 许可', { unit: department('water') }),
      leaf('q-network', '通信网络', 'Network', '宽带 5G 信号'),
      leaf('q-parking', '停车与交通', 'Parking and traffic', '停车 卸货 限行 公交', { unit: department('traffic-police') }),
      leaf('q-street', '门前环境', 'In front of the door', '摊贩 施工 围挡 门前', { unit: street }),
    ]),
    branch('q-people', '用工与人才', 'Staff', { unit: department('human-resources') }, [
      leaf('q-hiring', '招工用工', 'Hiring', '招工 缺工 招聘'),
      leaf('q-talent', '人才政策', 'Policies for talent', '人才 入户 公寓 绿卡'),
      leaf('q-schooling', '员工子女入学', 'Schools for children of staff', '子女 入学 学位', { unit: department('education') }),
      leaf('q-labour', '劳动用工争议', 'Disputes with staff', '劳动争议 仲裁 社保'),
    ]),
    branch('q-permits', '证照与监管', 'Permits and checks', { unit: department('market') }, [
      leaf('q-licence', '证照办理', 'Licences', '执照 许可证 变更 注销'),
      leaf('q-credit-repair', '信用修复', 'Credit repair', '信用 修复 异常名录 失信'),
      leaf('q-inspections', '涉企检查过多', 'Too many inspections', '检查 频繁 重复 执法', { unit: department('justice') }),
      leaf('q-ip', '知识产权', 'Intellectual property', '商标 专利 侵权'),
      leaf('q-counter', '政务服务', 'Government services', '窗口 办事 系统 材料', { unit: department('government-services-data') }),
    ]),
    branch('q-growth', '发展与市场', 'Growth and markets', { unit: department('science-industry') }, [
      leaf('q-orders', '市场开拓', 'Orders and markets', '订单 展会 出口 供需'),
      leaf('q-tech', '科技创新', 'Technology', '高新 研发 认定 项目'),
      leaf('q-scenario', '应用场景', 'Places to try things', '场景 试点 开放'),
      leaf('q-leaving', '外迁苗头', 'Signs of leaving', '外迁 迁出 搬走 注销', { unit: department('investment'), urgency: 'urgent' }),
    ]),
  ],
  urgencies: [named('urgent', '紧急', 'Urgent'), named('ordinary', '一般', 'Ordinary'), named('hard', '疑难', 'Hard')],
  may: { checked: ['checker', 'supervisor'] },
  names: { contacted: label('联系企业', 'Talk to the enterprise'), 'called-back': label('企业评价', 'The enterprise’s verdict') },
  before: { answered: ['contacted'] },
  results: [named('solved', '已解决', 'Solved'), named('under-way', '正在推进', 'Under way'), named('policy-needed', '需上级政策支持', 'Needs a policy from above'), named('explained', '解释说明', 'Explained')],
  // Ours: the papers promise an answer as soon as it is raised, and tell that nine of ten are solved, and no days.
  clocks: [
    signClock({ '*': workingHours(8), urgent: hours(2) }),
    contactClock({ '*': workingDays(1), urgent: hours(4) }, label('联系企业', 'Talk to the enterprise')),
    resolveClock('filed', { urgent: workingDays(3), ordinary: workingDays(5), hard: workingDays(20) }),
    coClock({ '*': workingDays(3) }),
  ],
  ladders: [usualLadder('resolve'), signLadder()],
  returnWithin: workingDays(1), extensions: 2,
  messages: [...reporterMessages(label('诉求', 'request')), ...unitMessages],
  rates: { weights: [{ from: '2023-01-01', response: 0.3, solution: 0.35, satisfaction: 0.35, source: '参照热线权重，暂用 as for the hotline; ours' }], exclusions: [named('not-lawful', '不合法诉求', 'Not lawful'), named('duplicate', '重复诉求', 'Repeated')] },
}

export const enterpriseRequests: Pack = {
  id: 'enterprise-requests', version: 1,
  name: label('企业诉求快速响应', 'Enterprise requests'),
  what: label('首席服务官、10号直通车、三级网络：企业的难题有人接、有人盯，由企业说了算', 'Chief service officers, the Number 10 express and the three-level network: a firm’s problem has an owner and ends with the firm’s verdict'),
  origins: [
    { document: '越秀区2023年计划报告：首席服务官、“三送”服务、企业诉求快速响应机制', section: '一（一）' },
    { document: '越秀区2023年上半年工作情况：“10号直通车”', section: '二（一）' },
    { document: '越秀区2021年政府工作报告：对企业诉求“接诉即办”；时限未公布，暂用', section: '三（三）' },
  ],
  systems: [
    { id: 'S063', example: '五个工作日办结，企业评价满意', page: '/cases' },
    { id: 'S062', example: '街道办不了的转区部门，再到专班协调', page: '/cases' },
    { id: 'S061', example: '先联系企业，才能答复', page: '/cases', extent: label('首席服务官记在诉求上；服务团队和走访计划没有', 'The officer stands on the request; no teams and plans of visits') },
    { id: 'S066', example: '恰好第五个工作日到期', page: '/public/report', extent: label('企业网上提交、查询和评价；座谈会安排没有', 'Enterprises report, follow and rate online; no meetings') },
    { id: 'S065', example: '外迁苗头三个工作日内回应', page: '/cases', extent: label('走访中的诉求转为工单；走访计划没有', 'Needs found on visits become cases; no plan of visits') },
    { id: 'S102', example: '账款拖欠可延期两次，第三次不批', page: '/cases', extent: label('拖欠投诉的登记、转办、到期升级；清欠台账没有', 'Complaints registered, handed on, escalated; no ledger of arrears') },
  ],
  caseTypes: [request],
  words: [
    { zh: '10号直通车', en: 'Number 10 express', meaning: label('企业直通区领导的常态化沟通渠道', 'A standing channel from enterprises to the district’s leaders') },
    { zh: '三级网络', en: 'three-level network', meaning: label('区、部门、街道三级接企业的难题', 'District, departments and streets take an enterprise’s problem') },
  ],
  examples,
}
