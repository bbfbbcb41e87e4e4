/**
 * How official reports begin their headings and end their sentences, in Chinese and in the half-width form that some
 * web pages use. Patterns only; what they mean is decided by their users.
 */

export const chineseNumber = '[一二三四五六七八九十百]{1,4}'

/** 一、 */
export const partMark = new RegExp(`^(?:(${chineseNumber})(?:、|[.．](?=\\D))|第(${chineseNumber})(?:部分|[章节篇])[、：:\\s]*)`)
/** （一） */
export const groupMark = new RegExp(`^[（(]\\s?(${chineseNumber})\\s?[）)][、，,.]?`)
/** 1. 1、 1． and never 1.85 or 1、2 */
export const itemMark = /^(\d{1,2})(?:[.．](?!\d)|、(?!\d))/
/** （1） 1） ① */
export const subItemMark = /^(?:[（(](\d{1,2})[）)]|(\d{1,2})[）)](?=\D)|([①-⑳]))/
/** 一是 一要 第一， 首先 : a numbered sentence inside or at the head of a paragraph. */
export const countedLead = new RegExp(`^(?:(${chineseNumber})(?:是|要)|第(${chineseNumber})[，,、])`)
/** —— before a target or a list item. */
export const dashMark = /^(?:——|—|--|–|-)\s?(?!\d{1,3}\s?[—–-])/
export const symbolMark = /^[•●◆■▪○◇□★☆·]\s?/

/** 附件1, 附表：, 名词解释 on a line of their own. */
export const annexMark = /^(?:附\s?[件表录图]\s?(?:\d{1,2}|[一二三四五六七八九十]{1,2})?)\s?(?:[：:.、]|\s|$|(?=[\d一-鿿]))/
export const glossaryMark = /^(?:(?:附\s?[件录注]?\s?\d{0,2}\s?[：:、.]?\s?)?(?:[^。，、：:]{0,24})(?:名词|名词术语|有关词语|有关用语|相关用语|词语|术语|用语|缩略语)(?:解释|注释|说明|释义)(?:和说明|及说明)?[：:]?|注\s?释[：:]?)$/

/** 各位代表： 主任、各位副主任、各位委员： */
export const salutation = /^(?:各位(?:代表|委员|领导|同志|常委|组成人员)|主任[、,，]|尊敬的|同志们|区人大常委会|市人大常委会|人大常委会)[^。；]{0,40}[：:]$/

/** The address to the deputies inside a text, with which a new thought begins. */
export const address = /^(?:各位(?:代表|委员|同志)|同志们)[！!，,：:]?/

/** Ends a sentence, with the closing marks that may follow. */
export const sentenceEnd = /[。！？!?；;：:…][”’"』」）)》】]{0,3}$/
export const fullStopEnd = /[。！？!?…][”’"』」）)》】]{0,3}$/

/** A line that goes on: it stops after a comma, an opening mark or a word that cannot end anything; and one that cannot begin. */
export const commaEnd = /[，,、（(《“‘—－\-的和与及或把将由被第]$/
export const closingStart = /^(?:[，,、。；;：:！!？?）)》”’】」』%‰的]|是[：:])/

/** 一 1, 十二 12, 二十 20; null for what is no number up to 199. */
export function numberOf(chinese: string): number | null {
  const digits = '零一二三四五六七八九'
  const hundred = chinese.indexOf('百')
  if (hundred >= 0) {
    const rest = chinese.slice(hundred + 1).replace(/^零/, '')
    const tail = rest === '' ? 0 : numberOf(rest)
    const head = hundred === 0 ? 1 : digits.indexOf(chinese.slice(0, hundred))
    return tail === null || head < 1 ? null : head * 100 + tail
  }
  const ten = chinese.indexOf('十')
  if (ten < 0) return chinese.length === 1 && digits.indexOf(chinese) > 0 ? digits.indexOf(chinese) : null
  const tens = ten === 0 ? 1 : ten === 1 ? digits.indexOf(chinese.charAt(0)) : -1
  const ones = chinese.length === ten + 1 ? 0 : chinese.length === ten + 2 ? digits.indexOf(chinese.charAt(ten + 1)) : -1
  return tens < 1 || ones < 0 ? null : tens * 10 + ones
}

/** Does the line begin as a heading or a list item does? */
export function beginsAnew(text: string): boolean {
  const first = text.charAt(0)
  if (/[（(第附各主尊同一二三四五六七八九十\d①-⑳•●◆■▪○◇□★☆名以]/.test(first)) {
    return partMark.test(text) || groupMark.test(text) || itemMark.test(text) || subItemMark.test(text) || symbolMark.test(text)
      || annexMark.test(text) || salutation.test(text) || address.test(text) || glossaryMark.test(text) || text.startsWith('以上报告')
  }
  return text.startsWith('——') || glossaryMark.test(text)
}

/** A sentence of at most `most` characters without a comma or a figure: how paragraphs announce their subject. */
export function leadSentence(text: string, most = 26): string | null {
  const end = text.slice(0, most + 1).indexOf('。')
  if (end < 4) return null
  const sentence = text.slice(0, end)
  return /[，,；;：:！!？?\d]/.test(sentence) ? null : sentence
}
