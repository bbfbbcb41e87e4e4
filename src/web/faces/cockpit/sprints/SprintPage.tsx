import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { sprintContract, type SprintItemView, type SprintView } from '../../../../engines/supervision/sprints/contract.ts'
import { rhythmWords, sprintStates } from '../../../../engines/supervision/domain/sprint-words.ts'
import { addressOf } from '../../../client.ts'
import { dayText, instantText } from '../../../format.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useShortcuts } from '../../../shortcuts.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { SprintForms } from './SprintForms.tsx'
import { SprintTable } from './SprintTable.tsx'
import { useSprint, useSprintAct } from './use-sprints.ts'
import style from './sprints.module.css'

/** `/sprints/:id`: a sprint, what stands on it and how far that is. */
export function SprintPage() {
  const { id } = useParams()
  return id !== undefined && /^[0-9a-f-]{36}$/.test(id) ? <One key={id} id={id} /> : <Absent />
}

function One({ id }: { readonly id: string }) {
  const asked = useSprint(id)
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError) return <Failure error={asked.error} size="page" retry={() => void asked.refetch()} />
  return <Shown sprint={asked.data} />
}

function Shown({ sprint }: { readonly sprint: SprintView }) {
  const { language, t } = useLanguage()
  const { what, open, close } = useOpened('form')
  const { act } = useSprintAct(sprint)
  const [taking, setTaking] = useState<SprintItemView | null>(null)
  const { id, name, state, may: { hold }, items, taken } = sprint
  const changes = hold && (state === 'running' || state === 'ahead'), next = items.find(item => item.mine && item.toTell)?.id
  useShortcuts(useMemo(() => [
    ...(changes ? [{ key: 'a', does: { zh: '列入事项', en: 'Put a thing on' }, run: () => open('put') }] : []),
    ...(next === undefined ? [] : [{ key: 't', does: { zh: '填报下一项', en: 'Tell the next thing' }, run: () => open(`tell:${next}`) }]),
  ], [changes, next, open]))
  return (
    <Page
      title={name} printable
      where={<Breadcrumbs sentence={{ zh: '{sprints}之一', en: 'One of the {sprints}' }} crumbs={{ sprints: { text: { zh: '攻坚行动', en: 'sprints' }, to: '/sprints' } }} />}
      actions={(
        <>
          {(['xlsx', 'csv'] as const).map(form => <DownloadLink key={form} to={addressOf(sprintContract.export, { params: { id }, query: { form } })}>{t({ zh: '清单 {form}', en: 'List, {form}' }, { form })}</DownloadLink>)}
          {changes && <Button onClick={() => open('put')}>{t({ zh: '列入事项', en: 'Put a thing on' })}</Button>}
          {hold && state !== 'closed' && <Button onClick={() => open('close')}>{t({ zh: '收官', en: 'Close' })}</Button>}
          {next !== undefined && <Button type="primary" onClick={() => open(`tell:${next}`)}>{t({ zh: '填报本轮', en: 'Tell this round' })}</Button>}
        </>
      )}
    >
      <Facts sprint={sprint} />
      <Panel title={t({ zh: '清单', en: 'The list' })}>
        <SprintTable sprint={sprint} onTell={item => open(`tell:${item.id}`)} onTake={changes ? setTaking : null} />
      </Panel>
      {taken.length > 0 && <Panel title={t({ zh: '撤下的事项', en: 'Taken off' })}><ol className={style['history']}>{taken.map(one => <li key={`${one.title} ${one.at}`}><b lang="zh-CN">{one.title}</b><span lang="zh-CN">{one.unit.name}</span><span>{one.reason}</span><span>{one.by}，{instantText(one.at, language)}</span></li>)}</ol></Panel>}
      <div className="unprinted"><Panel title={t({ zh: '办理记录', en: 'What happened' })}><ol className={style['history']}>{sprint.history.map(step => <li key={step.seq}><b>{t(step.what)}</b><span lang="zh-CN">{step.detail}</span><span lang="zh-CN">{step.by}</span><span>{instantText(step.at, language)}</span></li>)}</ol></Panel></div>
      {what !== '' && <SprintForms sprint={sprint} what={what} onClose={close} />}
      <ConfirmWithReason
        open={taking !== null} title={{ zh: '撤下这个事项', en: 'Take this off' }} act={{ zh: '撤下', en: 'Take off' }} consequence={taking ? t({ zh: '“{title}”不再要求填报，已填的保留在记录中。', en: 'Nothing more is asked of “{title}”; what was told stays on record.' }, { title: taking.title }) : ''}
        onConfirm={reason => (taking ? act({ kind: 'taken', item: taking.id, reason }) : Promise.resolve())} onClose={() => setTaking(null)}
      />
    </Page>
  )
}

function Facts({ sprint: { state, ground, from, until, every, weekday, rounds, round, items, closed } }: { readonly sprint: SprintView }) {
  const { language, t } = useLanguage()
  const day = (of: string) => dayText(of, language)
  return (
    <dl className={style['facts']}>
      <div><dt>{t({ zh: '状态', en: 'State' })}</dt><dd><b>{t(sprintStates[state])}</b>{round && t({ zh: '，第{no}/{all}轮，{day}前报', en: '; round {no} of {all}, to be told by {day}' }, { no: round.no, all: rounds.length, day: day(round.until) })}</dd></div>
      <div><dt>{t({ zh: '期限', en: 'Days' })}</dt><dd>{t({ zh: '{from}至{until}，{rhythm}', en: '{from} to {until}. {rhythm}' }, { from: day(from), until: day(until), rhythm: t(rhythmWords(every, weekday)) })}</dd></div>
      <div><dt>{t({ zh: '依据', en: 'Ground' })}</dt><dd lang="zh-CN">{ground}</dd></div>
      <div><dt>{t({ zh: '情况', en: 'So far' })}</dt><dd>{t({ zh: '{all}项，已达到{reached}项，红灯{red}项；漏报{missed}轮次，涉及{units}个单位', en: '{all} things, {reached} reached, {red} off pace; {missed} rounds missed by {units} units' }, { all: items.length, reached: items.filter(item => item.reached).length, red: items.filter(item => item.light === 'off-pace' && !item.reached).length, missed: items.reduce((n, item) => n + item.missed.length, 0), units: new Set(items.filter(item => item.missed.length > 0).map(item => item.unit.id)).size })}</dd></div>
      {closed && <div><dt>{t({ zh: '收官', en: 'Closed' })}</dt><dd><span lang="zh-CN">{closed.words}</span> {closed.by}，{instantText(closed.at, language)}</dd></div>}
    </dl>
  )
}
