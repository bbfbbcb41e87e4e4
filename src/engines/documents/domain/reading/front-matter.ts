import type { Block, CleanText, FrontMatter, PaperKind } from '../../schema.ts'
import { roleOfHeading } from './roles.ts'
import { numberOf } from './wording.ts'

/**
 * Title, kind, body, date, session, speaker, district and the periods a paper speaks of, as far as it says them.
 * What is not said and can be concluded is filled and named in `inferred`; the rest is null and asked of the planner.
 */
export function frontMatterOf(raw: string, clean: CleanText, outline: readonly Block[]): FrontMatter {
  const textOf = (block: Block) => clean.text.slice(block.clean.start, block.clean.end).trim()
  const front = outline.filter(block => block.role === 'front').map(textOf)
  const headings = outline.filter(block => block.kind === 'heading' && block.heading !== null).map(block => block.heading ?? '')
  const opening = outline.filter(block => block.role !== 'front').slice(0, 3).map(textOf).join('\n').slice(0, 1500)
  const inferred: string[] = []
  const infer = <T>(name: string, read: T | null, concluded: () => T | null): T | null => {
    if (read !== null) return read
    const value = concluded()
    if (value !== null) inferred.push(name)
    return value
  }

  const title = outline.find(block => block.kind === 'title')?.heading?.replace(/(?<=[一-鿿]) (?=[一-鿿])/g, '') ?? null
  const handOver = front.find(line => /委托|我代表|现代表|向大会报告|作如下报告|报告如下|请予审议/.test(line)) ?? null
  const kind = infer<PaperKind>('kind', kindOfTitle(title ?? ''), () => kindOfTitle(handOver ?? '') ?? kindOfHeadings(headings)) ?? 'other'
  const sessionLine = front.find(line => /[一二三四五六七八九十]届.*会议/.test(line) && line !== title && line.length < 80 && /\d{4}年|在/.test(line))
  const session = sessionOf(sessionLine ?? '')
  const date = infer('date', dateOf(front.filter(line => line !== handOver).join('\n')), () => dateOf(/(?:发布(?:日期|时间)|成文日期|时间|日期)[：:]\s*([^\n]{6,30})/.exec(raw.slice(0, 3000))?.[1] ?? ''))
  const speaker = speakerOf(front.filter(line => line !== title && line.length <= 40))
  const named = [...(session ? [session] : []), ...(title ? [title] : []), ...front].map(districtOf).find(name => name !== null) ?? null
  const district = infer('district', named, () => districtOf(opening.slice(0, 400)))
  const body = bodyOf(front, title, district)

  const periods = periodsOf(kind, title, headings, handOver)
  const year = infer('year', periods.plan, () => yearFromDate(date) ?? yearIn(headings.find(heading => roleOfHeading(heading) === 'tasks') ?? '') ?? yearOfText(opening))
  const results = infer('resultsPeriod', periods.results, () => (year === null ? null : resultsBefore(kind, year)))
  const planned = infer('planPeriod', periods.planned, () => (year === null ? null : kind === 'five-year-plan' ? `${year}-${year + 4}` : String(year)))
  return { title, kind, body, date, session, speaker, district, year, resultsPeriod: results, planPeriod: planned, inferred }
}

function kindOfTitle(title: string): PaperKind | null {
  const words = title.replace(/\s/g, '')
  if (words === '') return null
  if (/预算|决算|财政收支|财政预/.test(words) && !/国民经济/.test(words)) return 'budget-report'
  if (/规划纲要|五年规划|远景目标/.test(words) && !/执行情况/.test(words)) return 'five-year-plan'
  if (/上半年|半年|1[-—至]6月|一至六月|前三季度/.test(words)) return 'half-year-report'
  if (/国民经济和社会发展.*(?:计划|规划).*(?:执行|草案)|计划(?:执行情况|草案)/.test(words)) return 'plan-report'
  if (/(?:法院|检察院|人大常委会|人民代表大会常务委员会|政协)/.test(words)) return 'other'
  if (/(?:政府)?工作报告/.test(words) || /代表.{0,16}政府.{0,6}(?:向大会)?报告工作/.test(words)) return 'work-report'
  return null
}

