import { type AwaitedRow, from, growth, growthTarget, level, levelTarget, percent, type FigureRow, type Paper, type TargetRow } from './rows.ts'

/** Plan report of February 2025: results of 2024 (with the table of headline indicators), targets of 2025. */
export const plan2025: Paper = { title: '关于广州市越秀区2024年国民经济和社会发展计划执行情况与2025年计划草案的报告', saidOn: '2025-02-26' }

export const plan2025Figures: readonly FigureRow[] = [
  ...from(plan2025, '一（一）', [
    growth('GDP', '2024', 1.6),
    growth('RETAIL', '2024', 0.5),
    level('BUDGET-REVENUE', '2024', 59.64, '亿元', { change: percent(13.2), basis: '可比' }),
    level('JOBS', '2024', 30019, '人'),
    level('UNITS-ABOVE-THRESHOLD', '2024', 500, '家', { hedge: '超' }),
    level('PROMOTIONS', '2024', 300, '场', { hedge: '约' }),
    level('TRADE-IN-SALES', '2024', 20, '亿元', { hedge: '超' }),
    growth('TOURISM-REVENUE', '2024', 24.6),
    growth('FAI', '2024', 17.8, { rank: '增速全市第一' }),
    level('CAMPAIGN-PROJECTS', '2024', 65, '个'),
    level('CAMPAIGN-INVESTMENT', '2024', 47.88, '亿元'),
    level('CAMPAIGN-LEAD', '2024', 18.5, '个百分点'),
    level('PROJECTS-STARTED', '2024', 10, '个'),
    level('PROJECTS-IN-USE', '2024', 12, '个'),
    level('BONDS-AND-FUNDS', '2024', 49, '亿元'),
  ]),
  ...from(plan2025, '一（二）', [
    growth('PCT-APPLICATIONS', '2024', 18.9),
    level('HIGH-TECH-REVENUE', '2024', 1600, '亿元', { hedge: '突破' }),
    growth('IP-PLEDGE-LOANS', '2024', 22.2),
    level('DIGITAL-VA', '2024', 200, '亿元', { change: percent(5.5), hedge: '近' }),
    level('BIOMEDICINE-VA', '2024', 400, '亿元', { change: percent(3.6), hedge: '超' }),
    level('TOP100-PROJECTS', '2024', 43, '个'),
    level('HQ-FIRMS', '2024', 80, '家', { hedge: '达' }),
    level('PRIVATE-VA', '2024', 700, '亿元', { hedge: '近' }),
    level('PRIVATE-SHARE', '2024', 19.6, '%', { hedge: '达' }),
  ]),
  ...from(plan2025, '一（三）', [
    growth('FOREIGN-FIRMS-NEW', '2024', 51.3),
  ]),
  ...from(plan2025, '一（四）', [
    level('ILLEGAL-BUILDING', '2024', 13.66, '万平方米'),
    level('GREEN-SPACE-NEW', '2024', 6312.07, '平方米'),
    level('GREEN-WALLS-NEW', '2024', 2138.28, '平方米'),
    level('POCKET-PARKS', '2024', 63, '个'),
  ]),
  ...from(plan2025, '一（五）', [
    growth('NURSERY-PLACES', '2024', 77.1),
    level('JOB-FAIRS', '2024', 207, '场次'),
    level('HOUSING-AID', '2024', 783, '户'),
    level('AID-PAID', '2024', 1.85, '亿元'),
    level('SCHOOL-PLACES', '2024', 2867, '个'),
    level('SPORT-EVENTS', '2024', 500, '场', { hedge: '超' }),
    growth('POLICE-ALARMS', '2024', -20.5),
  ]),
]

export const plan2025Targets: readonly TargetRow[] = [
  ...from(plan2025, '二', [
    growthTarget('GDP', '2025', '~', 4, { hedge: '左右' }),
    growthTarget('RETAIL', '2025', '=', 3),
    growthTarget('BUDGET-REVENUE', '2025', '=', 5.3, { basis: '可比' }),
    levelTarget('JOBS', '2025', 'municipality', null, '人', { reference: '完成市下达目标' }),
    levelTarget('ENERGY-PER-GDP', '2025', 'municipality', null, '%', { reference: '完成市下达目标', nature: 'binding' }),
  ]),
  ...from(plan2025, '二（二）', [
    levelTarget('BIOMEDICINE-PROJECTS', '2025', '>=', 50, '个', { hedge: '不少于' }),
  ]),
  ...from(plan2025, '二（三）', [
    levelTarget('HIGH-TECH-FIRMS-NEW', '2025', '=', 150, '家', { hedge: '达', verb: '力争' }),
    levelTarget('TECH-SMES', '2025', '>=', 800, '家', { hedge: '突破', verb: '力争' }),
    growthTarget('INVENTION-PATENTS', '2025', '=', 15, { verb: '力争' }),
  ]),
  ...from(plan2025, '二（四）', [
    levelTarget('PROMOTIONS', '2025', '=', 300, '场'),
    levelTarget('KEY-PROJECTS', '2025', '=', 65, '个'),
    levelTarget('KEY-PROJECT-INVESTMENT', '2025', '>=', 41, '亿元', { hedge: '超', verb: '推动' }),
    levelTarget('QUALITY-PROJECTS', '2025', '>=', 300, '个', { hedge: '不少于', verb: '力争' }),
    levelTarget('TOP100-PROJECTS', '2025', '>=', 20, '个', { hedge: '不少于', verb: '力争' }),
  ]),
  ...from(plan2025, '二（六）', [
    levelTarget('RESETTLEMENT-STARTED', '2025', '>=', 2000, '套', { hedge: '以上' }),
    levelTarget('OLD-ESTATES-DONE', '2025', '=', 18, '个', { verb: '完成' }),
    levelTarget('ROADS-REPAIRED', '2025', '>=', 30, '条', { hedge: '余', verb: '完成' }),
    levelTarget('ROOFS-IMPROVED', '2025', '=', 10, '万平方米'),
  ]),
  ...from(plan2025, '二（七）', [
    levelTarget('SCHOOL-PLACES', '2025', '>=', 1600, '个', { hedge: '以上' }),
    levelTarget('CAMPUS-PROJECTS', '2025', '=', 11, '个', { verb: '完成' }),
    levelTarget('FITNESS-EQUIPMENT', '2025', '>=', 90, '处', { hedge: '以上' }),
    levelTarget('JOB-FAIRS', '2025', '>=', 100, '场', { hedge: '以上' }),
    levelTarget('JOBS', '2025', '>=', 1.85, '万人', { hedge: '以上', verb: '力争' }),
    levelTarget('MEMORY-SCREENING', '2025', '>=', 1.5, '万名', { hedge: '不少于' }),
    levelTarget('NURSERY-PLACES-PER-1000', '2025', '=', 7.1, '个', { hedge: '达到', verb: '力争' }),
    levelTarget('HOUSING-AID', '2025', '=', 760, '户'),
    levelTarget('RENT-SUBSIDY', '2025', '>=', 2500, '户', { hedge: '以上' }),
  ]),
]

/** The dash in the completion table of 2024 and its note: who publishes the figure, and when. */
export const plan2025Awaited: readonly AwaitedRow[] = [
  { indicator: 'ENERGY-PER-GDP', period: '2024', publisher: '市', expected: '2025H1', source: { kind: 'published', title: plan2025.title, section: '一（一）', saidOn: plan2025.saidOn } },
]
