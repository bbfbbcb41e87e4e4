import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { sessionContract, type SessionRow } from '../../../server/account/contract.ts'
import { call } from '../../client.ts'
import { instantText } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'

/** Where I am signed in, and signing those devices out. */
export function Devices() {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const sessions = useQuery({ queryKey: ['devices'], queryFn: ({ signal }) => call(sessionContract.sessions, { signal }) })
  const done = () => queries.invalidateQueries({ queryKey: ['devices'] })
  const revoke = useMutation({ mutationFn: (id: string) => call(sessionContract.revoke, { params: { id } }), onSuccess: done })
  const revokeOthers = useMutation({ mutationFn: () => call(sessionContract.revokeOthers, {}), onSuccess: done })
  if (sessions.isPending) return <Loading />
  if (sessions.isError) return <Failure error={sessions.error} retry={() => void sessions.refetch()} />
  const columns: readonly Column<SessionRow>[] = [
    { key: 'device', title: { zh: '设备', en: 'Device' }, value: row => row.device || t({ zh: '未知设备', en: 'Unknown device' }), render: row => <>{row.device || t({ zh: '未知设备', en: 'Unknown device' })}{row.thisOne && <b>{t({ zh: '（本机）', en: ' (this one)' })}</b>}</> },
    { key: 'address', title: { zh: '地址', en: 'Address' }, value: row => row.address },
    { key: 'since', title: { zh: '登录时间', en: 'Signed in' }, value: row => instantText(row.since, language) },
    { key: 'used', title: { zh: '最近使用', en: 'Last used' }, value: row => instantText(row.lastUsedAt, language) },
    { key: 'act', title: { zh: '操作', en: 'Action' }, value: () => '', render: row => (row.thisOne ? null : <Button size="small" disabled={revoke.isPending} onClick={() => revoke.mutate(row.id)}>{t({ zh: '让它退出', en: 'Sign out' })}</Button>) },
  ]
  const failed = revoke.error ?? revokeOthers.error
  return (
    <>
      {failed && <Failure error={failed} />}
      <DataTable
        name="devices"
        caption={{ zh: '登录设备', en: 'Where I am signed in' }}
        rows={sessions.data.items}
        columns={columns}
        keyOf={row => row.id}
        empty={<Empty title={{ zh: '没有登录设备', en: 'No devices' }} next={{ zh: '登录后会列在这里。', en: 'They are listed here once you sign in.' }} />}
        tools={sessions.data.items.length > 1 && <Button loading={revokeOthers.isPending} onClick={() => revokeOthers.mutate()}>{t({ zh: '让其他设备全部退出', en: 'Sign all others out' })}</Button>}
      />
    </>
  )
}
