import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useParams, useSearchParams } from 'react-router'
import { directoryContract, type EntryRow } from '../../../../../engines/cases/directories/contract.ts'
import { type Directory } from '../../../../../engines/cases/schema.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { fieldText } from '../../../../parts/cases/field-text.ts'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { SearchField } from '../../parts/SearchField.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { EntryForm } from './EntryForm.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import style from './directories.module.css'

/** So many fields stand in the table; the sheet of a line has them all. */
const SHOWN = 4

/** `/cases/directories/:key`: the lines of a directory by street and kind, one opened at the side. */
export function DirectoryPage() {
  const { t, language } = useLanguage()
  const { key = '' } = useParams()
  const [search] = useSearchParams()
  const [q, within, choice, ended] = ['q', 'within', 'choice', 'ended'].map(name => search.get(name) ?? '')
  const { what: opened, open, close } = useOpened('entry')
  const entries = usePages(['directory', key, 'list', q, within, choice, ended], ({ after, signal }) => call(directoryContract.entries, { params: { key }, query: { limit: 50, ...(q && { q }), ...(within && { within }), ...(choice && { choice }), ...(ended === 'true' && { ended }), ...(after && { after: Number(after) }) }, signal }))
  const counts = useQuery({ queryKey: ['directory', key, 'counts'], queryFn: ({ signal }) => call(directoryContract.entryCounts, { params: { key }, signal }) })
  const directory = entries.first?.directory
  if (!directory) return <Page title={t({ zh: '名录', en: 'Directory' })}>{entries.error ? <Failure error={entries.error} retry={entries.retry} /> : <Loading lines={8} />}</Page>

  const { streets = [], choices = [] } = counts.data ?? {}
  const filtered = [q, within, choice, ended].some(text => text !== '')
  const columns: readonly Column<EntryRow>[] = [
    { key: 'name', title: directory.row, value: row => row.name, render: row => <Button type="link" size="small" onClick={() => open(row.id)}><span lang="zh-CN">{row.name}</span></Button> },
    { key: 'street', title: { zh: '街道', en: 'Street' }, value: row => row.unit.street ?? row.unit.name, render: row => <span lang="zh-CN">{row.unit.street ?? row.unit.name}</span>, width: 130 },
    { key: 'unit', title: { zh: '所属单位', en: 'Unit' }, value: row => row.unit.name, render: row => <span lang="zh-CN">{row.unit.name}</span>, width: 150 },
    ...openFields(directory).slice(0, SHOWN).map((field): Column<EntryRow> => ({ key: field.key, title: field.name, value: row => fieldText(field, row.fields[field.key], { language, t }), numeric: field.input === 'number', width: field.input === 'text' ? 170 : 110 })),
  ]
  return (
    <Page title={t({ zh: '{name}（{n}条）', en: '{name} ({n})' }, { name: t(directory.name), n: entries.total })} printable actions={entries.first?.mayAdd && <Button type="primary" onClick={() => open('new')}>{t({ zh: '增加一条', en: 'Add a line' })}</Button>}>
      <p>{t(directory.what)}</p>
      {counts.error && <Failure error={counts.error} retry={() => void counts.refetch()} />}
      {counts.data && (
        <details className={style['page']}>
          <summary>{t({ zh: '按街道和类别的条数', en: 'How many by street and by kind' })}</summary>
          <Counts name={t({ zh: '按街道', en: 'By street' })} rows={streets.map(one => ({ key: one.unit.id, name: one.unit.name, count: one.count, to: `?within=${one.unit.id}` }))} />
          {choiceFields(directory).map(field => <Counts key={field.key} name={t({ zh: '按{field}', en: 'By {field}' }, { field: t(field.name) })} rows={choices.filter(one => one.field === field.key).map(one => ({ key: one.value, name: t(one.name), count: one.count, to: `?choice=${field.key}/${one.value}` }))} />)}
        </details>
      )}
      {entries.error && <Failure error={entries.error} retry={entries.retry} />}
      <DataTable
        name="directory" caption={directory.name} rows={entries.rows} columns={columns} keyOf={row => row.id} onOpen={row => open(row.id)} more={entries.more}
        tools={(
          <>
            <SearchField label={{ zh: '名称、地址', en: 'Name or address' }} />
            <FilterSelect name="within" label={{ zh: '街道', en: 'Street' }} all={{ zh: '全部街道', en: 'Every street' }} options={streets.map(one => ({ value: one.unit.id, label: `${one.unit.name}（${one.count}）` }))} />
            <FilterSelect name="choice" label={{ zh: '类别', en: 'Kind' }} all={{ zh: '全部类别', en: 'Every kind' }} options={choiceFields(directory).flatMap(field => choices.filter(one => one.field === field.key && one.count > 0).map(one => ({ value: `${one.field}/${one.value}`, label: `${t(field.name)}：${t(one.name)}（${one.count}）` })))} />
            <FilterSelect name="ended" label={{ zh: '在用或停用', en: 'In use or not' }} all={{ zh: '在用', en: 'In use' }} options={[{ value: 'true', label: t({ zh: '已停用', en: 'No longer in use' }) }]} width={110} />
          </>
        )}
        empty={<Empty title={filtered ? { zh: '没有符合条件的', en: 'Nothing matches' } : { zh: '名录还是空的', en: 'The directory is empty' }} next={filtered ? { zh: '放宽条件或清空搜索。', en: 'Widen the filter or clear the search.' } : { zh: '由各单位增加本单位的条目。', en: 'Units add their own lines.' }} />}
      />
      {opened === 'new' ? entries.first?.mayAdd && <EntryForm directory={directory} entry={null} onClose={close} /> : opened !== '' && <EntrySheet key={opened} directory={directory} id={opened} onClose={close} />}
    </Page>
  )
}

/** Fields that everybody reads, in the order of the directory. */
const openFields = (directory: Directory) => directory.fields.filter(field => !field.personal)
const choiceFields = (directory: Directory) => openFields(directory).filter(field => field.input === 'choice')

/** How many lines there are of each kind; each leads to them. */
function Counts({ name, rows }: { readonly name: string; readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number; readonly to: string }[] }) {
  return (
    <section aria-label={name}>
      <b>{name}</b>
      <ul className={style['counts']}>{rows.map(row => <li key={row.key}><Link to={row.to} lang="zh-CN">{row.name}</Link><b>{row.count}</b></li>)}</ul>
    </section>
  )
}
