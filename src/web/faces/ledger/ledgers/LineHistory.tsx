import { acceptanceLabels, type LineEvent } from '../../../../engines/plan/ledgers/schema.ts'
import { changesBy, standingOn, valueWords } from '../../../../engines/plan/domain/ledger/particulars.ts'
import { type Telling } from '../../../../engines/plan/ledgers/particulars-schema.ts'
import { type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { type Label, type Language } from '../../../../kernel/label.ts'
import { dayText, instantText, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { say } from '../../../words.ts'
import { type LineAnswer } from './line-answer.ts'
import style from './ledgers.module.css'

const said = {
  placed: { zh: '列入台账', en: 'Put into the ledger' },
  position: { zh: '调到第{position}位', en: 'Moved to place {position}' },
  weight: { zh: '权重设为{weight}', en: 'Weight set to {weight}' },
  path: { zh: '设定年度路径，依据：{ground}', en: 'Yearly path set; ground: {ground}' },
  pathless: { zh: '取消自定年度路径', en: 'The path set by hand was dropped' },
  retargeted: { zh: '指标合并，改由合并后的目标衡量', en: 'Its indicator was merged; it follows the joined target' },
  'evidence-added': { zh: '补充佐证：{what}', en: 'Evidence added: {what}' },
  'evidence-withdrawn': { zh: '撤回佐证：{reason}', en: 'Evidence withdrawn: {reason}' },
  proposed: { zh: '申请验收', en: 'Put forward for acceptance' },
  decided: { zh: '{step}：{decision}{share}。{note}', en: '{step}: {decision}{share}. {note}' },
  told: { zh: '填报（截至{day}）：{changes}。依据：{ground}{reason}', en: 'Told as of {day}: {changes}. Ground: {ground}{reason}' },
  change: { zh: '{column}由{from}改为{to}', en: '{column} from {from} to {to}' },
  value: { zh: '{column}{to}', en: '{column} {to}' },
  reason: { zh: '；退回理由：{reason}', en: '; reason for going back: {reason}' },
  'taken-off': { zh: '移出台账：{reason}', en: 'Taken off: {reason}' },
} as const satisfies Record<string, Label>

/** What happened to a line, the newest first. */
export function LineHistory({ history, ledger }: { readonly history: LineAnswer['history']; readonly ledger: LedgerRow }) {
  const { language, t } = useLanguage()
  return (
    <section>
      <h3>{t({ zh: '沿革', en: 'History' })}</h3>
      <ol className={style['steps']}>
        {history.toReversed().map(row => (
          <li key={row.seq}>
            {row.event.kind === 'told' ? toldSentence(row.event.telling, history.filter(one => one.seq < row.seq), ledger, language) : sentence(row.event, ledger, language)}
            <p className={style['small']}>{row.by} · {instantText(row.at, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** What was told, from what to what: of a column of which nothing stood, the value alone. */
function toldSentence(telling: Telling, before: LineAnswer['history'], ledger: LedgerRow, language: Language): string {
  const told = before.flatMap(({ event }) => (event.kind === 'told' ? [event.telling] : []))
  const changes = changesBy(ledger.of, standingOn(told, telling.onDay), telling).map(({ column, from, to }) => say(from === null || from === to ? said.value : said.change, language, { column: say(column.name, language), from: say(valueWords(column, from), language), to: say(valueWords(column, to), language) }))
  return say(said.told, language, { day: dayText(telling.onDay, language), changes: changes.join(say({ zh: '，', en: ', ' }, language)), ground: telling.ground, reason: telling.reason ? say(said.reason, language, { reason: telling.reason }) : '' })
}

function sentence(event: Exclude<LineEvent, { kind: 'told' }>, ledger: LedgerRow, language: Language): string {
  switch (event.kind) {
    case 'placed': return say(said.placed, language)
    case 'retargeted': return say(said.retargeted, language)
    case 'evidence-added': return say(said['evidence-added'], language, { what: event.evidence.what })
    case 'evidence-withdrawn': return say(said['evidence-withdrawn'], language, { reason: event.reason })
    case 'proposed': return event.note ? `${say(said.proposed, language)} · ${event.note}` : say(said.proposed, language)
    case 'taken-off': return say(said['taken-off'], language, { reason: event.reason })
    case 'decided': return say(said.decided, language, { step: say(ledger.of.acceptance[event.step]?.name ?? { zh: '验收', en: 'Acceptance' }, language), decision: say(acceptanceLabels[event.decision], language), share: event.share === null ? '' : ` ${shareText(event.share, 1, 0)}`, note: event.note })
    case 'set': return [
      ...(event.position === undefined ? [] : [say(said.position, language, { position: event.position })]),
      ...(event.weight === undefined ? [] : [say(said.weight, language, { weight: event.weight })]),
      ...(event.path === undefined ? [] : [event.path === null ? say(said.pathless, language) : say(said.path, language, { ground: event.path.ground ?? '' })]),
    ].join(' · ')
  }
}
