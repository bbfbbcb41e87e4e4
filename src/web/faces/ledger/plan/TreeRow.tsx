import { type KeyboardEvent } from 'react'
import { Link, useLocation } from 'react-router'
import { dayText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { openedBy } from '../../../opened.ts'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { commitmentKinds, strengthWords } from '../../../parts/plan/plan-words.ts'
import { type Branch } from './tree.ts'
import style from './tree.module.css'

type TreeRowProps = { readonly branch: Branch; readonly foldable: boolean; readonly onTurn: () => void; readonly onKeyDown: (event: KeyboardEvent) => void }

/** One commitment: its number and title, light, lead unit, due day, strength, and what measures it. */
export function TreeRow({ branch: { node, number, depth, below, open }, foldable, onTurn, onKeyDown }: TreeRowProps) {
  const { language, t } = useLanguage()
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  query.set('item', node.id)
  const commitment = { ...node, kind: 'commitment' as const, label: { zh: node.title, en: node.title } }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys bubble up from the title within
    <li className={`${style['row']} ${style[node.kind]}`} onKeyDown={onKeyDown}>
      <div className={style['title']} style={{ paddingLeft: `${depth * 22}px` }}>
        {below > 0 && foldable
          ? (
              <button type="button" className={`${style['fold']} unprinted`} aria-expanded={open} aria-label={t(open ? { zh: '收起{title}', en: 'Fold {title}' } : { zh: '展开{title}', en: 'Unfold {title}' }, { title: number })} onClick={onTurn}>
                <svg viewBox="0 0 16 16" aria-hidden="true"><path d={open ? 'm3 5.5 5 5 5-5' : 'm5.5 3 5 5-5 5'} /></svg>
              </button>
            )
          : <span className={style['leaf']} />}
        <span className={style['number']}>{number}</span>
        <span>
          <span className="unseen">{t(commitmentKinds[node.kind])} </span>
          <Link data-title to={{ pathname, search: `?${query.toString()}` }} state={openedBy('item')} preventScrollReset lang="zh-CN">{node.title}</Link>
          {below > 0 && !open && <span className={style['below']}> {t({ zh: '（下含{n}项）', en: '({n} below)' }, { n: below })}</span>}
        </span>
      </div>
      <div><LineLight line={commitment} /></div>
      <div lang="zh-CN">{node.leadName ?? <span className={style['none']}>{t({ zh: '未定', en: 'Not set' })}</span>}</div>
      <div><span className={style['narrow']}>{t({ zh: '时限 ', en: 'due ' })}</span>{dayText(node.dueOn, language)}</div>
      <div>{node.strength === 'plain' ? <span className={style['dash']}>{noNumber}</span> : t(strengthWords[node.strength])}</div>
      <div>{node.targetWords !== null ? <span lang="zh-CN">{node.targetWords}</span> : node.share === null ? <span className={style['dash']}>{noNumber}</span> : t({ zh: '完成{share}', en: '{share} done' }, { share: shareText(node.share, 1, 0) })}</div>
    </li>
  )
}
