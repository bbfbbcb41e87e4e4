const described = /^(?:及?以上|以下|级)?的?(?:[^，。；、0-9]{0,6})(?:县域|城市|大关|企业|项目|工程|园区|楼宇|产业|集群|镇|村|县|单位|用户|小区|场所|商铺|基金|平台|医院|商场|街区|人口|家庭|老人|儿童|婴幼儿|考生|学生|人员|群众)/
const countedBefore = /\d+[余多]?[个家项条栋幢座户宗][^，。；]{0,4}$/
const countedBehind = /^[^，。；、]{0,6}?(?:\d|[一二两三四五六七八九十]+[个家项条])/

/**
 * 投资 5 亿元以上项目 12 个, 占比超过10%的有44种, 全国唯一出生人口超百万的省份: such a number only says which things are
 * meant, and is no figure of its own. `from` to `to` holds number and unit.
 */
export function isThreshold(text: string, from: number, to: number): boolean {
  const rest = text.slice(to, to + 24)
  if (/^(?:以上|以下)?的(?:企业|产品|项目|品种)?(?:有|达|共)\d/.test(rest)) return true
  // 完成增长 6.5%的目标任务: what had been asked for.
  if (/^的(?:年度|全年|预期|增长)*(?:目标|任务)/.test(rest) && /(?:完成|达到|好于|超过|超额完成)[^，。；]{0,8}$/.test(text.slice(Math.max(0, from - 14), from))) return true
  const over = /(?:超过?|过|逾|突破)$/.test(text.slice(Math.max(0, from - 2), from))
  if (over && /^(?:的|县|市|镇|区|企业|城市)/.test(rest) && /(?:成为|首个|唯一|第\d+个)[^，。；]{0,12}$/.test(text.slice(Math.max(0, from - 18), from))) return true
  const marked = /^(?:及?以上|以下|级)/.test(rest)
  const measure = /(?:元|平方米|千瓦|兆瓦|吨|公里|亩|立方米)$/.test(text.slice(from, to))
  if (!marked && !(over && measure)) return false
  if (/^的[^，。；、]{2,8}?(?:达到?|有|共|突破|超|增至|为)\d/.test(rest)) return true
  const noun = described.exec(rest)
  if (!noun) return false
  // 100 人以上企业 50 家 describes; 新增 280 个以上优质项目 counts.
  if (!measure) return countedBehind.test(rest.slice(noun[0].length))
  return /^(?:企业|项目|工程)/.test(rest) || countedBehind.test(rest.slice(noun[0].length)) || countedBefore.test(text.slice(Math.max(0, from - 16), from))
}
