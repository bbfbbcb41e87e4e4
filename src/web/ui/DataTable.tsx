import { Button, Table } from 'antd'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type Label } from '../../kernel/label.ts'
import { useDensity } from '../density.tsx'
import { numberText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { useUrlState } from '../url-state.ts'
import { type CsvCell, csvOf } from './csv.ts'
import style from './DataTable.module.css'
import { DensitySwitch } from './DensitySwitch.tsx'
import { useNarrow } from './narrow.ts'
import { compareCells, orderFrom, orderText } from './table-order.ts'

export type Column<Row> = {
  /** Short kebab name; stands in the address when the table is sorted by it. */
  readonly key: string
  readonly title: Label
  /** What the cell says, as a spreadsheet, a sort and a plain cell take it. */
  readonly value: (row: Row) => CsvCell
  /** How the cell is drawn, where it is more than its words. */
  readonly render?: (row: Row) => ReactNode
  /** Right-aligned, in tabular digits. */
  readonly numeric?: boolean
  readonly sortable?: boolean
  readonly width?: number
}

type DataTableProps<Row> = {
  /** Short kebab name of the table: part of the address and the name of its spreadsheet. */
  readonly name: string
  readonly caption: Label
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly keyOf: (row: Row) => string
  /** Enter or a click on a row. Rows can then be walked with the arrow keys or j and k. */
  readonly onOpen?: (row: Row) => void
  readonly chosen?: { readonly keys: readonly string[]; readonly choose: (keys: readonly string[]) => void }
  /** What stands there when there are no rows: an Empty that says what to do next. */
  readonly empty: ReactNode
  /** How many there are in all, and how to get the next ones. */
  readonly more?: { readonly total: number; readonly load: () => void; readonly loading: boolean }
  /** Filters and actions, left of the density switch. */
  readonly tools?: ReactNode
  /** False where the page offers a better spreadsheet than what is on screen. */
  readonly ownSheet?: boolean
  /** Rows that go neither onto paper nor into the spreadsheet. */
  readonly unprinted?: (row: Row) => boolean
}

/** So many columns fit onto a sheet that stands upright. */
const UPRIGHT = 6

/** A table that can be sorted by its address, walked by keys, read at two densities, taken to a spreadsheet and printed. */
export function DataTable<Row extends object>({ name, caption, rows, columns, keyOf, onOpen, chosen, empty, more, tools, ownSheet = true, unprinted }: DataTableProps<Row>) {
  const { t } = useLanguage()
  const { density } = useDensity()
  const narrow = useNarrow()
  const [orderInUrl, setOrderInUrl] = useUrlState(`${name}-sort`)
  const [active, setActive] = useState<string | null>(null)

  const order = orderFrom(orderInUrl)
  const by = columns.find(column => column.key === order?.column)
  const sorted = by && order ? [...rows].sort((a, b) => compareCells(by.value(a), by.value(b), order.down)) : [...rows]
  const first = sorted[0]
  const reached = sorted.some(row => keyOf(row) === active) ? active : first && keyOf(first)

  const download = () => saveText(`${name}.csv`, csvOf(columns.map(c => t(c.title)), sorted.filter(row => !unprinted?.(row)).map(row => columns.map(c => c.value(row)))))

  return (
    <div className={`${style['table']}${columns.length > UPRIGHT ? ` ${style['wide']}` : ''}`}>
      <div className={`${style['tools']} unprinted`}>
        <div className={style['own']}>{tools}</div>
        <DensitySwitch />
        {ownSheet && <Button onClick={download} disabled={rows.length === 0}>{t({ zh: '导出 CSV', en: 'CSV' })}</Button>}
      </div>
      {/* Ant Design's own sideways scrolling adds a hidden row with controls in it. */}
      <div className={style['scroll']} {...(narrow && { tabIndex: 0, role: 'region', 'aria-label': t(caption) })}>
      <Table<Row>
        caption={<span className="unseen">{t(caption)}</span>}
        dataSource={sorted}
        rowKey={keyOf}
        size={density === 'close' ? 'small' : 'middle'}
        pagination={false}
        showSorterTooltip={false}
        tableLayout="auto"
        locale={{ emptyText: <div className={style['none']}>{empty}</div> }}
        {...(narrow && { style: { minWidth: columns.reduce((sum, column) => sum + (column.width ?? 110), 0) } })}
        {...(chosen && { rowSelection: { selectedRowKeys: [...chosen.keys], onChange: keys => chosen.choose(keys.map(String)) } })}
        {...(unprinted && { rowClassName: row => (unprinted(row) ? 'unprinted' : '') })}
        onRow={row => (onOpen
          ? {
              tabIndex: keyOf(row) === reached ? 0 : -1,
              className: style['opens'] ?? '',
              onFocus: () => setActive(keyOf(row)),
              onClick: event => { if (!isControl(event.target)) onOpen(row) },
              onKeyDown: event => { if (event.target === event.currentTarget) walk(event, () => onOpen(row)) },
            }
          : {})}
        onChange={(_page, _filters, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          setOrderInUrl(orderText(one?.order && typeof one.columnKey === 'string' ? { column: one.columnKey, down: one.order === 'descend' } : null))
        }}
        columns={columns.map(column => ({
          key: column.key,
          title: t(column.title),
          align: column.numeric ? 'right' as const : 'left' as const,
          ...(column.width !== undefined && { width: column.width }),
          // Rows come sorted already; `sorter` only makes the head say so and take the click.
          ...(column.sortable && { sorter: () => 0, sortOrder: order?.column === column.key ? (order.down ? 'descend' as const : 'ascend' as const) : null }),
          render: (_value: unknown, row: Row) => (column.render ? column.render(row) : plain(column.value(row))),
        }))}
      />
      </div>
      {more && more.total > rows.length && (
        <p className={`${style['more']} unprinted`}>
          <span>{t({ zh: '已显示{shown}条，共{total}条', en: '{shown} of {total} shown' }, { shown: rows.length, total: more.total })}</span>
          <Button onClick={more.load} loading={more.loading}>{t({ zh: '再显示一些', en: 'Show more' })}</Button>
        </p>
      )}
    </div>
  )
}

function plain(value: CsvCell): string {
  return typeof value === 'string' ? value : numberText(value)
}

function isControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label') !== null
}

function walk(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  const row = event.currentTarget
  const rowsOfTable = [...(row.parentElement?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])]
  const at = rowsOfTable.indexOf(row)
  const moves: Readonly<Record<string, number>> = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: rowsOfTable.length - 1 }
  const to = moves[event.key]
  if (event.key === 'Enter') open()
  else if (to !== undefined) rowsOfTable[to]?.focus()
  else return
  event.preventDefault()
}

function saveText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  URL.revokeObjectURL(address)
}
