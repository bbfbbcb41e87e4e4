import { type Label } from '../../../kernel/label.ts'
import { lightLabels } from '../../../kernel/light.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type Month, type ProjectEvent, type ProjectRules } from '../schema.ts'
import { isWork } from '../works-schema.ts'
import { toldWork } from './telling-works.ts'
import { fundLabels, toldWords } from './words.ts'

const label = (zh: string, en: string): Label => ({ zh, en })
const amount = (value: number): Label => label(`${printNumber(value, 4)}万元`, `${printNumber(value, 4)} (10,000 yuan)`)
const monthOf = (month: Month): Label => label(`${month.slice(0, 4)}年${Number(month.slice(5))}月`, month)
const because = (words: string): string => (words === '' ? '' : `：${words}`)
const becauseEn = (words: string): string => (words === '' ? '' : `: ${words}`)

type Telling = { readonly rules: Pick<ProjectRules, 'phases' | 'lists' | 'kinds'>; /** What a node is called now. */ readonly nodeName: (key: string) => string; readonly unitName: (id: string) => string }

/** An event as a sentence, for the history of a project. */
export function toldEvent(event: ProjectEvent, { rules, nodeName, unitName }: Telling): Label {
  const list = (key: string) => rules.lists.find(one => one.key === key)?.name ?? label(key, key)
  if (isWork(event)) return toldWork(event, rules)
  switch (event.kind) {
    case 'made': return label(`入库，编号${event.code}，阶段为${rules.phases[event.phase].zh}，业主单位${unitName(event.owner)}`, `Taken in as ${event.code}, ${rules.phases[event.phase].en}, owned by ${unitName(event.owner)}`)
    case 'renamed': return label(`自${event.from}起更名为“${event.name}”${because(event.ground)}`, `Called “${event.name}” since ${event.from}${becauseEn(event.ground)}`)
    case 'described': return label(`修改项目信息${because(event.reason)}`, `Details changed${becauseEn(event.reason)}`)
    case 'listed': return label(`列入${event.year}年“${list(event.list).zh}”${because(event.ground)}`, `Put on the list “${list(event.list).en}” of ${event.year}${becauseEn(event.ground)}`)
    case 'unlisted': return label(`移出${event.year}年“${list(event.list).zh}”${because(event.reason)}`, `Taken off the list “${list(event.list).en}” of ${event.year}${becauseEn(event.reason)}`)
    case 'phased': return label(`${event.on}转入${rules.phases[event.phase].zh}${because(event.words)}`, `${rules.phases[event.phase].en} since ${event.on}${becauseEn(event.words)}`)
    case 'merged': return label(`${event.on}并入“${event.name}”${because(event.reason)}`, `Merged into “${event.name}” on ${event.on}${becauseEn(event.reason)}`)
    case 'absorbed': return label(`${event.on}并入了“${event.name}”`, `Took in “${event.name}” on ${event.on}`)
    case 'split': return label(`${event.on}拆出“${event.name}”${because(event.reason)}`, `“${event.name}” came out of it on ${event.on}${becauseEn(event.reason)}`)
    case 'came-of': return label(`${event.on}由“${event.name}”拆出`, `Came out of “${event.name}” on ${event.on}`)
    case 'nodes-planned': return label(`排定${event.nodes.length}个节点${because(event.reason)}`, `${event.nodes.length} nodes planned${becauseEn(event.reason)}`)
    case 'node-forecast': return event.on === null ? label(`取消节点“${nodeName(event.node)}”的预计时间${because(event.reason)}`, `Forecast of “${nodeName(event.node)}” taken back${becauseEn(event.reason)}`) : label(`节点“${nodeName(event.node)}”预计${event.on}完成${because(event.reason)}`, `“${nodeName(event.node)}” foreseen for ${event.on}${becauseEn(event.reason)}`)
    case 'node-reached': return label(`节点“${nodeName(event.node)}”于${event.on}完成，佐证${event.evidence.length}份`, `“${nodeName(event.node)}” reached on ${event.on}, ${event.evidence.length} pieces of evidence`)
    case 'node-reopened': return label(`撤销节点“${nodeName(event.node)}”的完成${because(event.reason)}`, `“${nodeName(event.node)}” taken back${becauseEn(event.reason)}`)
    case 'year-planned': return label(`${event.year}年计划投资${amount(event.total).zh}${event.months ? '，分月下达' : ''}${because(event.reason)}`, `Plan of ${event.year}: ${amount(event.total).en}${event.months ? ', by month' : ''}${becauseEn(event.reason)}`)
    case 'month-told': return label(`报${monthOf(event.month).zh}完成投资${amount(event.amount).zh}${because(event.note)}`, `Told ${amount(event.amount).en} for ${event.month}${becauseEn(event.note)}`)
    case 'month-approved': return label(`审核通过${monthOf(event.month).zh}投资`, `Approved ${event.month}`)
    case 'month-returned': return label(`退回${monthOf(event.month).zh}投资${because(event.reason)}`, `Sent ${event.month} back${becauseEn(event.reason)}`)
    case 'funded': return event.amount === 0 ? label(`取消资金来源：${fundLabels[event.fund].zh}`, `Source taken off: ${fundLabels[event.fund].en}`) : label(`资金来源：${fundLabels[event.fund].zh}${amount(event.amount).zh}${event.ground === '' ? '' : `（${event.ground}）`}`, `Source: ${fundLabels[event.fund].en}, ${amount(event.amount).en}${becauseEn(event.ground)}`)
    case 'light-overridden': return label(`人工调为${lightLabels[event.light].zh}，至${event.until}${because(event.reason)}`, `Light set to ${lightLabels[event.light].en} until ${event.until}${becauseEn(event.reason)}`)
    case 'override-ended': return label(`取消人工调灯${because(event.reason)}`, `Override ended${becauseEn(event.reason)}`)
    case 'visited': return label(`${event.on}现场查看${because(event.words)}`, `Visited on ${event.on}${becauseEn(event.words)}`)
    case 'ended': return label(`${event.on}${toldWords.ended.zh}${because(event.reason)}`, `Withdrawn on ${event.on}${becauseEn(event.reason)}`)
  }
}
