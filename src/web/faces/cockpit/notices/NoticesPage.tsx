import { Button } from 'antd'
import { useMemo } from 'react'
import { useNavigate } from 'react-router'
import { noticeContract } from '../../../../engines/supervision/notices/contract.ts'
import { addressOf } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { useShortcuts } from '../../../shortcuts.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { NoticeFilters } from './NoticeFilters.tsx'
import { NoticesTable } from './NoticesTable.tsx'
import { RaiseForm } from './RaiseForm.tsx'
import { Rule } from './Rule.tsx'
import { Silences } from './Silences.tsx'
import { Stands } from './Stands.tsx'
import { useNoticeFilter, useRegister, useStanding, useWaiting } from './use-notices.ts'
import { Waiting } from './Waiting.tsx'

/** `/notices`: what waits for one's approval, how the notices stand, and each of them. */
export function NoticesPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const navigate = useNavigate()
  const filter = useNoticeFilter()
  const register = useRegister(filter), standing = useStanding(filter), waiting = useWaiting(may('case.supervise'))
  const { what: form, open, close } = useOpened('form')
  const mayRaise = standing.data?.may.raise ?? false
  useShortcuts(useMemo(() => (mayRaise ? [{ key: 'n', does: { zh: '提起督办单', en: 'Raise a notice' }, run: () => open('raise') }] : []), [mayRaise, open]))
  const sheet = (as: 'xlsx' | 'csv') => addressOf(noticeContract.exportNotices, { query: { ...filter, form: as } })
  const rule = standing.data?.rule ?? null
  const filtered = Object.keys(filter).length > 0
  return (
    <Page title={t({ zh: '督办单登记簿', en: 'Supervision notices' })} printable actions={mayRaise && <Button type="primary" onClick={() => open('raise')}>{t({ zh: '提起督办单', en: 'Raise a notice' })}</Button>}>
      {standing.isPending && <Loading lines={6} />}
      {standing.isError && <Failure error={standing.error} retry={() => void standing.refetch()} />}
      {standing.isSuccess && !standing.data.kept && <Empty title={{ zh: '本区没有启用督办单', en: 'No notices are kept here' }} next={{ zh: '在本区设置中启用“督查督办”包以后，可以提起。', en: 'They can be raised once the district switches the pack of supervision on.' }} />}
      {waiting.data && waiting.data.total > 0 && <Waiting rows={waiting.data.items} total={waiting.data.total} />}
      {standing.isSuccess && standing.data.kept && (
        <>
          <Panel title={t({ zh: '督办情况', en: 'How they stand' })}>
            <Stands counts={standing.data.counts} />
            {rule && <Rule {...rule} />}
            {rule === null && <p>{t({ zh: '本区没有自动提起规则，督办单由督查人员提起。', en: 'The district has no rule by which notices are raised; supervision raises them.' })}</p>}
          </Panel>
          <Panel title={t({ zh: '登记簿', en: 'The register' })} aside={<span className="unprinted"><DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink> <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink></span>}>
            <NoticeFilters years={standing.data.years} />
            {register.isPending && <Loading lines={6} />}
            {register.error && <Failure error={register.error} retry={register.retry} />}
            {register.first && <NoticesTable rows={register.rows} more={register.more} empty={filtered
              ? <Empty title={{ zh: '没有符合条件的督办单', en: 'No notice is left by these filters' }} next={{ zh: '放宽条件再看。', en: 'Ask for more.' }} />
              : <Empty title={{ zh: '还没有督办单', en: 'There is no notice yet' }} next={{ zh: '亮红灯或逾期的事项会按规则提起；督查人员也可以提起。交办给本单位的也列在这里。', en: 'What turns red or falls late brings one by the rule; supervision raises others. What is issued to your unit stands here too.' }} />} />}
          </Panel>
          {standing.data.silences.length > 0 && <Silences rows={standing.data.silences} />}
          {form === 'raise' && mayRaise && <RaiseForm rule={rule?.rule ?? null} onClose={close} onDone={id => void navigate(`/cases/${id}`, { replace: true })} />}
        </>
      )}
    </Page>
  )
}
