import { partiesOf } from '../../engines/cases/domain/machine.ts'
import { type CaseEventKind, type CaseType } from '../../engines/cases/schema.ts'
import { type Going, type Plan } from './life.ts'
import { chance, type Dice, one } from './world.ts'

const may = (type: CaseType, kind: CaseEventKind) => partiesOf(type, kind).length > 0
const first = (type: CaseType, kind: CaseEventKind, of: CaseEventKind) => type.before?.[of]?.includes(kind) ?? false

/** At what share of a clock something is done: mostly in time, sometimes late, now and then very late. */
const inTime = (dice: Dice) => (chance(dice, 88) ? 0.1 + dice(80) / 100 : chance(dice, 75) ? 1.02 + dice(50) / 100 : 1.6 + dice(200) / 100)

const solved = ['已派员到现场处理，问题已解决。', '经核实情况属实，已整改完毕，并加强巡查。', '已联系诉求人并上门处理，诉求人表示认可。', '已安排施工队修复，现场恢复正常。', '已约谈相关负责人并责令改正，复查合格。', '已协调各方达成一致，按方案完成。']
const explained = ['经现场核查未发现所反映的情况，已向诉求人说明，将持续关注。', '该事项须按规定程序办理，已一次性告知所需材料和流程。', '涉及产权和资金，已列入计划，并告知诉求人预计时间。', '属历史遗留问题，已说明政策依据，继续协调。']
const undone = ['问题没有解决，又出现了', '只处理了一半', '现场与答复不符', '当天好了，第二天又这样']
const notes = ['已与现场负责人联系，约定时间查看。', '已请社区协助核实。', '需等待配件到货。', '已发函相关单位配合。', '现场已拍照留存，安排下午处理。']

/** The course of a case: what its people mean to do, one thing after another. It is broken off where `now` comes first. */
export function* courseOf(going: Going): Generator<Plan> {
  const { type, dice, lead, co, present, other } = going
  const quick = type.key === 'call-out' || present().urgency === 'urgent' || present().urgency === 'emergency' || present().urgency === 'real'
  const soon = quick ? 1 + dice(4) : 5 + dice(90)
  if (may(type, 'refused') && chance(dice, 2)) return void (yield { event: { kind: 'refused', basis: '受理范围规定', words: '同一事项已进入诉讼程序，不再受理' }, minutes: soon })
  if (type.steps.file) yield { event: { kind: 'filed' }, minutes: soon }
  if (may(type, 'voided') && chance(dice, 1)) return void (yield { event: { kind: 'voided', reason: '误登记' }, minutes: 10 })
  yield { event: { kind: 'dispatched', lead, co: [...co], words: co.length > 0 ? '请主办单位牵头，协办单位配合。' : '' }, minutes: type.key === 'grid-own' ? 0 : soon }
  if (may(type, 'returned') && !quick && chance(dice, 6)) {
    yield { event: { kind: 'returned', basis: '区职能分工规定', words: '不属本单位职责范围' }, minutes: 60 + dice(180) }
    const floor = chance(dice, 40)
    yield { event: { kind: 'arbitrated', lead: floor ? lead : other([lead, ...co]), floor, words: floor ? '无其他职能单位，由你单位兜底' : '按职能改派' }, minutes: 120 + dice(600) }
  }
  if (type.steps.sign) yield { event: { kind: 'signed' }, clock: 'sign', share: chance(dice, 90) ? 0.05 + dice(80) / 100 : 1.05 + dice(150) / 100 }
  if (may(type, 'jointly-supervised') && chance(dice, 3)) yield { event: { kind: 'jointly-supervised', on: true, words: '同一事项多次反映，联合督办' }, party: 'supervisor', minutes: 300 }
  yield* worked(going, quick)
  if (type.steps.check) {
    if (chance(dice, 7)) {
      yield { event: { kind: 'checked', passed: false, words: one(dice, undone) }, minutes: 60 + dice(1200) }
      yield* worked(going, quick)
    }
    yield { event: { kind: 'checked', passed: true, words: '现场核查属实' }, minutes: quick ? 30 + dice(120) : 120 + dice(2000) }
  }
  yield { event: { kind: 'closed' }, minutes: type.key === 'grid-own' ? 1 : 10 + dice(200) }
  if (type.onPortal && chance(dice, 20)) yield { event: { kind: 'rated', score: chance(dice, 80) ? 4 + dice(2) : 1 + dice(3), words: '' }, party: 'reporter', minutes: 200 + dice(2000) }
  if (type.steps.callBack) yield* calledBack(going, quick)
}

