import { type Id } from '../../../kernel/id.ts'
import { type Label } from '../../../kernel/label.ts'
import { type CaseEvent, type CaseType, type Happened } from '../schema.ts'
import { branchOf } from './clocks.ts'
import { doneWords, limitWords } from './words.ts'

/** An event as a history tells it: what was done, and what was said with it, in the words of who said it. */
export type Told = { readonly what: Label; readonly said: readonly { readonly label: Label | null; readonly text: string }[] }

const l = (zh: string, en: string): Label => ({ zh, en })
type Telling = Pick<CaseType, 'categories' | 'urgencies' | 'results' | 'clocks' | 'fields' | 'names'>

/** Tells an event. `nameOf` gives the name of a unit or person. */
export function tellOf(type: Telling, event: CaseEvent, nameOf: (id: Id) => string): Told {
  const done = type.names?.[event.kind] ?? doneWords[event.kind]
  const more = (zh: string, en: string): Label => ({ zh: `${done.zh}${zh}`, en: `${done.en}${en}` })
  const said = (text: string, label: Label | null = null) => (text === '' ? [] : [{ label, text }])
  const to = (id: Id) => more(`给${nameOf(id)}`, ` to ${nameOf(id)}`)
  const granted = (is: boolean) => (is ? more('：同意', ': granted') : more('：不同意', ': not granted'))
  switch (event.kind) {
    case 'received': return { what: done, said: [] }
    case 'amended': {
      const changes = amendedWhat(type, event)
      return { what: changes.length === 0 ? done : more(`：${changes.map(w => w.zh).join('、')}`, `: ${changes.map(w => w.en).join(', ')}`), said: said(event.reason, l('理由', 'Reason')) }
    }
    case 'refused': return { what: done, said: [...said(event.basis, l('依据', 'Basis')), ...said(event.words)] }
    case 'returned': return { what: done, said: [...said(event.basis, l('依据', 'Basis')), ...said(event.words)] }
    case 'dispatched': {
      const co = event.co.map(nameOf).join('、')
      return { what: { zh: `${to(event.lead).zh}${co && `，协办：${co}`}`, en: `${to(event.lead).en}${co && `, with ${co}`}` }, said: said(event.words) }
    }
    case 'arbitrated': return { what: event.floor ? more(`由${nameOf(event.lead)}兜底办理`, `: ${nameOf(event.lead)} handles it as the floor unit`) : more(`由${nameOf(event.lead)}办理`, `: ${nameOf(event.lead)} handles it`), said: said(event.words) }
    case 'transferred': return { what: to(event.lead), said: said(event.words) }
    case 'co-asked':
    case 'co-released': return { what: more(`：${nameOf(event.unit)}`, `: ${nameOf(event.unit)}`), said: said(event.words) }
    case 'co-answered': return { what: l(`协办单位${nameOf(event.unit)}答复`, `co-unit ${nameOf(event.unit)} answered`), said: said(event.words) }
    case 'delegated': return { what: more(`：${nameOf(event.person)}`, `: ${nameOf(event.person)}`), said: [] }
    case 'noted': return { what: event.forReporter ? more('（反映人可见）', ' (the reporter sees it)') : done, said: said(event.words) }
    case 'answered': {
      const result = type.results.find(r => r.key === event.result)?.name ?? l(event.result, event.result)
      return { what: more(`：${result.zh}`, `: ${result.en}`), said: [...said(event.words), ...event.evidence.map(e => ({ label: l('佐证', 'Evidence'), text: e.reference ? `${e.what}（${e.reference}）` : e.what }))] }
    }
    case 'checked': return { what: event.passed ? more('通过', ': passed') : more('未通过，退回返工', ': not passed, sent back'), said: said(event.words) }
    case 'called-back': return { what: calledBackWhat(event), said: said(event.words) }
    case 'reopened': return { what: event.byReporter ? l('反映人要求重新办理', 'reopened by who asked') : done, said: said(event.words) }
    case 'rated': return { what: more(`：${event.score}分（满分5分）`, `: ${event.score} of 5`), said: said(event.words) }
    case 'extension-asked': return { what: more(limitWords(event.limit).zh, `: ${limitWords(event.limit).en}`), said: said(event.words) }
    case 'suspension-asked': return { what: event.until === null ? more('，恢复时间未定', ', end not known') : more(`至${event.until}`, ` until ${event.until}`), said: said(event.words) }
    case 'extension-decided':
    case 'suspension-decided': return { what: granted(event.granted), said: said(event.words) }
    case 'excluded':
    case 'voided': return { what: done, said: said(event.reason, l('理由', 'Reason')) }
    case 'absorbed': return { what: l(`${event.number}并入本单`, `${event.number} was merged into this one`), said: [] }
    case 'jointly-supervised': return { what: event.on ? l('列为联合督办', 'put under joint supervision') : l('解除联合督办', 'joint supervision ended'), said: said(event.words) }
    case 'warned': return { what: l(`“${clockName(type, event.clock).zh}”即将到期`, `“${clockName(type, event.clock).en}” is due soon`), said: [] }
    case 'escalated': return { what: event.reason, said: [] }
    case 'resumed':
    case 'contacted': return { what: done, said: said(event.words) }
    case 'upgraded': return { what: more(`至第${event.version}版`, ` to version ${event.version}`), said: [] }
    case 'filed':
    case 'signed':
    case 'closed':
    case 'settled':
    case 'merged': return { what: done, said: [] }
  }
}

