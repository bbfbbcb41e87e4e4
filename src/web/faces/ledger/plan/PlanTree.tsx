import { Button } from 'antd'
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react'
import { Link } from 'react-router'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { useLanguage } from '../../../language.tsx'
import { commitmentKinds } from '../../../parts/plan/plan-words.ts'
import { useSession } from '../../../session.tsx'
import { useShortcuts } from '../../../shortcuts.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { usePlanFilter } from './plan-filter.ts'
import { PlanFilters } from './PlanFilters.tsx'
import style from './tree.module.css'
import { branchesOf } from './tree.ts'
import { TreeRow } from './TreeRow.tsx'

/** The commitments of a year as a tree. Rows are walked with j and k; the arrows fold and unfold. */
export function PlanTree({ year, nodes }: { readonly year: number; readonly nodes: readonly CommitmentNode[] }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const { filter, asked } = usePlanFilter()
  const [depth] = useUrlState('depth')
  const [turned, setTurned] = useState<{ readonly at: string; readonly ids: ReadonlySet<string> }>({ at: depth, ids: new Set() })
  const list = useRef<HTMLOListElement>(null)

  // A few commitments are seen whole; a long plan begins with its chapters and tasks.
  const levels = depth === '' ? (nodes.length > 60 ? 1 : 9) : Number(depth)
  const ids = turned.at === depth ? turned.ids : new Set<string>()
  const branches = branchesOf(nodes, filter, { depth: levels, turned: ids })
  const turn = (id: string) => setTurned({ at: depth, ids: new Set(ids.has(id) ? [...ids].filter(other => other !== id) : [...ids, id]) })

  const step = useCallback((by: number) => {
    const rows = [...list.current?.querySelectorAll<HTMLElement>('[data-title]') ?? []]
    const at = rows.findIndex(row => row.closest('li')?.contains(document.activeElement) ?? false)
    rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus()
  }, [])
  useShortcuts(useMemo(() => [
    { key: 'j', does: { zh: '下一项', en: 'Next' }, run: () => step(1) },
    { key: 'k', does: { zh: '上一项', en: 'Previous' }, run: () => step(-1) },
  ], [step]))
  const hear = (event: KeyboardEvent, branch: (typeof branches)[number]) => {
    if (!(event.target instanceof HTMLElement) || !event.target.hasAttribute('data-title')) return
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => step(1), ArrowUp: () => step(-1),
      ...(branch.below > 0 && (branch.open ? { ArrowLeft: () => turn(branch.node.id) } : { ArrowRight: () => turn(branch.node.id) })),
    }
    const move = moves[event.key]
    if (move) { event.preventDefault(); move() }
  }

  if (nodes.length === 0) {
    return (
      <Empty
        title={{ zh: `${year}年还没有承诺事项`, en: `There are no commitments for ${year} yet` }}
        next={{ zh: '采纳政府工作报告或行动计划后，其中的章、任务、举措会列在这里；也可以由计划员逐项录入。', en: 'Once a work report or action plan is accepted its chapters, tasks and measures stand here; a planner may also enter them one by one.' }}
        action={may('import.review') && <Link to="/imports">{t({ zh: '去导入文件', en: 'Import a paper' })}</Link>}
      />
    )
  }
  const levelWords = [commitmentKinds.chapter, commitmentKinds.task, commitmentKinds.measure]
  return (
    <section aria-label={t({ zh: '任务分解', en: 'Commitments' })}>
      <div className={`${style['tools']} unprinted`}>
        <PlanFilters owners={nodes.map(node => node.leadName)} />
        <FilterSelect name="depth" label={{ zh: '展开到', en: 'Unfold to' }} all={{ zh: '展开到：自动', en: 'Unfold: as fits' }} width={150} options={levelWords.map((label, i) => ({ value: String(i), label: t({ zh: '展开到{level}', en: 'Unfold to {level}' }, { level: t(label).toLowerCase() }) }))} />
        {depth !== '' && ids.size > 0 && <Button onClick={() => setTurned({ at: depth, ids: new Set() })}>{t({ zh: '恢复', en: 'Reset' })}</Button>}
      </div>
      <div className={style['head']} aria-hidden="true">
        <span>{t({ zh: '事项', en: 'Commitment' })}</span><span>{t({ zh: '灯', en: 'Light' })}</span><span>{t({ zh: '牵头单位', en: 'Lead unit' })}</span><span>{t({ zh: '完成时限', en: 'Due' })}</span><span>{t({ zh: '力度', en: 'Strength' })}</span><span>{t({ zh: '目标或进展', en: 'Target or progress' })}</span>
      </div>
      {branches.length === 0
        ? <Empty title={{ zh: '没有符合条件的事项', en: 'No commitment matches' }} next={{ zh: '放宽上面的条件，或清空搜索。', en: 'Widen the filters above or clear the search.' }} />
        : <ol ref={list}>{branches.map(branch => <TreeRow key={branch.node.id} branch={branch} foldable={Object.keys(asked).length === 0} onTurn={() => turn(branch.node.id)} onKeyDown={event => hear(event, branch)} />)}</ol>}
    </section>
  )
}
