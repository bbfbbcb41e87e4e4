import type { PartRole } from '../../schema.ts'

/**
 * What a chapter speaks of, by the words of its heading. Work reports look back and then ahead, plan reports give
 * 执行情况 and then 安排, half-year reports 上半年…情况 and then 下半年…安排. Null where the words say nothing.
 */
export function roleOfHeading(heading: string): PartRole | null {
  const words = heading.replace(/[\s“”"]/g, '')
  if (/自身建设|政府建设|(?:全面从严治党|党的(?:全面)?领导|党的建设).{0,20}(?:政府|工作|全过程)|(?:服务|人民满意|法治|廉洁|效能)(?:型)?政府/.test(words)) return 'self-government'
  if (/(?:存在|面临|主要|突出)的?.{0,6}(?:困难|问题|挑战|不足|短板)|^(?:困难|问题)/.test(words)) return 'problems'
  const back = words.search(/回顾|执行情况|完成情况|落实情况|运行情况|进展情况|工作情况|发展情况|基本情况|推进情况|成就|成绩|成效|总结|过去[一五]年|(?:上半年|全年|前三季度|今年以来|去年).{0,24}情况/)
  const ahead = words.search(/工作安排|计划安排|安排建议|发展安排|主要安排|总体安排|任务|重点工作|工作重点|主要工作|主要措施|政策措施|下半年|下一步|下阶段|工作打算|今年工作|明年|今后.{0,8}工作|工作建议|工作计划|工作举措|(?:计划|预算|规划)草案|安排$|抓好.{0,12}工作|七项|八项|工作的?(?:总体)?(?:要求|思路|部署)/)
  if (back >= 0 && (ahead < 0 || back < ahead)) return 'results'
  if (ahead >= 0) return 'tasks'
  if (/目标|指标/.test(words)) return 'targets'
  if (/形势|展望|机遇|环境|背景|主要考虑|总体(?:要求|思路|考虑)|指导思想/.test(words)) return 'outlook'
  return words.endsWith('情况') ? 'results' : null
}

/** 困难和问题, as a paragraph of its own between the results and the plan. */
export function speaksOfProblems(paragraph: string): boolean {
  const head = paragraph.slice(0, 140)
  return /(?:存在|面临|还有|仍有|不少|一些|许多|诸多).{0,16}(?:困难|问题|挑战|短板|不足|差距|薄弱|风险)|(?:清醒|深刻|充分)地?(?:看到|认识到|认识)|(?:问题|困难|不足|短板|挑战)(?:也|仍|依然|还)?(?:不容忽视|不可忽视|比较突出|较为突出|较多|不少)/.test(head)
    && /困难|问题|挑战|不足|短板|差距|薄弱|矛盾/.test(head)
}

/** Goes on with the problems named before: 一是…, 二是…, 对此，我们…, 这些问题…. */
export function goesOnWithProblems(paragraph: string): boolean {
  return /^(?:[一二三四五六七八九]是|对此|对于这些|这些(?:问题|困难)|针对这些|对这些|我们(?:将|一定|必须|要).{0,24}(?:正视|直面|高度重视|解决)|以上问题|上述)/.test(paragraph)
}

/** 主要预期目标是：… */
export function speaksOfTargets(paragraph: string): boolean {
  return /(?:主要|预期|总体|具体|发展|奋斗|约束性|核心)(?:的)?(?:预期|发展|奋斗|经济|工作)?(?:目标|指标)(?:任务)?(?:建议)?(?:安排|设定|拟定|拟安排|定)?(?:为|是|如下|包括|有)?[：:，,]|预期目标|目标(?:是|为|如下)[：:]|(?:目标|指标).{0,6}如下[：:]/.test(paragraph)
}

/** 重点抓好以下七个方面工作： after this the tasks begin. */
export function announcesTasks(paragraph: string): boolean {
  return /(?:重点|着力|主要|突出|扎实|全力|切实)(?:抓好|做好|推进|抓|做|开展|完成).{0,16}(?:工作|方面|任务)[：:。]?$|(?:以下|如下|下列).{0,10}(?:工作|任务|措施|方面)[：:。]?$|建议.{0,6}(?:抓好|做好)/.test(paragraph.slice(-60))
}

/** 以上报告，请予审议。 and the call at the end. */
export function closes(paragraph: string): boolean {
  return /^以上报告|^特此报告|^报告完毕|^专此报告/.test(paragraph)
    || (/让我们|更加紧密地团结|团结奋斗|不懈奋斗|努力奋斗|新篇章|新的更大贡献|新的更大成绩|扬帆|奋勇前进/.test(paragraph) && /^(?:各位代表|同志们|新征程|站在|让我们|新时代|蓝图|征程|奋进|各位委员|使命)/.test(paragraph))
}

/** 展望, 形势, 总体要求: what stands before targets and tasks in the part that looks ahead. */
export function looksAhead(paragraph: string): boolean {
  return /^(?:展望|综观|纵观|当前|从(?:外部|国际|国内|形势)|20\d\d年是|今年是|明年是|“十.五”时期|做好今年|今年工作的?总体|总的要求|总体要求|指导思想)/.test(paragraph) || /总体(?:要求|思路|考虑)|指导思想/.test(paragraph.slice(0, 40))
}
