import { type BoardGroup } from '../../../../engines/cases/figures/contract.ts'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { Count } from './Count.tsx'
import { listOf, openCounts } from './drill.ts'
import { useFolded } from './folded.tsx'
import { Sideways } from './Sideways.tsx'
import style from './board.module.css'

type Rows<Row> = {
  readonly caption: Label
  readonly head: Label
  readonly base: Readonly<Record<string, string>>
  readonly rows: readonly Row[]
  /** A column more, before those of what is open. */
  readonly first?: { readonly name: Label; readonly n: (row: Row) => number }
}

type Group = Omit<BoardGroup, 'key'>

/** Groups of open cases down, what is open, late, soon due and climbed across; each number opens to its cases. */
export function GroupTable<Row extends Group>({ caption, head, base, rows, first }: Rows<Row>) {
  const { t } = useLanguage()
  const [shown, button] = useFolded(rows)
  return (
    <div>
      <Sideways name={caption}>
      <table className={style['groups']}>
        <caption className="unseen">{t(caption)}</caption>
        <thead>
          <tr>
            <th scope="col">{t(head)}</th>
            {first && <th scope="col">{t(first.name)}</th>}
            {openCounts.map(({ key, name }) => <th key={key} scope="col">{t(name)}</th>)}
          </tr>
        </thead>
        <tbody>
          {shown.map(row => (
            <tr key={t(row.name)}>
              <th scope="row">{t(row.name)}</th>
              {first && <td>{first.n(row)}</td>}
              {openCounts.map(({ key, name, filter }) => <td key={key}><Count n={row[key]} to={listOf(base, row.filter, filter)} what={`${t(row.name)} ${t(name)}`} /></td>)}
            </tr>
          ))}
        </tbody>
      </table>
      </Sideways>
      {button}
    </div>
  )
}
