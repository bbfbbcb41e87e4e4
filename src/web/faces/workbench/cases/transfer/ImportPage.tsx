import { Button, Progress } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { importContract, type ImportView, RowOutcome } from '../../../../../engines/cases/transfer/import-contract.ts'
import { addressOf } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { ConfirmWithReason } from '../../../../ui/ConfirmWithReason.tsx'
import { DownloadLink } from '../../../../ui/DownloadLink.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { importStates, outcomeWords, rowsIn } from './import-words.ts'
import { MappingPanel } from './MappingPanel.tsx'
import { RowsTable } from './RowsTable.tsx'
import style from './transfer.module.css'
import { useImport, useImportWork } from './use-import.ts'

/** `/cases/transfer/:id`: one file: what its columns mean, what would come of each row, and its import. */
export function ImportPage() {
  const { language, t } = useLanguage()
  const { id = '' } = useParams()
  const found = useImport(id)
  const work = useImportWork(id)
  const [undoing, setUndoing] = useState(false)
  const where = <Breadcrumbs sentence={{ zh: '{imports}的一个文件', en: 'A file of {imports}' }} crumbs={{ imports: { text: { zh: '工单导入', en: 'the import of cases' }, to: '/cases/transfer' } }} />
  const of = found.data
  if (!of) return <Page title={t({ zh: '一次导入', en: 'An import' })} where={where}>{found.error ? <Failure error={found.error} retry={() => void found.refetch()} /> : <Loading lines={8} />}</Page>
  return (
    <Page title={of.file} where={where} printable>
      <p>
        <b>{t(importStates[of.state])}</b> <span lang="zh-CN">{of.source} · {t(of.type.name)} · {of.by}</span> · {instantText(of.at, language)} · {t({ zh: '共{n}行', en: '{n} rows' }, { n: rowsIn(of.counts) })}
        {of.undone && <><br />{t({ zh: '{by}于{at}撤回：{reason}', en: 'Taken back by {by}, {at}: {reason}' }, { by: of.undone.by, at: instantText(of.undone.at, language), reason: of.undone.reason })}</>}
      </p>
      {of.own && (of.state === 'uploaded' || of.state === 'checked') && <MappingPanel key={of.id} of={of} onChecked={work.came} />}
      {of.state !== 'uploaded' && (
        <Panel title={t(of.state === 'checked' ? { zh: '二、试算结果', en: '2. What would come of it' } : { zh: '结果', en: 'What came of it' })}>
          <div className={style['part']}>
            <dl className={style['counts']}>
              {RowOutcome.options.filter(outcome => of.counts[outcome] > 0).map(outcome => <div key={outcome}><dt><Link to={`?outcome=${outcome}`} replace preventScrollReset>{t(outcomeWords[outcome])}</Link></dt><dd>{of.counts[outcome]}</dd></div>)}
            </dl>
            {of.lateAtOnce > 0 && <p><b>{t({ zh: '其中{n}件的时限已过，导入后会立即提醒承办单位并逐级升级。', en: 'The time of {n} of them has run out: they warn and climb as soon as they are there.' }, { n: of.lateAtOnce })}</b></p>}
            {of.own && <Acts of={of} work={work} onUndo={() => setUndoing(true)} />}
            <RowsTable of={of} />
          </div>
        </Panel>
      )}
      <ConfirmWithReason open={undoing} title={{ zh: '撤回整次导入', en: 'Take the whole import back' }} act={{ zh: '撤回', en: 'Take back' }} onClose={() => setUndoing(false)} onConfirm={reason => work.undo(of.counts.opened, reason)}
        consequence={<p>{t({ zh: '由本次导入登记的{n}件工单将全部作废，编号可再次导入。只要有一件已开始办理，就不能整次撤回。', en: 'The {n} cases that this import opened become void; their numbers can be imported again. Where somebody has worked on one of them, nothing is taken back.' }, { n: of.counts.opened })}</p>} />
    </Page>
  )
}

/** What can be done next: open what is new, fetch what is wrong, take it all back. */
function Acts({ of, work, onUndo }: { readonly of: ImportView; readonly work: ReturnType<typeof useImportWork>; readonly onUndo: () => void }) {
  const { t } = useLanguage()
  const { counts } = of
  return (
    <>
      {work.doing && <Progress percent={Math.round((work.doing.done / work.doing.of) * 100)} aria-label={t({ zh: '进度', en: 'Progress' })} />}
      {work.error !== null && <Failure error={work.error} kept={{ zh: '已登记的不受影响；继续时不会重复登记。', en: 'What was opened stays; going on opens nothing twice.' }} />}
      <p className={`${style['acts']} unprinted`}>
        {counts.new > 0 && of.state !== 'undone' && <Button type="primary" loading={work.doing !== null} onClick={() => void work.take(counts.new)}>{t(counts.opened > 0 ? { zh: '继续导入{n}件', en: 'Go on with {n}' } : { zh: '导入{n}件', en: 'Open {n} cases' }, { n: counts.new })}</Button>}
        {counts.wrong > 0 && <DownloadLink to={addressOf(importContract.importFaults, { params: { id: of.id }, query: { form: 'xlsx' } })}>{t({ zh: '下载需改正的{n}行', en: 'The {n} rows to be mended' }, { n: counts.wrong })}</DownloadLink>}
        {counts.opened > 0 && <Button disabled={work.doing !== null} onClick={onUndo}>{t({ zh: '撤回整次导入', en: 'Take it all back' })}</Button>}
      </p>
      {counts.wrong > 0 && <p className={style['aside']}>{t({ zh: '下载的表格末列写明原因。改正后作为新文件上传即可，已登记的不会重复。未导入行的内容保留30天。', en: 'The last column says why. Mend it and bring it as a new file; nothing is opened twice. What stood in rows not imported is kept for 30 days.' })}</p>}
    </>
  )
}
