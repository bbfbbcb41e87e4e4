import { type Running } from '../../../../../engines/cases/domain/clocks.ts'
import { timersOf } from '../../../../../engines/cases/domain/ladder.ts'
import { limitWords } from '../../../../../engines/cases/domain/words.ts'
import { type Ladder } from '../../../../../engines/cases/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from './page.module.css'
import { type Opened } from './use-case.ts'

const upWords = { superior: { zh: '上级单位', en: 'the unit above' }, street: { zh: '所在街道', en: 'the street' }, district: { zh: '区', en: 'the district' }, supervision: { zh: '督办部门', en: 'the supervision office' } } as const satisfies Record<Ladder['steps'][number]['to'], Label>

/** The clocks of the case, those that run first, each with its limit and beginning; and what happens by itself if nothing is done. */
export function Clocks({ opened: { view, type } }: { readonly opened: Opened }) {
  const { language, t } = useLanguage()
  const nameOf = (key: string): Label => type.clocks.find(clock => clock.key === key)?.name ?? { zh: key, en: key }
  const clocks: readonly Running[] = [...view.clocks].sort((a, b) => Number(a.stoppedAt !== null) - Number(b.stoppedAt !== null) || (a.dueAt < b.dueAt ? -1 : 1))
  const next = timersOf(type, view.clocks, view.events).slice(0, 3)
  return (
    <Panel title={t({ zh: '时限', en: 'Clocks' })}>
      {clocks.length === 0 && <p className={style['small']}>{t({ zh: '尚未开始计时。', en: 'No clock has begun.' })}</p>}
      <ul className={style['rows']}>
        {clocks.map((clock, i) => (
          <li key={i}>
            <p><b>{t(nameOf(clock.key))}</b>{clock.unit && <span lang="zh-CN"> · {view.names[clock.unit] ?? '—'}</span>} <span className={style['small']}>{t(limitWords(clock.limit))}</span></p>
            <p><Due deadline={{ at: clock.dueAt, unit: clock.limit.unit, known: clock.known, stoppedAt: clock.stoppedAt, paused: clock.paused }} /></p>
            <p className={style['small']}>{t({ zh: '{at}起算', en: 'from {at}' }, { at: instantText(clock.startedAt, language) })}{clock.stoppedAt && t({ zh: '，{at}停止', en: ', stopped {at}' }, { at: instantText(clock.stoppedAt, language) })}</p>
          </li>
        ))}
      </ul>
      {next.length > 0 && (
        <>
          <h3 className={style['part']}>{t({ zh: '到时自动', en: 'By itself, if nothing is done' })}</h3>
          <ol className={style['rows']}>
            {next.map(timer => <li key={timer.key}><time dateTime={timer.at}>{instantText(timer.at, language)}</time> {timer.to === null ? t({ zh: '提醒“{clock}”即将到期', en: 'warning: {clock} is due soon' }, { clock: t(nameOf(timer.clock)) }) : t({ zh: '“{clock}”超时，第{n}级升级至{to}', en: '“{clock}” over time: step {n} up to {to}' }, { clock: t(nameOf(timer.clock)), n: timer.step, to: t(upWords[timer.to]) })}</li>)}
          </ol>
        </>
      )}
    </Panel>
  )
}
