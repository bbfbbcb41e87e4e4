import { Button, Input, Select } from 'antd'
import { useRef, useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { type Import, importContract, MOST_IMPORTED, MOST_IMPORTED_BYTES } from '../../../../../engines/cases/transfer/import-contract.ts'
import { call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { useDraft } from '../../../../ui/draft.ts'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Field } from '../../../../ui/Field.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { usePages } from '../../parts/use-pages.ts'
import { useTypes } from '../list/use-cases.ts'
import { importStates, rowsIn } from './import-words.ts'
import style from './transfer.module.css'

const nothing = { type: '', source: '' }

/** `/cases/transfer`: a file of cases is brought here; below stand those that were brought before. */
export function TransferPage() {
  const { language, t } = useLanguage()
  const navigate = useNavigate()
  const types = useTypes()
  const { fields, set } = useDraft('case-transfer', nothing)
  const chooser = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const imports = usePages(['case-imports'], ({ after, signal }) => call(importContract.imports, { query: { limit: 50, ...(after && { after }) }, signal }))
  const all = types.data?.items ?? []
  const type = all.length === 1 ? all[0]?.key ?? '' : fields.type
  const source = fields.source.trim()

  const bring = async (file: File | undefined) => {
    if (!file) return
    setSending(true)
    setError(null)
    try {
      const { id } = await call(importContract.uploadCases, { query: { type, source }, file })
      void navigate(`/cases/transfer/${id}`)
    } catch (failure) {
      setError(failure)
    } finally {
      setSending(false)
    }
  }
  const columns: readonly Column<Import>[] = [
    { key: 'file', title: { zh: '文件', en: 'File' }, value: row => row.file, render: row => <Link to={`/cases/transfer/${row.id}`} lang="zh-CN">{row.file}</Link>, width: 200 },
    { key: 'source', title: { zh: '来源', en: 'Source' }, value: row => row.source, render: row => <span lang="zh-CN">{row.source}</span>, width: 120 },
    { key: 'type', title: { zh: '事项类型', en: 'Type' }, value: row => t(row.type.name), width: 120 },
    { key: 'by', title: { zh: '上传人', en: 'By' }, value: row => row.by, render: row => <span lang="zh-CN">{row.by}</span>, width: 120 },
    { key: 'at', title: { zh: '时间', en: 'When' }, value: row => row.at, render: row => instantText(row.at, language), width: 130 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(importStates[row.state]), width: 130 },
    { key: 'rows', title: { zh: '行数', en: 'Rows' }, value: row => rowsIn(row.counts), numeric: true, width: 70 },
    { key: 'opened', title: { zh: '已登记', en: 'Opened' }, value: row => row.counts.opened, numeric: true, width: 80 },
    { key: 'wrong', title: { zh: '需改正', en: 'To be mended' }, value: row => row.counts.wrong, numeric: true, width: 80 },
  ]
  return (
    <Page title={t({ zh: '工单导入', en: 'Import of cases' })} printable>
      <div className={`${style['form']} unprinted`}>
        <p>{t({ zh: '从其他系统导出的表格登记工单。上传后先试算，确认无误再导入；同一来源的同一编号只登记一次。', en: 'Opens cases from a table of another system. It is checked first and opened when you say so; a number of a source is opened once.' })}</p>
        {types.error && <Failure error={types.error} retry={() => void types.refetch()} />}
        {all.length > 1 && (
          <Field label={{ zh: '事项类型', en: 'Type of matter' }}>
            {({ status: _status, ...tied }) => <Select<string> {...tied} showSearch={{ optionFilterProp: 'label' }} value={type || null} onChange={key => set({ type: key })} options={all.map(one => ({ value: one.key, label: t(one.name) }))} />}
          </Field>
        )}
        <Field label={{ zh: '来源', en: 'Source' }} hint={{ zh: '表格出自哪个系统，如“市12345平台”。下次用同一名称，列的含义会自动带出。', en: 'Which system the table is from. With the same name the meanings of columns are remembered.' }}>
          {tied => <Input {...tied} maxLength={60} autoComplete="off" value={fields.source} onChange={event => set({ source: event.target.value })} />}
        </Field>
        <p className={style['acts']}>
          <Button type="primary" loading={sending} disabled={type === '' || source.length < 2} onClick={() => chooser.current?.click()}>{t({ zh: '选择表格并上传', en: 'Choose a table' })}</Button>
          <span className={style['aside']}>{t({ zh: 'CSV（UTF-8或GBK）或xlsx，第1行为表头，最多{mb}MB、{rows}行。', en: 'CSV (UTF-8 or GBK) or xlsx with headers in row 1, at most {mb} MB and {rows} rows.' }, { mb: MOST_IMPORTED_BYTES / 1_000_000, rows: MOST_IMPORTED })}</span>
        </p>
        <input ref={chooser} className="unseen" type="file" tabIndex={-1} accept=".csv,.xlsx" aria-label={t({ zh: '表格文件', en: 'The table' })} onChange={event => { void bring(event.target.files?.[0]); event.target.value = '' }} />
        {error !== null && <Failure error={error} />}
      </div>
      <Panel title={t({ zh: '导入记录', en: 'What was imported' })}>
        {imports.isPending && <Loading lines={4} />}
        {imports.error && <Failure error={imports.error} retry={imports.retry} />}
        {imports.first && (
          <DataTable name="case-imports" caption={{ zh: '导入记录', en: 'What was imported' }} rows={imports.rows} columns={columns} keyOf={row => row.id} onOpen={row => void navigate(`/cases/transfer/${row.id}`)} more={imports.more}
            empty={<Empty title={{ zh: '还没有导入过', en: 'Nothing was imported yet' }} next={{ zh: '选好事项类型、写明来源，再选择表格。', en: 'Choose a type, name the source and choose a table.' }} />} />
        )}
      </Panel>
    </Page>
  )
}
