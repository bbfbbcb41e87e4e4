import { type Label } from '../../../kernel/label.ts'
import { printNumber } from '../../../kernel/quantity.ts'
import { type ProjectRules } from '../schema.ts'
import { type WorkAct } from '../works-schema.ts'
import { contractKindLabels } from './words.ts'

const label = (zh: string, en: string): Label => ({ zh, en })
const amount = (value: number): Label => label(`${printNumber(value, 4)}万元`, `${printNumber(value, 4)} (10,000 yuan)`)
const because = (words: string): string => (words === '' ? '' : `：${words}`)
const becauseEn = (words: string): string => (words === '' ? '' : `: ${words}`)

/** What happened to contracts, land or approvals as a sentence, for the history of a project. */
export function toldWork(event: WorkAct, { kinds }: Pick<ProjectRules, 'kinds'>): Label {
  const line = (key: string) => kinds.flatMap(kind => kind.approvals ?? []).find(one => one.key === key)?.name ?? label(key, key)
  switch (event.kind) {
    case 'contract-signed': return label(`${event.on}与${event.party}签订${contractKindLabels[event.of].zh}合同“${event.what}”（${event.number}），${amount(event.amount).zh}`, `Contract “${event.what}” (${event.number}, ${contractKindLabels[event.of].en.toLowerCase()}) signed with ${event.party} on ${event.on}: ${amount(event.amount).en}`)
    case 'contract-changed': return label(`${event.on}变更合同${event.number}，${event.by > 0 ? '增加' : '减少'}${amount(Math.abs(event.by)).zh}，批准文号${event.approval}${because(event.reason)}`, `Contract ${event.number} changed on ${event.on}: ${amount(Math.abs(event.by)).en} ${event.by > 0 ? 'more' : 'less'}, approved by ${event.approval}${becauseEn(event.reason)}`)
    case 'contract-closed': return label(`${event.on}合同${event.number}结算，结算价${amount(event.account).zh}`, `Contract ${event.number} settled on ${event.on} at ${amount(event.account).en}`)
    case 'contract-struck': return label(`撤销合同${event.number}的登记${because(event.reason)}`, `Contract ${event.number} struck off${becauseEn(event.reason)}`)
    case 'land-planned': return label(`核定征迁任务：${event.households}户，征地${event.area}平方米，拆除建筑${event.buildings}平方米${because(event.ground)}`, `To be cleared: ${event.households} households, ${event.area} m² of land, ${event.buildings} m² of buildings${becauseEn(event.ground)}`)
    case 'land-told': return label(`截至${event.on}：签约${event.signed}户，清场${event.cleared}户，征地${event.area}平方米，拆除${event.demolished}平方米${because(event.reason)}`, `By ${event.on}: ${event.signed} households signed, ${event.cleared} cleared, ${event.area} m² of land acquired, ${event.demolished} m² torn down${becauseEn(event.reason)}`)
    case 'approval-applied': return label(`${event.on}申报“${line(event.line).zh}”${because(event.note)}`, `Applied for “${line(event.line).en}” on ${event.on}${becauseEn(event.note)}`)
    case 'approval-returned': return label(`${event.on}“${line(event.line).zh}”被退回补正${because(event.reason)}`, `“${line(event.line).en}” sent back for supplement on ${event.on}${becauseEn(event.reason)}`)
    case 'approval-granted': return label(`${event.on}“${line(event.line).zh}”批准，文号${event.reference}`, `“${line(event.line).en}” granted on ${event.on} by ${event.reference}`)
    case 'approval-not-needed': return label(`${event.on}认定“${line(event.line).zh}”不需办理${because(event.reason)}`, `“${line(event.line).en}” found not to be needed on ${event.on}${becauseEn(event.reason)}`)
    case 'approval-taken-back': return label(`撤销“${line(event.line).zh}”最近一步登记${because(event.reason)}`, `The last step of “${line(event.line).en}” taken back${becauseEn(event.reason)}`)
  }
}
