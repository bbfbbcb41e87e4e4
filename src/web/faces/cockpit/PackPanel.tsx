import { Link } from 'react-router'
import { type PlanLine } from '../../../engines/plan/schema.ts'
import { lightOrder } from '../../../kernel/light.ts'
import { type Cockpit } from '../../../server/views/contract.ts'
import { periodText, quantityText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { pageOfLine } from '../../parts/plan/line-words.ts'
import { LineFigure } from '../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../parts/plan/LineTarget.tsx'
import { LightShape } from '../../ui/LightShape.tsx'
import { Panel } from '../../ui/Panel.tsx'
import style from './PackPanels.module.css'

/** So many lines of a panel are seen before it is unfolded: a panel is a glance, the plan is the list. */
const atFirst = 4

type PackPanelProps = { readonly panel: Cockpit['panels'][number]; readonly unfolded: boolean; readonly onFold: () => void }

/** One pack's lines, worst first, under how many show each light. */
export function PackPanel({ panel: { name, lights, lines }, unfolded, onFold }: PackPanelProps) {
  const { t } = useLanguage()
  const shown = unfolded ? lines : lines.slice(0, atFirst)
  return (
    <Panel
      title={t(name)}
      aside={(
        <ul className={style['counts']} aria-label={t({ zh: '各灯项数', en: 'How many show each light' })}>
          {lightOrder.filter(light => lights[light] > 0).map(light => <li key={light}><LightShape light={light} /> {lights[light]}</li>)}
        </ul>
      )}
    >
      <ul>{shown.map(line => <Line key={line.id} line={line} />)}</ul>
      {lines.length > atFirst && (
        <button type="button" className={`${style['fold']} unprinted`} aria-expanded={unfolded} onClick={onFold}>
          {unfolded ? t({ zh: '只看前{n}项', en: 'Show the first {n}' }, { n: atFirst }) : t({ zh: '显示全部{n}项', en: 'Show all {n}' }, { n: lines.length })}
          <span className="unseen"> {t(name)}</span>
        </button>
      )}
    </Panel>
  )
}

function Line({ line }: { readonly line: PlanLine }) {
  const { language, t } = useLanguage()
  return (
    <li className={style['line']}>
      <LineLight line={line} />
      <div className={style['name']}>
        <Link to={pageOfLine(line)}>{t(line.label)}</Link>
        <div className={style['target']}><span>{t({ zh: '目标', en: 'Target' })}</span> <LineTarget line={line} /></div>
      </div>
      <div className={style['actual']}>
        <LineFigure line={line} />
        {line.period && <span>{periodText(line.period, language)}</span>}
        {line.gap !== null && <span>{quantityText({ value: line.gap, unit: '个百分点' }, language, { signed: true })}</span>}
      </div>
    </li>
  )
}
