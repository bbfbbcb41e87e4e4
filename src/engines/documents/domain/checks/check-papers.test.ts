import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkSayings } from './check-papers.ts'
import { meet, rangeOf } from './range.ts'
import { check, saidIn, type Told } from './told-paper.ts'

/** Each doubt in one line: kind, and its arithmetic in words. */
const doubts = (...papers: readonly Told[]) => check(papers).doubts.map(doubt => `${doubt.kind}: ${doubt.words.zh}`)
const results = (...texts: readonly string[]): Told[] => texts.map((text, i) => ({ year: 2023 + i, results: text }))

describe('parts and their sum', () => {
  it.each([
    ['新建公园20.04公顷、绿地42.96公顷，合计63.0公顷。', null],
    // 20.04 + 42.96 is 63.00 ± 0.01; 63.1 is 63.05 at least.
    ['新建公园20.04公顷、绿地42.96公顷，合计63.1公顷。', '20.04公顷 + 42.96公顷 = 63公顷，与所说的合计63.1公顷不符'],
    // Rounded to whole hectares both are right.
    ['新建公园20.04公顷、绿地42.96公顷，合计63公顷。', null],
    ['新建公园20.6公顷、绿地42.96公顷，合计63公顷。', '20.6公顷 + 42.96公顷 = 63.56公顷，与所说的合计63公顷不符'],
    ['新建学校20所、幼儿园43所，共63所。', null],
    ['新建学校20所、幼儿园43所，共64所。', '20所 + 43所 = 63所，与所说的合计64所不符'],
    ['推进重点项目63个，其中市级项目20个、区级项目43个。', null],
    // Parts after 其中 need not be all.
    ['推进重点项目63个，其中市级项目20个。', null],
    ['推进重点项目63个，其中市级项目20个、区级项目44个。', '20个 + 44个 = 64个，大于总数63个；分项互不重叠时不能成立'],
    ['推进重点项目63个，其中市级项目64个。', '分项64个大于总数63个'],
    ['市场主体突破20万户，其中企业超12.6万户。', null],
    // 60个以上 may be 64.
    ['推进重点项目60个以上，其中市级项目20个、区级项目44个。', null],
    ['新增贷款2.5亿元，其中小微企业贷款3000万元、个人贷款2.3亿元。', null],
    ['新增贷款2.5亿元，其中小微企业贷款3000万元、个人贷款2.4亿元。', '3000万元 + 2.4亿元 = 2.7亿元，大于总数2.5亿元；分项互不重叠时不能成立'],
    ['共为7368家企业进行信用修复，信用修复最快45分钟办结。', null],
  ])('%s', (text, words) => expect(doubts({ year: 2024, results: text })).toEqual(words === null ? [] : [`sum: ${words}`]))

  const listed = '20个市重点项目、43个市“攻城拔寨”项目投资完成度分别领先序时进度6个和17个百分点。'
  it('20 and 43 projects of one sentence are the 63 of another', () => expect(check([{ year: 2024, results: listed, tasks: '加快推进63个市区重点项目。' }])).toMatchObject({ doubts: [] }))
  it('a count that nearly is their sum is asked about, one far off is something else', () => {
    const across = (count: number) => check(saidApart(listed, `加快推进${count}个市区重点项目。`)).doubts.map(doubt => doubt.words.zh)
    expect(across(63)).toEqual([])
    expect(across(64)).toEqual(['20个 + 43个 = 63个，与所说的合计64个不符'])
    expect(across(120)).toEqual([])
    expect(check(saidApart(listed, '加快推进63个市区重点项目。')).compared.sum).toBe(1)
  })
  it('sums that the register keeps hold across papers', () => {
    const papers = results('引进总部项目19个。引进优质项目209个。', '引进项目230个。')
    const said = papers.flatMap(saidIn).map(saying => ({ ...saying, period: '2022' }))
    const known = [{ whole: '引进项目', parts: ['引进总部项目', '引进优质项目'] }]
    expect(checkSayings(said, known).doubts.map(doubt => doubt.words.zh)).toEqual(['19个 + 209个 = 228个，与所说的合计230个不符'])
    expect(checkSayings(said.map(each => each.level?.value === 230 ? { ...each, level: { ...each.level, value: 228 } } : each), known).doubts).toEqual([])
  })
})

