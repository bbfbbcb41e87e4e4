import { describe, expect, it } from 'vitest'
import { cleanText } from './clean-text.ts'

const linesOf = (raw: string) => cleanText(raw).text.split('\n')
const kindsOf = (raw: string) => new Set(cleanText(raw).repairs.map(repair => repair.kind))

/** A paper of an invented district, every line wrapped at 28 characters with blank lines between. */
const wrapped = `一、2024年工作回顾

云山区坚持稳中求进，全区上下一条心、一股劲，全年地区生产

总值增长 4.6%，新开工项目 38个，比上年多 6个，投资增速居

全市第三，企业满意度持续提高，各项事业都有新的进展，群众

得到更多实惠，社会保持和谐稳定。

（一）产业提质。全年引进企业 120 家，其中总部企业 9 家，数字

经济增加值占比达到 21.5%，新建 5G 基站 310个，软件业营收

突破百亿元。

（二）民生改善。新增学位 1800个，建成口袋公园 12 个，完成

老旧小区改造 16个，惠及居民近万户，托育机构实现街道全覆

盖，养老床位增加 260 张。`

describe('lines cut in the middle of a sentence', () => {
  it('a hard-wrapped paper has its paragraphs back', () => {
    const lines = linesOf(wrapped)
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe('一、2024年工作回顾')
    expect(lines[1]).toMatch(/^云山区坚持稳中求进.*全年地区生产总值增长4\.6%.*和谐稳定。$/)
    expect(lines[3]).toMatch(/^（二）民生改善。.*街道全覆盖，养老床位增加260张。$/)
    expect(kindsOf(wrapped)).toContain('joined-line')
  })

  it('a sentence goes on over the page number, a rule or a form feed between its halves', () => {
    for (const edge of ['\n\n— 12—\n\n', '\n\n---\n\n', '\n\f', '\n- 7 -\n', '\n第 3 页 共 20 页\n']) {
      const lines = linesOf(`全年建成社区食堂二十二个，每天服务老人六千人次，受到街坊好评，区里把它列为民生工程的重点，下一步还要推动${edge}食堂向小区延伸，让更多老人走几步就能吃上热饭。\n\n（二）道路更通畅。改造道路6条。`)
      expect(lines[0], JSON.stringify(edge)).toMatch(/下一步还要推动食堂向小区延伸/)
    }
  })

  it('a page number between dashes inside a line goes, a range stays', () => {
    expect(cleanText('新增城镇就业— 12 —两万人，建成3—5个驿站。').text).toBe('新增城镇就业两万人，建成3—5个驿站。')
  })

  it('running heads go from every page', () => {
    const page = (n: number) => `云山区人民政府公报\n\n第${n}段说的是工作进展，全区推进了不少项目，也解决了一批难题，群众的意见得到了办理，企业的诉求得到了回应。\n\n- ${n} -\n\f`
    expect(cleanText([1, 2, 3, 4].map(page).join('')).text).not.toMatch(/公报.*\n.*公报/s)
  })

  it('a heading, a list item and a target stay lines of their own', () => {
    const raw = '主要目标如下：\n\n——地区生产总值增长5%左右；\n\n——一般公共预算收入增长4%。\n\n（一）做强产业\n\n1.建设园区'
    expect(linesOf(raw)).toEqual(['主要目标如下：', '——地区生产总值增长5%左右；', '——一般公共预算收入增长4%。', '（一）做强产业', '1.建设园区'])
  })
})

describe('sentences that a web page broke around marked words', () => {
  it('are whole again, a lowered figure among them', () => {
    expect(linesOf('今年经济社会发展的\n主要预期目标\n是：生产总值增长5%左右。')).toEqual(['今年经济社会发展的主要预期目标是：生产总值增长5%左右。'])
    expect(linesOf('污染防治攻坚战连续三年获得优秀等次，督察整改取得成效，群众对环境的满意度不断提高，空气质量持续改善，PM\n2.5\n年平均浓度保持在20微克/立方米左右。')).toHaveLength(1)
  })
})

