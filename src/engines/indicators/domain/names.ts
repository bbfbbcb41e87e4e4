/** What a name says beside the thing itself. */
export type NameParts = {
  /** The name without time, own area and the word for growth; equal parts are the same name. */
  readonly bare: string
  /** 增速, 增幅: the name speaks of the growth, which is an aspect and no other indicator. */
  readonly growth: boolean
}

/** Width, script digits, spaces, quotation marks and a converter's notation: what printing adds to a name. */
export function printedAlike(name: string): string {
  return name.replaceAll(/<\/?su[bp]>/g, '').replaceAll(/[_^]\{([^}]*)\}/g, '$1').normalize('NFKC')
    .replaceAll(/[\s“”"'‘’「」『』《》〈〉·]/g, '').replaceAll('—', '-').toLowerCase()
}

// 全区域 is 全 + 区域, hence the look-ahead. A year stands without its own digits so that 2023年 and 全年 are the same time.
const timeOrOwnArea = /^(?:(?:19|20)\d\d年(?:度|上半年|下半年)?|全年|今年|本年度?|年内|上半年|下半年|前三季度|第?[一二三四]季度|1-\d{1,2}月|全区(?!域)|我区|本区)(?:的|，|,)?/
const verb = /^(?:完成|实现|达到)/
const growthWord = /(?:同比)?(?:的?增长速度|增速|增幅|增长率|增长)$/

/**
 * Takes off what is kept elsewhere: the time (a figure has its period), the own district, the verb before and the word for
 * growth behind it (a figure has its change). 全年固定资产投资增速 is 固定资产投资. 全市 and 市 stay: they name another thing.
 */
export function nameParts(name: string): NameParts {
  let bare = printedAlike(name)
  for (let shorter = strip(bare); shorter !== bare; shorter = strip(bare)) bare = shorter
  const level = bare.replace(growthWord, '')
  return level.length >= 2 && level !== bare ? { bare: level, growth: true } : { bare, growth: false }
}

function strip(name: string): string {
  const rest = name.replace(timeOrOwnArea, '').replace(verb, '')
  return rest.length >= 2 ? rest : name
}

const looseHead = /^(?:累计|全社会|推动|推进|带动|力争|确保|争取|预计|各类|全部|建设|建成|开展|举办|组织|提供)/
const looseTail = /(?:完成总额|完成额|总额|总量|总数|总值|金额|数量|人数|个数|情况|额|量|数)$/

/** A name without words that often, but not always, mean nothing: a reason to suggest, never to merge. */
export function looseName(bare: string): string {
  const core = bare.replace(looseHead, '').replaceAll(/[的、，,()]/g, '').replace(looseTail, '')
  return core.length >= 2 ? core : bare
}

/** Whose things the name counts, from words like 市重点项目, 省级, 全国; empty where it does not say. 市场 and 市区 are no marks of the city. */
export function scopeOfName(bare: string): ReadonlySet<string> {
  const found = new Set<string>()
  if (/^(?:全国|国家(?!税务))|国家级/.test(bare)) found.add('国家')
  if (/^(?:全省|省)|省级/.test(bare)) found.add('省')
  if (/^(?:全市|市(?![场政民值容区]))|市级|^市区/.test(bare)) found.add('市')
  if (/^区(?![域间位块])|^市区|区级|区属/.test(bare)) found.add('区')
  if (/街道级|^街道(?!办)/.test(bare)) found.add('街道')
  return found
}

/**
 * Words of which one name has and the other has not: then they are two indicators however alike the rest.
 * Source: year.md, "tax take and budget revenue; recovery rate and reuse rate"; the others from the names in the reports.
 */
const tellApart: readonly (readonly string[])[] = [
  ['资源化', '回收', '无害化'],
  ['税收', '预算收入', '财政收入', '非税'],
  ['收入', '支出'],
  ['进出口', '进口', '出口'],
  ['规模以上', '规上', '限额以上', '限上'],
  ['增加值', '总产值', '营业收入', '营收', '利润', '成交额', '融资'],
  ['新增', '新建', '新开工', '新认定'],
  ['城镇', '农村'],
  ['开工', '竣工', '投产'],
  ['事故', '死亡', '受伤'],
  ['人均', '单位', '每千', '每万'],
  ['工业', '服务业', '金融', '建筑业', '房地产', '批发', '零售', '住宿', '餐饮', '旅游', '农业'],
  ['民间', '外商', '国有', '民营'],
  ['发明', '实用新型', '金奖', '银奖'],
  ['授权', '申请', '拥有'],
  ['满意', '解决', '响应', '办结', '按时', '准确'],
  ['面积', '投资', '人次'],
  ['学位', '宿位', '托位', '床位'],
  ['小学', '中学', '幼儿园', '高中'],
  ['线上', '线下'],
  ['高新技术', '科技型中小', '专精特新', '上市'],
  ['攻城拔寨', '重点建设', '重点项目'],
]

/** The different things two names are about, where that can be told from their words; null where nothing tells them apart. */
export function toldApartBy(a: string, b: string): string | null {
  for (const group of tellApart) {
    const x = wordsIn(a, group), y = wordsIn(b, group)
    if (x.join() !== y.join()) return `${x.join('、') || '—'} / ${y.join('、') || '—'}`
  }
  const x = measureOf(a), y = measureOf(b)
  if (x !== y) return `${x} / ${y}`
  const m = numbersIn(a), n = numbersIn(b)
  return m === n ? null : `${m || '—'} / ${n || '—'}`
}

/** Longer words first, so that 进出口 is not read as 出口 as well. */
function wordsIn(name: string, group: readonly string[]): string[] {
  let rest = name
  const found: string[] = []
  for (const word of group.toSorted((a, b) => b.length - a.length)) {
    if (!rest.includes(word)) continue
    found.push(word)
    rest = rest.replaceAll(word, ' ')
  }
  return found.toSorted()
}

/** A share, a rate or a speed is not the thing it is a share of. */
function measureOf(name: string): 'rate' | 'amount' {
  return /(?:率|占比|比重|比例|指数|浓度)$|占.+(?:比重|比例)/.test(name) ? 'rate' : 'amount'
}

/** 第二批 and 第三批, 500强 and 百强: other numbers are other things. */
function numbersIn(name: string): string {
  return (name.match(/\d+(?:\.\d+)?|第[一二三四五六七八九十]+|[一二三四五六七八九十百千]+(?=强|大|批)/g) ?? []).join(' ')
}
