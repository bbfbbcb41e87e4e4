import { type CaseType } from '../../engines/cases/schema.ts'
import { branch, coClock, department, field, label, leaf, named, resolveClock, signClock, usual, usualLadder, workingDays, workingHours } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { type NoticeRule } from '../../engines/supervision/notices/schema.ts'
import { examples } from './examples.ts'
import { ruleExamples } from './rule-examples.ts'

/**
 * A supervision notice (督办单). Nobody is told before a leader has approved it; the unit that was told answers within the limit of its
 * grade; somebody else reviews the answer and closes. It is never suspended, merged or reopened: the next is of a higher grade.
 */
const notice: CaseType = {
  ...usual,
  // 2: who raised it does not approve it. Nothing is called otherwise.
  key: 'supervision-notice', version: 2, upgrades: [{ from: 1 }], name: label('督办单', 'Supervision notice'), prefix: 'DB',
  fields: [
    field('grounds', '督办事由', 'Grounds', 'long-text', { required: true }),
    field('about', '督办对象', 'What it is about', 'text'),
    field('about-id', '督办对象标识', 'Id of what it is about', 'text'),
    field('about-kind', '督办对象种类', 'Kind of what it is about', 'choice', { choices: [named('project', '项目', 'Project'), named('target', '目标', 'Target'), named('commitment', '承诺事项', 'Commitment'), named('case', '工单', 'Case')] }),
    field('former', '上一张督办单编号', 'Number of the former notice', 'text'),
    field('consequence', '逾期不反馈的后果', 'What follows if there is no answer in time', 'long-text'),
  ],
  categories: [
    // A notice goes to whoever is late, whatever its matter; who issues it says to whom. What nobody names lies with the government office.
    branch('matter', '督办事项', 'Matter', { unit: department('government-office'), urgency: 'blue' }, [
      leaf('projects', '重点项目', 'Projects', '项目 节点 投资 开工 堵点'),
      leaf('targets', '目标指标', 'Targets', '目标 指标 增速 落后 序时进度'),
      leaf('promises', '承诺事项', 'Promises', '承诺 任务 民生实事 工作报告'),
      leaf('decisions', '会议议定事项', 'Decisions of meetings', '会议 议定 纪要 批示 部署'),
      leaf('cases', '工单事项', 'Cases', '工单 诉求 热线 超时 反复'),
      leaf('other', '其他', 'Other', '落实 整改 反馈'),
    ]),
  ],
  urgencies: [named('blue', '蓝色提醒', 'Blue: remind'), named('orange', '橙色警示', 'Orange: warn'), named('red', '红色督办', 'Red')],
  steps: { file: true, sign: true, check: true, callBack: false },
  may: {
    received: ['opener', 'desk', 'supervisor', 'program'], amended: ['supervisor'], filed: ['supervisor'], refused: ['supervisor'], dispatched: ['supervisor', 'program'], transferred: ['supervisor'], 'co-asked': ['lead', 'supervisor'],
    'co-released': ['lead', 'supervisor'], checked: ['supervisor'], closed: ['supervisor'], 'extension-decided': ['supervisor'], voided: ['supervisor'],
    contacted: [], 'suspension-asked': [], 'suspension-decided': [], resumed: [], reopened: [], rated: [], excluded: [], merged: [], absorbed: [], 'jointly-supervised': [],
  },
  names: {
    received: label('提起', 'Raise'), filed: label('批准', 'Approve'), refused: label('不予批准', 'Refuse'), dispatched: label('交办', 'Issue'), signed: label('签收', 'Sign for it'), answered: label('反馈', 'Feed back'),
    checked: label('复核', 'Review'), closed: label('销号', 'Close'), returned: label('退回', 'Send back'), transferred: label('改交其他单位', 'Issue to another unit'), 'co-answered': label('协办单位反馈', 'Co-unit feeds back'),
  },
  apart: [['received', 'filed']],
  returnWithin: workingDays(1),
  results: [named('done', '已完成', 'Done'), named('under-way', '正在推进，有计划', 'Under way, with a plan'), named('reasons', '说明理由，报请调整', 'Reasons given, a change is asked for')],
  reopenWithin: null,
  // Ours: no paper at hand tells within what time a notice is answered.
  clocks: [
    signClock({ blue: workingDays(2), orange: workingDays(1), red: workingHours(4) }),
    resolveClock('dispatched', { blue: workingDays(10), orange: workingDays(5), red: workingDays(3) }, label('反馈', 'Feed back')),
    coClock({ blue: workingDays(5), orange: workingDays(3), red: workingDays(2) }),
  ],
  ladders: [usualLadder('resolve'), { clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: workingDays(1), to: 'supervision' }, { after: workingDays(2), to: 'district' }] }, { clock: 'co', warnAt: null, steps: [{ after: null, to: 'superior' }] }],
  messages: [
    { on: 'dispatched', to: 'lead', text: label('督办单{number}“{title}”交你单位办理，请签收，并于{due}前反馈。', 'Supervision notice {number} “{title}” is issued to your unit. Sign for it and feed back by {due}.') },
    { on: 'dispatched', to: 'co-unit', text: label('督办单{number}“{title}”由{unit}主办、你单位协办，请于{due}前答复主办单位。', 'Your unit helps {unit} with supervision notice {number} “{title}”. Answer the lead by {due}.') },
    { on: 'due-soon', to: 'lead', text: label('督办单{number}“{title}”须于{due}前反馈，请抓紧。', 'Supervision notice {number} “{title}” is to be answered by {due}.') },
    { on: 'late', to: 'lead', text: label('督办单{number}“{title}”已于{due}到期，没有反馈，现已逐级上报。请立即反馈并说明原因。', 'Supervision notice {number} “{title}” was due by {due} and has not been answered; it has been escalated. Answer now and say why it is late.') },
    { on: 'reopened', to: 'lead', text: label('督办单{number}“{title}”复核没有通过：{words}。请继续办理，于{due}前再次反馈。', 'The answer to supervision notice {number} “{title}” did not pass the review: {words}. Go on and feed back again by {due}.') },
    { on: 'extended', to: 'lead', text: label('督办单{number}“{title}”经批准延期至{due}。', 'Supervision notice {number} “{title}” has more time, by approval until {due}.') },
  ],
}