function clockName(type: Telling, key: string): Label {
  return type.clocks.find(clock => clock.key === key)?.name ?? l(key, key)
}

function amendedWhat(type: Telling, event: Extract<CaseEvent, { kind: 'amended' }>): Label[] {
  const category = event.category === undefined ? undefined : branchOf(type.categories, event.category).at(-1)?.name
  const urgency = type.urgencies.find(u => u.key === event.urgency)?.name
  return [
    ...(category ? [l(`类别改为“${category.zh}”`, `category “${category.en}”`)] : []), ...(urgency ? [l(`紧急程度改为“${urgency.zh}”`, `urgency “${urgency.en}”`)] : []),
    ...(event.title === undefined ? [] : [l(`标题改为“${event.title}”`, `title “${event.title}”`)]), ...(event.place ? [l(`地点改为${event.place.address ?? '所选位置'}`, `place ${event.place.address ?? 'as chosen'}`)] : []),
    ...Object.keys(event.fields ?? {}).map(key => { const name = type.fields.find(f => f.key === key)?.name ?? l(key, key); return l(`“${name.zh}”`, `“${name.en}”`) }),
  ]
}

function calledBackWhat(event: Extract<CaseEvent, { kind: 'called-back' }>): Label {
  if (!event.reached) return l('回访未接通', 'called back, not reached')
  const is = (value: boolean | null, yes: Label, no: Label) => (value === null ? [] : [value ? yes : no])
  const found = [...is(event.responded, l('已联系', 'contacted'), l('未联系', 'not contacted')), ...is(event.solved, l('已解决', 'solved'), l('未解决', 'not solved')), ...is(event.satisfied, l('满意', 'satisfied'), l('不满意', 'not satisfied')), ...(event.rework ? [l('返工', 'to be redone')] : [])]
  return { zh: `回访${found.length ? `：${found.map(w => w.zh).join('、')}` : ''}`, en: `called back${found.length ? `: ${found.map(w => w.en).join(', ')}` : ''}` }
}

/** Who did it, where no official did: whoever asked, or the program. */
export function doerWords({ event, by }: Pick<Happened, 'event' | 'by'>): Label | null {
  if (by !== null) return null
  const byReporter = event.kind === 'received' || event.kind === 'rated' || event.kind === 'noted' || (event.kind === 'reopened' && event.byReporter)
  return byReporter ? l('反映人', 'Who asked') : l('系统', 'The program')
}
