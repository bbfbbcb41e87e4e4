import { type Context, type Tx } from '../../engines/context.ts'
import { mayAnywhere, scopeOf } from '../../engines/org/domain/permission.ts'
import { punctualityOf } from '../../engines/returns/domain/lateness.ts'
import { countToAccept, findWaitingSheets, type SheetLine } from '../../engines/returns/index.ts'
import { periodWords } from '../../engines/indicators/domain/words.ts'
import { type Label } from '../../kernel/label.ts'
import { type InboxItem } from './contract.ts'

/** What of the returns waits for a person: sheets of their own units to fill, sheets to approve that somebody else submitted, and for planners what is to be accepted, by form and period. */
export async function returnItems(tx: Tx, ctx: Context): Promise<InboxItem[]> {
  const items: InboxItem[] = []
  if (mayAnywhere(ctx.actor, 'figure.enter')) items.push(...(await findWaitingSheets(tx, ctx.district, ctx.actor.units, 'open')).map(line => toFill(line, ctx)))
  if (mayAnywhere(ctx.actor, 'figure.approve')) {
    // Who may approve for the whole district stands in for heads only when they choose to; in the inbox stand their own units.
    const scope = scopeOf(ctx.actor, 'figure.approve')
    const sheets = await findWaitingSheets(tx, ctx.district, scope === 'district' ? ctx.actor.units : [...scope], 'submitted')
    items.push(...sheets.filter(line => line.submittedBy !== ctx.actor.person).map(line => toApprove(line)))
  }
  if (mayAnywhere(ctx.actor, 'return.accept')) {
    for (const { form, nameZh, nameEn, period, count, since } of await countToAccept(tx, ctx.district)) {
      const when = periodWords(period, '')
      items.push({ kind: 'return-accept', id: `${form}-${period}`, title: nameZh, what: { zh: `${when.zh}，${count} 个单位待核收`, en: `${nameEn}, ${when.en}: ${count} sheets to accept` }, since, count, page: `/returns?form=${form}&period=${period}&state=approved` })
    }
  }
  return items
}

function toFill(line: SheetLine, ctx: Context): InboxItem {
  const when = periodWords(line.period, ''), { is, days } = punctualityOf(line, ctx.today())
  const due: Label = line.sentBack ? { zh: '已退回，请修改后重报', en: 'sent back; mend it and submit again' } : is === 'missing' ? { zh: `已逾期${days}个工作日`, en: `late by ${days} working days` } : { zh: `${line.dueOn}前报送`, en: `due by ${line.dueOn}` }
  return { kind: 'return-fill', id: line.id, title: `${line.unitName}：${line.nameZh}`, what: { zh: `${when.zh}，${due.zh}${line.reminder === 'due-soon' && is === 'not-due' ? '（提醒：即将到期）' : ''}`, en: `${line.nameEn}, ${when.en}: ${due.en}${line.reminder === 'due-soon' && is === 'not-due' ? ' (reminder: due soon)' : ''}` }, since: line.dueOn, count: null, page: `/returns/${line.id}` }
}

function toApprove(line: SheetLine): InboxItem {
  const when = periodWords(line.period, '')
  return { kind: 'return-approve', id: line.id, title: `${line.unitName}：${line.nameZh}`, what: { zh: `${when.zh}，已报送，待您审核`, en: `${line.nameEn}, ${when.en}: submitted, waits for your approval` }, since: line.firstSubmittedAt, count: null, page: `/returns/${line.id}` }
}
