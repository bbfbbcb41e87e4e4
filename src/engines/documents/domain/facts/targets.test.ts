import { describe, expect, it } from 'vitest'
import { paper, promises, readSentence, told } from './test-paper.ts'

const target = (text: string) => readSentence(text, 'targets').facts.map(fact => [told(fact), fact.operator, fact.verb])

describe('targets', () => {
  it.each([
    ['生产总值增长5.5%左右。', [['生产总值 | 5.5% | +5.5% 同比', '~', null]]],
    ['财政收入增长3%。', [['财政收入 | 3% | +3% 同比', '=', null]]],
    ['确保固定资产投资增长10%以上。', [['固定资产投资 | 10% | +10% 同比', '>=', '确保']]],
    ['失业率控制在3.5%以内。', [['失业率 | 3.5%', '<=', null]]],
    ['力争引进优质项目不少于30个。', [['引进优质项目 | 30个', '>=', '力争']]],
    ['新增上市企业2家，力争突破3家。', [['新增上市企业 | 2家', '=', null], ['新增上市企业 | 3家', '>=', '力争']]],
    ['探索组建1-2个教育集团。', [['探索组建教育集团 | 1–2个', '=', '探索']]],
    ['完成12个老旧小区改造。', [['老旧小区改造 | 12个', '=', '完成']]],
  ])('%s', (text, expected) => {
    expect(target(text)).toEqual(expected)
  })

  it.each([
    ['城镇新增就业人数完成市下达目标。', { name: '城镇新增就业人数', operator: 'municipality', reference: '完成市下达目标' }],
    ['完成市下达的节能减排年度任务。', { name: '节能减排', operator: 'municipality' }],
    ['居民收入增长与经济增长基本同步。', { name: '居民收入', operator: 'tied', reference: '经济增长' }],
    ['工业增加值增速高于全市平均水平。', { name: '工业增加值增速', operator: 'tied', reference: '全市平均水平' }],
    ['单位能耗下降率——（待市统计局公布）。', { name: '单位能耗下降率', operator: 'pending' }],
  ])('a target without a number is still a target: %s', (text, expected) => {
    expect(readSentence(text, 'targets').facts).toEqual([expect.objectContaining({ kind: 'target', value: null, ...expected })])
  })

  it('what is already there is no target, also where tasks are listed', () => {
    expect(readSentence('推进已建成的10个园区招商。', 'tasks').facts[0]?.kind).not.toBe('target')
  })

  it('how well others do is a target where it is promised and nothing where it is a result', () => {
    expect(readSentence('入园率高于全国平均水平。', 'results').facts).toEqual([])
  })
})

describe('periods', () => {
  it.each([
    ['results', '税收增长3%。', '2023'], ['tasks', '新建学校3所。', '2024'], ['results', '上半年，税收增长3%。', '2023H1'], ['results', '一季度，税收增长3%。', '2023Q1'], ['results', '1—5月税收增长3%。', '2023M1-5'],
    ['results', '2022年新建学校3所。', '2022'], ['results', '五年来，累计新建学校30所。', '2019-2023'], ['results', '“十三五”期间，新建学校30所。', '2016-2020'], ['targets', '到2025年，森林覆盖率达到40%。', '2025'],
    ['results', '税收增长3%，较上半年提高2个百分点。', '2023'], ['tasks', '力争全年新建学校3所。', '2024'],
  ] as const)('%s: %s is of %s', (role, text, period) => {
    expect(readSentence(text, role).facts[0]?.period).toBe(period)
  })

  it('a half-year paper plans for its year', () => {
    const front = { ...paper, kind: 'half-year-report' as const, year: 2023, resultsPeriod: '2023H1', planPeriod: '2023' }
    expect(readSentence('今年以来，税收增长3%。', 'results', front).facts[0]?.period).toBe('2023H1')
    expect(readSentence('确保全年税收增长5%。', 'tasks', front).facts[0]?.period).toBe('2023')
  })

  it('growth over years and against an older base is told from a result of the year', () => {
    expect(readSentence('“十三五”期间，财政收入年均增长6%。').facts[0]?.kind).toBe('since-baseline')
    expect(readSentence('商事主体较2015年增长60%。').facts[0]?.kind).toBe('since-baseline')
    expect(readSentence('财政收入增长6%。').facts[0]?.kind).toBe('actual')
    expect(readSentence('实有商事主体23万户。').facts[0]?.kind).toBe('cumulative')
  })
})

describe('promises without a figure', () => {
  it.each([
    ['建成滨江绿道二期。', { verb: '建成', object: '滨江绿道二期', strength: 'complete' }],
    ['确保综合楼项目竣工验收。', { verb: '确保', object: '综合楼项目竣工验收', strength: 'ensure' }],
    ['加快推进东区市场改造。', { verb: '推进', object: '东区市场改造', strength: 'advance' }],
    ['探索物业管理新模式。', { verb: '探索', object: '物业管理新模式', strength: 'explore' }],
    ['建立健全诉求响应机制。', { verb: '建立健全', object: '诉求响应机制', strength: 'plain' }],
    ['力争创建国家级示范区。', { verb: '力争创建', object: '国家级示范区', strength: 'strive' }],
  ])('%s', (text, expected) => {
    expect(promises(text)).toEqual([expect.objectContaining(expected)])
  })

  it('a date alone is a promise of the clause before it', () => {
    expect(promises('推进科技大厦项目建设，力争2025年内竣工。')).toEqual([
      expect.objectContaining({ verb: '推进', object: '科技大厦项目建设', period: '2024' }), expect.objectContaining({ verb: '力争竣工', object: '科技大厦项目', period: '2025', strength: 'strive' }),
    ])
  })

  it('what holds a figure is a target and no promise, and results promise nothing', () => {
    expect(promises('新建学校3所。')).toEqual([])
    expect(readSentence('建成滨江绿道二期。', 'results').commitments).toEqual([])
  })
})
