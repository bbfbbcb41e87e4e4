import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { FindingKind } from '../../../../engines/documents/domain/finding.ts'
import { FactKind } from '../../../../engines/documents/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { waits } from './finding-order.ts'
import { FindingRow } from './FindingRow.tsx'
import { PaperDoubts } from './PaperDoubts.tsx'
import { useReview } from './review-context.ts'
import { doubtful, factKinds, findingKinds, findingStates } from './review-words.ts'
import style from './findings.module.css'

/** Rows drawn at first, and with each look further down. */
const batch = 150

/** All that was read from the paper, filtered by the address, doubts first. */
export function FindingList() {
  const { t } = useLanguage()
  const { findings, shown, matches, selected, select, focusAsked } = useReview()
  const [drawn, setDrawn] = useState(batch)
  const box = useRef<HTMLDivElement>(null)
  const end = useRef<HTMLDivElement>(null)
  const focused = useRef(focusAsked)
  const at = selected ? shown.findIndex(finding => finding.key === selected.key) : -1
  const upTo = Math.max(drawn, at + batch / 2)
  const isLonger = shown.length > upTo
  const count = (counts: (finding: (typeof findings)[number]) => boolean) => findings.filter(counts).length
  const undecided = [...matches?.values() ?? []].filter(match => match.match === 'suggested').length

  // Walking reads the newest list without giving every row a new function.
  const now = useRef({ shown, at })
  useLayoutEffect(() => { now.current = { shown, at } })
  const walk = useCallback((steps: number) => {
    const { shown, at } = now.current
    const to = shown[Math.min(shown.length - 1, Math.max(0, at + steps))]
    if (to) select(to.key, { focus: true })
  }, [select])

  useEffect(() => {
    const root = box.current, last = end.current
    if (!root || !last || !isLonger) return undefined
    const watch = new IntersectionObserver(entries => { if (entries.some(entry => entry.isIntersecting)) setDrawn(before => before + batch) }, { root, rootMargin: '800px' })
    watch.observe(last)
    return () => watch.disconnect()
  }, [isLonger])

  // The selected row stands wholly in sight, as far as it fits; the keyboard goes along only where it was asked to.
  const key = selected?.key
  useLayoutEffect(() => {
    const row = key === undefined ? null : box.current?.querySelector<HTMLElement>(`[data-finding="${CSS.escape(key)}"]`)
    if (!row || !box.current) return
    const frame = box.current.getBoundingClientRect(), rect = row.getBoundingClientRect()
    if (rect.top < frame.top || rect.height > frame.height) box.current.scrollTop += rect.top - frame.top - 8
    else if (rect.bottom > frame.bottom) box.current.scrollTop += rect.bottom - frame.bottom + 8
    if (focused.current !== focusAsked) row.querySelector('button')?.focus({ preventScroll: true })
    focused.current = focusAsked
  }, [key, focusAsked])

  return (
    <>
      <div className={style['tools']}>
        <FilterSelect
          small name="show" label={{ zh: '状态', en: 'State' }} all={{ zh: `全部（${findings.length}）`, en: `All (${findings.length})` }} width={124}
          options={[
            { value: 'doubtful', label: `${t(doubtful)}（${count(waits)}）` },
            { value: 'waiting', label: `${t(findingStates.open)}（${count(f => f.state === 'open')}）` },
            ...(undecided > 0 ? [{ value: 'unmatched', label: `${t({ zh: '待定指标', en: 'Indicator to be chosen' })}（${undecided}）` }] : []),
            ...(['accepted', 'corrected', 'rejected'] as const).map(state => ({ value: state, label: `${t(findingStates[state])}（${count(f => f.state === state)}）` })),
          ]}
        />
        <FilterSelect
          small name="kind" label={{ zh: '类别', en: 'Kind' }} all={{ zh: '全部类别', en: 'All kinds' }} width={100}
          options={[...FindingKind.options.map(value => ({ value, label: t(findingKinds[value]) })), ...FactKind.options.map(value => ({ value, label: `　${t(factKinds[value])}` }))]}
        />
        <FilterSelect small name="order" label={{ zh: '排列', en: 'Order' }} all={{ zh: '疑点在前', en: 'Doubts first' }} width={112} options={[{ value: 'position', label: t({ zh: '按原文顺序', en: 'As in the paper' }) }]} />
        <div className={style['search']}><SearchField small label={{ zh: '在内容中找', en: 'Search the findings' }} /></div>
      </div>
      <div ref={box} className={style['list']}>
        <PaperDoubts />
        {shown.length === 0
          ? <Empty title={{ zh: '没有符合条件的内容', en: 'Nothing matches' }} next={{ zh: '换一个状态或类别，或清空搜索。', en: 'Choose another state or kind, or clear the search.' }} />
          : (
              <ul aria-label={t({ zh: '读出的内容', en: 'Findings' })}>
                {shown.slice(0, upTo).map((finding, i) => <FindingRow key={finding.id} finding={finding} selected={i === at} reached={i === Math.max(0, at)} onSelect={select} onWalk={walk} />)}
              </ul>
            )}
        {isLonger && <div ref={end} />}
      </div>
    </>
  )
}
