import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { certainMatch, type RegisterName } from '../engines/indicators/domain/match.ts'
import { packs } from './index.ts'
import { registeredAliases } from './indicator.ts'

// What the plan report of February 2023 promises or reports, under its own name, and what the half-year report of August
// says of the same thing under another. Names and units as the answer keys give them.
const sameThing = [
  ['GDP', '地区生产总值', 'GDP', '%'],
  ['RETAIL', '社会消费品零售总额', '全年社会消费品零售总额', '%'],
  ['FAI', '固定资产投资', '固定资产投资完成额', '%'],
  ['FAI', '固定资产投资', '全年固定资产投资增速', '%'],
  ['QUALITY-PROJECTS', '全年落地优质项目', '引进优质项目', '个'],
  ['QUALITY-PROJECTS', '全年落地优质项目', '全年引进优质项目', '个'],
  ['TOP500-BRANCHES', '新增 500 强、央企子公司或分支机构落户', '新增 500 强、央企子公司或分支机构', '家'],
  ['OLD-ESTATES-STARTED', '启动新一批老旧小区改造项目', '第三批老旧小区改造项目', '个'],
  ['JOB-FAIRS', '线上、线下招聘会', '线上线下招聘会', '场'],
  ['CULTURE-EVENTS', '线上线下文化惠民活动', '文化惠民活动', '场'],
  ['LIFTS', '既有住宅增设电梯', '新增加装电梯', '台'],
  ['DRAINAGE-COMPLIANCE', '排水单元达标认定率', '排水单元达标认定率', '%'],
  ['MARKET-ENTITIES', '全区实有各类商事主体', '实有商事主体总量', '万户'],
  ['FINANCE-VA', '金融业增加值', '金融业增加值', '亿元'],
  ['RENTAL-HOMES', '保障性租赁住房筹建', '筹集认定保障性租赁住房', '套'],
  ['UNIVERSITY-ENTRY', '高考本科达线率', '高考本科上线率', '%'],
  ['JOBS-OFFERED', '招聘会提供就业岗位', '提供就业岗位', '万个'],
  ['AID-PAID', '各类补救助金', '发放各项救助与补贴', '亿元'],
] as const

// Near names of the two papers that are different things.
const differentThings = [
  ['一般公共预算收入', '区域总税收', '亿元'],
  ['区重点建设项目', '市重点项目', '个'],
  ['区重点建设项目', '市“攻城拔寨”项目', '个'],
  ['区重点建设项目', '市区重点项目', '个'],
  ['新增 500 强、央企子公司或分支机构落户', '引进百强类、总部类、央企类企业', '家'],
  ['线上、线下招聘会', '“零距离”就业招聘会', '场'],
  ['建设社区颐康服务站', '新建成社区颐康服务站', '个'],
  ['启动新一批老旧小区改造项目', '第二批老旧小区改造', '个'],
] as const

const register: readonly RegisterName[] = packs.flatMap(pack => pack.indicators ?? []).map((i, n) => ({
  id: `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`, code: i.code, name: i.name, unit: i.unit,
  aliases: registeredAliases(i), notNames: [...(i.not ?? [])],
}))
const codeOf = (name: string, unit: string) => register.find(entry => entry.id === certainMatch(name, unit, register))?.code ?? null

describe('the plan report and the half-year report of 2023', () => {
  test.each(sameThing)('%s: “%s” and “%s” find each other', (code, inPlan, inHalfYear, unit) => {
    expect([codeOf(inPlan, unit), codeOf(inHalfYear, unit)]).toEqual([code, code])
  })

  test.each(differentThings)('“%s” and “%s” are never taken for one another', (inPlan, inHalfYear, unit) => {
    const [a, b] = [codeOf(inPlan, unit), codeOf(inHalfYear, unit)]
    expect([a, b]).not.toContain(null)
    expect(a).not.toBe(b)
  })
})

const keys = new URL('../../../shared/facts-key/', import.meta.url)
const there = existsSync(keys)
if (!there) console.warn('skipped: ../shared/facts-key is not here, so the names above are not compared with the answer keys')

test.skipIf(!there)('these names are those of the answer keys', () => {
  const namesIn = (file: string) => {
    const rows: { name: string }[] = parse(readFileSync(new URL(file, keys), 'utf8'), { columns: true })
    return rows.map(row => row.name)
  }
  const plan = namesIn('yuexiu-2023-plan.csv'), halfYear = namesIn('yuexiu-2023-half-year.csv')
  for (const [, inPlan, inHalfYear] of sameThing) {
    expect(plan).toContain(inPlan)
    expect(halfYear).toContain(inHalfYear)
  }
})
