import { useEffect, useMemo, useRef, useState } from 'react'
import { useLanguage } from '../../../language.tsx'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import { pagesOf } from './text-pages.ts'
import { TextPage } from './TextPage.tsx'
import style from './text.module.css'

/** How far outside the window a page of the text is already drawn. */
const near = '1200px'

/** The raw text of the paper, with what was read from it marked; `onPick` hears that a mark was taken. Only the pages near the window are fetched and drawn. */
export function TextPane({ onPick }: { readonly onPick?: () => void }) {
  const { t } = useLanguage()
  const { paper, findings, look, select } = useReview()
  const box = useRef<HTMLElement>(null)
  const pages = useMemo(() => pagesOf(paper.length, paper.outline), [paper.length, paper.outline])
  const [drawn, setDrawn] = useState<ReadonlySet<number>>(new Set([0]))
  const looked = look ? pages.findIndex(page => page.start <= look.start && look.start < page.end) : -1

  useEffect(() => {
    const root = box.current
    if (!root || pages.length === 0) return undefined
    const watch = new IntersectionObserver(entries => setDrawn(before => {
      const after = new Set(before)
      for (const { target, isIntersecting } of entries) {
        const page = Number(target instanceof HTMLElement ? target.dataset['page'] : -1)
        if (isIntersecting) after.add(page)
        else after.delete(page)
      }
      return after
    }), { root, rootMargin: near })
    for (const page of root.children) watch.observe(page)
    return () => watch.disconnect()
  }, [pages])

  // One listener for all marks: the list beside it is the way for the keyboard, with the same findings in the same order.
  useEffect(() => {
    const root = box.current
    if (!root) return undefined
    const click = (event: MouseEvent) => {
      const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-findings]') : null
      const keys = mark?.dataset['findings']?.split(' ') ?? []
      const [first] = keys
      if (!mark || !first || getSelection()?.isCollapsed === false) return // words are being selected
      // Another click on the same words goes on to the next finding that lies on them.
      const next = keys[keys.indexOf(mark.dataset['took'] ?? '') + 1] ?? first
      mark.dataset['took'] = next
      select(next)
      onPick?.()
    }
    root.addEventListener('click', click)
    return () => root.removeEventListener('click', click)
  }, [select, onPick])

  return (
    <div className={style['pane']}>
      <p className={style['legend']}>
        <span>{t({ zh: '原文{n}字', en: '{n} characters' }, { n: paper.length })}</span>
        <span><mark className={style['waiting']}>{t({ zh: '待核', en: 'open' })}</mark></span>
        <span><mark className={style['doubtful']}>{t({ zh: '存疑', en: 'doubtful' })}</mark></span>
        <span><mark className={style['decided']}>{t({ zh: '已核', en: 'decided' })}</mark></span>
        <span><mark className={style['rejected']}>{t({ zh: '剔除', en: 'rejected' })}</mark></span>
      </p>
      <section ref={box} className={style['box']} {...reachable} aria-label={t({ zh: '原文正文', en: 'Text of the paper' })} lang="zh-CN">
        {pages.map((page, i) => (
          <TextPage key={page.start} index={i} page={page} near={drawn.has(i) || i === looked} findings={findings} look={i === looked ? look : null} box={box} />
        ))}
      </section>
    </div>
  )
}
