import { Button, Input } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { forceContract, type ForceRow } from '../../../../engines/projects/forces/contract.ts'
import { forceStates } from '../../../../engines/projects/domain/forces/words.ts'
import { ForceState } from '../../../../engines/projects/forces/schema.ts'
import { addressOf } from '../../../client.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { useUnitNames } from '../../../parts/org/use-unit-names.ts'
import { useShortcuts } from '../../../shortcuts.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import style from './forces.module.css'
import { SetUpForm } from './SetUpForm.tsx'
import { useForceFilter, useForces, useTeamless } from './use-forces.ts'

/** `/task-forces`: the task forces with their leaders and plans, and the projects under way that have none. */
export function ForcesPage() {
  const { t } = useLanguage()
  const filter = useForceFilter()
  const forces = useForces(filter)
  const { what, open, close } = useOpened('form')
  const mayEdit = forces.first?.may.edit ?? false
  useShortcuts(useMemo(() => (mayEdit ? [{ key: 'n', does: { zh: '组建专班', en: 'Set up a task force' }, run: () => open('set-up') }] : []), [mayEdit, open]))
  const sheet = (form: 'xlsx' | 'csv') => addressOf(forceContract.exportForces, { query: { ...filter, form } })
  return (
    <Page title={t({ zh: '专班', en: 'Task forces' })} printable actions={mayEdit && <Button type="primary" onClick={() => open('set-up')}>{t({ zh: '组建专班', en: 'Set one up' })}</Button>}>
      {forces.isPending && <Loading lines={8} />}
      {forces.error && <Failure error={forces.error} retry={forces.retry} />}
      {forces.first && <Teamless one={forces.first.one} />}
      {forces.first && (
        <Panel title={t({ zh: '专班', en: 'Task forces' })} aside={<span className="unprinted"><DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink> <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink></span>}>
          <Filters />
          <ForcesTable rows={forces.rows} more={forces.more} filtered={Object.keys(filter).length > 0} />
        </Panel>
      )}
      {what === 'set-up' && mayEdit && <SetUpForm onClose={close} />}
    </Page>
  )
}

/** Projects on which work goes on without a task force. */
function Teamless({ one }: { readonly one: boolean }) {
  const { t } = useLanguage()
  const projects = useTeamless().data?.items ?? []
  if (projects.length === 0) return null
  return (
    <Panel title={t({ zh: '在建项目没有专班：{n}个', en: 'Projects under way without a task force: {n}' }, { n: projects.length })}>
      <p>{one ? t({ zh: '本区要求一项目一方案一专班。请由一个专班接手，并在方案里列出措施。', en: 'The district holds to one project, one plan, one team. Have a task force take each on and plan its measures.' }) : t({ zh: '本区不要求每个项目都有专班。', en: 'The district does not ask for a task force behind every project.' })}</p>
      <details><summary>{t({ zh: '是哪些项目', en: 'Which they are' })}</summary><ul className={style['names']}>{projects.map(project => <li key={project.id}><Link lang="zh-CN" to={`/projects/${project.id}`}>{project.name}</Link></li>)}</ul></details>
    </Panel>
  )
}

function Filters() {
  const { t } = useLanguage()
  const [words, setWords] = useUrlState('q'), [unit, setUnit] = useUrlState('unit')
  const known = useUnitNames([unit])
  return (
    <div className={`${style['filters']} unprinted`}>
      <Input.Search key={words} allowClear defaultValue={words} onSearch={value => setWords(value.trim())} maxLength={80} style={{ width: 200 }} aria-label={t({ zh: '按名称、领衔领导查找', en: 'By name or leader' })} placeholder={t({ zh: '名称、领衔领导', en: 'Name or leader' })} />
      <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '全部状态', en: 'Any state' }} width={140} options={ForceState.options.map(value => ({ value, label: t(forceStates[value]) }))} />
      <span><UnitSelect aria-label={t({ zh: '参加单位', en: 'Unit' })} known={known} value={unit === '' ? [] : [unit]} onChange={([chosen = '']) => setUnit(chosen)} /></span>
    </div>
  )
}

function ForcesTable({ rows, more, filtered }: { readonly rows: readonly ForceRow[]; readonly more: { readonly total: number; readonly load: () => void; readonly loading: boolean }; readonly filtered: boolean }) {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const columns: readonly Column<ForceRow>[] = [
    { key: 'name', title: { zh: '专班', en: 'Task force' }, value: row => row.name, render: row => <Link lang="zh-CN" to={`/task-forces/${row.id}`}><b>{row.name}</b></Link>, sortable: true, width: 240 },
    { key: 'leader', title: { zh: '领衔领导', en: 'Leader' }, value: row => row.leader, render: row => <span lang="zh-CN">{row.leader}</span>, width: 120 },
    { key: 'unit', title: { zh: '牵头单位', en: 'Lead unit' }, value: row => row.leadUnit.name, render: row => <Link lang="zh-CN" to={`/units/${row.leadUnit.id}`}>{row.leadUnit.name}</Link>, sortable: true, width: 160 },
    { key: 'projects', title: { zh: '项目', en: 'Projects' }, value: row => row.projects, numeric: true, sortable: true, width: 80 },
    { key: 'measures', title: { zh: '措施完成', en: 'Measures done' }, value: row => (row.measures.all === 0 ? t({ zh: '没有方案', en: 'no plan' }) : `${row.measures.done}/${row.measures.all}`), width: 100 },
    { key: 'late', title: { zh: '逾期', en: 'Late' }, value: row => row.measures.late, render: row => (row.measures.late > 0 ? <b>{row.measures.late}</b> : '0'), numeric: true, sortable: true, width: 70 },
    { key: 'until', title: { zh: '到期', en: 'Until' }, value: row => row.until, render: row => dayText(row.until, language), sortable: true, width: 120 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(forceStates[row.state]), sortable: true, width: 100 },
  ]
  return (
    <DataTable
      name="task-forces" caption={{ zh: '专班', en: 'Task forces' }} rows={rows} columns={columns} keyOf={row => row.id} onOpen={row => void navigate(`/task-forces/${row.id}`)} more={more} ownSheet={false}
      empty={filtered
        ? <Empty title={{ zh: '没有符合条件的专班', en: 'No task force is left by these filters' }} next={{ zh: '放宽条件再看。', en: 'Ask for more.' }} />
        : <Empty title={{ zh: '还没有组建专班', en: 'There is no task force yet' }} next={{ zh: '由计划员点“组建专班”，再接手项目、增加成员、列出措施。', en: 'Who plans sets one up, then gives it projects, members and measures.' }} />}
    />
  )
}
