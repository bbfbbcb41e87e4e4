import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { countedContract } from '../../../../engines/cases/counted/contract.ts'
import { call } from '../../../client.ts'
import { instantText, numberText, periodText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './board.module.css'

/** The numbers of cases that become figures of the register after each month, each with the last one on file. */
export function CountedFigures() {
  const { language, t } = useLanguage()
  const found = useQuery({ queryKey: ['case-counted'], queryFn: ({ signal }) => call(countedContract.counted, { signal }) })
  const items = found.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel title={t({ zh: '计入指标台账', en: 'What the register is told' })}>
      <p className={style['note']}>{t({ zh: '每月结束后由系统统计写入，后续有变化的另行更正；点开可见指标的全部历史。', en: 'Counted by the program after each month; later changes are written as corrections. Open one to see all its history.' })}</p>
      <ul className={style['steps']}>
        {items.map(({ indicator, name, last }) => (
          <li key={indicator}>
            <Link to={`/register/${indicator}${last ? `?year=${last.period.slice(0, 4)}` : ''}`}>{t(name)}</Link>
            <span>{last ? t({ zh: '{period}：{value}{unit}（{at}统计）', en: '{period}: {value} {unit} (counted on {at})' }, { period: periodText(last.period, language), value: numberText(last.value), unit: language === 'en' && last.unit === '件' ? 'cases' : last.unit, at: instantText(last.at, language) }) : t({ zh: '尚无整月数值', en: 'No whole month yet' })}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
