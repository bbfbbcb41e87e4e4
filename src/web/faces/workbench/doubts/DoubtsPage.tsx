import { useQueryClient } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { contract } from '../../../../engines/documents/contract.ts'
import { type DoubtRow } from '../../../../engines/documents/doubt-contract.ts'
import { kindWords, severityWords } from '../../../../engines/documents/domain/checks/doubt.ts'
import { settledWords, stateWords } from '../../../../engines/documents/domain/checks/settling.ts'
import { addressOf, call } from '../../../client.ts'
import { noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { DoubtDetail } from '../../../parts/doubts/DoubtDetail.tsx'
import { doubtsChanged, useLastCheck } from '../../../parts/doubts/doubt-queries.ts'
import { DoubtSign } from '../../../parts/doubts/DoubtSign.tsx'
import { useSession } from '../../../session.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { usePages } from '../parts/use-pages.ts'
import { ChecksDone } from './ChecksDone.tsx'
import { useDoubtFilter } from './doubt-filter.ts'
import { DoubtFilters } from './DoubtFilters.tsx'
import style from './doubts.module.css'
import { useDoubtKeys } from './use-doubt-keys.ts'

/** What does not go together in papers, between them and with the ledger: looked at side by side and settled by a person. */
export function DoubtsPage() {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const cache = useQueryClient()
  const { what: chosen, open, close } = useOpened('doubt')
  const [settling, setSettling] = useState(false)
  const [checking, setChecking] = useState(false)
  const filter = useDoubtFilter()
  const last = useLastCheck()
  const doubts = usePages(['doubts', 'list', filter, last.data?.at ?? null], ({ after, signal }) => call(contract.doubts, { query: { ...filter, limit: 100, ...(after && { after }) }, signal }))
  const sheet = (form: 'csv' | 'xlsx') => addressOf(contract.exportDoubts, { query: { ...filter, form, language } })
  const check = async () => {
    setChecking(true)
    try {
      await call(contract.runChecks, {})
      await doubtsChanged(cache)
    } finally {
      setChecking(false)
    }
  }
  const settle = useCallback(() => setSettling(true), [])
  useDoubtKeys({ ids: doubts.rows.map(row => row.id).join(' '), chosen: settling ? '' : chosen, open, settle: may('import.review') ? settle : null })

  const columns: readonly Column<DoubtRow>[] = [
    { key: 'severity', title: { zh: '程度', en: 'Gravity' }, value: row => t(severityWords[row.severity]), render: row => <DoubtSign severity={row.severity} state={row.state} />, sortable: true, width: 120 },
    { key: 'kind', title: { zh: '检查', en: 'Check' }, value: row => t(kindWords[row.kind]), sortable: true, width: 130 },
    { key: 'name', title: { zh: '疑点', en: 'Doubt' }, value: row => `${row.name} ${t(row.words)}`, render: row => <span className={style['what']}><b lang="zh-CN">{row.name}</b><span>{t(row.words)}</span></span>, sortable: true, width: 440 },
    { key: 'papers', title: { zh: '涉及', en: 'Where' }, value: row => placesOf(row).join('; '), render: row => <span className={style['what']}>{placesOf(row).map(place => <small key={place} lang="zh-CN">{place}</small>)}</span>, width: 230 },
    { key: 'settled', title: { zh: '处理', en: 'Settled as' }, value: row => (row.settlement ? t(settledWords[row.settlement.how]) : row.state === 'open' ? null : t(stateWords[row.state])), render: row => (row.settlement && row.state === 'settled' ? <span className={style['what']}>{t(settledWords[row.settlement.how])}<small>{row.settlement.by}</small></span> : noNumber), width: 150 },
  ]
  return (
    <Page
      title={t({ zh: '疑点', en: 'Doubts' })}
      printable
      actions={(
        <>
          <DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
          <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink>
          {may('import.review') && <Button loading={checking} onClick={() => void check()}>{t({ zh: '立即检查', en: 'Check now' })}</Button>}
        </>
      )}
    >
      {last.data && <ChecksDone last={last.data} />}
      {doubts.isPending && <Loading lines={8} />}
      {doubts.error && <Failure error={doubts.error} retry={doubts.retry} />}
      {doubts.first && (
        <DataTable
          name="doubts"
          caption={{ zh: '疑点', en: 'Doubts' }}
          rows={doubts.rows}
          columns={columns}
          keyOf={row => row.id}
          onOpen={row => open(row.id)}
          more={doubts.more}
          ownSheet={false}
          tools={<DoubtFilters />}
          empty={Object.keys(filter).length > 0
            ? <Empty title={{ zh: '没有符合条件的疑点', en: 'No doubt matches' }} next={{ zh: '放宽上面的条件，或清空搜索。', en: 'Widen the filters above or clear the search.' }} />
            : <Empty title={{ zh: '没有发现疑点', en: 'No doubts were found' }} next={{ zh: '导入文件后，每分钟内自动与本区其他文件和台账比对一次。', en: 'Within a minute of an import a paper is held against the others and the ledger.' }} />}
        />
      )}
      <Drawer open={chosen !== ''} onClose={close} title={t({ zh: '疑点', en: 'Doubt' })} size="min(980px, 100vw)" destroyOnHidden>
        {chosen !== '' && <DoubtDetail key={chosen} id={chosen} settling={settling} onSettling={setSettling} />}
      </Drawer>
    </Page>
  )
}

/** Papers and other sources of a doubt, each once. */
function placesOf(row: DoubtRow): string[] {
  return [...new Set(row.sides.map(({ source }) => (source.kind === 'document' || source.kind === 'published' ? source.title : source.kind === 'hand' ? source.ground : source.kind)))]
}
