import { dayText, noNumber, quantityText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { type VintageLine } from './chain.ts'
import { sourceLine } from './source-words.ts'
import style from './Vintages.module.css'

/** The same figure as it was said at different times, side by side: a revision never hides what was said before. */
export function Vintages({ vintages }: { readonly vintages: readonly VintageLine[] }) {
  const { language, t } = useLanguage()
  return (
    <section>
      <h3>{t({ zh: '历次发布', en: 'As it was said each time' })}</h3>
      <table className={style['vintages']}>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '数别', en: 'Vintage' })}</th>
            <th scope="col">{t({ zh: '日期', en: 'Said on' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '数值', en: 'Figure' })}</th>
          </tr>
        </thead>
        <tbody>
          {vintages.map(line => (
            <tr key={line.id} title={sourceLine(line.source, language)}>
              <th scope="row">{t(line.vintage)}{line.current && <b className={style['current']}>{t({ zh: '现用', en: 'in force' })}</b>}</th>
              <td>{line.saidOn === null ? noNumber : dayText(line.saidOn, language)}</td>
              <td className={style['number']}>{quantityText(line.quantity, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