/** A list of results of 2024 and, in a paper a year earlier, the plan for it: both of one year. */
function saidApart(listed: string, planned: string): Told[] {
  return [{ year: 2024, tasks: planned }, { year: 2025, results: listed }]
}

describe('level and growth against the level a year before', () => {
  it.each([
    ['社会消费品零售总额200亿元。', '社会消费品零售总额212.6亿元，增长6.3%。', null],
    // 2.5 ÷ 1.063 lies between 2.304 and 2.400; 2.3 was rounded from up to 2.35.
    ['海绵城市投资2.3亿元。', '海绵城市投资2.5亿元，增长6.3%。', null],
    ['海绵城市投资2.2亿元。', '海绵城市投资2.5亿元，增长6.3%。', '2023年为2.5亿元、+6.3%，推算2022年为2.3—2.4亿元，而公布的是2.2亿元：基数可能修订过，或三个数中有一个有误'],
    ['社会消费品零售总额208.4亿元，下降1.5%。', '社会消费品零售总额230.5亿元，增长6.3%。', '2023年为230.5亿元、+6.3%，推算2022年为216.69—216.99亿元，而公布的是208.4亿元：基数可能修订过，或三个数中有一个有误'],
    // Another unit of the same measure.
    ['海绵城市投资20000万元。', '海绵城市投资2.126亿元，增长6.3%。', null],
    // Only about, net of something, at constant prices, against another base: nothing can be said.
    ['海绵城市投资超2亿元。', '海绵城市投资2.5亿元，增长6.3%。', null],
    ['一般公共预算收入53.7亿元。', '一般公共预算收入59.64亿元，可比增长13.2%。', null],
    ['地区生产总值3500亿元。', '地区生产总值3650.18亿元，增长1%。', null],
    ['海绵城市投资2亿元。', '海绵城市投资2.5亿元，比2019年增长6.3%。', null],
    ['空气质量优良率87.3%。', '空气质量优良率89.4%，提高2.1个百分点。', null],
    ['空气质量优良率87.3%。', '空气质量优良率89.4%，提高3.1个百分点。', '2023年为89.4%、+3.1个百分点，推算2022年为86.2—86.4%，而公布的是87.3%：基数可能修订过，或三个数中有一个有误'],
  ])('%s then %s', (before, now, words) => expect(doubts(...results(before, now)).filter(line => line.startsWith('base'))).toEqual(words === null ? [] : [`base: ${words}`]))

  it('a share and its part imply a whole below what was published, although growth is told', () => {
    expect(doubts(...results('地区生产总值3650.18亿元。', '地区生产总值增长1.6%。民营经济增加值近700亿元、占GDP比重达19.6%。'))).toEqual([
      'base: 近700亿元 ÷ 19.6%，推算2023年总量不超过3583.12亿元，低于2022年公布的3650.18亿元，而2023年说增长1.6%：基数可能修订过，或价格下降',
    ])
    expect(doubts(...results('地区生产总值3550.18亿元。', '地区生产总值增长1.6%。民营经济增加值近700亿元、占GDP比重达19.6%。'))).toEqual([])
  })
})