function kindOfHeadings(headings: readonly string[]): PaperKind | null {
  const all = headings.join('\n')
  if (/上半年/.test(all) && /下半年/.test(all)) return 'half-year-report'
  if (/计划执行情况|规划执行情况|计划安排/.test(all)) return 'plan-report'
  return /工作回顾/.test(all) && /工作安排|重点工作|主要任务/.test(all) ? 'work-report' : null
}

function sessionOf(line: string): string | null {
  const words = line.replace(/[\s—–-]/g, '').replace(/^.*?(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日/, '')
  const match = /^[^一-鿿]*在?([一-鿿]{2,40}?第?[一二三四五六七八九十]{1,4}届[一-鿿]{2,20}?第[一二三四五六七八九十]{1,5}次(?:全体)?会议)/.exec(words)
  return match?.[1]?.replace(/^在/, '') ?? null
}

function dateOf(text: string): string | null {
  const match = /(\d{4})\s?[年\-./]\s?(\d{1,2})\s?[月\-./]\s?(\d{1,2})\s?日?/.exec(text) ?? /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/.exec(text)
  if (!match) return null
  const number = (word: string | undefined) => (word && /^\d+$/.test(word) ? Number(word) : chineseDigits(word ?? ''))
  const [year, month, day] = [number(match[1]), number(match[2]), number(match[3])]
  if (year === undefined || month === undefined || day === undefined || year < 1949 || year > 2100 || month < 1 || month > 12) return null
  const iso = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  const at = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso) ? iso : null
}

/** 二〇二三 2023, 十二 12, 二十六 26. */
function chineseDigits(word: string): number {
  const digits = '〇一二三四五六七八九'
  if (word.length === 4) return Number(Array.from(word, digit => Math.max(0, digits.indexOf(digit.replace(/[○零]/, '〇')))).join(''))
  const ten = word.indexOf('十')
  if (ten < 0) return digits.indexOf(word)
  return (ten === 0 ? 1 : digits.indexOf(word.charAt(0))) * 10 + (word.length > ten + 1 ? digits.indexOf(word.charAt(ten + 1)) : 0)
}

/** 广州市越秀区区长苏佩 → 苏佩; 局长 刘震海 → 刘震海. */
function speakerOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = /(?:省长|市长|区长|县长|州长|盟长|旗长|镇长|主席|局长|主任|厅长|部长|秘书长)\s*[：:]?\s*([一-鿿·](?:\s?[一-鿿·]){1,4})$/.exec(line)
    if (match?.[1] && !/委托|会议|报告|委员/.test(match[1])) return match[1].replace(/\s/g, '')
  }
  return null
}

const area = /[一-鿿]{1,7}?(?:特别行政区|自治区|自治州|自治县|自治旗|开发区|新区|林区|地区|省|市|盟|区|县|旗|州(?!市))/g

/** The narrowest area a name of a meeting, a title or a body begins with: 广州市越秀区第十七届… → 越秀区. */
function districtOf(line: string): string | null {
  const words = line.replace(/[\s—–-]/g, '').replace(/^.*?(?:关于|\d{4}年(?:\d{1,2}月\d{1,2}日)?在?|代表|受|向)/, '')
  const head = /^([一-鿿]{2,20}?)(?=第?[一二三四五六七八九十]{1,4}届|人民政府|政府|发展和改革|财政局|\d{4}年|国民经济|区长|市长|县长|省长|主席)/.exec(words)?.[1] ?? ''
  const areas = head.match(area)
  const last = areas?.at(-1) ?? null
  return last && last.length >= 2 && areas?.join('') === head ? last : null
}

