import { describe, expect, it } from 'vitest'
import { certainMatch, matchIndicator, type RegisterName } from './match.ts'
import { nameParts, printedAlike } from './names.ts'

const entry = (code: string, zh: string, unit: string, aliases: readonly (string | [string, string])[] = [], notNames: readonly string[] = []): RegisterName => ({
  id: code, code, name: { zh, en: code }, unit, notNames: [...notNames],
  aliases: aliases.map(a => (typeof a === 'string' ? { name: a, scope: null, confirmedBy: null } : { name: a[0], scope: a[1], confirmedBy: null })),
})

const register = [
  entry('GDP', '地区生产总值', '亿元', ['GDP'], ['人均地区生产总值']),
  entry('FAI', '固定资产投资', '亿元', ['固定资产投资完成额']),
  entry('RETAIL', '社会消费品零售总额', '亿元'),
  entry('BUDGET', '一般公共预算收入', '亿元', [], ['区域总税收']),
  entry('TAX', '区域税收', '亿元', ['区域总税收'], ['一般公共预算收入']),
  entry('REUSE', '生活垃圾资源化利用率', '%'),
  entry('DISTRICT-PROJECTS', '区重点建设项目', '个', [['重点项目', '区级']]),
  entry('CITY-PROJECTS', '市重点项目', '个'),
  entry('QUALITY', '引进优质项目', '个', ['落地优质项目']),
  entry('FOREIGN', '实际利用外资', '亿元'),
  entry('TOP500', '新增500强、央企子公司或分支机构', '家'),
  entry('DAYCARE', '社区颐康服务站', '个'),
]

describe('a name that means one indicator beyond doubt', () => {
  const facts: readonly [name: string, unit: string, indicator: string][] = [
    ['地区生产总值', '亿元', 'GDP'], ['GDP', '%', 'GDP'], ['全年地区生产总值', '亿元', 'GDP'], ['全区 GDP 增速', '%', 'GDP'],
    ['2023年上半年地区生产总值', '%', 'GDP'], ['固定资产投资完成额', '%', 'FAI'], ['全年固定资产投资增速', '%', 'FAI'], ['完成固定资产投资', '亿元', 'FAI'],
    ['社会消费品零售总额', '%', 'RETAIL'], ['我区实现一般公共预算收入', '亿元', 'BUDGET'], ['区域总税收', '%', 'TAX'],
    ['全年引进优质项目', '个', 'QUALITY'], ['全年落地优质项目', '个', 'QUALITY'], ['引进优质项目', '家', 'QUALITY'],
    ['新增 500 强、央企子公司或分支机构', '家', 'TOP500'], ['新增５００强、央企子公司或分支机构', '个', 'TOP500'],
  ]
  it.each(facts)('%s (%s) is %s', (name, unit, indicator) => expect(certainMatch(name, unit, register)).toBe(indicator))
})

describe('names the machine must not merge', () => {
  const facts: readonly [name: string, unit: string, never: string, why: string][] = [
    ['总税收', '亿元', 'BUDGET', 'tax take is not budget revenue'],
    ['一般公共预算收入', '亿元', 'TAX', 'budget revenue is not tax take'],
    ['一般公共预算支出', '亿元', 'BUDGET', 'spending is not revenue'],
    ['生活垃圾回收利用率', '%', 'REUSE', 'recovery is not reuse'],
    ['人均地区生产总值', '元', 'GDP', 'per head is another indicator'],
    ['市重点建设项目', '个', 'DISTRICT-PROJECTS', 'the city’s projects are not the district’s'],
    ['市“攻城拔寨”项目', '个', 'DISTRICT-PROJECTS', 'two lists of projects'],
    ['市“攻城拔寨”项目', '个', 'CITY-PROJECTS', 'two lists of projects'],
    ['区重点建设项目年度投资完成率', '%', 'DISTRICT-PROJECTS', 'a rate is not the thing it is a rate of'],
    ['合同利用外资', '亿美元', 'FOREIGN', 'dollars are not yuan'],
    ['民间固定资产投资', '%', 'FAI', 'a part is not the whole'],
    ['新增百强、央企子公司', '家', 'TOP500', 'another number, another thing'],
  ]
  it.each(facts)('%s (%s) is no suggestion for %s: %s', (name, unit, never) => expect(matchIndicator(name, unit, register).map(c => c.indicator)).not.toContain(never))
})

it('what is only alike is suggested, never certain', () => {
  const [best] = matchIndicator('实际利用外资金额', '亿元', register)
  expect(best).toMatchObject({ indicator: 'FOREIGN', certainty: 0.9 })
  expect(certainMatch('实际利用外资金额', '亿元', register)).toBeNull()
  expect(matchIndicator('建设社区颐康站', '间', register)[0]?.indicator).toBe('DAYCARE')
})

it('a confirmed choice becomes an alias and is certain from then on', () => {
  const remembered = register.map(e => (e.code === 'FOREIGN' ? { ...e, aliases: [...e.aliases, { name: '实际利用外资金额', scope: null, confirmedBy: '张三' }] } : e))
  expect(certainMatch('全区实际利用外资金额', '亿元', remembered)).toBe('FOREIGN')
})

it('an alias of a scope counts only beside words of that scope', () => {
  expect(matchIndicator('重点项目', '个', register)[0]).toMatchObject({ indicator: 'DISTRICT-PROJECTS', certainty: 0.9 })
  expect(certainMatch('重点项目', '个', register, '加快推进区级项目建设')).toBe('DISTRICT-PROJECTS')
})

it('the very name in a unit that cannot be its own is left to a person', () => {
  expect(matchIndicator('固定资产投资', '个', register)[0]).toMatchObject({ indicator: 'FAI', certainty: 0.5 })
})

it('a name that two entries bear is left to a person', () => {
  const twice = [...register, entry('FAI-OLD', '固定资产投资', '亿元')]
  expect(certainMatch('固定资产投资', '%', twice)).toBeNull()
  expect(matchIndicator('固定资产投资', '%', twice).map(c => c.certainty).slice(0, 2)).toEqual([0.9, 0.9])
})

it('a name of nothing matches nothing', () => {
  for (const name of ['', '  ', '“”', '全年', '🙂']) expect(certainMatch(name, '', register)).toBeNull()
})

it('names are compared as printed alike, whatever the notation of the converter', () => {
  expect(printedAlike('PM<sub>2.5</sub> 均值浓度')).toBe(printedAlike('PM_{2.5}均值浓度'))
  expect(printedAlike('PM₂.₅均值浓度')).toBe('pm2.5均值浓度')
  expect(nameParts('全区域旅游')).toEqual({ bare: '全区域旅游', growth: false })
  expect(nameParts('全市重点项目')).toEqual({ bare: '全市重点项目', growth: false })
  expect(nameParts('规模以上旅游服务企业营收增幅')).toEqual({ bare: '规模以上旅游服务企业营收', growth: true })
})
