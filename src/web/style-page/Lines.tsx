import { useState } from 'react'
import { quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { type Column, DataTable } from '../ui/DataTable.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Figure } from '../ui/Figure.tsx'
import { LightMark } from '../ui/LightMark.tsx'
import { type Line, lines, paper, verdicts } from './invented.ts'

/** The table of the style page, with lights and figures in its cells. */
export function Lines() {
  const { language, t } = useLanguage()
  const [chosen, choose] = useState<readonly string[]>(['d'])
  const [opened, setOpened] = useState('')
  const columns: readonly Column<Line>[] = [
    { key: 'light', title: { zh: '灯', en: 'Light' }, value: row => verdicts[row.at]?.verdict.light ?? null, render: row => lightOf(row), sortable: true },
    { key: 'name', title: { zh: '指标', en: 'Indicator' }, value: row => row.name, sortable: true },
    { key: 'target', title: { zh: '目标', en: 'Target' }, value: row => row.target, render: row => quantityText({ value: row.target, unit: row.unit }, language), numeric: true, sortable: true },
    { key: 'actual', title: { zh: '实际', en: 'Actual' }, value: row => row.actual, render: row => figureOf(row), numeric: true, sortable: true },
    { key: 'owner', title: { zh: '责任单位', en: 'Owner' }, value: row => row.owner, sortable: true },
  ]
  return (
    <DataTable
      name="lines"
      caption={{ zh: '指标示例', en: 'Sample indicators' }}
      rows={lines}
      columns={columns}
      keyOf={row => row.id}
      onOpen={row => setOpened(row.name)}
      chosen={{ keys: chosen, choose }}
      more={{ total: 42, load: () => undefined, loading: false }}
      empty={<Empty title={{ zh: '没有指标', en: 'No indicators' }} next={{ zh: '换一个条件试试。', en: 'Try another filter.' }} />}
      tools={<span>{t({ zh: '已选{n}项', en: '{n} chosen' }, { n: chosen.length })}{opened && ` · ${opened}`}</span>}
    />
  )
}

function lightOf(row: Line) {
  const verdict = verdicts[row.at]?.verdict
  return verdict && <LightMark of={row.name} verdict={verdict} />
}

function figureOf(row: Line) {
  return row.actual === null ? '—' : <Figure name={row.name} quantity={{ value: row.actual, unit: row.unit }} source={paper} />
}
