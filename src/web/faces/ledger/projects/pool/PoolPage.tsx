import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { contract } from '../../../../../engines/projects/contract.ts'
import { call } from '../../../../client.ts'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useYear, YearSwitch } from '../../../../ui/YearSwitch.tsx'
import { useRules } from '../use-project.ts'
import { Flows } from './Flows.tsx'
import { Replenishing } from './Replenishing.tsx'

/** The library of projects in a year: what came into each phase and left it, how old it is, and whether the reserve suffices. */
export function PoolPage() {
  const { language, t } = useLanguage()
  const year = useYear(0), rules = useRules()
  const asked = useQuery({ queryKey: ['projects', 'pool', year], queryFn: ({ signal }) => call(contract.pool, { query: year === 0 ? {} : { year }, signal }), placeholderData: keepPreviousData })
  const pool = asked.data
  return (
    <Page
      title={t({ zh: '项目库', en: 'Library of projects' })}
      printable
      where={<Breadcrumbs sentence={{ zh: '{projects}按阶段看', en: '{projects} by phase' }} crumbs={{ projects: { text: { zh: '项目', en: 'Projects' }, to: '/projects' } }} />}
      actions={pool && <YearSwitch years={[...new Set([pool.year, ...pool.years])].toSorted((a, b) => b - a).slice(0, 8)} current={pool.year} />}
    >
      {(asked.isPending || rules.isPending) && !asked.isError && !rules.isError && <Loading lines={10} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {rules.isError && <Failure error={rules.error} retry={() => void rules.refetch()} />}
      {pool && rules.data && (
        <>
          <p>{t({ zh: '{year}年，截至{on}。数字由各项目登记的转阶段日期算出，点开数字看是哪些项目。', en: '{year}, as of {on}. Counted from the days on which projects moved to their phases; each number leads to its projects.' }, { year: pool.year, on: dayText(pool.on, language) })}</p>
          <Replenishing pool={pool} />
          <Flows pool={pool} rules={rules.data} />
        </>
      )}
    </Page>
  )
}
