import { type CaseType } from '../../engines/cases/schema.ts'
import { type LedgerKindGiven } from '../../engines/plan/ledgers/schema.ts'
import { branch, coClock, days, department, field, label, leaf, named, resolveClock, signClock, signLadder, unitMessages, usual, workingDays } from '../case-type.ts'
import { amount, oneOf, share, usualList } from '../ledger-kind.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/** A finding of an inspection that must be put right (整改问题). Each has its measure; an answer needs evidence, somebody else accepts it, and what is closed stays closed: the same again is a new finding. */
const finding: CaseType = {
  ...usual,
  key: 'rectification', name: label('整改问题', 'Finding to be put right'), prefix: 'ZG',
  fields: [
    field('inspection', '来自哪次检查', 'Of which inspection', 'text', { required: true }),
    field('finding-number', '问题编号', 'Number of the finding', 'text', { required: true }),
    field('measure', '整改措施', 'Measure', 'long-text', { required: true }),
    field('goal', '整改目标', 'What must be reached', 'text', { required: true }),
    field('responsible', '责任人', 'Who answers for it', 'text'),
    field('confirmed-by', '上级销号文号', 'Paper by which it was struck off above', 'text'),
  ],
  categories: [
    branch('r-ecology', '生态环境保护督察', 'Environmental inspection', { unit: department('ecology') }, [
      leaf('r-water', '水环境', 'Water', '河涌 水质 排口 黑臭', { unit: department('water') }),
      leaf('r-air', '大气与扬尘', 'Air and dust', '扬尘 废气 臭氧'),
      leaf('r-waste', '固体废物', 'Solid waste', '垃圾 渣土 危废', { unit: department('city-management') }),
      leaf('r-noise', '噪声与油烟', 'Noise and smoke', '噪声 油烟 投诉'),
    ]),
    branch('r-party', '巡视巡察', 'Party inspection', { unit: department('government-office') }, [
      leaf('r-decisions', '决策与落实', 'Decisions and their execution', '落实 决策 形式主义'),
      leaf('r-conduct', '作风与廉洁', 'Conduct', '作风 廉洁 采购'),
      leaf('r-staff', '选人用人', 'Appointments', '编制 用人 借调', { unit: department('human-resources') }),
    ]),
    branch('r-money', '审计与财会监督', 'Audit and accounts', { unit: department('audit') }, [
      leaf('r-budget', '预算执行', 'Budget', '预算 支出 沉淀 结余', { unit: department('finance') }),
      leaf('r-project-money', '政府投资项目', 'Public works', '概算 招标 结算 超付', { unit: department('development-reform') }),
      leaf('r-assets', '国有资产', 'State assets', '物业 出租 账实 闲置', { unit: department('state-assets') }),
      leaf('r-accounts', '会计核算', 'Book-keeping', '凭证 核算 往来'),
    ]),
    branch('r-safety', '安全生产', 'Safety', { unit: department('emergency') }, [
      leaf('r-major-danger', '重大事故隐患', 'Major hidden danger', '重大隐患 停产 挂牌', { urgency: 'at-once' }),
      leaf('r-fire', '消防安全', 'Fire safety', '消防 通道 喷淋', { unit: department('fire'), urgency: 'at-once' }),
      leaf('r-gas', '燃气安全', 'Gas safety', '燃气 软管 报警器', { unit: department('city-management'), urgency: 'at-once' }),
      leaf('r-site', '建筑施工', 'Building sites', '工地 脚手架 临边', { unit: department('housing-construction'), urgency: 'at-once' }),
      leaf('r-equipment', '特种设备', 'Special equipment', '电梯 锅炉 叉车', { unit: department('market') }),
    ]),
    branch('r-services', '民生与服务', 'Services', { unit: department('government-services-data') }, [
      leaf('r-food', '食品药品', 'Food and drugs', '食品 药品 抽检', { unit: department('market') }),
      leaf('r-school', '学校管理', 'Schools', '食堂 收费 校园', { unit: department('education') }),
      leaf('r-clinic', '医疗机构', 'Clinics', '医疗 诊所 院感', { unit: department('health') }),
      leaf('r-openness', '政务公开与服务', 'Openness and services', '公开 网站 窗口'),
    ]),
  ],
  urgencies: [named('at-once', '立行立改', 'At once'), named('by-date', '限期整改', 'By a date'), named('long', '长期坚持', 'Over a long time')],
  steps: { file: false, sign: true, check: true, callBack: false },
  may: { refused: [], reopened: [], rated: [], excluded: [], received: ['desk', 'opener', 'program'], dispatched: ['desk', 'opener', 'supervisor', 'program'], checked: ['supervisor', 'checker'], closed: ['supervisor', 'desk'], merged: [], absorbed: [] },
  names: { answered: label('申请销号', 'Say it is put right'), checked: label('验收', 'Accept'), closed: label('销号', 'Strike off'), signed: label('认领', 'Take it on') },
  results: [named('done', '整改完成', 'Put right'), named('basic', '基本完成，长期坚持', 'Mostly put right, kept up')],
  evidence: 1, reopenWithin: null, extensions: 1,
  // Ours: each inspection sets its own dates, and a paper that does so is quoted when more time is asked for.
  clocks: [
    signClock({ '*': workingDays(2) }, label('认领', 'Take it on')),
    resolveClock('received', { 'at-once': days(15), 'by-date': days(90), long: days(365) }, label('整改', 'Put right')),
    coClock({ '*': workingDays(10) }),
  ],
  ladders: [{ clock: 'resolve', warnAt: 0.7, steps: [{ after: null, to: 'superior' }, { after: workingDays(5), to: 'supervision' }, { after: workingDays(10), to: 'district' }] }, signLadder()],
  messages: unitMessages,
}

