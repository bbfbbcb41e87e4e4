import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useEffect } from 'react'
import { contract } from '../../../../../engines/cases/contract.ts'
import { call } from '../../../../client.ts'
import { keepPage } from '../../../../kept-page.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { PatrolForm } from './PatrolForm.tsx'
import { patrolTypes } from './patrol-types.ts'
import style from './patrol.module.css'
import { usePatrol } from './use-patrol.ts'
import { Waiting } from './Waiting.tsx'

/** `/cases/patrol`: what a grid or community worker finds on the way, reported from a telephone, also where there is no network. */
export function PatrolPage() {
  const { t } = useLanguage()
  const { me } = useSession()
  const [chosen, choose] = useUrlState('type')
  const patrol = usePatrol(me.person)
  const asked = useQuery({ queryKey: ['case-types'], queryFn: ({ signal }) => call(contract.types, { signal }), staleTime: 300_000 })
  const drawn = asked.isSuccess
  useEffect(() => { if (drawn) void keepPage() }, [drawn])
  const all = asked.data?.items ?? []
  const types = patrolTypes(all)
  const type = types.find(one => one.key === chosen) ?? types[0]
  return (
    <Page title={t({ zh: '巡查上报', en: 'Patrol' })} where={<Breadcrumbs sentence={{ zh: '巡查发现的{cases}', en: '{cases} found on patrol' }} crumbs={{ cases: { text: { zh: '事项', en: 'Cases' }, to: '/cases' } }} />}>
      <div className={style['page']}>
        <Waiting {...patrol} />
        {asked.isError && types.length === 0 && <Failure error={asked.error} retry={() => void asked.refetch()} />}
        {asked.isPending && <Loading lines={6} />}
        {asked.isSuccess && !type && <Empty title={{ zh: '没有可上报的事项类型', en: 'There is no case type yet' }} next={{ zh: '请管理员启用网格或热线能力包。', en: 'The administrator has to switch on the pack for grids or the hotline.' }} />}
        {types.length > 1 && type && <Select<string> aria-label={t({ zh: '事项类型', en: 'Case type' })} value={type.key} options={types.map(one => ({ value: one.key, label: t(one.name) }))} onChange={choose} />}
        {type && <PatrolForm key={type.key} type={type} types={all} me={me} onReport={patrol.add} />}
      </div>
    </Page>
  )
}
