import { Button } from 'antd'
import { useMemo } from 'react'
import { Link, useNavigate } from 'react-router'
import { type SprintRow } from '../../../../engines/supervision/sprints/contract.ts'
import { rhythmWords, sprintStates } from '../../../../engines/supervision/domain/sprint-words.ts'
import { dayText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useShortcuts } from '../../../shortcuts.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { OpenForm } from './OpenForm.tsx'
import { useSprints } from './use-sprints.ts'
import style from './sprints.module.css'

/** `/sprints`: temporary lists with a rhythm of their own, the latest first. */
export function SprintsPage() {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const { what, open, close } = useOpened('form')
  const sprints = useSprints()
  const hold = sprints.data?.may.hold ?? false
  useShortcuts(useMemo(() => (hold ? [{ key: 'n', does: { zh: '启动攻坚行动', en: 'Open a sprint' }, run: () => open('open') }] : []), [hold, open]))
  const columns: readonly Column<SprintRow>[] = [
    { key: 'name', title: { zh: '攻坚行动', en: 'Sprint' }, value: row => row.name, render: row => <span className={style['what']}><Link lang="zh-CN" to={`/sprints/${row.id}`}><b>{row.name}</b></Link><small>{t(rhythmWords(row.every, row.weekday))}</small></span>, sortable: true, width: 240 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(sprintStates[row.state]), sortable: true, width: 90 },
    { key: 'from', title: { zh: '开始', en: 'From' }, value: row => row.from, render: row => dayText(row.from, language), sortable: true, width: 120 },
    { key: 'until', title: { zh: '结束', en: 'Until' }, value: row => row.until, render: row => dayText(row.until, language), sortable: true, width: 120 },
    { key: 'round', title: { zh: '本轮', en: 'This round' }, value: row => row.round?.no ?? null, render: row => (row.round ? t({ zh: '第{no}/{all}轮，{day}前报', en: '{no} of {all}, by {day}' }, { no: row.round.no, all: row.rounds, day: dayText(row.round.until, language) }) : noNumber), width: 180 },
    { key: 'items', title: { zh: '事项', en: 'Things' }, value: row => row.items, numeric: true, sortable: true, width: 70 },
    { key: 'reached', title: { zh: '已达到', en: 'Reached' }, value: row => row.reached, numeric: true, sortable: true, width: 80 },
    { key: 'missed', title: { zh: '漏报', en: 'Missed' }, value: row => row.missed, numeric: true, sortable: true, width: 70 },
  ]
  return (
    <Page title={t({ zh: '攻坚行动', en: 'Sprints' })} printable actions={hold && <Button type="primary" onClick={() => open('open')}>{t({ zh: '启动攻坚行动', en: 'Open a sprint' })}</Button>}>
      {sprints.isPending && <Loading lines={6} />}
      {sprints.isError && <Failure error={sprints.error} retry={() => void sprints.refetch()} />}
      {sprints.isSuccess && (
        <DataTable
          name="sprints" caption={{ zh: '攻坚行动', en: 'Sprints' }} rows={sprints.data.items} columns={columns} keyOf={row => row.id} onOpen={row => void navigate(`/sprints/${row.id}`)}
          empty={<Empty title={{ zh: '还没有攻坚行动', en: 'No sprint yet' }} next={hold ? { zh: '点“启动攻坚行动”，从今年的红灯事项里勾选，定下节奏和期限。', en: 'Press “Open a sprint”, tick among the reds of the year, and set rhythm and end.' } : { zh: '督查部门启动攻坚行动后，会列在这里。', en: 'Sprints that supervision opens stand here.' }} />}
        />
      )}
      {hold && what === 'open' && <OpenForm onClose={close} onDone={id => void navigate(`/sprints/${id}`, { replace: true })} />}
    </Page>
  )
}