/** From taking it up to the answer; with what must come before it, and with those that help. */
function* worked({ type, dice, present }: Going, quick: boolean): Generator<Plan> {
  const meets = first(type, 'contacted', 'answered')
  if (may(type, 'contacted') && !present().done.includes('contacted') && (meets || chance(dice, 70))) yield { event: { kind: 'contacted', words: type.key === 'proposal' ? '与代表委员面商，听取意见' : meets ? '已到场，正在处置' : '已电话联系，核实情况' }, clock: type.clocks.some(c => c.key === 'meet') ? 'meet' : 'contact', share: inTime(dice) }
  if (!quick && chance(dice, 30)) yield { event: { kind: 'noted', words: one(dice, notes), forReporter: chance(dice, 30) }, party: 'lead', minutes: 120 + dice(1500) }
  if (!quick && may(type, 'extension-asked') && present().extended < type.extensions && chance(dice, 6)) {
    yield { event: { kind: 'extension-asked', limit: { n: 5, unit: 'working-days' }, words: '涉及多方，需要更多时间协调' }, clock: 'resolve', share: 0.6 }
    const granted = chance(dice, 80)
    yield { event: { kind: 'extension-decided', granted, words: granted ? '同意' : '理由不充分，请按期办理' }, minutes: 60 + dice(400) }
  } else if (!quick && may(type, 'suspension-asked') && chance(dice, 3)) {
    yield { event: { kind: 'suspension-asked', until: null, words: '须待雨季后施工' }, clock: 'resolve', share: 0.4 }
    yield { event: { kind: 'suspension-decided', granted: true, words: '同意挂起' }, minutes: 60 + dice(400) }
    yield { event: { kind: 'resumed', words: '具备施工条件' }, party: 'lead', minutes: 2000 + dice(8000) }
  }
  for (const { unit, answeredAt } of present().co) if (answeredAt === null) yield { event: { kind: 'co-answered', unit, words: one(dice, ['已派员配合，意见已反馈主办单位。', '已核查，职责范围内事项已处理。', '无不同意见，支持主办单位方案。']) }, unit, minutes: quick ? 20 + dice(30) : 200 + dice(2600) }
  const good = chance(dice, 80)
  const result = type.key === 'call-out' ? (present().urgency === 'drill' ? 'drill-passed' : one(dice, ['handled', 'handed-over'])) : good ? type.results[0]?.key : one(dice, type.results).key
  const evidence = type.evidence > 0 || chance(dice, 15) ? [{ what: '处理记录', reference: `演示〔${present().openedAt.slice(0, 4)}〕${1 + dice(90)}号` }] : []
  yield { event: { kind: 'answered', words: good ? one(dice, solved) : one(dice, explained), result: result ?? '', evidence }, ...(type.key === 'grid-own' ? { minutes: 3 + dice(20) } : { clock: 'resolve', share: inTime(dice) }) }
}

/** The call-back: reached or not, satisfied or not, once in a while all over again, seldom left out of the rates. */
function* calledBack(going: Going, quick: boolean): Generator<Plan> {
  const { dice, type } = going
  if (chance(dice, 15)) yield { event: { kind: 'called-back', reached: false, responded: null, solved: null, satisfied: null, rework: false, words: '无人接听' }, minutes: 600 + dice(1500) }
  if (chance(dice, 8)) {
    yield { event: { kind: 'called-back', reached: true, responded: true, solved: false, satisfied: false, rework: true, words: one(dice, undone) }, minutes: 600 + dice(2500) }
    yield* worked(going, quick)
    if (type.steps.check) yield { event: { kind: 'checked', passed: true, words: '复查属实' }, minutes: 200 + dice(1500) }
    yield { event: { kind: 'closed' }, minutes: 10 + dice(100) }
  }
  const satisfied = chance(dice, 88)
  yield { event: { kind: 'called-back', reached: true, responded: chance(dice, 97), solved: satisfied || chance(dice, 40), satisfied, rework: false, words: satisfied ? '表示满意' : '对结果不满意，理解处理过程' }, minutes: 600 + dice(2500) }
  if (!satisfied && may(type, 'excluded') && chance(dice, 25)) yield { event: { kind: 'excluded', reason: '经核实属不合理诉求，报批后剔除' }, minutes: 1000 + dice(2000) }
}
