import { predicateAt, skipVerbs } from './words.ts'

/** Measures (总量, 满意率, 增加值): they say how something is counted, and need the name of what. */

/** Does the name end in a measure? */
export const endsInMeasure = (name: string): boolean => measure.test(name)
const measure = /(?:值|额|量|率|数|入|出|资|润|税|比|度|准|款|速|营收|面积|情|案件|积)$/
/** 中心商圈｜总客流: the owner and the measure in one name. */
export const ownerAndMeasure = /^(.*(?:商圈|园区|街区|城区|企业|行业|产业|学校|医院|机构|平台|项目|全区|全市|全省|[区市省县镇街业园]))(.{2,8})$/

/** 接种新冠疫苗 -> 新冠疫苗. */
export function objectOf(name: string): string {
  const end = skipVerbs(name, 0), first = name.startsWith('新') && end > 2 && end % 2 === 1 ? 3 : 2
  // 服务机器人产量 is a measure and begins with a noun, 接种新冠疫苗 with a verb.
  return end >= name.length || end === 0 || (predicateAt(name) !== 0 && endsInMeasure(name)) ? name : name.slice(first)
}

const generic = /^(?:占.{2,14}|(?:累计|平均|年|总|全年)?(?:总?量|总?数|数量|总额|总值|总规模|规模|增加值|密度|床位|总市值|市值|营收|营业额|利润总?额?|产量|产值|年产值|税收|面积|客流量?|投资额|(?:计划)?总投资|交易额|成交额|协议投资额|(?:年度)?(?:投资)?计划完成率|销售额|贡献率|占比|比重|满意率|满意度|完成率|办结率|合格率|达标率|覆盖率|总花费|花费|惠及面|参与人数|人数|户数|均价|优良率|增速|降幅|增幅|余额|件数|起数))$/
/** Words that name a measure but not of what. */
export const isGeneric = (name: string): boolean => name.length <= 16 && generic.test(name)

/** 监管企业营收…、利润…: of the same enterprises. 建成 5G 基站…，密度…: of the stations. */
export function ofOwner(measure: string, before: string): string {
  const front = ownerAndMeasure.exec(before)
  if (front?.[1] && front[2] && isGeneric(front[2])) return front[1] + measure
  // 解决率 96.5%、满意率 97.2%: two measures side by side, neither is of the other.
  if (measure.endsWith('率') && before.endsWith('率')) return measure
  if (measure.startsWith('占')) return objectOf(before) + measure
  return objectOf(before).replace(/完成投资额?$|投资额$|(?<=.{2})(?:播种)?(?:面积|产量|产值|总量|总额|数量|人数|户数)$/, '') + measure
}

/** 获省级以上荣誉 253 项，其中国家级 108 项: a part named by its grade alone takes the noun of the whole. */
export function partName(part: string, whole: string): string {
  if (part.length > 4 || !/级$|级以上$/.test(part)) return isGeneric(part) ? ofOwner(part, whole) : part
  const noun = objectOf(whole).replace(/^(?:共|现|实|拥)有/, '').split('、').at(-1) ?? ''
  return part + noun.replace(/^(?:(?:国家|省|市|区|县)+(?:级)?(?:以上|及以上)?|\d?A级)/, '')
}
