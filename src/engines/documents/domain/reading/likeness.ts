import { groupMark, partMark, salutation } from './wording.ts'

/** What was found of the things by which an official report is known; densities are per thousand Chinese characters. */
export type Likeness = {
  readonly isReport: boolean
  readonly chinese: number
  /** Chinese characters among all that are printed, 0 to 1. */
  readonly share: number
  readonly officialWords: number
  readonly figures: number
  readonly sentences: number
  readonly headings: number
  readonly titled: boolean
}

/** As much of a text as is looked at; a report shows what it is within its first pages. */
const sample = 120_000

const officialWords = /工作|建设|发展|推进|完成|项目|企业|服务|改革|经济|政府|保障|提升|实施|社会|加强|全面|全市|全区|全省|全县|重点|民生|产业|群众|增长|创新|管理|机制|治理|投资|就业|预算|收入|规划|落实/g
const title = /(?:工作报告|执行情况|计划草案|预算草案|规划纲要|工作情况|工作总结|工作安排|工作计划|工作要点)/
const address = /各位代表|主任、各位副主任|各位委员|向大会报告/

/**
 * Is this text a report of a government? Judged by what it is made of: Chinese sentences, the words such papers are
 * written in, figures, numbered chapters or a title. The six reports of ../shared bear 54 to 81 official words, 15
 * to 20 figures and 22 to 25 full stops per thousand characters; the thresholds are a third of that.
 */
export function likenessOf(raw: string): Likeness {
  const text = raw.slice(0, sample)
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  const chinese = count(/[一-鿿]/g)
  const printed = count(/[^\s*#|_=-]/g)
  const perThousand = (n: number) => (chinese === 0 ? 0 : (n / chinese) * 1000)
  const official = perThousand(count(officialWords)), figures = perThousand(count(/[0-9０-９]+(?:\.[0-9]+)?/g)), sentences = perThousand(count(/[。；;]/g))
  const lines = text.split('\n', 4000).map(line => line.slice(0, 80).replace(/^[\s#*>]+/, ''))
  const headings = lines.filter(line => partMark.test(line) || groupMark.test(line)).length || (count(/[。：]\s?(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,2}）)/g))
  const titled = title.test(text.slice(0, 3000)) || address.test(text.slice(0, 6000)) || lines.slice(0, 60).some(line => salutation.test(line))
  const share = printed === 0 ? 0 : chinese / printed
  const wording = share >= 0.35 && official >= 20 && sentences >= 5
  const shape = headings >= 2 || titled || (official >= 40 && figures >= 3)
  return { isReport: wording && shape && figures >= 0.5, chinese, share, officialWords: official, figures, sentences, headings, titled }
}