describe('footnotes', () => {
  it('a digit stuck to a word goes to the notes with its text, and the sentence closes over it', () => {
    const clean = cleanText('创新开展暖企“五件事”1，助力行业走稳\n\n1\n“五件事”：找场地、找订单、找人才、找资金、找技术。\n向好，新增规上企业40家。')
    expect(clean.text).toBe('创新开展暖企“五件事”，助力行业走稳向好，新增规上企业40家。')
    expect(clean.notes).toMatchObject([{ mark: '1', text: '“五件事”：找场地、找订单、找人才、找资金、找技术。' }])
  })

  it('raised marks in all notations go', () => {
    for (const mark of ['<sup>1</sup>', '¹', '^{1}', '^[1]']) {
      const clean = cleanText(`健全“六位一体”${mark}保护体系，全区建成12个站点。\n\n---\n\n<sup>1</sup> 家庭、学校、社会等六方面。`)
      expect(clean.text, mark).toBe('健全“六位一体”保护体系，全区建成12个站点。')
      expect(clean.notes, mark).toHaveLength(1)
    }
  })

  it('a figure before a unit is no mark, even where a note bears the same number', () => {
    const clean = cleanText('依托3个平台，建设“一园一廊”3，新增企业30家。\n3\n一园指云山科技园，一廊指滨江走廊。\n（二）下一步。')
    expect(clean.text).toContain('依托3个平台，建设“一园一廊”，新增企业30家。')
  })

  it('numbers of a glossary stuck to its words in the text go', () => {
    const clean = cleanText('推进“两廊”1建设，落实“双百”2行动，完成20个项目。\n名词解释\n1.“两廊”：滨江走廊和山前走廊。\n2.“双百”：一百个项目、一百家企业。')
    expect(clean.text).toContain('推进“两廊”建设，落实“双百”行动，完成20个项目。')
  })
})

describe('characters', () => {
  it('full-width digits, letters and signs become half-width, Chinese punctuation stays', () => {
    expect(cleanText('生产总值增长４．６％，新建５Ｇ基站３１０个（含室分）。').text).toBe('生产总值增长4.6%，新建5G基站310个（含室分）。')
  })

  it('sub- and superscripts in three notations are read alike', () => {
    for (const form of ['PM_{2.5}', 'PM₂.₅', 'PM<sub>2.5</sub>', '$\\mathrm{PM}_{2.5}$']) expect(cleanText(`${form}浓度下降。`).text, form).toBe('PM2.5浓度下降。')
    expect(cleanText('绿地30万m²。').text).toBe('绿地30万m²。')
  })

  it('blanks around figures go, those between words and names stay', () => {
    expect(cleanText('全年 完成 投资 48.5 亿元，VIP Card 发放 3 万张，区长 张三').text).toBe('全年 完成 投资48.5亿元，VIP Card发放3万张，区长 张三')
  })

  it('half-width punctuation between Chinese words becomes full-width, that of figures and Latin words stays', () => {
    expect(cleanText('(一)全年(含预计)增长5%,收入1,234元;比例2.50:1,会议09:35开始。打造"云山"品牌, 建成CBD(中央商务区)!').text).toBe('（一）全年（含预计）增长5%，收入1,234元；比例2.50:1，会议09:35开始。打造“云山”品牌，建成CBD（中央商务区）！')
  })

  it('look-alike characters of PDF readers become the common ones', () => {
    expect(cleanText('⼀、⼯作回顾').text).toBe('一、工作回顾')
  })

  it('inconsistent markdown goes and is kept as marks', () => {
    const clean = cleanText('## **二、下一步安排**\n\n**促消费。**举办活动60场，增长8\\%。\n\n- 目标一\n* 目标二\n\n[详见附表](https://example.org/a)')
    expect(clean.text).toBe('二、下一步安排\n促消费。举办活动60场，增长8%。\n目标一\n目标二\n详见附表')
    expect(clean.marks.map(mark => mark.kind)).toEqual(expect.arrayContaining(['heading', 'bold', 'bullet']))
  })
})

