import { Link } from 'react-router'
import { useLanguage } from '../../../language.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './notices.module.css'

type Silences = readonly { readonly unit: { readonly id: string; readonly name: string }; readonly thisYear: number; readonly now: number }[]

/** Units that left notices without an answer in time this year. Of units, never of persons. */
export function Silences({ rows }: { readonly rows: Silences }) {
  const { t } = useLanguage()
  return (
    <Panel title={t({ zh: '今年逾期不反馈的单位', en: 'Units that were silent this year' })} aside={<small>{rows.length}</small>}>
      <table className={style['silences']}>
        <caption className="unseen">{t({ zh: '单位逾期不反馈次数', en: 'Silences by unit' })}</caption>
        <thead><tr><th scope="col">{t({ zh: '单位', en: 'Unit' })}</th><th scope="col">{t({ zh: '今年（次）', en: 'This year' })}</th><th scope="col">{t({ zh: '现在没有回音（张）', en: 'Silent now' })}</th></tr></thead>
        <tbody>{rows.map(({ unit, thisYear, now }) => <tr key={unit.id}><th scope="row" lang="zh-CN"><Link to={`/notices?addressee=${unit.id}`}>{unit.name}</Link></th><td>{thisYear}</td><td>{now}</td></tr>)}</tbody>
      </table>
    </Panel>
  )
}