/** Ours: no paper at hand gives the numbers or the consequences of a district. */
const rule: NoticeRule = {
  covers: ['project', 'target', 'commitment'],
  afterDays: 0, grade: 'blue', grave: { lag: 20, grade: 'orange' }, againAfterDays: 30, stepUp: true, most: 10,
  consequences: {
    blue: label('逾期不反馈的，升为橙色警示。', 'If there is no answer in time, an orange notice follows.'),
    orange: label('逾期不反馈的，升为红色督办，并列入下一次调度会议题。', 'If there is no answer in time, a red notice follows and the matter goes to the next dispatch meeting.'),
    red: label('逾期不反馈的，在调度会上通报单位，由单位主要负责人到会说明。', 'If there is no answer in time, the unit is named at the dispatch meeting and its head explains there.'),
  },
}

export const supervision: Pack = {
  id: 'supervision', version: 2,
  name: label('督查督办', 'Supervision'),
  what: label('督办单分蓝色提醒、橙色警示、红色督办三级：提起、领导批准、交办、签收、办理、反馈、复核、销号八步；没有回音的逐级上报', 'Notices of three grades, blue, orange and red, in eight steps: raise, approve, issue, sign for, handle, feed back, review, close; silence climbs'),
  origins: [
    { document: '越秀区2021年政府工作报告：12345热线联合督办机制', section: '三（四）' },
    { document: '越秀区2023年上半年报告：每周调度机制', section: '二（一）' },
    { document: '三级督办（提醒、警示、红色督办，前一级到期没有正当理由的升一级，重大事项可以直接从高）：三明市公开做法', section: '公开做法' },
    { document: '八步流程：宜昌市公开做法', section: '公开做法' },
    { document: '反馈时限（10、5、3个工作日）、签收和退回时限：没有公布的规定，暂用', section: '时限' },
    { document: '自动提起的条件（红灯、逾期当天起，落后20个点从橙色起，同一事项30天一次，每天最多10张）和逾期不反馈的后果：没有公布的规定，暂用', section: '自动提起规则' },
  ],
  systems: [
    { id: 'S128', example: '疑难工单另发红色督办单，三个工作日内反馈', page: '/notices', extent: label('疑难工单的督办单、登记簿和逾期不反馈；热线工单本身在12345热线', 'The notice about a hard case, the register and silences; the order itself belongs to the hotline') },
    { id: 'S005', example: '月反馈列出红灯项目、没有报的投资和超时工单，限期答复', page: '/feedback', extent: label('日监测（灯、逾期、未报）、周调度（议题自动生成、决定事项跟到下次）、月反馈（每单位一页，发出、签收）和督办单；日频数据接入没有', 'What changed since yesterday, the weekly dispatch with its agenda and decisions, monthly feedback of one page per unit, sent and acknowledged, and notices; no daily feeds') },
    { id: 'S008', example: '四季度攻坚每周五报一轮，报了的不算漏报', page: '/sprints' },
  ],
  caseTypes: [notice],
  notices: rule,
  words: [
    { zh: '月反馈', en: 'monthly feedback', meaning: label('每月给每个单位的一页：做得好的、落后的和要求、近期到期的，发出后由单位签收', 'A page a month for each unit: what was well done, what is behind and asked, what falls due; the unit acknowledges it') },
    { zh: '攻坚行动', en: 'sprint', meaning: label('有期限的临时清单，按自己的节奏一轮一轮填报', 'A temporary list with an end, told round by round in a rhythm of its own') },
    { zh: '督办单', en: 'notice (supervision)', meaning: label('要求单位限期反馈的书面督促，须先经领导批准', 'A written demand that a unit answer within a time; a leader approves it first') },
    { zh: '蓝色提醒、橙色警示、红色督办', en: 'grade (of a notice): blue, orange, red', meaning: label('督办的三级；前一级到期没有正当理由的升一级，重大事项可以直接从高', 'The three grades of a notice: the next when the limit of the former passed without due reason; grave matters may start higher') },
  ],
  examples: [...examples, ...ruleExamples],
}
