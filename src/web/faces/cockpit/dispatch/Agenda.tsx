import { Button } from 'antd'
import { Link } from 'react-router'
import { type MeetingView } from '../../../../engines/supervision/contract.ts'
import { agendaLabels } from '../../../../engines/supervision/domain/words.ts'
import { AgendaKind } from '../../../../engines/supervision/schema.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './dispatch.module.css'

type Item = MeetingView['agenda'][number]
type AgendaProps = { readonly meeting: MeetingView; readonly onDecide: ((key: string) => void) | null; readonly onRemove: ((item: Item) => void) | null }

/** The first page of the meeting: its matters under the headings of their kinds, numbered through. */
export function Agenda({ meeting, onDecide, onRemove }: AgendaProps) {
  const { language, t } = useLanguage()
  const { agenda, left, removed, workedOutAt } = meeting
  const numbered = agenda.map((item, i) => ({ item, no: i + 1 }))
  const list = (words: readonly string[]) => words.join(t({ zh: '，', en: ', ' }))
  return (
    <div className={style['agenda']}>
      {agenda.length === 0 && <Empty title={{ zh: '没有需要会上研究的事项', en: 'Nothing to be spoken about' }} next={{ zh: '没有红灯项目和指标，没有久拖的堵点，也没有逾期的决定和承诺。需要研究别的，请增加议题。', en: 'No project or target is off pace, no blocker stays, nothing decided or promised is late. Add a matter if there is another.' }} />}
      {AgendaKind.options.map(kind => {
        const of = numbered.filter(({ item }) => item.kind === kind), n = left.find(one => one.kind === kind)?.n ?? 0
        return of.length === 0 ? null : (
          <section key={kind}>
            <h3>{t(agendaLabels[kind])}</h3>
            <ol>{of.map(({ item, no }) => <Matter key={item.key} item={item} no={no} meeting={meeting} onDecide={onDecide} onRemove={onRemove} />)}</ol>
            {n > 0 && <p className={style['note']}>{t({ zh: '另有{n}项没有列入。', en: '{n} more do not stand here.' }, { n })}</p>}
          </section>
        )
      })}
      <div className={style['note']}>
        <p>{t({ zh: '议题按{at}的情况生成。', en: 'Worked out from how things stood on {at}.' }, { at: instantText(workedOutAt, language) })}</p>
        {removed.length > 0 && <p>{t({ zh: '人工去掉：', en: 'Taken off by hand: ' })}{list(removed.map(one => t({ zh: '{title}（{by}：{reason}）', en: '{title} ({by}: {reason})' }, { title: t(one.title), by: one.by, reason: one.reason })))}</p>}
      </div>
    </div>
  )
}

function Matter({ item, no, meeting, onDecide, onRemove }: AgendaProps & { readonly item: Item; readonly no: number }) {
  const { language, t } = useLanguage()
  const decisions = meeting.decisions.filter(decision => decision.item === item.key)
  const title = <b {...(item.title.zh === item.title.en && { lang: 'zh-CN' })}>{t(item.title)}</b>
  return (
    <li className={style['item']}>
      <span className={style['number']}>{no}</span>
      <span>{item.light ? <LightShape light={item.light} /> : noNumber}</span>
      <div>
        {item.page ? <Link to={item.page}>{title}</Link> : title}
        <p>{t(item.why)}{item.since && <span className={style['note']}> {t({ zh: '{day}起', en: 'Since {day}' }, { day: dayText(item.since, language) })}</span>}</p>
        {item.added && <p className={style['note']}>{t({ zh: '{by}增加：{reason}', en: 'Added by {by}: {reason}' }, { by: item.added.by, reason: item.added.reason })}</p>}
        {decisions.length > 0 && <p className={style['decided']}>{t({ zh: '已作决定：第{nos}项', en: 'Decided: no. {nos}' }, { nos: decisions.map(decision => decision.no).join(t({ zh: '、', en: ', ' })) })}</p>}
      </div>
      <span lang="zh-CN">{item.unit?.name ?? noNumber}</span>
      {(onDecide ?? onRemove) && (
        <div className={`${style['acts']} unprinted`}>
          {onDecide && <Button size="small" type={decisions.length === 0 ? 'primary' : 'default'} onClick={() => onDecide(item.key)}>{t({ zh: '作决定', en: 'Decide' })}<span className="unseen"> {t(item.title)}</span></Button>}
          {onRemove && decisions.length === 0 && <Button size="small" onClick={() => onRemove(item)}>{t({ zh: '去掉', en: 'Take off' })}<span className="unseen"> {t(item.title)}</span></Button>}
        </div>
      )}
    </li>
  )
}
