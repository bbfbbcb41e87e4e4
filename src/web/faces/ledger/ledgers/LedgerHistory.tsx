import { type contract } from '../../../../engines/plan/ledgers/contract.ts'
import { type LedgerEvent } from '../../../../engines/plan/ledgers/schema.ts'
import { type Label, type Language } from '../../../../kernel/label.ts'
import { type Answer } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { say } from '../../../words.ts'
import style from './ledgers.module.css'

const said = {
  made: { zh: '建立台账“{title}”', en: 'Made as “{title}”' },
  retitled: { zh: '改名为“{title}”：{reason}', en: 'Renamed “{title}”: {reason}' },
  capped: { zh: '上限改为{cap}项：{reason}', en: 'Cap set to {cap}: {reason}' },
  evaluated: { zh: '形成{year}年中期评估', en: 'Mid-term evaluation of {year} concluded' },
  removed: { zh: '删除：{reason}', en: 'Removed: {reason}' },
} as const satisfies Record<LedgerEvent['kind'], Label>

/** What happened to a ledger as a whole, the newest first. */
export function LedgerHistory({ history }: Pick<Answer<typeof contract.get>, 'history'>) {
  const { language, t } = useLanguage()
  return (
    <Panel title={t({ zh: '沿革', en: 'History' })}>
      <ol className={style['steps']}>{history.toReversed().map(row => <li key={row.seq}>{sentence(row.event, language)}<p className={style['small']}>{row.by} · {instantText(row.at, language)}</p></li>)}</ol>
    </Panel>
  )
}

function sentence(event: LedgerEvent, language: Language): string {
  switch (event.kind) {
    case 'made': return say(said.made, language, { title: event.ledger.title })
    case 'retitled': return say(said.retitled, language, { title: event.title, reason: event.reason })
    case 'capped': return say(said.capped, language, { cap: event.cap, reason: event.reason })
    case 'evaluated': return say(said.evaluated, language, { year: event.midTerm.year })
    case 'removed': return say(said.removed, language, { reason: event.reason })
  }
}
