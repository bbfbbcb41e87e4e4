import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { Link } from 'react-router'
import { contract } from '../../../../engines/plan/contract.ts'
import { type LightChange } from '../../../../engines/plan/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { call } from '../../../client.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { answerWords } from '../../../parts/plan/light-change-words.ts'
import { LightTurn } from '../../../parts/plan/LightTurn.tsx'
import { useSession } from '../../../session.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LightExplained } from '../../../ui/LightExplained.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { AnswerForm } from './AnswerForm.tsx'
import style from './lights.module.css'

/** One change: what it was of, why, who has seen it, what was done. Opening it is noted as having seen it. */
export function ChangeDetail({ id }: { readonly id: Id }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const cache = useQueryClient()
  const [answering, setAnswering] = useState(false)
  const asked = useQuery({ queryKey: ['light-change', id], queryFn: ({ signal }) => call(contract.lightChange, { params: { id }, signal }) })
  const { mutate: see } = useMutation({
    mutationFn: () => call(contract.seeLight, { params: { id } }),
    onSuccess: () => Promise.all([cache.invalidateQueries({ queryKey: ['light-change', id] }), cache.invalidateQueries({ queryKey: ['light-changes'] })]),
  })
  const there = asked.isSuccess
  useEffect(() => { if (there) see() }, [there, see])
  if (asked.isPending) return <Loading lines={6} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { change, seen, answers } = asked.data
  return (
    <div className={style['detail']}>
      <h2 {...(change.kind === 'commitment' && { lang: 'zh-CN' })}>{t(change.name)}</h2>
      <p className={style['line']}><LightTurn change={change} /> <span>{dayText(change.judgedOn, language)}</span></p>
      <p>{t(change.verdict.because)}</p>
      <dl className={style['facts']}>
        <div><dt>{t({ zh: '责任单位', en: 'Answers for it' })}</dt><dd lang="zh-CN">{change.unitName ?? noNumber}</dd></div>
        {change.overriddenBy && <div><dt>{t({ zh: '人工调灯', en: 'Set by a person' })}</dt><dd>{change.overriddenBy}</dd></div>}
        <div><dt>{t({ zh: '看过的人', en: 'Seen by' })}</dt><dd>{seen.length === 0 ? t({ zh: '尚无', en: 'nobody yet' }) : seen.map(s => `${s.name}（${instantText(s.at, language)}）`).join(t({ zh: '、', en: ', ' }))}</dd></div>
      </dl>
      <p><Link to={pageOf(change)}>{t(change.kind === 'target' ? { zh: '打开指标页', en: 'Open the indicator' } : { zh: '打开承诺事项', en: 'Open the commitment' })}</Link></p>
      <section>
        <h3>{t({ zh: '做了什么', en: 'What was done' })}</h3>
        {answers.length === 0 && <p>{t(change.turn === 'worse' ? { zh: '还没有人说明原因或采取措施。', en: 'Nobody has said why or what was done.' } : { zh: '没有回应。', en: 'No answers.' })}</p>}
        <ol className={style['answers']}>{answers.map(answer => <li key={answer.id}><b>{t(answerWords[answer.kind])}</b> <span lang="zh-CN">{answer.words}</span><small>{answer.name} · {instantText(answer.at, language)}</small></li>)}</ol>
        {may('light.answer') && <Button type="primary" onClick={() => setAnswering(true)}>{t({ zh: '回应', en: 'Answer' })}</Button>}
      </section>
      <section>
        <h3>{t({ zh: '当时的判定依据', en: 'The finding as it was' })}</h3>
        <LightExplained of={t(change.name)} verdict={change.verdict} override={null} turns={null} stretch={null} act={null} />
      </section>
      <AnswerForm change={change} open={answering} onClose={() => setAnswering(false)} />
    </div>
  )
}

function pageOf(change: LightChange): string {
  return change.kind === 'target' ? `/register/${change.code}?year=${change.year}` : `/plan/${change.year}?item=${change.thing}`
}
