import { type ThreadPage } from '../../../../engines/documents/domain/threads/contract.ts'
import { askWhy, stationLabels } from '../../../../engines/documents/domain/threads/station.ts'
import { dayText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { columnsOf, paperNames, stationKeys } from './station-words.ts'
import { StationShape } from './StationShape.tsx'
import style from './line.module.css'

/** The line through the years: a stop for each paper that says something, and under it what happened there. Each station opens to its sources. */
export function ThreadLine({ page }: { readonly page: ThreadPage }) {
  const { language, t } = useLanguage()
  const { open } = useOpened('station')
  const keys = stationKeys(page.line)
  const papers = new Map(page.papers.map(paper => [paper.key, paper]))
  return (
    <ol className={style['line']} aria-label={t({ zh: '历年历次的说法', en: 'What was said through the years' })}>
      {columnsOf(page.line).map(column => {
        const paper = column.paper === null ? undefined : papers.get(column.paper)
        return (
          <li key={column.paper ?? column.saidOn ?? ''} className={style['stop']}>
            <p className={style['when']}>
              <b>{column.saidOn ? dayText(column.saidOn, language) : t({ zh: '未注明日期', en: 'No day given' })}</b>
              <span title={paper?.title}>{t(paper ? paperNames[paper.kind] : { zh: '填报', en: 'Entered by hand' })}</span>
            </p>
            <ul>
              {column.stations.map(i => {
                const station = page.line[i]
                return station && (
                  <li key={keys[i]}>
                    <button type="button" className={`${style['station']} ${askWhy.includes(station.kind) ? style['ask'] : ''}`} onClick={() => open(keys[i] ?? '')}>
                      <StationShape kind={station.kind} />
                      <span><b>{t({ zh: '{year}年{what}', en: '{year}: {what}' }, { year: station.year, what: t(stationLabels[station.kind]) })}</b> <span className={style['said']} lang="zh-CN">{t(station.words)}</span></span>
                    </button>
                  </li>
                )
              })}
            </ul>
          </li>
        )
      })}
    </ol>
  )
}