describe('the same figure in two places', () => {
  it.each([
    ['地区生产总值增长1.6%。全区地区生产总值同比增长1.6%。', null],
    ['固定资产投资增长6.3%。带动固定资产投资。固定资产投资增长6.8%。', '同一份文件对2023年的增幅说法不同：6.3%与6.8%，相差超出四舍五入'],
    // 6.3 and 6 differ by rounding only.
    ['固定资产投资增长6.3%。固定资产投资增长6%。', null],
    ['城镇新增就业人数30019人。城镇新增就业人数超3万人。', null],
    ['城镇新增就业人数30019人。城镇新增就业人数3.1万人。', '同一份文件对2023年说法不同：30019人与3.1万人，相差超出四舍五入'],
    // A rise and where it led share a name in one breath.
    ['铁路运营里程新增1700公里、突破7000公里。', null],
    ['一般公共预算收入增长5.1%。一般公共预算收入可比增长13.2%。', null],
  ])('%s', (text, words) => expect(doubts({ year: 2024, results: text })).toEqual(words === null ? [] : [`twice: ${words}`]))

  it('a later paper that says the year otherwise asks for a reason; a restated target is its history', () => {
    const [said] = saidIn({ year: 2023, results: '固定资产投资增长6.3%。' }), [again] = saidIn({ year: 2024, results: '固定资产投资增长6.9%。' })
    if (!said || !again) throw new Error('not read')
    expect(checkSayings([said, { ...again, period: '2022' }]).doubts).toMatchObject([{ kind: 'twice', severity: 'question', sides: [{ paper: '2023' }, { paper: '2024' }] }])
    const target = (text: string, year: number) => saidIn({ year, tasks: text }).map(each => ({ ...each, period: '2023' }))
    expect(checkSayings([...target('引进优质项目280个以上。', 2023), ...target('引进优质项目130个以上。', 2024)]).doubts).toEqual([])
    expect(doubts({ year: 2023, tasks: '发放住房租赁补贴2000户。继续发放住房租赁补贴2000户以上。' })).toEqual([])
  })
})

describe('streaks', () => {
  it.each([
    ['群众安全感连续三年全市第一。', '群众安全感连续四年全市第一。', null],
    ['群众安全感连续三年全市第一。', '群众安全感连续三年全市第一。', '2022年说连续三年，即自2020年起；延续到2023年应为连续4年，而不是连续3年（自2021年起）'],
    ['群众安全感连续三年全市第一。', '群众安全感连续6年全市第一。', '2022年说连续三年，即自2020年起；延续到2023年应为连续4年，而不是连续6年（自2018年起）'],
    ['群众安全感居全市第二。', '群众安全感连续两年全市第一。', '说连续两年全市第一，而2022年为全市第二'],
    ['群众安全感居全市第一。', '群众安全感连续两年全市第一。', null],
    // The years before the streak may be as they like.
    ['群众安全感居全市第二。', '群众安全感连续一年全市第一。', null],
    // Another ranking.
    ['群众安全感居全省第二。', '群众安全感连续两年全市第一。', null],
    // 次 are no years.
    ['公共服务满意度连续五年全省第一。', '公共服务满意度连续七次居全省第一。', null],
    ['信访总量增长3%。', '信访总量连续三年下降。', '说连续三年下降，而2022年增长3%'],
    ['信访总量下降3%。', '信访总量连续三年下降。', null],
    // 超额完成任务 lasted four years, the first place is of the year.
    ['违建治理完成率居全市第二。', '违建治理完成率居全市第一、连续4年超额完成任务。', null],
  ])('%s then %s', (before, now, words) => expect(doubts(...results(before, now))).toEqual(words === null ? [] : [`streak: ${words}`]))
})

describe('places', () => {
  it.each([
    ['综合竞争力居全市第五。', '综合竞争力排名前移2位，居全市第三。', null],
    ['综合竞争力居全市第六。', '综合竞争力排名前移2位，居全市第三。', '说前移2位、现为全市第三，推算2022年为第5，而当时说是全市第六'],
    ['综合竞争力居全市第二。', '综合竞争力排名后移1位，居全市第三。', null],
    ['创新能力居全市第三。', '创新能力保持全市第二。', '说保持、现为全市第二，推算2022年为第2，而当时说是全市第三'],
    ['创新能力居全省第三。', '创新能力保持全市第二。', null],
    ['创新能力居全市前列。', '创新能力保持全市第二。', null],
  ])('%s then %s', (before, now, words) => expect(doubts(...results(before, now))).toEqual(words === null ? [] : [`rank: ${words}`]))

  it('one ranking has one place in one year', () => {
    expect(doubts({ year: 2024, results: '创新能力居全市第二。全区创新能力居全市第三。' })).toEqual(['rank: 2023年的位次说法不同：全市第二与全市第三'])
  })
})

