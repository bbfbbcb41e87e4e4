import { Button } from 'antd'
import { Link, useLocation, useSearchParams } from 'react-router'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { useNarrow } from '../../../ui/narrow.ts'
import { findingName } from './finding-text.ts'
import { DoubtsTab } from './DoubtsTab.tsx'
import { FindingList } from './FindingList.tsx'
import { FrontMatterForm } from './FrontMatterForm.tsx'
import { GlossaryTab } from './GlossaryTab.tsx'
import { HistoryTab } from './HistoryTab.tsx'
import { OutlineTab } from './OutlineTab.tsx'
import { RepairsTab } from './RepairsTab.tsx'
import { useReview } from './review-context.ts'
import style from './side.module.css'

const tabs = {
  '': { zh: '读出内容', en: 'Findings' },
  form: { zh: '表头', en: 'Front matter' },
  outline: { zh: '提纲', en: 'Outline' },
  doubts: { zh: '疑点', en: 'Doubts' },
  repairs: { zh: '修复', en: 'Repairs' },
  glossary: { zh: '名词', en: 'Glossary' },
  history: { zh: '经过', en: 'History' },
} as const satisfies Record<string, Label>
type Tab = keyof typeof tabs

/** The right column: one of its parts, chosen by the address, and below it what was just done. */
export function ReviewSide({ onUndo }: { readonly onUndo: () => void }) {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const narrow = useNarrow()
  const [search] = useSearchParams()
  const { paper, desk, select } = useReview()
  const chosen = search.get('tab') ?? ''
  const tab = isTab(chosen) ? chosen : ''
  const to = (next: Tab) => {
    const query = new URLSearchParams(search)
    if (next === '') query.delete('tab')
    else query.set('tab', next)
    return { pathname, search: `?${query.toString()}` }
  }
  const counts: Partial<Record<Tab, number>> = { '': paper.progress.all, form: paper.asked.length }
  return (
    <section className={style['side']} aria-label={t(tabs[tab])}>
      <nav className={style['tabs']} aria-label={t({ zh: '核对内容', en: 'Parts of the review' })}>
        <ul>
          {(Object.keys(tabs) as Tab[]).map(name => ( // the table names exactly these
            <li key={name}><Link replace preventScrollReset to={to(name)} aria-current={name === tab ? 'page' : undefined}>{t(tabs[name])}{counts[name] !== undefined && counts[name] > 0 && <small>{name === 'form' ? t({ zh: '待填{n}', en: '{n} asked' }, { n: counts[name] }) : counts[name]}</small>}</Link></li>
          ))}
        </ul>
      </nav>
      <div className={style['body']}>
        {tab === '' && <FindingList />}
        {tab === 'form' && <FrontMatterForm />}
        {tab === 'outline' && <OutlineTab />}
        {tab === 'doubts' && <DoubtsTab />}
        {tab === 'repairs' && <RepairsTab />}
        {tab === 'glossary' && <GlossaryTab />}
        {tab === 'history' && <HistoryTab />}
      </div>
      {desk.failure !== null && <div className={style['failure']}><Failure error={desk.failure} kept={{ zh: '其他已核对的内容不受影响。', en: 'Everything else you decided is kept.' }} /><Button size="small" onClick={desk.dismiss}>{t({ zh: '知道了', en: 'Close' })}</Button></div>}
      {desk.conflicts.size > 0 && (
        <p className={style['conflicts']} role="alert">
          {t({ zh: '他人已先行处理，您的操作没有保存：', en: 'Decided by others first; what you did was not saved: ' })}
          {[...desk.conflicts.values()].map(({ stands }) => <Button key={stands.id} size="small" onClick={() => select(stands.key, { focus: true })}>{findingName(stands)}</Button>)}
        </p>
      )}
      <p className={style['said']}>
        <output aria-live="polite">{desk.said ? t(desk.said.label) : narrow ? '' : t({ zh: '按 ? 查看全部按键', en: 'Press ? for all keys' })}</output>
        {desk.said?.undo && <Button size="small" onClick={onUndo}>{t({ zh: '撤销', en: 'Undo' })} <kbd>u</kbd></Button>}
      </p>
    </section>
  )
}

function isTab(text: string): text is Tab {
  return text in tabs
}
