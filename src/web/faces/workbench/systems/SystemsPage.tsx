import { useQuery } from '@tanstack/react-query'
import { contract } from '../../../../server/views/contract.ts'
import { call } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { Carriers } from './Carriers.tsx'
import { GroupCounts } from './GroupCounts.tsx'
import { SystemSign } from './SystemSign.tsx'
import { states, type SystemLine, systemStates } from './system-states.ts'
import style from './systems.module.css'

/** Every system, mechanism and ledger that the district's own papers name: is it there, in which pack, proved by what, on which page. */
export function SystemsPage() {
  const { t } = useLanguage()
  const [q] = useUrlState('q')
  const [state] = useUrlState('state')
  const [group] = useUrlState('group')
  const [tier] = useUrlState('tier')
  const asked = useQuery({ queryKey: ['systems'], queryFn: ({ signal }) => call(contract.systems, { signal }), staleTime: Infinity })
  const lines = asked.data?.lines ?? []
  const words = q.trim().toLowerCase()
  const shown = lines.filter(line => (state === '' || line.state === state) && (group === '' || line.group === group) && (tier === '' || String(line.tier) === tier) && (words === '' || `${line.id} ${line.name.zh} ${line.name.en} ${line.carriers.map(c => `${c.packName.zh} ${c.packName.en}`).join(' ')}`.toLowerCase().includes(words)))

  const columns: readonly Column<SystemLine>[] = [
    { key: 'state', title: { zh: '状态', en: 'State' }, value: line => t(systemStates[line.state]), render: line => <SystemSign state={line.state} />, sortable: true, width: 110 },
    { key: 'id', title: { zh: '编号', en: 'Id' }, value: line => line.id, sortable: true, width: 70 },
    { key: 'name', title: { zh: '系统、机制或台账', en: 'System, mechanism or ledger' }, value: line => t(line.name), render: line => <b className={style['name']}>{t(line.name)}</b>, sortable: true, width: 260 },
    { key: 'group', title: { zh: '领域', en: 'Part' }, value: line => t(line.groupName), sortable: true, width: 160 },
    { key: 'tier', title: { zh: '分量', en: 'Tier' }, value: line => line.tier, numeric: true, sortable: true, width: 70 },
    { key: 'carriers', title: { zh: '由谁承载、何以为证、在哪一页', en: 'Carried by, proved by, seen on' }, value: line => line.carriers.map(c => `${t(c.packName)}: ${t(c.example)} ${c.page}`).join('; '), render: line => <Carriers line={line} />, width: 340 },
  ]
  return (
    <Page title={t({ zh: '系统目录', en: 'Systems' })} printable>
      <p>{t({ zh: '本区各类文件中提到的系统、机制和台账，逐项说明在这里是否已有、由哪个能力包承载、哪个样例证明、在哪一页能看到。由能力包自动得出，不靠填报。', en: 'The systems, mechanisms and ledgers named in papers of the district: for each, whether it is here, which pack carries it, which worked example proves it and on which page it is seen. Worked out from the packs, never typed in.' })}</p>
      {asked.isPending && <Loading lines={8} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <>
          <GroupCounts lines={lines} counts={asked.data.counts} />
          <DataTable
            name="systems"
            caption={{ zh: '系统目录', en: 'Systems' }}
            rows={shown}
            columns={columns}
            keyOf={line => line.id}
            empty={<Empty title={{ zh: '没有符合条件的系统', en: 'No system matches' }} next={{ zh: '放宽条件，或清空搜索。', en: 'Widen the filters or clear the search.' }} />}
            tools={(
              <>
                <SearchField label={{ zh: '搜索名称或编号', en: 'Search names and ids' }} />
                <FilterSelect name="state" label={{ zh: '状态', en: 'State' }} all={{ zh: '全部状态', en: 'All states' }} options={states.map(value => ({ value, label: t(systemStates[value]) }))} />
                <FilterSelect name="group" label={{ zh: '领域', en: 'Part' }} all={{ zh: '全部领域', en: 'All parts' }} width={190} options={[...new Map(lines.map(line => [line.group, line.groupName]))].map(([value, label]) => ({ value, label: t(label) }))} />
                <FilterSelect name="tier" label={{ zh: '分量', en: 'Tier' }} all={{ zh: '全部分量', en: 'All tiers' }} width={150} options={tiers.map(({ value, label }) => ({ value, label: t(label) }))} />
                <output>{t({ zh: '{n}项', en: '{n} systems' }, { n: shown.length })}</output>
              </>
            )}
          />
        </>
      )}
    </Page>
  )
}

const tiers = [
  { value: '1', label: { zh: '1 全年所系', en: '1 the year hangs on it' } },
  { value: '2', label: { zh: '2 重要', en: '2 important' } },
  { value: '3', label: { zh: '3 其他', en: '3 other' } },
] as const
