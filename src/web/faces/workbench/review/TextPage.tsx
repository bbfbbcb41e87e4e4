import { memo, type RefObject, useLayoutEffect, useMemo, useRef } from 'react'
import { type Finding } from '../../../../engines/documents/domain/finding.ts'
import { type Span } from '../../../../engines/documents/schema.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { waits } from './finding-order.ts'
import { type Look, useReview } from './review-context.ts'
import { type Segment, segmentsOf } from './text-pages.ts'
import style from './text.module.css'
import { usePageText } from './use-paper.ts'

type TextPageProps = {
  readonly index: number
  readonly page: Span
  readonly near: boolean
  readonly findings: readonly Finding[]
  /** The place to show, where it begins on this page. */
  readonly look: Look | null
  readonly box: RefObject<HTMLElement | null>
}

/** Pixels that a character of a page that was never drawn is thought to take. Wrong at first, right once it was drawn. */
const guess = 0.85

/** One page of the raw text. Far from the window it is an empty space of its last height. */
export const TextPage = memo(function TextPage({ index, page, near, findings, look, box }: TextPageProps) {
  const { paper } = useReview()
  const asked = usePageText(paper.id, page, near)
  const own = useRef<HTMLDivElement>(null)
  const height = useRef(Math.round((page.end - page.start) * guess))
  const shownLook = useRef(0)
  const text = near ? asked.data : undefined
  const segments = useMemo(() => (text ? segmentsOf({ start: text.start, end: text.end }, findings, paper.outline, look) : []), [text, findings, paper.outline, look])

  useLayoutEffect(() => {
    if (!own.current) return
    own.current.style.minHeight = text ? '' : `${height.current}px`
    if (text) height.current = own.current.offsetHeight
  }, [text])

  // Once for each asking: not again when the page is drawn anew because somebody scrolled away and back.
  useLayoutEffect(() => {
    const words = own.current?.querySelector('[data-looked]')
    if (!text || !look || !words || !box.current || shownLook.current === look.n) return
    shownLook.current = look.n
    bringIntoView(words, box.current)
  }, [text, look, box])

  return (
    <div ref={own} className={style['page']} data-page={index}>
      {asked.isError && near && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {text && segments.map(segment => <Words key={segment.start} segment={segment} text={text.text.slice(segment.start - text.start, segment.end - text.start)} />)}
    </div>
  )
})

function Words({ segment, text }: { readonly segment: Segment; readonly text: string }) {
  const { on, heading, aside, looked } = segment
  const look = [heading !== null && style['heading'], aside && style['aside'], looked && style['looked']].filter(Boolean).join(' ')
  if (on.length === 0 && !looked) return look === '' ? text : <span className={look}>{text}</span>
  return (
    <mark className={[look, ...on.map(classOf)].join(' ')} {...(on.length > 0 && { 'data-findings': on.map(finding => finding.key).join(' ') })} {...(looked && { 'data-looked': '' })}>{text}</mark>
  )
}

/** The look of a finding's words. What is not a figure is only underlined: a promise is often a whole sentence. */
function classOf(finding: Finding): string | undefined {
  if (finding.state === 'rejected') return style['rejected']
  if (finding.state !== 'open') return style['decided']
  if (waits(finding)) return style['doubtful']
  return finding.kind === 'fact' ? style['waiting'] : style['spoken']
}

/** Scrolls the box, and only the box, so that the words stand in its upper third; nothing moves where they are in sight. */
function bringIntoView(words: Element, box: HTMLElement): void {
  const at = words.getBoundingClientRect(), frame = box.getBoundingClientRect()
  if (at.top >= frame.top + 16 && at.bottom <= frame.bottom - 48) return
  box.scrollTop += at.top - frame.top - box.clientHeight / 3
}