const items = ['项', 'items'] as const

/** Inspections with their items by the stage that each reached. What a single item is stands in its case. */
const inspectionsToRight: LedgerKindGiven = {
  ...usualList,
  key: 'rectification-items',
  name: label('整改任务台账', 'Items to be put right, by inspection'),
  what: label('每次督察、巡视、审计反馈了几项任务，几项有措施、几项完成阶段性目标、几项整改完成、几项销号；单项问题在整改工单里', 'Of each inspection: its items, those with a measure, those whose stage goal is reached, those put right and struck off; each single item is a case'),
  line: label('检查', 'Inspection'),
  span: 'year', needs: ['lead', 'particulars'],
  groupBy: 'sort', judged: 'weighted', measuredBy: 'closed-rate', casesOf: 'rectification',
  particulars: [
    oneOf('sort', '检查类别', 'Sort of inspection', [['ecology', '生态环境保护督察', 'Environmental inspection'], ['party', '巡视巡察', 'Party inspection'], ['money', '审计与财会监督', 'Audit and accounts'], ['safety', '安全生产', 'Safety'], ['other', '其他', 'Other']], true),
    amount('items', '整改任务', 'Items', items, { required: true }),
    amount('measured', '有整改措施', 'With a measure', items, { atMost: 'items' }),
    amount('stage-goal', '完成阶段性目标', 'Stage goal reached', items, { atMost: 'items' }),
    share('stage-rate', '阶段性目标完成率', 'Share at stage goal', 'stage-goal', 'items'),
    amount('righted', '整改完成', 'Put right', items, { atMost: 'stage-goal' }),
    amount('closed', '销号', 'Struck off', items, { atMost: 'righted' }),
    share('closed-rate', '销号率', 'Share struck off', 'closed', 'items'),
  ],
}

export const rectification: Pack = {
  id: 'rectification', version: 1,
  name: label('问题整改', 'Rectification'),
  what: label('督察、巡视、审计、安全检查发现的问题：一问题一措施，有佐证才能申请销号，验收后销号，不再重开', 'Findings of inspections, audits and safety checks: a measure each, evidence before it is called done, acceptance by somebody else, never reopened'),
  origins: [
    { document: '越秀区2023年计划报告：195项整改任务全部完成阶段性目标', section: '一（四）' },
    { document: '越秀区2021年政府工作报告：中央、省环保督察反馈意见整改，省委巡视整改', section: '一（四）、一（六）' },
    { document: '整改时限：各次检查自定，文件未统一公布，暂用', section: '时限' },
  ],
  systems: [
    { id: 'S155', example: '一百九十五项任务全部完成阶段性目标', page: '/ledgers' },
    { id: 'S255', example: '没有佐证材料，不能申请销号', page: '/cases', extent: label('审计发现的问题和整改；审计计划没有', 'Findings and remedies; no audit plan') },
    { id: 'S257', example: '承办单位不能给自己验收', page: '/cases', extent: label('发现的问题和跟进；检查计划没有', 'Findings and follow-up; no plan of checks') },
    { id: 'S136', example: '重大隐患十五天整改，到期升级', page: '/cases', extent: label('隐患、期限和销号；检查表没有', 'Danger, deadline and closure; no check list') },
  ],
  caseTypes: [finding],
  ledgers: [inspectionsToRight],
  words: [{ zh: '阶段性目标', en: 'stage goal', meaning: label('整改任务在约定日期前应达到的中间目标；达到不等于整改完成', 'What an item must reach by an agreed day on the way; reaching it is not being put right') }, { zh: '销号', en: 'strike off', meaning: label('整改经验收合格，从问题清单上销去；不再重开', 'A finding that was put right and accepted leaves the list, and is not reopened') }],
  examples,
}
