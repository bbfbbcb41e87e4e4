import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { type KeyboardEvent, useDeferredValue, useEffect, useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useLanguage } from '../language.tsx'
import { useSession } from '../session.tsx'
import { findPages, findThings } from './search.ts'
import style from './SearchPalette.module.css'

/** Search over everything, from any page: type, walk the results with the arrow keys, Enter. */
export function SearchPalette({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useLanguage()
  return (
    <Modal open={open} onCancel={onClose} footer={null} closable={false} title={<span className="unseen">{t({ zh: '搜索', en: 'Search' })}</span>} width={640} style={{ top: 80 }} destroyOnHidden>
      <Finder onClose={onClose} />
    </Modal>
  )
}

function Finder({ onClose }: { readonly onClose: () => void }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words)
  const things = useQuery({ queryKey: ['search', asked], queryFn: ({ signal }) => findThings(asked, may, signal), enabled: asked.trim() !== '', placeholderData: keepPreviousData })
  const hits = [...findPages(words, may, language), ...(words.trim() === '' ? [] : things.data ?? [])]

  useEffect(() => { field.current?.focus() }, [])

  /** Arrow keys go from the field into the list and back; Enter in the field takes the first. */
  const hear = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return // Enter ends the choice of a Chinese word first
    const links = [...(list.current?.querySelectorAll('a') ?? [])]
    const at = links.findIndex(link => link === document.activeElement)
    const [first] = hits
    if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus()
    else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field.current)?.focus()
    else if (event.key === 'Enter' && at === -1 && first) { onClose(); void navigate(first.to) }
    else return
    event.preventDefault()
  }

  const prompt = t({ zh: '搜索承诺、指标、工单、单位、文件', en: 'Search promises, figures, cases, units, papers' })
  return (
    <search className={style['finder']}>
      <input ref={field} className={style['field']} type="search" aria-label={prompt} placeholder={prompt} value={words} onChange={event => setWords(event.target.value)} onKeyDown={hear} />
      <ul ref={list} className={style['hits']}>
        {hits.map(hit => (
          <li key={`${hit.to} ${hit.title}`}>
            <Link to={hit.to} onClick={onClose} onKeyDown={hear}>
              <span className={style['kind']}>{t(hit.kind)}</span>
              <span className={style['title']}>{hit.title}</span>
              <span className={style['more']}>{hit.more}</span>
            </Link>
          </li>
        ))}
      </ul>
      <output className={style['status']}>{statusOf()}</output>
    </search>
  )

  function statusOf(): string {
    if (things.isError) return t({ zh: '暂时查不到单位和台账，只列出页面。', en: 'Only pages are listed: the search of the district cannot be reached just now.' })
    if (things.isFetching) return t({ zh: '正在查找……', en: 'Searching…' })
    return hits.length === 0 ? t({ zh: '没有找到。换一个更短的词试试。', en: 'Nothing found. Try a shorter word.' }) : t({ zh: '{n}条结果', en: '{n} results' }, { n: hits.length })
  }
}
