import { useMemo } from 'react'
import { useLanguage } from '../../../language.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { outlineOf } from './outline.ts'
import { reachable } from '../parts/reachable.ts'
import { useReview } from './review-context.ts'
import { partRoles } from './review-words.ts'
import style from './side.module.css'

/** Parts and groups of the paper with what was read from each; a click shows the place. */
export function OutlineTab() {
  const { t } = useLanguage()
  const { paper, findings, lookAt } = useReview()
  const headings = useMemo(() => outlineOf(paper.outline, findings), [paper.outline, findings])
  if (headings.length === 0) return <Empty title={{ zh: '没有读出提纲', en: 'No outline was read' }} next={{ zh: '文中没有认出标题，内容仍按原文顺序列出。', en: 'No headings were recognised; the findings still stand in the order of the paper.' }} />
  return (
    <div className={style['scroll']} {...reachable}>
      <ul className={style['outline']}>
        {headings.map(({ block, findings: count, doubtful }) => (
          <li key={block.id} className={style[`level-${block.level ?? 4}`]}>
            <button type="button" onClick={() => lookAt(block)}>
              <span lang="zh-CN">{block.heading}</span>
              <small>
                {t(partRoles[block.role])}
                {count > 0 && ` · ${t({ zh: '{n}条', en: '{n} findings' }, { n: count })}`}
                {doubtful > 0 && <b> · {t({ zh: '存疑{n}', en: '{n} doubtful' }, { n: doubtful })}</b>}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
