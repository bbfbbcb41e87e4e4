import { Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useLocation, useSearchParams } from 'react-router'
import { type Paper } from '../../../../engines/documents/contract.ts'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Span } from '../../../../engines/documents/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { useNarrow } from '../../../ui/narrow.ts'
import { Page } from '../../../ui/Page.tsx'
import { AcceptCertainDialog } from './AcceptCertainDialog.tsx'
import { AcceptDialog } from './AcceptDialog.tsx'
import { fill } from './fill.ts'
import { listed } from './finding-order.ts'
import { PaperActions } from './PaperActions.tsx'
import { type Review, ReviewOf } from './review-context.ts'
import style from './review.module.css'
import { ReviewHead } from './ReviewHead.tsx'
import { ReviewKeys } from './ReviewKeys.tsx'
import { ReviewSide } from './ReviewSide.tsx'
import { TextPane } from './TextPane.tsx'
import { useDesk } from './use-desk.ts'
import { useMatches } from './use-paper.ts'
import { useSelection } from './use-selection.ts'

type ReviewDeskProps = { readonly paper: Paper; readonly findings: readonly Finding[]; readonly others: readonly string[] }

/** Text left, findings right, progress on top; on a phone one of the two at a time. */
export function ReviewDesk({ paper, findings, others }: ReviewDeskProps) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { state } = useLocation()
  // Kept: the state of the address goes with its first change.
  const [existing] = useState(() => isExisting(state))
  const narrow = useNarrow()
  const desk = useDesk(paper.id)
  const matches = useMatches(paper.id)
  const [search, setSearch] = useSearchParams()
  const [pane, setPane] = useUrlState('pane')
  const [dialog, setDialog] = useState<'certain' | 'accept' | null>(null)
  const [editing, setEditing] = useState<string | null>(null)

  // The title of the page that was loading is gone with the focus that was on it.
  useEffect(() => {
    if (document.activeElement === document.body) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }, [])

  const [show, kind, q, order] = ['show', 'kind', 'q', 'order'].map(name => search.get(name) ?? '')
  const shown = useMemo(() => {
    const unmatched = new Set([...matches.data?.values() ?? []].filter(match => match.match === 'suggested').map(match => match.finding))
    const list = listed(findings, { show: show ?? '', kind: kind ?? '', q: q ?? '', order: order ?? '' })
    return show === 'unmatched' ? list.filter(finding => unmatched.has(finding.id)) : list
  }, [findings, matches.data, show, kind, q, order])
  const { key, look, lookAt: lookBeside, select, focusAsked } = useSelection(findings, shown)

  // On a phone the text is not beside the list: who asks for a place is led to it, who takes a mark back to its finding.
  const toList = useCallback(() => setPane(''), [setPane])
  const lookAt = useCallback((span: Span) => {
    lookBeside(span)
    if (narrow) setPane('text')
  }, [lookBeside, narrow, setPane])

  const selected = findings.find(finding => finding.key === key) ?? null
  const mayReview = may('import.review') && paper.state !== 'accepted'
  const edit = useCallback((open: boolean) => setEditing(open ? key : null), [key])
  const review = useMemo((): Review => ({
    paper, findings, shown, matches: matches.data ?? null, selected, select, focusAsked, look, lookAt, desk,
    mayReview, mayAccept: may('import.accept'), editing: editing === key && mayReview, edit,
  }), [paper, findings, shown, matches.data, selected, select, focusAsked, look, lookAt, desk, mayReview, may, editing, key, edit])

  const go = (changes: Readonly<Record<string, string>>) => setSearch(before => {
    const after = new URLSearchParams(before)
    for (const [name, value] of Object.entries(changes)) { if (value === '') after.delete(name); else after.set(name, value) }
    return after
  }, { replace: true, preventScrollReset: true })
  const undo = () => void desk.undo().then(first => { if (first) select(first.key, { focus: true }) })
  const [list, text] = [pane !== 'text' || !narrow, pane === 'text' || !narrow]

  return (
    <ReviewOf value={review}>
      <div className={style['review']}>
        <Page
          title={(paper.title ?? paper.name).replace(/^《(.*)》$/, '$1')}
          where={<Breadcrumbs sentence={{ zh: '{imports}里的一份文件', en: 'One of the {imports}' }} crumbs={{ imports: { text: { zh: '文件导入与核对', en: 'imported papers' }, to: '/imports' } }} />}
          actions={<PaperActions onCertain={() => setDialog('certain')} onAccept={() => setDialog('accept')} />}
        >
          <ReviewHead paper={paper} others={others} onForm={() => go({ tab: 'form', pane: '' })} />
          {existing && <output className={style['asks']}>{t({ zh: '同一正文此前已导入过，这里打开的就是那一次导入，没有重复。', en: 'This very text was imported before. This is that import; nothing was doubled.' })}</output>}
          {narrow && <Segmented block value={pane} onChange={setPane} aria-label={t({ zh: '显示', en: 'Show' })} options={[{ value: '', label: t({ zh: '读出内容', en: 'Findings' }) }, { value: 'text', label: t({ zh: '原文', en: 'The paper' }) }]} />}
          <div ref={fill} className={style['split']}>
            {text && <TextPane {...(narrow && { onPick: toList })} />}
            {list && <ReviewSide onUndo={undo} />}
          </div>
        </Page>
        <ReviewKeys asleep={dialog !== null} onCertain={() => setDialog('certain')} onUndo={undo} />
        <AcceptCertainDialog open={dialog === 'certain'} onClose={() => setDialog(null)} />
        <AcceptDialog open={dialog === 'accept'} onClose={() => setDialog(null)} onForm={() => go({ tab: 'form', pane: '' })} onDoubts={() => go({ tab: '', show: 'doubtful', kind: '', q: '', pane: '' })} onUnmatched={() => go({ tab: '', show: 'unmatched', kind: '', q: '', pane: '' })} />
      </div>
    </ReviewOf>
  )
}

/** Did the person come here by handing in a text that was imported before? */
function isExisting(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'existing' in state && state.existing === true
}
