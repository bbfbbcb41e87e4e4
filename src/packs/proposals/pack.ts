import { type CaseType } from '../../engines/cases/schema.ts'
import { branch, coClock, days, department, field, label, leaf, named, resolveClock, signClock, unitMessages, usual, workingDays } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/**
 * A deputies’ suggestion or a members’ proposal (代表建议、政协提案). What the letters A, B and C mean is set by each district
 * (`districts/case-types.ts`): it differs from place to place. Three months are counted as 89 days, the shortest they can be, so that an
 * answer that is in time here is in time by every calendar.
 */
const proposal: CaseType = {
  ...usual,
  key: 'proposal', name: label('建议提案', 'Proposal'), prefix: 'JY',
  fields: [
    field('of', '种类', 'Kind', 'choice', { required: true, choices: [named('suggestion', '人大代表建议', 'Deputies’ suggestion'), named('bill', '议案转建议', 'Bill turned into a suggestion'), named('members-proposal', '政协提案', 'Members’ proposal'), named('key', '重点督办建议提案', 'Under special supervision')] }),
    field('session', '届次', 'Session', 'text', { required: true }),
    field('paper-number', '编号', 'Number of the paper', 'text', { required: true }),
    field('proposers', '领衔人和附议人', 'Who proposes and who seconds', 'text', { personal: true }),
    field('public-answer', '答复是否公开', 'May the answer be published?', 'yes-no'),
    field('promised', '答复中的承诺事项', 'What the answer promises', 'long-text'),
    field('promised-by', '承诺完成日期', 'Promised by', 'day'),
  ],
  categories: [
    branch('b-city', '城建城管', 'City', { unit: department('housing-construction') }, [
      leaf('b-renewal', '城市更新与老旧小区', 'Renewal and old estates', '旧改 老旧小区 加装电梯 危房'),
      leaf('b-traffic', '道路交通与停车', 'Traffic and parking', '交通 停车 拥堵 公交', { unit: department('traffic-police') }),
      leaf('b-cityscape', '市容环卫与垃圾分类', 'Cleanliness and waste', '垃圾 市容 环卫 油烟', { unit: department('city-management') }),
      leaf('b-water', '供水排水与河涌', 'Water and streams', '内涝 排水 河涌 供水', { unit: department('water') }),
      leaf('b-planning', '规划与历史文化街区', 'Planning and heritage', '规划 骑楼 历史建筑 保护', { unit: department('planning-resources') }),
    ]),
    branch('b-economy', '经济发展', 'Economy', { unit: department('development-reform') }, [
      leaf('b-industry', '产业与科技', 'Industry and technology', '产业 科技 创新 数字', { unit: department('science-industry') }),
      leaf('b-business', '营商环境', 'Business environment', '营商 企业 政策 融资'),
      leaf('b-consumption', '商贸消费', 'Trade and consumption', '商圈 消费 夜经济 专业市场', { unit: department('science-industry') }),
      leaf('b-finance', '财政与国资', 'Public money and assets', '预算 国资 物业', { unit: department('finance') }),
    ]),
    branch('b-society', '社会事业', 'Society', { unit: department('civil-affairs') }, [
      leaf('b-education', '教育', 'Education', '学校 学位 托育 教师', { unit: department('education') }),
      leaf('b-health', '卫生健康', 'Health', '医院 社区卫生 医疗 中医', { unit: department('health') }),
      leaf('b-elders', '养老与救助', 'Care and aid', '养老 长者 救助 残疾'),
      leaf('b-jobs', '就业与社保', 'Jobs and insurance', '就业 社保 技能', { unit: department('human-resources') }),
      leaf('b-culture', '文化旅游体育', 'Culture, tourism, sport', '文化 旅游 体育 非遗', { unit: department('culture-tourism-sport') }),
    ]),
    branch('b-order', '法治与治理', 'Law and order', { unit: department('justice') }, [
      leaf('b-community', '基层治理', 'Communities', '社区 网格 物业 议事', { unit: department('civil-affairs') }),
      leaf('b-safety', '公共安全', 'Safety', '消防 电动车 治安 应急', { unit: department('emergency') }),
      leaf('b-ecology', '生态环境', 'Ecology', '空气 噪声 污染 绿化', { unit: department('ecology') }),
      leaf('b-services', '政务服务与数据', 'Government services and data', '政务 一网通办 数据', { unit: department('government-services-data') }),
      leaf('b-law', '法治建设', 'Law', '法律 调解 执法 普法'),
    ]),
  ],
  urgencies: [named('special', '重点督办', 'Under special supervision'), named('ordinary', '一般', 'Ordinary')],
  // Answers go over the government office’s desk (check); the deputy’s verdict is the call-back. Nobody reopens: dissatisfied means done again.
  may: { refused: [], reopened: [], rated: [], excluded: [], contacted: ['lead'] },
  names: { filed: label('审核立案', 'Take on'), dispatched: label('交办', 'Hand over'), contacted: label('与代表委员面商', 'Meet the deputy'), answered: label('书面答复', 'Answer in writing'), checked: label('审核答复', 'Look over the answer'), 'called-back': label('征询满意度', 'Ask whether they are satisfied'), returned: label('申请改办', 'Say it is not ours') },
  before: { answered: ['contacted'] },
  returnWithin: days(10),
  results: [named('a', 'A类', 'Class A'), named('b', 'B类', 'Class B'), named('c', 'C类', 'Class C')],
  clocks: [
    signClock({ '*': days(10) }, label('签收或申请改办', 'Sign, or say it is not ours')),
    { key: 'meet', name: label('面商', 'Meeting'), starts: [], stops: ['contacted', 'returned', 'voided', 'merged'], restarts: ['dispatched', 'transferred', 'arbitrated'], limit: { '*': days(45), special: days(30) } },
    resolveClock('filed', { '*': days(89) }, label('书面答复', 'Answer in writing')),
    coClock({ '*': days(30) }),
  ],
  ladders: [
    { clock: 'sign', warnAt: 0.8, steps: [{ after: null, to: 'supervision' }] },
    { clock: 'co', warnAt: 0.8, steps: [{ after: null, to: 'superior' }, { after: workingDays(5), to: 'supervision' }] },
    { clock: 'resolve', warnAt: 0.7, steps: [{ after: null, to: 'superior' }, { after: workingDays(5), to: 'supervision' }, { after: workingDays(10), to: 'district' }] },
  ],
  reopenWithin: null, extensions: 1,
  messages: [
    ...unitMessages,
    { on: 'dispatched', to: 'reporter', text: label('您提出的“{title}”（{number}）已交{unit}主办，{due}前书面答复，答复前将与您面商。', '“{title}” ({number}), which you proposed, is with {unit}. It will meet you and answer in writing by {due}.') },
    { on: 'answered', to: 'reporter', text: label('{unit}已书面答复“{title}”（{number}），结果为{result}。请反馈是否满意；不满意的将重新办理。', '{unit} has answered “{title}” ({number}) in writing: {result}. Please say whether you are satisfied; if not, it is done again.') },
  ],
  letters: [
    { key: 'answer', name: label('答复函', 'Letter of answer'), text: label('您提出的“{title}”（{number}）收悉。经与您面商并会同有关单位研究，现答复如下：{words}。办理结果：{result}。诚挚感谢您对我区工作的关心和支持。', 'Thank you for “{title}” ({number}). After meeting you and consulting the units concerned we answer as follows: {words}. Result: {result}. We thank you for your care for the district.') },
    { key: 'not-ours', name: label('改办申请函', 'Letter that it is not ours'), text: label('“{title}”（{number}）经研究不属我单位职责，依据：{words}。建议改由相关单位办理。', '“{title}” ({number}) is not among our duties, by {words}. We suggest that it be given to another unit.') },
    { key: 'co-opinion', name: label('会办意见函', 'Opinion of a co-unit'), text: label('关于“{title}”（{number}），我单位会办意见如下：{words}。', 'On “{title}” ({number}) our opinion as co-unit is: {words}.') },
  ],
  rates: { weights: [], exclusions: [] },
}

