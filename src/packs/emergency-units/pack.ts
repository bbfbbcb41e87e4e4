import { type CaseType, type Directory } from '../../engines/cases/schema.ts'
import { branch, coClock, community, contactClock, field, hours, label, leaf, named, resolveClock, signClock, unitMessages, usual } from '../case-type.ts'
import { type Pack } from '../pack.ts'
import { examples } from './examples.ts'

/** 最小应急处置单元名录: who is nearest, how many they are, what they have. */
const units: Directory = {
  key: 'emergency-units',
  name: label('最小应急单元名录', 'Smallest emergency units'),
  what: label('社区、网格、楼宇、学校、市场里能最先到场的人和装备', 'Who can be there first in a community, grid, building, school or market, and with what'),
  row: label('应急单元', 'Emergency unit'),
  fields: [
    field('site', '所在场所', 'Kind of place', 'choice', { required: true, choices: [named('community', '社区', 'Community'), named('building', '商务楼宇', 'Office building'), named('school', '学校', 'School'), named('market', '市场商场', 'Market or mall'), named('hospital', '医院', 'Hospital'), named('estate', '住宅小区', 'Housing estate'), named('hub', '交通枢纽', 'Station'), named('street', '沿街商铺', 'Shops along a street')] }),
    field('address', '驻点地址', 'Where it stands', 'text', { required: true }),
    field('people', '人数', 'People', 'number', { required: true }),
    field('leader', '负责人', 'Who leads', 'text', { personal: true }),
    field('phone', '值守电话', 'Telephone on duty', 'text', { personal: true }),
    field('hours', '值守时段', 'Hours on duty', 'choice', { choices: [named('day', '白天', 'By day'), named('day-and-night', '全天', 'Day and night'), named('opening', '营业时间', 'Opening hours')] }),
    field('extinguishers', '灭火器（具）', 'Fire extinguishers', 'number'),
    field('shields', '防护器材（套）', 'Protective sets', 'number'),
    field('radios', '对讲机（台）', 'Radios', 'number'),
    field('first-aid', '急救箱（个）', 'First-aid boxes', 'number'),
    field('defibrillator', '有自动除颤仪', 'Has a defibrillator', 'yes-no'),
    field('pumps', '抽水泵（台）', 'Pumps', 'number'),
    field('drilled', '最近一次拉动', 'Last drilled on', 'day'),
  ],
}

/** A call-out (拉动): real or a drill. It counts when they confirm and when they are there. */
const callOut: CaseType = {
  ...usual,
  key: 'call-out', name: label('应急单元拉动', 'Call-out'), prefix: 'YJ',
  fields: [
    field('unit', '应急单元', 'Emergency unit', 'directory', { required: true, directory: 'emergency-units' }),
    field('people-needed', '需要人数', 'People needed', 'number'),
    field('came', '实到人数', 'People who came', 'number'),
    field('equipment', '携带装备', 'Equipment brought', 'text'),
  ],
  categories: [
    branch('real', '实战拉动', 'Real', { unit: community, urgency: 'real', nearMetres: 200 }, [
      leaf('out-fire', '火情初期处置', 'Beginning of a fire', '火 烟 起火 灭火'),
      leaf('out-flood', '水浸排险', 'Flooding', '水浸 抽水 沙袋'),
      leaf('out-gas', '燃气泄漏疏散', 'Gas: clear the place', '燃气 疏散 警戒'),
      leaf('out-collapse', '坍塌与坠物警戒', 'Collapse or falling parts', '坍塌 坠物 警戒'),
      leaf('out-first-aid', '突发疾病救护', 'Sudden illness', '晕倒 心脏 除颤 急救'),
      leaf('out-crowd', '人群疏导', 'Crowd', '拥挤 踩踏 疏导'),
      leaf('out-violence', '暴力伤害先期处置', 'Violence', '持刀 打斗 伤人'),
      leaf('out-missing', '走失寻找', 'Somebody missing', '走失 老人 孩子 寻找'),
      leaf('out-typhoon', '台风转移安置', 'Typhoon: move people', '台风 转移 安置 避护'),
    ]),
    branch('drill', '拉动演练', 'Drill', { unit: community, urgency: 'drill' }, [
      leaf('drill-planned', '计划演练', 'Announced drill', '演练 计划'),
      leaf('drill-unannounced', '不打招呼拉动', 'Unannounced drill', '抽查 拉动 双盲'),
    ]),
  ],
  urgencies: [named('real', '实战', 'Real'), named('drill', '演练', 'Drill')],
  steps: { file: false, sign: true, check: false, callBack: false },
  may: { refused: [], returned: [], arbitrated: [], transferred: ['desk'], received: ['desk', 'opener'], dispatched: ['desk', 'opener', 'program'], 'extension-asked': [], 'extension-decided': [], 'suspension-asked': [], 'suspension-decided': [], resumed: [], reopened: [], closed: ['desk', 'opener', 'supervisor'] },
  names: { signed: label('接令确认', 'Acknowledge'), contacted: label('到场', 'Arrive'), answered: label('处置反馈', 'Report'), dispatched: label('拉动', 'Call out') },
  before: { answered: ['contacted'] },
  results: [named('handled', '先期处置完成', 'Handled'), named('handed-over', '移交专业队伍', 'Handed to the rescue services'), named('false-alarm', '虚警', 'False alarm'), named('drill-passed', '演练合格', 'Drill passed'), named('drill-failed', '演练不合格', 'Drill failed')],
  // Minutes, in hours: 3 and 15 in earnest, 15 and 30 in a drill. Ours; no paper of the district tells.
  clocks: [
    signClock({ real: hours(0.05), drill: hours(0.25) }, label('接令确认', 'Acknowledge')),
    contactClock({ real: hours(0.25), drill: hours(0.5) }, label('到场', 'Arrive')),
    { ...resolveClock('received', { real: hours(4), drill: hours(4) }, label('反馈', 'Report')) },
    coClock({ '*': hours(1) }),
  ],
  ladders: [
    { clock: 'sign', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: hours(0.05), to: 'district' }] },
    { clock: 'contact', warnAt: null, steps: [{ after: null, to: 'superior' }, { after: hours(0.25), to: 'district' }] },
    { clock: 'resolve', warnAt: 0.8, steps: [{ after: null, to: 'superior' }] },
  ],
  extensions: 0, reopenWithin: null, messages: unitMessages,
}

export const emergencyUnits: Pack = {
  id: 'emergency-units', version: 1,
  name: label('最小应急单元', 'Smallest emergency units'),
  what: label('2208个单元的人员和装备名录；拉动后几分钟内确认、到场、反馈', 'A directory of 2,208 units with people and equipment; called out, they acknowledge, arrive and report within minutes'),
  origins: [
    { document: '越秀区2023年上半年工作情况：优化整合最小应急处置单元2208个', section: '一（六）' },
    { document: '确认和到场时限、装备项目：文件未列，为本系统暂用', section: '时限' },
  ],
  systems: [
    { id: 'S131', example: '三分钟接令，一刻钟到场，处置后移交', page: '/cases/directories/emergency-units' },
    { id: 'S132', example: '三分钟没有确认，立即升级', page: '/cases/board', extent: label('拉动、确认、到场、反馈；预案、物资和资源调度没有', 'Call-out, acknowledgement, arrival, report; no plans, stock or resources') },
  ],
  caseTypes: [callOut],
  directories: [units],
  words: [{ zh: '拉动', en: 'call-out', meaning: label('通知应急单元立即到场，实战或演练', 'An emergency unit is told to come at once, in earnest or as a drill') }],
  examples,
}
