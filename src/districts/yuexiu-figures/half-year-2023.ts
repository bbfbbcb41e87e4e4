import { from, growth, growthTarget, level, levelTarget, percent, type FigureRow, type Paper, type TargetRow } from './rows.ts'

/** Half-year report of August 2023 to the standing committee. */
export const halfYear2023: Paper = { title: '越秀区人民政府关于2023年上半年工作情况和下半年工作安排的报告', saidOn: '2023-08-29' }

export const halfYear2023Figures: readonly FigureRow[] = [
  ...from(halfYear2023, '一（一）', [
    growth('GDP', '2023Q1', 4.2, { rank: '全市第二' }),
    growth('GDP', '2023H1', 5.3),
    growth('FAI', '2023H1', 8.4),
    growth('RETAIL', '2023H1', 11.3),
    growth('FOREIGN-CAPITAL', '2023H1', 6.6),
    growth('TAX', '2023H1', 23.2),
    growth('INDUSTRY-VA', '2023H1', 6.6),
    growth('FINANCE-VA', '2023H1', 8.4),
    growth('HOUSING-AREA-SOLD', '2023H1', 66.2),
    growth('CATERING-TURNOVER', '2023H1', 29.4),
    growth('WHOLESALE-RETAIL-SALES', '2023H1', 6.4),
    growth('RESEARCH-SERVICES', '2023H1', 8.9),
    growth('SOFTWARE-SERVICES', '2023H1', 8.3),
  ]),
  ...from(halfYear2023, '一（二）', [
    level('TASK-FORCES', '2023H1', 29, '个'),
    level('CITY-KEY-PROJECTS', '2023H1', 20, '个'),
    level('CITY-CAMPAIGN-PROJECTS', '2023H1', 43, '个'),
    level('CITY-KEY-PROJECT-LEAD', '2023H1', 6, '个百分点'),
    level('CITY-CAMPAIGN-LEAD', '2023H1', 17, '个百分点'),
    level('TOP100-FIRMS', '2023H1', 27, '家'),
    level('QUALITY-PROJECTS', '2023H1', 209, '个'),
    level('MARKET-ENTITIES', '2023H1', 24, '万户', { change: percent(4.7), hedge: '达' }),
  ]),
  ...from(halfYear2023, '一（四）', [
    level('URBAN-VILLAGES', '2023H1', 5, '个'),
    level('OLD-ESTATES-DONE', '2023H1', 18, '个'),
    level('OLD-ESTATES-STARTED', '2023H1', 18, '个'),
    level('OLD-ESTATES-MONEY', '2023H1', 8.4, '亿元'),
    level('LIFTS', '2023H1', 142, '台'),
    level('QUALITY-LOOK-COVER', '2023H1', 30, '%'),
    level('RAIL-SITES-BUILDING', '2023H1', 20, '个'),
    level('AIR-GOOD-DAYS', '2023H1', 87.3, '%', { hedge: '达' }),
    level('SEWERS', '2023H1', 11.7, '公里'),
    level('DRAINAGE-COMPLIANCE', '2023H1', 85.8, '%'),
    level('STREET-ORDER', '2023H1', 1.79, '万宗'),
    level('CONGESTION-POINTS', '2023H1', 4, '个'),
    level('ILLEGAL-BUILDING', '2023H1', 8.86, '万平方米'),
    level('GAS-HOMES', '2023H1', 1752, '户'),
    level('WASTE-REUSE', '2023H1', 87.8, '%'),
  ]),
  ...from(halfYear2023, '一（五）', [
    level('JOB-FAIRS', '2023H1', 86, '场'),
    level('FIRMS-AT-JOB-FAIRS', '2023H1', 1714, '家'),
    level('JOBS-OFFERED', '2023H1', 6, '万个', { hedge: '近' }),
    level('AID-PAID', '2023H1', 8300, '万元'),
    level('RENTAL-HOMES', '2023H1', 1311, '套'),
    level('ELDER-STATIONS-NEW', '2023H1', 17, '间'),
    level('TEACHERS-HIRED', '2023H1', 367, '名'),
    level('UNIVERSITY-ENTRY', '2023H1', 90, '%', { hedge: '突破' }),
    level('HEALTH-CENTRES', '2023H1', 18, '个'),
    level('CULTURE-EVENTS', '2023H1', 200, '场', { hedge: '逾' }),
    level('CULTURE-AUDIENCE', '2023H1', 260, '万人次', { hedge: '多' }),
    level('PROPOSALS', '2023H1', 281, '件'),
    level('PROPOSALS-PROGRESS', '2023H1', 50, '%', { hedge: '超' }),
  ]),
]

export const halfYear2023Targets: readonly TargetRow[] = [
  ...from(halfYear2023, '二（一）', [
    levelTarget('CITY-AND-DISTRICT-PROJECTS', '2023', '=', 63, '个', { verb: '加快推进' }),
    growthTarget('FAI', '2023', '>=', 10, { hedge: '以上', verb: '确保' }),
    levelTarget('QUALITY-PROJECTS', '2023', '>=', 280, '个', { hedge: '以上', verb: '力争' }),
    levelTarget('TOP500-BRANCHES', '2023', '>=', 10, '家', { hedge: '不少于', verb: '力争' }),
    growthTarget('RETAIL', '2023', '=', 5.5, { verb: '确保' }),
  ]),
  ...from(halfYear2023, '二（二）', [
    levelTarget('HIGH-TECH-FIRMS-NEW', '2023', '=', 327, '家', { hedge: '达到' }),
    levelTarget('TECH-SMES-NEW', '2023', '=', 153, '家', { hedge: '达到' }),
    growthTarget('RESEARCH-SPENDING', '2023', '>=', 2, { hedge: '以上' }),
    levelTarget('TECHNOLOGY-CONTRACTS', '2023', '>=', 100, '亿元', { hedge: '突破' }),
  ]),
  ...from(halfYear2023, '二（四）', [
    levelTarget('BASE-STATIONS', '2023', '=', 5000, '个'),
    levelTarget('SMART-POLES', '2023', '=', 350, '个'),
    levelTarget('CONGESTION-POINTS', '2023', '=', 5, '个', { verb: '完成' }),
    levelTarget('CAR-PARKS', '2023', '=', 5, '个'),
  ]),
  ...from(halfYear2023, '二（五）', [
    levelTarget('GREEN-SPACE-NEW', '2023', '=', 7500, '平方米'),
    levelTarget('GREEN-WALLS-NEW', '2023', '=', 2000, '平方米'),
  ]),
  ...from(halfYear2023, '二（六）', [
    levelTarget('JOB-FAIRS-NEARBY', '2023', '>=', 40, '场', { hedge: '不少于' }),
    levelTarget('ELDER-STATIONS', '2023', '=', 222, '个'),
    levelTarget('SCHOOL-PLACES', '2023', '=', 5954, '个'),
    levelTarget('CAMPUS-WORKS', '2023', '=', 10, '个'),
  ]),
]
