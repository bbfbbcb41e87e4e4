import { type ReactNode } from 'react'
import { Link, useNavigate } from 'react-router'
import { MOST_CHOSEN, type ProjectRow } from '../../../../../engines/projects/contract.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { lightLabels } from '../../../../../kernel/light.ts'
import { daysBetween } from '../../../../../kernel/time.ts'
import { noNumber, numberText, signedText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import style from './list.module.css'

type ProjectTableProps = { readonly rows: readonly ProjectRow[]; readonly total: number; readonly rules: ProjectRules; readonly loading: boolean; readonly more: () => void; readonly tools: ReactNode; readonly empty: ReactNode; /** Those that are ticked, to be taken along. */ readonly ticked: readonly string[]; readonly onTick: (ids: readonly string[]) => void }

/** Days since the oldest open blocker was raised. */
const age = (row: ProjectRow) => (row.blockers.oldest === null ? null : daysBetween(row.blockers.oldest, today()))

/** The projects one by one, as the server put them in order: the worst first, unless its head says otherwise. Sorted by what the server can order, since it alone has them all. */
export function ProjectTable({ rows, total, rules, loading, more, tools, empty, ticked, onTick }: ProjectTableProps) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const columns: readonly Column<ProjectRow>[] = [
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: row => t(lightLabels[row.light]), render: row => <span title={t(row.because)}><LightShape light={row.light} />{row.overridden && <small className={style['soft']}> {t({ zh: '人工', en: 'set' })}</small>}</span>, width: 110 },
    { key: 'name', title: { zh: '项目', en: 'Project' }, value: row => row.name, render: row => <span className={style['name']}><Link to={`/projects/${row.id}`} lang="zh-CN">{row.name}</Link><small>{row.code} · {t(row.because)}{row.generated && t({ zh: ' 演示生成', en: ' Made up for the demonstration' })}</small></span> },
    { key: 'owner', title: { zh: '业主单位、挂点领导', en: 'Owner, leader' }, value: row => row.owner.name, render: row => <span className={style['name']} lang="zh-CN">{row.owner.name}{row.leader !== null && <small>{row.leader}</small>}</span>, width: 130 },
    { key: 'phase', title: { zh: '阶段', en: 'Phase' }, value: row => t(rules.phases[row.phase]), width: 80 },
    { key: 'planned', title: { zh: '年度计划、总投资（万元）', en: "Year's plan, total (10,000 yuan)" }, value: row => row.planned, render: row => <span className={style['name']}>{numberText(row.planned)}{row.total !== null && <small>{t({ zh: '总{n}', en: 'of {n}' }, { n: numberText(row.total) })}</small>}</span>, numeric: true, sortable: true, width: 110 },
    { key: 'done', title: { zh: '已完成（万元）', en: 'Done (10,000 yuan)' }, value: row => row.done, render: row => (row.planned === null ? noNumber : numberText(row.done)), numeric: true, sortable: true, width: 110 },
    { key: 'lead', title: { zh: '超前或滞后（百分点）', en: 'Lead, in points' }, value: row => row.lead, render: row => signedText(row.lead, 1), numeric: true, sortable: true, width: 110 },
    { key: 'nodes', title: { zh: '节点', en: 'Nodes' }, value: row => row.nodes.late, render: row => <span className={style['name']}>{row.nodes.reached}/{row.nodes.all}{row.nodes.late > 0 && <small>{t({ zh: '逾期{n}个', en: '{n} late' }, { n: row.nodes.late })}</small>}</span>, numeric: true, width: 80 },
    { key: 'blockers', title: { zh: '堵点', en: 'Blockers' }, value: row => age(row), render: row => (row.blockers.oldest === null ? noNumber : <span className={style['name']}>{row.blockers.open}<small>{t({ zh: '最久{n}天', en: 'oldest {n} days' }, { n: age(row) ?? 0 })}</small></span>), numeric: true, sortable: true, width: 90 },
  ]
  return (
    <DataTable
      name="projects" caption={{ zh: '重点项目', en: 'Key projects' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={row => { void navigate(`/projects/${row.id}`) }} ownSheet={false} tools={tools}
      chosen={{ keys: ticked, choose: keys => onTick(keys.slice(0, MOST_CHOSEN)) }}
      more={{ total, load: more, loading }}
      empty={empty}
    />
  )
}
