import { turnOf } from '../../../../../engines/cases/domain/offers.ts'
import { nextDue } from '../../../../../engines/cases/domain/row.ts'
import { branchOf } from '../../../../../engines/cases/domain/clocks.ts'
import { channelWords, limitWords, partyWords } from '../../../../../engines/cases/domain/words.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { StateTag } from '../../../../parts/cases/StateTag.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

/** Where the case stands: its state and since when, whose turn it is and by when, what is asked, why it climbed. */
export function Standing({ opened: { view, type, present } }: { readonly opened: Opened }) {
  const { language, t } = useLanguage()
  const turn = turnOf(type, present)
  const due = nextDue(view.clocks)
  const climbed = view.events.findLast(({ event }) => event.kind === 'escalated')
  const nameOf = (id: string) => view.names[id] ?? '—'
  const urgency = type.urgencies.find(u => u.key === present.urgency)?.name
  const marks = [
    ...(present.joint ? [t({ zh: '联合督办', en: 'Joint supervision' })] : []), ...(present.floor ? [t({ zh: '兜底办理', en: 'With the floor unit' })] : []), ...(present.reworks > 0 ? [t({ zh: '返工{n}次', en: 'Done again {n} times' }, { n: present.reworks })] : []),
    ...(present.returns > 0 ? [t({ zh: '退单{n}次', en: 'Returned {n} times' }, { n: present.returns })] : []), ...(present.excluded ? [t({ zh: '不计入回访统计', en: 'Left out of the rates' })] : []),
  ]
  return (
    <section className={style['standing']} aria-label={t({ zh: '现状', en: 'Where it stands' })}>
      <p className={style['line']}>
        <StateTag state={present.state} /> <span>{t({ zh: '{at}起', en: 'since {at}' }, { at: instantText(present.since, language) })}</span>
        {turn && <span>{t({ zh: '轮到', en: 'turn of ' })}<b>{turn.unit ? <span lang="zh-CN">{nameOf(turn.unit)}</span> : t(partyWords[turn.party])}</b>{turn.party === 'lead' && present.handler && <span lang="zh-CN">（{nameOf(present.handler)}）</span>}</span>}
        {turn && <Due deadline={due && { ...due, at: due.dueAt, unit: due.limit.unit }} />}
      </p>
      <p className={style['line']}>
        <span>{t(type.name)}</span><CategoryPath path={branchOf(type.categories, present.category).map(c => c.name)} />
        {urgency && <span>{t(urgency)}</span>}<span>{t(channelWords[present.channel])}</span><span>{t({ zh: '{at}登记', en: 'opened {at}' }, { at: instantText(present.openedAt, language) })}</span>
      </p>
      {marks.length > 0 && <p className={style['line']}>{marks.map(mark => <b key={mark}>{mark}</b>)}</p>}
      {climbed?.event.kind === 'escalated' && <p className={style['climbed']}><b>{t(climbed.event.reason)}</b> <span>{instantText(climbed.at, language)}</span></p>}
      {present.asked && <Asked opened={{ view, type, present }} />}
    </section>
  )
}

/** What the lead asks for, in its own words, above the buttons that decide it. */
function Asked({ opened: { view, present } }: { readonly opened: Opened }) {
  const { language, t } = useLanguage()
  const asked = view.events.find(({ seq }) => seq === present.asked?.seq)
  if (!asked || (asked.event.kind !== 'extension-asked' && asked.event.kind !== 'suspension-asked')) return null
  const { event } = asked
  const what = event.kind === 'extension-asked'
    ? t({ zh: '申请延期{limit}', en: 'asks for {limit} more' }, { limit: t(limitWords(event.limit)) })
    : event.until === null ? t({ zh: '申请挂起，恢复时间未定', en: 'asks to suspend it, end not known' }) : t({ zh: '申请挂起至{day}', en: 'asks to suspend it until {day}' }, { day: event.until })
  return <p className={style['asked']}><b><span lang="zh-CN">{asked.by?.name}</span> {what}</b> <span className={style['small']}>{instantText(asked.at, language)}</span><br /><span lang="zh-CN">{event.words}</span></p>
}
