import { numberText, unitText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { type ChartData } from './chart-data.ts'
import style from './NumbersTable.module.css'

/** The numbers of a chart as a table: categories down, series across, units in the head. */
export function NumbersTable({ caption, data }: { readonly caption: string; readonly data: ChartData }) {
  const { language, t } = useLanguage()
  return (
    <div className={style['scroll']}>
      <table className={style['numbers']}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col"><span className="unseen">{t({ zh: '项目', en: 'Item' })}</span></th>
            {data.series.map(series => <th key={series.name} scope="col">{series.name}{unitText(series.unit, language) && <small>{unitText(series.unit, language)}</small>}</th>)}
          </tr>
        </thead>
        <tbody>
          {data.categories.map((category, i) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {data.series.map(series => <td key={series.name}>{numberText(series.values[i] ?? null)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
