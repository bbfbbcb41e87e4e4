import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { contract } from '../../../../engines/documents/contract.ts'
import { type Suggestion } from '../../../../engines/documents/domain/threads/contract.ts'
import { Strength } from '../../../../engines/documents/domain/threads/suggest.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Confirm } from '../../workbench/parts/Confirm.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import style from './suggestions.module.css'
import { SuggestionCard } from './SuggestionCard.tsx'
import { strengths } from './suggestion-words.ts'
import { SuggestionKeys } from './SuggestionKeys.tsx'
import { useThreadChange } from './use-threads.ts'

const linkOf = ({ sides: [a, b] }: Suggestion) => (a && b ? [{ a: a.saying.member, b: b.saying.member }] : [])

/** Things that may be one and the same, for a person to say yes or no, one by one or all that are certain at once. */
export function SuggestionsPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const changed = useThreadChange()
  const [q] = useUrlState('q'), [strengthInUrl] = useUrlState('strength')
  const strength = Strength.safeParse(strengthInUrl).data
  const query = { limit: 100, ...(q && { q }), ...(strength && { strength }) }
  const asked = usePages(['threads', 'suggestions', query], ({ after, signal }) => call(contract.linkSuggestions, { query: { ...query, ...(after && { after }) }, signal }))
  const [at, setAt] = useState(0)
  const [answered, setAnswered] = useState<readonly string[]>([])
  const [last, setLast] = useState<Suggestion | null>(null)
  const [linked, setLinked] = useState<{ readonly id: string; readonly name: string } | null>(null)
  const [fault, setFault] = useState<unknown>(null)
  const [asking, setAsking] = useState(false)
  const [focusAsked, setFocusAsked] = useState(0)
  if (asked.isPending) return <Loading lines={8} />
  if (asked.error) return <Failure size="page" error={asked.error} retry={asked.retry} />

  const edits = may('plan.edit')
  const rows = asked.rows.filter(row => !answered.includes(row.key))
  const place = Math.min(at, Math.max(0, rows.length - 1))
  const selected = rows[place]
  const certain = asked.first?.certain ?? 0

  // The answer shows at once; what the server refuses comes back with its reason.
  const answer = async (suggestion: Suggestion, yes: boolean) => {
    setAnswered(before => [...before, suggestion.key])
    setFault(null)
    try {
      if (yes) {
        const { threads } = await call(contract.confirmLinks, { body: { links: linkOf(suggestion) } })
        setLinked(threads[0] ?? null)
      } else await call(contract.rejectLinks, { body: { links: linkOf(suggestion) } })
      setLast(yes ? null : suggestion)
      await changed()
    } catch (failure) {
      setFault(failure)
      setAnswered(before => before.filter(key => key !== suggestion.key))
    }
  }
  const takeBack = async () => {
    if (!last) return
    await call(contract.reconsiderLinks, { body: { links: linkOf(last) } })
    setAnswered(before => before.filter(key => key !== last.key))
    setLast(null)
    await changed()
  }
  const confirmCertain = async () => {
    const { items } = await call(contract.linkSuggestions, { query: { strength: 'certain', limit: 500 } })
    if (items.length > 0) await call(contract.confirmLinks, { body: { links: items.flatMap(linkOf) } })
    await changed()
  }

  return (
    <Page
      title={t({ zh: '可能是同一件事的', en: 'What may be the same' })}
      where={<Breadcrumbs sentence={{ zh: '{threads}里等人确认的', en: 'Waiting for a person in the {threads}' }} crumbs={{ threads: { text: { zh: '承诺脉络', en: 'threads' }, to: '/threads' } }} />}
      actions={edits && certain > 0 && <Button type="primary" onClick={() => setAsking(true)}>{t({ zh: '一并确认{n}对确定的（A）', en: 'Confirm all {n} certain ones (A)' }, { n: certain })}</Button>}
    >
      <p>{t({ zh: '系统按指标、名称、地点、数量和文中写明的更名找出，并说明理由；是不是同一件事，由人认定。认定不是的，不再提示。', en: 'Found by indicator, name, place, number and renamings that papers tell, each with its reasons. A person says whether they are the same; what is not is not suggested again.' })}</p>
      <div className={`${style['tools']} unprinted`}>
        <SearchField label={{ zh: '搜索名称', en: 'Search names' }} />
        <FilterSelect name="strength" label={{ zh: '把握', en: 'How sure' }} all={{ zh: '全部把握', en: 'However sure' }} width={150} options={Strength.options.map(value => ({ value, label: `${t(strengths[value])} ${asked.first?.[value] ?? 0}` }))} />
        {last && <Button size="small" onClick={() => void takeBack()}>{t({ zh: '撤回“不是”（u）', en: 'Take back my “no” (u)' })}</Button>}
      </div>
      <p role="status">{linked && <>{t({ zh: '已连入脉络', en: 'Linked into the thread' })} <Link to={`/threads/${linked.id}`} lang="zh-CN">{linked.name}</Link></>}</p>
      {fault !== null && <Failure error={fault} />}
      {rows.length === 0
        ? <Empty title={{ zh: '没有等待确认的', en: 'Nothing waits for an answer' }} next={{ zh: '再采纳一份文件后，会与已有的对照。', en: 'Once another paper is accepted it is compared with what is there.' }} />
        : (
            <ol className={style['list']} aria-label={t({ zh: '待确认', en: 'To confirm' })}>
              {rows.map((row, i) => <SuggestionCard key={row.key} suggestion={row} selected={i === place} focusAsked={focusAsked} edits={edits} onSelect={() => setAt(i)} onAnswer={yes => void answer(row, yes)} />)}
            </ol>
          )}
      {asked.more.total > asked.rows.length && <Button onClick={asked.more.load} loading={asked.more.loading}>{t({ zh: '显示更多', en: 'Show more' })}</Button>}
      <SuggestionKeys
        asleep={asking}
        edits={edits}
        walk={steps => { setAt(Math.min(Math.max(0, place + steps), Math.max(0, rows.length - 1))); setFocusAsked(before => before + 1) }}
        answer={yes => { if (selected) { void answer(selected, yes); setFocusAsked(before => before + 1) } }}
        takeBack={() => void takeBack()}
        confirmCertain={() => { if (certain > 0) setAsking(true) }}
      />
      <Confirm
        open={asking}
        title={{ zh: '一并确认', en: 'Confirm them all' }}
        act={{ zh: '全部确认', en: 'Confirm them' }}
        onConfirm={confirmCertain}
        onClose={() => setAsking(false)}
      >
        <p>{t({ zh: '{n}对都是台账中的同一指标、同一单位、同一口径（总量或增速），只是出自不同文件。确认后连成脉络，可随时移出。', en: 'These {n} pairs are each one indicator of the register, of one unit, both as level or both as growth, said in different papers. They are linked into threads and can be taken out at any time.' }, { n: certain })}</p>
      </Confirm>
    </Page>
  )
}
