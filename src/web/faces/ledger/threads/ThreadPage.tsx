import { Button } from 'antd'
import { Link, useParams } from 'react-router'
import { Absent } from '../../../frame/Absent.tsx'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { Problem } from '../../../problem.ts'
import { useSession } from '../../../session.tsx'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Columns } from '../../../ui/Columns.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './line.module.css'
import { MembersPanel } from './MembersPanel.tsx'
import { StationSheet } from './StationSheet.tsx'
import { StationsTable } from './StationsTable.tsx'
import { threadKinds } from './station-words.ts'
import { ThreadForms } from './ThreadForms.tsx'
import { ThreadHistory } from './ThreadHistory.tsx'
import { ThreadLine } from './ThreadLine.tsx'
import { ThreadNumbers } from './ThreadNumbers.tsx'
import { useThread } from './use-threads.ts'

/** One promise through papers and years: the line, its numbers, what it is made of, who linked it and why. */
export function ThreadPage() {
  const { id = '' } = useParams()
  const { t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const asked = useThread(id)
  if (asked.isError) return asked.error instanceof Problem && asked.error.status === 404 ? <Absent /> : <Failure size="page" error={asked.error} retry={() => void asked.refetch()} />
  if (!asked.data) return <Loading lines={10} />
  const page = asked.data
  const edits = may('plan.edit') && page.into === null
  return (
    <Page
      title={page.name}
      where={<Breadcrumbs sentence={{ zh: '{threads}里的一条（{kind}）', en: 'One of the {threads} ({kind})' }} crumbs={{ threads: { text: { zh: '承诺脉络', en: 'threads' }, to: '/threads' }, kind: { text: threadKinds[page.kind], to: `/threads?kind=${page.kind}` } }} />}
      printable
      actions={edits && (
        <>
          <Button onClick={() => open('name')}>{t({ zh: '改名称', en: 'Rename' })}</Button>
          <Button onClick={() => open('join')}>{t({ zh: '并入另一条', en: 'Join another' })}</Button>
          <Button type="primary" onClick={() => open('mention')}>{t({ zh: '补记说法', en: 'Note what a paper says' })}</Button>
        </>
      )}
    >
      {page.into && <Notice title={t({ zh: '这条脉络已并入另一条', en: 'This thread went into another one' })}><Link to={`/threads/${page.into.id}`} lang="zh-CN">{page.into.name}</Link></Notice>}
      {page.into === null && (
        <Panel title={t({ zh: '历年经过', en: 'Through the years' })}>
          {page.line.length > 0 ? <ThreadLine page={page} /> : <p>{t({ zh: '成员都已不在台账中，没有可说的。', en: 'All its members have left the ledger; there is nothing to tell.' })}</p>}
          {page.untold.length > 0 && <p className={style['note']}>{t({ zh: '{years}年的结果：次年的报告不在库，不作判断。', en: 'Results of {years}: the papers of the next year are not on file, so nothing is said of them.' }, { years: page.untold.join('、') })}</p>}
          {page.gone > 0 && <p className={style['note']}>{t({ zh: '另有{n}项已随文件撤回或并入别的指标，不再显示。', en: '{n} more went with a retracted paper or into another register entry and are not shown.' }, { n: page.gone })}</p>}
        </Panel>
      )}
      <Columns
        main={(
          <>
            {page.numbers && <ThreadNumbers name={page.name} numbers={page.numbers} />}
            {page.line.length > 0 && <StationsTable page={page} />}
          </>
        )}
        aside={(
          <>
            {page.sayings.length > 0 && <MembersPanel page={page} edits={edits} />}
            <ThreadHistory history={page.history} />
          </>
        )}
      />
      <StationSheet page={page} />
      {edits && <ThreadForms page={page} />}
    </Page>
  )
}
