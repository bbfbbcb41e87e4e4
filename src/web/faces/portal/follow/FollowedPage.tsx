import { type CasePage, type FollowedShown } from '../../../../engines/cases/portal/contract.ts'
import { instantText } from '../../../format.ts'
import { useFrame } from '../frame.tsx'
import { PhotoForm } from '../report/PhotoForm.tsx'
import { Ask, Box, Choices, Wrong } from '../report/Ask.tsx'
import { Shell } from '../Shell.tsx'
import { Promises } from './Promises.tsx'
import { grades, happenings, standing } from './words.ts'

/** A report as its reporter sees it: where it stands, by when, what was said to them, and what they may say. */
export function FollowedPage({ page }: { readonly page: Extract<CasePage, { kind: 'followed' }> }) {
  const { language, t } = useFrame()
  const { form } = page
  const { number, inside, branch, title, place, state, since, promises, may } = page.case
  return (
    <Shell at="follow" title={{ zh: `${number}的进度`, en: `Progress of ${number}` }} fault={form.faults.length > 0 || form.refused !== null}>
      <Wrong form={form} />
      <p className="verdict"><b>{t(standing[state])}</b> {t({ zh: '（{since}起）', en: '(since {since})' }, { since: instantText(since, language) })}</p>
      {inside !== null && <p>{t({ zh: '您反映的与{inside}是同一件事，已合并办理，结果一样会告诉您。', en: 'It is the same matter as {inside}; both are dealt with together, and you are told the outcome all the same.' }, { inside })}</p>}
      <dl className="facts">
        <div><dt>{t({ zh: '事项', en: 'Matter' })}</dt><dd><span lang="zh-CN">{title}</span> <small>{branch.map(name => t(name)).join(' › ')}</small></dd></div>
        {place !== null && <div><dt>{t({ zh: '地点', en: 'Place' })}</dt><dd lang="zh-CN">{place}</dd></div>}
      </dl>
      <Promises promises={promises} title={{ zh: '最晚什么时候', en: 'By when at the latest' }} />
      <Story story={page.case.story} />
      {may.rate && <Rating page={page} />}
      {may.reopenUntil !== null && (
        <section>
          <h2>{t({ zh: '没有解决？', en: 'Not solved?' })}</h2>
          <Ask form={form} to="/reopen" send={{ zh: '要求重新办理', en: 'Have it taken up again' }}>
            <Box form={form} name="reopen-words" label={{ zh: '哪里没有解决', en: 'What is not solved' }} hint={{ zh: `${instantText(may.reopenUntil, 'zh')}前可以提出。`, en: `Possible until ${instantText(may.reopenUntil, 'en')}.` }}>{box => <textarea {...box} rows={3} maxLength={500} />}</Box>
          </Ask>
        </section>
      )}
      {may.add && <PhotoForm form={form} photos={page.case.photos} />}
      {may.add && (
        <section>
          <h2>{t({ zh: '有要补充的？', en: 'Anything to add?' })}</h2>
          <Ask form={form} to="/add" send={{ zh: '补充', en: 'Add' }}>
            <Box form={form} name="add-words" label={{ zh: '补充内容', en: 'What to add' }}>{box => <textarea {...box} rows={3} maxLength={500} />}</Box>
          </Ask>
        </section>
      )}
    </Shell>
  )
}

function Story({ story }: { readonly story: FollowedShown['story'] }) {
  const { language, t } = useFrame()
  const unit = (name: string | null) => name ?? t({ zh: '承办单位', en: 'the unit' })
  return (
    <section>
      <h2 id="story">{t({ zh: '经过', en: 'What happened' })}</h2>
      <ol className="story">
        {story.map((told, i) => (
          // What happened never changes its place.
          <li key={i}>
            <p><b>{t(happenings[told.what], { unit: unit(told.unit) })}{told.result !== null && t({ zh: '：{result}', en: ': {result}' }, { result: t(told.result) })}{told.score !== null && t({ zh: '：{grade}', en: ': {grade}' }, { grade: t(grades.find(grade => grade.score === told.score)?.name ?? { zh: String(told.score), en: String(told.score) }) })}</b> <small>{instantText(told.at, language)}</small></p>
            {told.words !== null && <p className="quoted" lang="zh-CN">{told.words}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Rating({ page: { form } }: { readonly page: Extract<CasePage, { kind: 'followed' }> }) {
  const { t } = useFrame()
  return (
    <section>
      <h2>{t({ zh: '您满意吗？', en: 'Are you satisfied?' })}</h2>
      <p>{t({ zh: '每次办理可评价一次，评价人的信息保密。', en: 'Each handling can be rated once; who rates is kept confidential.' })}</p>
      <Ask form={form} to="/rate" send={{ zh: '评价', en: 'Rate' }}>
        <Choices form={form} name="score" label={{ zh: '满意程度', en: 'How satisfied' }} unseen choices={grades.map(({ score, name }) => ({ value: String(score), label: t(name) }))} />
        <Box form={form} name="rate-words" label={{ zh: '想说的话（可以不填）', en: 'In your words (may be left empty)' }}>{box => <textarea {...box} rows={2} maxLength={500} />}</Box>
      </Ask>
    </section>
  )
}
