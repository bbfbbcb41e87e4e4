import { Button } from 'antd'
import { type ReactNode } from 'react'
import { type RoutingSuggestion } from '../../../../../engines/cases/routing/contract.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { useLanguage } from '../../../../language.tsx'
import { CategoryPath } from '../../../../parts/cases/CategoryPath.tsx'
import style from './routing.module.css'

type Choice = { readonly key: string; readonly name: ReactNode; readonly lines: readonly string[]; readonly best: boolean; readonly label: string }

/** Things that may be chosen, each with why, in one list; the one that is chosen says so. */
function Choices({ title, choices, current, onChoose }: { readonly title: string; readonly choices: readonly Choice[]; readonly current: string; readonly onChoose?: ((key: string) => void) | undefined }) {
  const { t } = useLanguage()
  if (choices.length === 0) return null
  return (
    <section className={style['choices']} aria-label={title}>
      <p className={style['title']}>{title}</p>
      <ul>
        {choices.map(({ key, name, lines, best, label }) => (
          <li key={key} className={best ? style['best'] : undefined}>
            <div>
              <p className={style['name']}>{name}{best && <span className={style['mark']}>{t({ zh: '建议', en: 'Suggested' })}</span>}</p>
              {lines.map(line => <p key={line} className={style['why']}>{line}</p>)}
            </div>
            {onChoose && (key === current ? <span className={style['chosen']}>{t({ zh: '已选', en: 'Chosen' })}</span> : <Button size="small" aria-label={t({ zh: '选用{what}', en: 'Use {what}' }, { what: label })} onClick={() => onChoose(key)}>{t({ zh: '选用', en: 'Use' })}</Button>)}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function useLoadWords() {
  const { t } = useLanguage()
  return ({ open, late }: { readonly open: number; readonly late: number }) => (late > 0 ? t({ zh: '在办{open}件，其中超时{late}件', en: '{open} in hand, {late} of them late' }, { open, late }) : t({ zh: '在办{open}件', en: '{open} in hand' }, { open }))
}

/** Units that may have the case, with why and what they have in hand. */
export function UnitChoices({ suggestion, current, onChoose }: { readonly suggestion: RoutingSuggestion; readonly current: string; readonly onChoose?: ((unit: Id) => void) | undefined }) {
  const { t } = useLanguage()
  const load = useLoadWords()
  const { candidates, leastLoaded } = suggestion.chosen ?? { candidates: [], leastLoaded: null }
  const several = candidates.filter(one => one.eligible).length > 1
  const least = { zh: '在办最少', en: 'has least in hand' } satisfies Label
  return <Choices title={t({ zh: '可派单位', en: 'Units that may have it' })} current={current} onChoose={onChoose} choices={candidates.map(({ unit, why, eligible, ...has }) => ({ key: unit.id, name: <span lang="zh-CN">{unit.name}</span>, label: unit.name, best: unit.id === leastLoaded, lines: [`${t(why)} · ${load(has)}${several && eligible && unit.id === leastLoaded ? ` · ${t(least)}` : ''}`] }))} />
}

/** Categories that the words suggest, with how sure that is and the words that spoke for each. */
export function CategoryChoices({ suggestion: { category }, current, onChoose }: { readonly suggestion: RoutingSuggestion; readonly current: string; readonly onChoose?: ((key: string) => void) | undefined }) {
  const { t } = useLanguage()
  const reasons = useReasons()
  const items = category.items.slice(0, 3).filter(item => item.share >= 0.02)
  return <Choices title={t(category.sure ? { zh: '按反映内容，像是', en: 'By its words it looks like' } : { zh: '按反映内容拿不准，供参考', en: 'The words do not tell for sure; for reference' })} current={current} onChoose={onChoose} choices={items.map((item, i) => ({ key: item.key, name: <CategoryPath path={item.names} />, label: item.names.map(name => t(name)).join(' › '), best: category.sure && i === 0, lines: [reasons(item)] }))} />
}

export function UrgencyChoices({ suggestion: { urgency }, current, onChoose }: { readonly suggestion: RoutingSuggestion; readonly current: string; readonly onChoose?: ((key: string) => void) | undefined }) {
  const { t } = useLanguage()
  const reasons = useReasons()
  const [first] = urgency.items
  if (!first || !urgency.sure || first.key === current) return null
  return <Choices title={t({ zh: '紧急程度，像是', en: 'Its urgency looks like' })} current={current} onChoose={onChoose} choices={[{ key: first.key, name: t(first.name), label: t(first.name), best: true, lines: [reasons(first)] }]} />
}

function useReasons() {
  const { t } = useLanguage()
  return ({ share, because }: { readonly share: number; readonly because: readonly string[] }) => {
    const sure = t({ zh: '把握{share}%', en: '{share} % sure' }, { share: Math.min(99, Math.round(share * 100)) })
    return because.length === 0 ? sure : `${sure} · ${t({ zh: '因为写到：{words}', en: 'because of: {words}' }, { words: because.join('、') })}`
  }
}

/** Colleagues who may handle it, with what they have in hand. Only people of that unit are given any. */
export function HandlerChoices({ suggestion: { handlers }, current, onChoose }: { readonly suggestion: RoutingSuggestion; readonly current: string; readonly onChoose?: ((person: Id) => void) | undefined }) {
  const { t } = useLanguage()
  const load = useLoadWords()
  return <Choices title={t({ zh: '本单位在岗人员', en: 'Colleagues at their posts' })} current={current} onChoose={onChoose} choices={(handlers ?? []).map(one => ({ key: one.person, name: <span lang="zh-CN">{one.name}</span>, label: one.name, best: false, lines: [load(one)] }))} />
}