describe('what stands around the report on a web page', () => {
  const page = `首页\n分享：\n【字体：\n大\n中\n小\n】\n来源:\n云山日报\n发布日期:2024-02-01 09:30 文章来源:区府办 字体大小\n2024年云山区政府工作报告\n各位代表：\n我代表区人民政府报告工作，请予审议。\n一、2023年工作回顾\n全区生产总值增长5.1%，建成学校3所，新增学位2000个，改造旧楼60栋，帮助就业9000人。\n二、2024年工作安排\n建设公园5个，新增学位1500个。以上报告，请予审议。\n责任编辑：\n李四\n扫一扫在手机打开当前页\n打印本页 关闭窗口\n主办：云山区人民政府 网站标识码4400000001 粤ICP备00000001号`

  it('navigation and footer go, the report stays whole', () => {
    expect(linesOf(page)).toEqual(['2024年云山区政府工作报告', '各位代表：', '我代表区人民政府报告工作，请予审议。', '一、2023年工作回顾', '全区生产总值增长5.1%，建成学校3所，新增学位2000个，改造旧楼60栋，帮助就业9000人。', '二、2024年工作安排', '建设公园5个，新增学位1500个。以上报告，请予审议。'])
    expect(kindsOf(page)).toContain('web-furniture')
  })
})

describe('flattened tables', () => {
  it('rows with blanks between cells stay rows, and a dash with a footnote mark is a value', () => {
    const clean = cleanText('2024年主要指标完成情况\n\n指标名称 完成情况\n\n地区生产总值 增长 1.6%\n\n城镇新增就业人数 30019人\n\n单位 GDP能耗下降率 ——2\n\n消费稳步回暖。打好提振消费的主动仗，举办活动三百场。\n\n2\n能耗下降率预计明年上半年公布。')
    expect(clean.text.split('\n').slice(1, 5)).toEqual(['指标名称\t完成情况', '地区生产总值\t增长1.6%', '城镇新增就业人数\t30019人', '单位GDP能耗下降率\t——'])
    expect(clean.marks.filter(mark => mark.kind === 'row')).toHaveLength(4)
  })

  it('cells that were flattened one to a line are put back to rows', () => {
    expect(linesOf('指标名称\n2023年完成\n2024年目标\n地区生产总值\n5.1%\n5%左右\n一般公共预算收入\n3.2%\n4%\n（一）做强产业。全年引进企业一百家。').slice(0, 3)).toEqual(['指标名称\t2023年完成\t2024年目标', '地区生产总值\t5.1%\t5%左右', '一般公共预算收入\t3.2%\t4%'])
  })

  it('tables in markdown and in HTML are read alike', () => {
    for (const raw of ['| 指标 | 目标 |\n|---|---|\n| 就业 | 5万人 |', '<table><tr><td>指标</td><td>目标</td></tr><tr><td>就业</td><td>5万人</td></tr></table>']) expect(linesOf(raw), raw).toEqual(['指标\t目标', '就业\t5万人'])
  })
})

describe('a whole report on one line', () => {
  const report = ['2024年云山区政府工作报告', '——2024年2月1日在云山区第三届人民代表大会第二次会议上', '云山区区长 李四', '各位代表：', '我代表区人民政府向大会报告工作，请予审议。', '一、2023年工作回顾', `2023年，全区生产总值增长5.1%。${'各项工作扎实推进，群众的获得感不断增强。'.repeat(20)}`, `（一）产业更强。引进企业200家。${'园区建设加快，配套日益完善。'.repeat(20)}`, `（二）城区更美。建成公园6个。${'河涌水质持续好转，街巷更加整洁。'.repeat(20)}`, '二、2024年工作安排', `今年的主要预期目标是：生产总值增长5%左右；新增就业2万人。${'我们要坚定信心、埋头苦干。'.repeat(20)}`, '（一）做强产业。引进企业不少于150家。', '以上报告，请予审议。']

  it('is divided at its heading numbers', () => {
    for (const between of ['', ' ', '  ']) {
      const clean = cleanText(report.join(between))
      expect(clean.text.split('\n').filter(line => /^(?:一、|二、|（)/.test(line)).map(line => line.slice(0, 12)), JSON.stringify(between)).toEqual(['一、2023年工作回顾', '（一）产业更强。引进企业', '（二）城区更美。建成公园', '二、2024年工作安排', '（一）做强产业。引进企业'])
      expect(clean.repairs.some(repair => repair.kind === 'split-one-line')).toBe(true)
    }
  })
})
