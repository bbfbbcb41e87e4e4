import { contract } from '../../../../engines/supervision/contract.ts'
import { addressOf, call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { DecisionsTable } from './DecisionsTable.tsx'
import style from './dispatch.module.css'

/** Decisions of all meetings that are not done, the late ones first. */
export function OpenDecisions() {
  const { t } = useLanguage()
  const decisions = usePages(['dispatch', 'decisions'], ({ after, signal }) => call(contract.decisions, { query: { limit: 20, ...(after && { after }) }, signal }))
  const sheet = (which: 'unfinished' | 'all') => addressOf(contract.exportDecisions, { query: { which, form: 'xlsx' } })
  return (
    <Panel title={t({ zh: '没有办结的决定事项', en: 'Decisions that are not done' })} aside={<div className={`${style['tools']} unprinted`}><DownloadLink to={sheet('unfinished')}>{t({ zh: '导出未办结（xlsx）', en: 'These (xlsx)' })}</DownloadLink><DownloadLink to={sheet('all')}>{t({ zh: '导出全部（xlsx）', en: 'All (xlsx)' })}</DownloadLink></div>}>
      {decisions.isPending && <Loading lines={3} />}
      {decisions.error && <Failure error={decisions.error} retry={decisions.retry} />}
      {decisions.first && <DecisionsTable name="open-decisions" rows={decisions.rows} more={decisions.more} withMeeting empty={<Empty title={{ zh: '没有未办结的决定事项', en: 'Every decision is done' }} next={{ zh: '会上作出的决定会列入年度计划；办结之前一直列在这里，并排在下次议题之首。', en: 'What a meeting decides is put into the plan. Until it is done it stands here, and first on the next agenda.' }} />} />}
    </Panel>
  )
}