function bodyOf(front: readonly string[], title: string | null, district: string | null): string | null {
  const lines = front.map(line => line.replace(/\s/g, ''))
  const whole = lines.find(line => /^[一-鿿]{2,24}(?:人民政府|管理委员会)$/.test(line))
  if (whole) return whole
  const named = lines.map(line => /(?:代表|受)([一-鿿]{0,16}?(?:人民政府|政府|管理委员会))/.exec(line)?.[1]).find(name => name !== undefined) ?? /([一-鿿]{2,16}人民政府)/.exec((title ?? '').replace(/\s|\d{4}年/g, ''))?.[1] ?? null
  if (named === null) return null
  // 省人民政府 and 区人民政府 are said of whichever it is: the name of the area makes them whole.
  return /^(?:省|市|区|县|州|盟|旗|自治区|自治州|自治县)?(?:人民)?政府$/.test(named) && district ? `${district}人民政府` : named
}

/** Periods that title and headings name. */
function periodsOf(kind: PaperKind, title: string | null, headings: readonly string[], handOver: string | null): { plan: number | null; results: string | null; planned: string | null } {
  const words = (title ?? handOver ?? '').replace(/\s/g, '')
  const years = [...words.matchAll(/(20\d\d)年/g)].map(match => Number(match[1]))
  const first = years[0] ?? null, last = years.at(-1) ?? null
  const back = headings.find(heading => roleOfHeading(heading) === 'results') ?? ''
  const ahead = headings.find(heading => roleOfHeading(heading) === 'tasks' && yearIn(heading) !== null) ?? ''
  switch (kind) {
    case 'half-year-report': {
      const year = first ?? yearIn(back) ?? yearIn(ahead)
      return { plan: year, results: year === null ? null : /前三季度/.test(words) ? `${year}M1-9` : `${year}H1`, planned: year === null ? null : String(year) }
    }
    case 'plan-report': case 'budget-report': {
      const results = first !== null && first !== last ? first : yearIn(back)
      const plan = (first !== last ? last : null) ?? yearIn(ahead) ?? (results === null ? last : results + 1)
      return { plan, results: results === null ? null : String(results), planned: plan === null ? null : String(plan) }
    }
    case 'work-report': {
      const plan = yearIn(ahead) ?? last
      const results = yearIn(back)
      return { plan, results: results === null ? null : String(results), planned: plan === null ? null : String(plan) }
    }
    case 'five-year-plan': {
      // The fourteenth plan began in 2021 and each lasts five years.
      const ordinal = numberOf(/第([一二三四五六七八九十]{1,3})个五年|“?(十[一二三四五六七八九])五”?/.exec(words)?.slice(1).find(Boolean) ?? '')
      const begin = Number(/(20\d\d)\s?年?[—–-]\s?20\d\d/.exec(words)?.[1] ?? (ordinal === null ? Number.NaN : 2021 + 5 * (ordinal - 14)))
      return Number.isNaN(begin) ? { plan: null, results: null, planned: null } : { plan: begin, results: `${begin - 5}-${begin - 1}`, planned: `${begin}-${begin + 4}` }
    }
    case 'other': return { plan: last, results: last !== null && /一季度|1[-—]3月/.test(words) ? `${last}Q1` : null, planned: last === null ? null : String(last) }
  }
}

function yearIn(text: string): number | null {
  const match = /(20\d\d)\s?年/.exec(text)
  return match ? Number(match[1]) : null
}

function yearFromDate(date: string | null): number | null {
  return date === null ? null : Number(date.slice(0, 4))
}

/** The year most often named in the opening words. */
function yearOfText(text: string): number | null {
  const counts = new Map<number, number>()
  for (const match of text.matchAll(/(20\d\d)年/g)) counts.set(Number(match[1]), (counts.get(Number(match[1])) ?? 0) + 1)
  const best = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]
  return best ? best[0] : null
}

function resultsBefore(kind: PaperKind, year: number): string | null {
  if (kind === 'half-year-report') return `${year}H1`
  if (kind === 'five-year-plan') return `${year - 5}-${year - 1}`
  return String(year - 1)
}