export const proposals: Pack = {
  id: 'proposals', version: 1,
  name: label('建议提案办理', 'Suggestions and proposals'),
  what: label('代表建议和政协提案：三个月答复、会办一个月、十天内改办、先面商后答复、不满意重办', 'Deputies’ suggestions and members’ proposals: answered in three months, co-units in one, not ours within ten days, a meeting before the answer, done again if dissatisfied'),
  origins: [
    { document: '越秀区2021年政府工作报告：办理建议提案270件，满意率100%', section: '一（六）' },
    { document: '越秀区2023年上半年工作情况：281件建议提案办理进度超50%', section: '一（六）' },
    { document: '多地公布的建议提案办理办法：三个月答复、会办一个月、十日内改办', section: '办理时限' },
  ],
  systems: [{ id: 'S250', example: '面商后三个月内答复，代表满意，办结', page: '/cases' }],
  caseTypes: [proposal],
  words: [
    { zh: '面商', en: 'meeting with the deputy', meaning: label('答复前与代表委员当面商量；没有面商不能答复', 'The unit meets the deputy before it answers; without it no answer can be given') },
    { zh: '改办', en: 'not ours', meaning: label('交办十天内认为不属本单位职责，申请改由他单位办理', 'Within ten days a unit says that a proposal is not its own') },
  ],
  examples,
}
