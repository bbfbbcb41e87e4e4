import { from, growth, growthTarget, level, levelTarget, percent, type FigureRow, type Paper, type TargetRow } from './rows.ts'

/** Work report of February 2021: results of 2020 and of the thirteenth five-year plan, targets of 2021, the ten livelihood matters. */
export const workReport2021: Paper = { title: '2021年越秀区人民政府工作报告', saidOn: '2021-02-06' }

export const workReport2021Figures: readonly FigureRow[] = [
  ...from(workReport2021, '一（二）', [
    level('GDP', '2020', 3370.05, '亿元', { change: percent(2.7) }),
    growth('TAX', '2020', 3.6),
    growth('BUDGET-REVENUE', '2020', 1.3),
    level('TAX-RELIEF', '2020', 98.5, '亿元'),
    level('RENT-RELIEF', '2020', 1.17, '亿元'),
    level('MARKET-ENTITIES', '2020', 20, '万户', { change: percent(8.6), hedge: '突破' }),
    level('ENTERPRISES', '2020', 12.6, '万户', { change: percent(14.8), hedge: '超' }),
    level('LIBRARY-PROJECTS', '2020', 196, '个'),
    level('LIBRARY-PROJECTS-LANDED', '2020', 88, '个'),
    level('HQ-PROJECTS', '2020', 19, '个'),
    level('LISTED-FIRMS-NEW', '2020', 3, '家'),
    level('LISTED-FIRMS', '2020', 69, '家'),
    level('KEY-PROJECTS', '2020', 60, '个'),
    growth('FAI', '2020', 4.6),
    level('GOVERNMENT-BONDS', '2020', 14.88, '亿元'),
    level('BASE-STATIONS', '2020', 3326, '个'),
    level('LARGE-TRADER-SALES', '2020', 3304.34, '亿元', { change: percent(2), hedge: '达' }),
  ]),
  ...from(workReport2021, '一（四）', [
    level('RAIL-LAND', '2020', 21, '万平方米'),
    level('RAIL-SITES-BUILDING', '2020', 16, '个'),
    level('DRAINAGE-AREA', '2020', 13.9, '平方公里'),
    level('GREENWAYS', '2020', 17, '公里'),
    level('WASTE-RECOVERY', '2020', 42.6, '%', { hedge: '达' }),
    level('CABLES-CLEARED', '2020', 33.5, '公里'),
    growth('POLICE-ALARMS', '2020', -28.7),
    growth('CRIMINAL-CASES', '2020', -19.9),
  ]),
  ...from(workReport2021, '一（五）', [
    level('JOBS', '2020', 33619, '人'),
    level('HARD-TO-PLACE', '2020', 8837, '名'),
    level('HOME-CARE-BEDS', '2020', 422, '张'),
    level('AID-PAID', '2020', 1.27, '亿元'),
    level('LIFTS', '2020', 551, '台'),
    level('STREET-CALLS', '2020', 10199, '件'),
  ]),
  ...from(workReport2021, '一（六）', [
    level('PROPOSALS', '2020', 270, '件'),
    level('PROPOSALS-SATISFACTION', '2020', 100, '%'),
    level('HOTLINE-ORDERS', '2020', 13.03, '万件'),
    level('AUDITS', '2020', 28, '个'),
  ]),
  ...from(workReport2021, '一 “十三五”回顾', [
    level('HQ-PROJECTS', '2016-2020', 60, '个'),
    level('TAX-TOWERS', '2015', 45, '栋'),
    level('TAX-TOWERS', '2020', 65, '栋'),
    level('HIGH-TECH-FIRMS', '2020', 646, '家'),
    level('PATENTS-PER-10000', '2020', 65, '件'),
    level('OLD-ESTATES-DONE', '2016-2020', 53, '个'),
    level('ILLEGAL-BUILDING', '2016-2020', 145, '万平方米'),
    level('AIR-GOOD-DAY-COUNT', '2020', 325, '天'),
    level('FINE-DUST', '2020', 22, '微克/立方米', { change: percent(-40.5, '2015年') }),
    level('POLLUTING-SITES', '2016-2020', 447, '家'),
    level('PUBLIC-PIPES', '2016-2020', 153.4, '公里'),
    level('FOREIGN-FIRMS-NEW', '2016-2020', 1545, '家'),
    level('ALLOWANCE-STANDARD', '2015', 650, '元'),
    level('ALLOWANCE-STANDARD', '2020', 1080, '元'),
    level('HARD-TO-PLACE', '2016-2020', 8.66, '万名'),
    level('HOUSING-AID', '2016-2020', 7991, '户'),
    level('SCHOOL-PLACES', '2016-2020', 1.34, '万个'),
  ]),
]

export const workReport2021Targets: readonly TargetRow[] = [
  ...from(workReport2021, '二', [
    levelTarget('GDP', '2025', '>=', 4100, '亿元', { hedge: '突破' }),
  ]),
  ...from(workReport2021, '三', [
    growthTarget('GDP', '2021', '~', 4, { hedge: '左右' }),
    growthTarget('BUDGET-REVENUE', '2021', '=', 3.7, { basis: '可比' }),
    growthTarget('RETAIL', '2021', '~', 6, { hedge: '左右' }),
    growthTarget('INCOME', '2021', 'tied', null, { reference: '与经济增长基本同步' }),
    levelTarget('ENERGY-AND-EMISSIONS', '2021', 'municipality', null, '%', { reference: '完成市下达的年度任务', nature: 'binding' }),
  ]),
  ...from(workReport2021, '三（二）', [
    levelTarget('RAIL-STATIONS-CLEARING', '2021', '=', 19, '个'),
    levelTarget('LIFTS', '2021', '=', 300, '台', { verb: '完成' }),
  ]),
  ...from(workReport2021, '三（三）', [
    levelTarget('KEY-PROJECTS', '2021', '=', 60, '个', { verb: '完成' }),
  ]),
  ...from(workReport2021, '三（四）', [
    levelTarget('ILLEGAL-BUILDING', '2021', '=', 30, '万平方米'),
    levelTarget('CABLES-CLEARED', '2021', '=', 25, '公里', { verb: '完成' }),
  ]),
  ...from(workReport2021, '三（五）', [
    levelTarget('JOBS', '2021', 'municipality', null, '人', { reference: '完成市下达指标' }),
  ]),
  ...from(workReport2021, '附件1 二', [
    levelTarget('CULTURE-EVENTS', '2021', '=', 200, '场'),
    levelTarget('FOOTBALL-MATCHES', '2021', '=', 100, '场'),
  ]),
  ...from(workReport2021, '附件1 七', [
    levelTarget('HOUSING-AID', '2021', '=', 750, '户'),
    levelTarget('RENT-SUBSIDY', '2021', '>=', 2000, '户', { hedge: '以上' }),
  ]),
  ...from(workReport2021, '附件1 八', [
    levelTarget('JOB-FAIRS-NEARBY', '2021', '=', 40, '场'),
    levelTarget('SKILLS-TRAINING', '2021', '=', 4, '万人次'),
    levelTarget('HARD-TO-PLACE-RATE', '2021', '>=', 70, '%', { hedge: '以上' }),
  ]),
  ...from(workReport2021, '附件1 九', [
    levelTarget('LIFTS', '2021', '>=', 300, '台', { hedge: '不少于' }),
  ]),
  ...from(workReport2021, '附件1 十', [
    levelTarget('HOME-ADAPTATION', '2021', '>=', 100, '名', { hedge: '不少于' }),
  ]),
]
