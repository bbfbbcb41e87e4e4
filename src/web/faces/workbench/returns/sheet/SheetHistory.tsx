import { type SheetView } from '../../../../../engines/returns/contract.ts'
import { type SheetEvent } from '../../../../../engines/returns/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { instantText, numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import style from './sheet.module.css'

/** What happened to the sheet, the latest first; cells that one person saved in a row are one line. */
export function SheetHistory({ sheet }: { readonly sheet: SheetView }) {
  const { language, t } = useLanguage()
  const nameOf = (key: string) => { const row = sheet.rows.find(one => one.key === key); return row ? t(row.name) : key }
  const steps = sheet.history.reduce<{ seq: number; at: string; by: string; event: SheetEvent }[]>((all, step) => {
    const last = all.at(-1)
    if (last?.event.kind === 'entered' && step.event.kind === 'entered' && last.by === step.by) all[all.length - 1] = { ...step, event: { kind: 'entered', cells: [...last.event.cells.filter(cell => step.event.kind === 'entered' && !step.event.cells.some(next => next.row === cell.row)), ...step.event.cells] } }
    else all.push(step)
    return all
  }, [])
  return (
    <ol className={style['history']} reversed>
      {steps.toReversed().map(step => <li key={step.seq}><time dateTime={step.at}>{instantText(step.at, language)}</time><span><b lang="zh-CN">{step.by}</b> {t(wordsOf(step.event, nameOf))}</span></li>)}
    </ol>
  )
}

function wordsOf(event: SheetEvent, nameOf: (key: string) => string): Label {
  switch (event.kind) {
    case 'opened': return { zh: '开表', en: 'opened the sheet' }
    case 'entered': {
      const cells = event.cells.slice(0, 6).map(cell => `${nameOf(cell.row)} ${numberText(cell.value)}`).join('、'), more = event.cells.length > 6
      return { zh: `填写 ${cells}${more ? `等${event.cells.length}项` : ''}`, en: `entered ${cells}${more ? `, ${event.cells.length} in all` : ''}` }
    }
    case 'answered': return { zh: `对“${nameOf(event.row)}”的提示说明：${event.reason}`, en: `answered for “${nameOf(event.row)}”: ${event.reason}` }
    case 'submitted': return { zh: '报送', en: 'submitted it' }
    case 'approved': return { zh: '审核通过', en: 'approved it' }
    case 'accepted': return { zh: `核收并锁定，${event.figures.length}个数入账`, en: `accepted and locked it; ${event.figures.length} figures went into the ledger` }
    case 'sent-back': return { zh: `退回${event.to === 'submitted' ? '负责人' : ''}：${event.reason}`, en: `sent it back${event.to === 'submitted' ? ' to the head' : ''}: ${event.reason}` }
    case 'reopened': return { zh: `重开${event.rows.map(nameOf).join('、')}：${event.reason}`, en: `reopened ${event.rows.map(nameOf).join(', ')}: ${event.reason}` }
  }
}
