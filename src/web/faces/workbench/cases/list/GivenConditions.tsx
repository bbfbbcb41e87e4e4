import { type ReactNode } from 'react'
import { rateKeys, rates } from '../../../../../engines/cases/domain/rates.ts'
import { channelWords } from '../../../../../engines/cases/domain/words.ts'
import { Channel } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { periodText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { UnitName } from '../../../../parts/org/UnitName.tsx'
import { type Filter } from './case-filter.ts'
import style from './list.module.css'

type Condition = { readonly key: string; readonly names: readonly string[]; readonly says: ReactNode }

const either = (filter: Filter, name: string, yes: Label, no: Label) => (filter[name] === undefined ? [] : [filter[name] === 'true' ? yes : no])

/** What the list is narrowed by beyond the fields above it, because a number, a map or a matter was opened: each can be taken away. */
export function GivenConditions({ filter: given, except, onDrop }: { readonly filter: Filter; /** Those that have a field on screen now. */ readonly except: readonly string[]; readonly onDrop: (names: readonly string[]) => void }) {
  const { language, t } = useLanguage()
  const filter: Filter = Object.fromEntries(Object.entries(given).filter(([name]) => !except.includes(name)))
  const [rate = '', side] = (filter['counted'] ?? '').split('/')
  const counted = rateKeys.find(key => key === rate)
  const channel = Channel.safeParse(filter['channel']).data
  const one = (name: string, says: ReactNode | undefined): readonly Condition[] => (filter[name] === undefined || says === undefined ? [] : [{ key: name, names: [name], says }])
  const conditions: readonly Condition[] = [
    ...(counted ? [{ key: 'counted', names: ['counted', 'countedIn'], says: `${filter['countedIn'] === undefined ? '' : `${periodText(filter['countedIn'], language)} `}${t(rates[counted].name)}${t({ zh: '：', en: ': ' })}${t(rates[counted][side === 'whole' ? 'whole' : 'part'])}` }] : []),
    ...one('cluster', t({ zh: '同一反复事项', en: 'Of one repeated matter' })),
    ...one('within', <>{t({ zh: '地点在', en: 'Within ' })}<UnitName id={filter['within'] ?? ''} /></>),
    ...one('channel', channel && t({ zh: '来源：{name}', en: 'Came by: {name}' }, { name: t(channelWords[channel]) })),
    ...one('step', filter['step'] === '0' ? t({ zh: '未升级', en: 'Not climbed' }) : t({ zh: '升到第{n}级', en: 'At step {n}' }, { n: filter['step'] ?? '' })),
    ...either(filter, 'undispatched', { zh: '尚未派遣', en: 'Not dispatched' }, { zh: '已派遣', en: 'Dispatched' }).flatMap(label => one('undispatched', t(label))),
    ...either(filter, 'placeless', { zh: '未标明地点', en: 'No place given' }, { zh: '已标明地点', en: 'With a place' }).flatMap(label => one('placeless', t(label))),
    ...one('handler', t({ zh: '指定了经办人', en: 'With one handler' })),
  ]
  if (conditions.length === 0) return null
  return (
    <ul className={style['given']} aria-label={t({ zh: '另有条件', en: 'Further conditions' })}>
      {conditions.map(({ key, names, says }) => <li key={key}><span>{says}</span><button type="button" onClick={() => onDrop(names)}>{t({ zh: '去掉', en: 'Take away' })}</button></li>)}
    </ul>
  )
}
