import { type z } from 'zod'
import { type HistoryRow } from '../../../../engines/plan/contract.ts'
import { type CommitmentEvent, type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { type Label, type Language } from '../../../../kernel/label.ts'
import { dayText, instantText, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { strengthWords } from '../../../parts/plan/plan-words.ts'
import { say } from '../../../words.ts'
import style from './item.module.css'

const said = {
  made: { zh: '列入计划', en: 'Taken into the plan' },
  edited: { zh: '修改：{what}', en: 'Changed: {what}' },
  moved: { zh: '移到“{parent}”之下第{position}位', en: 'Moved under “{parent}”, place {position}' },
  top: { zh: '移到最上层第{position}位', en: 'Moved to the top, place {position}' },
  linked: { zh: '挂接目标', en: 'A target was linked' },
  unlinked: { zh: '取消挂接目标', en: 'The target was unlinked' },
  progressed: { zh: '填报进展：{day}完成{share}', en: 'Progress entered: {share} on {day}' },
  removed: { zh: '删除：{reason}', en: 'Removed: {reason}' },
} as const satisfies Record<string, Label>

/** What happened to a commitment, the newest first. */
export function CommitmentHistory({ history, nodes }: { readonly history: readonly z.infer<typeof HistoryRow>[]; readonly nodes: readonly CommitmentNode[] }) {
  const { language, t } = useLanguage()
  return (
    <section>
      <h3>{t({ zh: '沿革', en: 'History' })}</h3>
      <ol className={style['history']}>
        {history.toReversed().map(row => (
          <li key={row.seq}>
            {sentence(row.event, nodes, language)}
            <p className={style['aside']}>{row.by} · {instantText(row.at, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function sentence(event: CommitmentEvent, nodes: readonly CommitmentNode[], language: Language): string {
  switch (event.kind) {
    case 'made': return say(said.made, language)
    case 'edited': return say(said.edited, language, { what: changesIn(event.set, language) })
    case 'moved': return event.parent === null ? say(said.top, language, { position: event.position }) : say(said.moved, language, { parent: nodes.find(node => node.id === event.parent)?.title ?? '……', position: event.position })
    case 'linked': return say(event.target === null ? said.unlinked : said.linked, language)
    case 'progressed': return say(said.progressed, language, { day: dayText(event.progress.onDay, language), share: shareText(event.progress.share, 1, 0) })
    case 'removed': return say(said.removed, language, { reason: event.reason ?? '' })
  }
}

const fields = {
  title: { zh: '事项改为“{value}”', en: 'title “{value}”' },
  verb: { zh: '动词改为“{value}”', en: 'verb “{value}”' },
  strength: { zh: '力度改为{value}', en: 'strength {value}' },
  dueOn: { zh: '时限改为{value}', en: 'due {value}' },
  leadUnit: { zh: '牵头单位', en: 'lead unit' },
  coUnits: { zh: '配合单位', en: 'co-units' },
} as const satisfies Record<string, Label>

function changesIn(set: Extract<CommitmentEvent, { kind: 'edited' }>['set'], language: Language): string {
  const parts = [
    ...(set.title === undefined ? [] : [say(fields.title, language, { value: set.title })]),
    ...(set.verb === undefined ? [] : [say(fields.verb, language, { value: set.verb ?? '' })]),
    ...(set.strength === undefined ? [] : [say(fields.strength, language, { value: strengthWords[set.strength][language] })]),
    ...(set.dueOn === undefined ? [] : [say(fields.dueOn, language, { value: dayText(set.dueOn, language) })]),
    ...(set.leadUnit === undefined ? [] : [say(fields.leadUnit, language)]),
    ...(set.coUnits === undefined ? [] : [say(fields.coUnits, language)]),
  ]
  return parts.join(language === 'zh' ? '；' : '; ')
}
