import { useQuery } from '@tanstack/react-query'
import { Link, Navigate, useLocation, useNavigation } from 'react-router'
import { contract } from '../../../server/views/contract.ts'
import { call } from '../../client.ts'
import { useLanguage } from '../../language.tsx'
import { useSession } from '../../session.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { Page } from '../../ui/Page.tsx'
import { useYear, YearSwitch } from '../../ui/YearSwitch.tsx'
import { Headline } from './Headline.tsx'
import { LedgerPanels } from './LedgerPanels.tsx'
import { NeedsYou } from './NeedsYou.tsx'
import { PackPanels } from './PackPanels.tsx'
import { thisYear } from '../../today.ts'

/** What needs the leader, then the year: two minutes, two sheets of paper. */
export function CockpitPage() {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const leaving = useNavigation().state !== 'idle'
  const now = thisYear()
  const asked = useYear(0)
  const year = asked === 0 ? now : asked
  const cockpit = useCockpit(year, true), current = useCockpit(now, year < now)

  const { data } = cockpit
  const empty = data !== undefined && data.headline.length === 0 && data.panels.length === 0
  const instead = data?.instead ?? null
  // Before this year's first paper is accepted the last year with figures says more than an empty page. Who has already
  // clicked on another page, whose code is still on its way, is not called back.
  if (empty && asked === 0 && instead !== null && !leaving) return <Navigate replace to={{ pathname, search: `?year=${instead}` }} />

  const years = [...new Set([...data?.years ?? [], now, year])].sort((a, b) => b - a)
  return (
    <Page title={t({ zh: '{year}年：需要您关注的事和全年目标', en: 'Needs you, and the year {year}' }, { year })} asOf={data?.asOf ?? null} actions={<YearSwitch years={years} current={year} />} printable>
      {cockpit.isPending && <Loading lines={8} />}
      {cockpit.isError && <Failure error={cockpit.error} retry={() => void cockpit.refetch()} />}
      {year < now && current.data && current.data.needs.length > 0 && <NeedsNow year={now} count={current.data.needs.length + current.data.more} />}
      {data && empty && (
        <>
          {data.needs.length > 0 && <NeedsYou cockpit={data} />}
          <NoTargets year={year} />
        </>
      )}
      {data && !empty && (
        <>
          <NeedsYou cockpit={data} />
          <Headline lines={data.headline} />
          <LedgerPanels year={year} />
          <PackPanels panels={data.panels} />
        </>
      )}
    </Page>
  )
}

function useCockpit(year: number, enabled: boolean) {
  return useQuery({ queryKey: ['cockpit', year], queryFn: ({ signal }) => call(contract.cockpit, { params: { year }, signal }), enabled })
}

/** Above a year that is over: what needs the leader today is found in this year. */
function NeedsNow({ year, count }: { readonly year: number; readonly count: number }) {
  const { t } = useLanguage()
  return <p className="unprinted"><Link to={`?year=${year}`}>{t({ zh: '今年有{n}件事需要您关注', en: 'Matters that need you this year: {n}' }, { n: count })}</Link></p>
}

function NoTargets({ year }: { readonly year: number }) {
  const { t } = useLanguage()
  const { may } = useSession()
  return (
    <Empty
      title={{ zh: `还没有${year}年的目标`, en: `There are no targets for ${year} yet` }}
      next={{ zh: '导入并采纳这一年的政府工作报告或计划报告后，目标、数值和灯会出现在这里，每个数都连着原文。', en: 'Import and accept the work report or plan report of that year: targets, figures and lights then stand here, each tied to the words it was read from.' }}
      action={may('import.review')
        ? <Link to="/imports">{t({ zh: '去导入文件', en: 'Import a paper' })}</Link>
        : <span>{t({ zh: '此事由计划员办理。', en: 'A planner does this.' })}</span>}
    />
  )
}
