import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from 'react-router'
import { directoryContract } from '../../../../../engines/cases/directories/contract.ts'
import { call } from '../../../../client.ts'
import { useLanguage } from '../../../../language.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Panel } from '../../../../ui/Panel.tsx'

/** `/cases/directories`: the directories that the district keeps; where there is one, that one. */
export function DirectoriesPage() {
  const { t } = useLanguage()
  const found = useQuery({ queryKey: ['directories'], queryFn: ({ signal }) => call(directoryContract.directories, { signal }) })
  const items = found.data?.items ?? []
  const [only] = items
  if (only && items.length === 1) return <Navigate replace to={`/cases/directories/${only.directory.key}`} />
  return (
    <Page title={t({ zh: '名录', en: 'Directories' })}>
      {found.isPending && <Loading lines={4} />}
      {found.error && <Failure error={found.error} retry={() => void found.refetch()} />}
      {found.data && items.length === 0 && <Empty title={{ zh: '本区没有名录', en: 'The district keeps no directory' }} next={{ zh: '名录随业务包启用，例如最小应急单元。', en: 'A directory comes with a pack, such as the smallest emergency units.' }} />}
      {items.map(({ directory, count }) => (
        <Panel key={directory.key} title={t(directory.name)}>
          <p>{t(directory.what)}</p>
          <p><Link to={`/cases/directories/${directory.key}`}>{t({ zh: '打开名录（{count}条）', en: 'Open it ({count} lines)' }, { count })}</Link></p>
        </Panel>
      ))}
    </Page>
  )
}