describe('shares and completion rates', () => {
  it.each([
    ['民营经济增加值180亿元，占地区生产总值比重35.1%。地区生产总值512.6亿元。', null],
    ['民营经济增加值180亿元，占地区生产总值比重40%。地区生产总值512.6亿元。', '180亿元 ÷ 512.6亿元 = 35.01%—35.22%，而所说占比为40%'],
    ['民营经济增加值近180亿元，占地区生产总值比重30%。地区生产总值512.6亿元。', null],
  ])('%s', (text, words) => expect(doubts({ year: 2024, results: text })).toEqual(words === null ? [] : [`share: ${words}`]))

  it.each([
    ['引进优质项目74个，完成全年目标的61.7%。', null],
    ['引进优质项目74个，完成全年目标的71.7%。', '74个 ÷ 目标120个 = 61.67%，而所说完成率为71.7%'],
  ])('against the target of the year: %s', (text, words) => expect(doubts({ year: 2023, tasks: '引进优质项目120个以上。' }, { year: 2024, results: text }).filter(line => line.startsWith('share'))).toEqual(words === null ? [] : [`share: ${words}`]))
})

describe('targets below what last year reached', () => {
  it.each([
    ['线上线下招聘会159场。', '举办线上、线下招聘会不少于100场。', '2024年目标100场低于2023年实际159场'],
    ['线上线下招聘会100场。', '举办线上线下招聘会不少于100场。', null],
    // 近160场 may have been 100.
    ['线上线下招聘会近160场。', '举办线上线下招聘会不少于100场。', null],
    ['生产安全事故12起。', '生产安全事故控制在10起以内。', null],
  ])('%s then %s', (before, plan, words) => expect(doubts({ year: 2024, results: before, tasks: plan })).toEqual(words === null ? [] : [`low-target: ${words}`]))
})

it('a doubt found again has its old key, whatever the order of the papers', () => {
  const papers = results('群众安全感连续三年全市第一。', '群众安全感连续三年全市第一。引进项目63个，其中市级项目64个。')
  const keys = (list: readonly Told[]) => check(list).doubts.map(doubt => doubt.key).toSorted()
  expect(keys(papers)).toHaveLength(2)
  expect(keys(papers.toReversed())).toEqual(keys(papers))
})

it('facts read with little certainty are no ground for a doubt', () => {
  const sure = saidIn({ year: 2024, results: '引进项目63个，其中市级项目64个。' })
  expect(sure).toHaveLength(2)
  expect(sure.every(saying => saying.level !== null)).toBe(true)
})

it('a name that comes up again and again is a heading, and is not held against itself', () => {
  const said = Array.from({ length: 70 }, (_, i) => `固定资产投资增长${3 * i + 1}%。`)
  expect(doubts({ year: 2024, results: said.slice(0, 2).join('') })).toHaveLength(1)
  expect(doubts({ year: 2024, results: said.join('') })).toEqual([])
})

// What a paper prints of a true number always leaves room for it, whatever the number of decimals.
it('rounding never makes a doubt', () => {
  fc.assert(fc.property(fc.double({ min: 0.01, max: 1e6, noNaN: true }), fc.integer({ min: 0, max: 3 }), (truth, decimals) => {
    const printed = { value: Number(truth.toFixed(decimals)), upper: null, unit: '亿元', hedge: null, decimals }
    return meet(rangeOf(printed), { low: truth * 1e8, high: truth * 1e8 })
  }))
})

it('a true level, its true growth and the true base are never in doubt, however they were rounded', () => {
  fc.assert(fc.property(fc.double({ min: 1, max: 1e5, noNaN: true }), fc.double({ min: -30, max: 60, noNaN: true }), fc.integer({ min: 0, max: 2 }), (base, growth, decimals) => {
    const print = (value: number) => value.toFixed(decimals)
    fc.pre(Number(print(base)) > 0 && Number(print(Math.abs(growth))) > 0)
    const words = growth < 0 ? `下降${print(-growth)}%` : `增长${print(growth)}%`
    return check(results(`海绵城市投资${print(base)}亿元。`, `海绵城市投资${print(base * (1 + growth / 100))}亿元，${words}。`)).doubts.length === 0
  }))
})
