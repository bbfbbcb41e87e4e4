import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { verbLabels } from '../../../engines/org/domain/permission.ts'
import { contract, type KeyRow } from '../../../server/keys/contract.ts'
import { call } from '../../client.ts'
import { dayText, instantText, noNumber } from '../../format.ts'
import { useLanguage } from '../../language.tsx'
import { keyStates } from '../../parts/org/key-words.ts'
import { ConfirmWithReason } from '../../ui/ConfirmWithReason.tsx'
import { type Column, DataTable } from '../../ui/DataTable.tsx'
import { Empty } from '../../ui/Empty.tsx'
import { Failure } from '../../ui/Failure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import style from './forms.module.css'

/** Keys that were issued for my posts: I collect them, once, and revoke them when they are lost. */
export function MyKeys() {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const [revoking, setRevoking] = useState<KeyRow | null>(null)
  const keys = useQuery({ queryKey: ['my-keys'], queryFn: ({ signal }) => call(contract.mine, { signal }) })
  const done = () => queries.invalidateQueries({ queryKey: ['my-keys'] })
  const collect = useMutation({ mutationFn: (id: string) => call(contract.collect, { params: { id } }), onSuccess: done })
  if (keys.isPending) return <Loading lines={2} />
  if (keys.isError) return <Failure error={keys.error} retry={() => void keys.refetch()} />
  const columns: readonly Column<KeyRow>[] = [
    { key: 'name', title: { zh: '用于', en: 'For' }, value: row => row.name, render: row => <><b lang="zh-CN">{row.name}</b><br /><small>{row.verbs.map(verb => t(verbLabels[verb])).join(t({ zh: '、', en: ', ' }))}</small></> },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(keyStates[row.state]) },
    { key: 'until', title: { zh: '失效日', en: 'Ends on' }, value: row => row.until, render: row => dayText(row.until, language) },
    { key: 'used', title: { zh: '最近使用', en: 'Last used' }, value: row => (row.lastUsedAt ? instantText(row.lastUsedAt, language) : noNumber) },
    { key: 'act', title: { zh: '操作', en: 'Action' }, value: () => '', render: row => (
      <span className={style['row']}>
        {row.state === 'waiting' && <Button size="small" type="primary" loading={collect.isPending} onClick={() => collect.mutate(row.id)}>{t({ zh: '领取', en: 'Collect' })}<span className="unseen"> {row.name}</span></Button>}
        {(row.state === 'waiting' || row.state === 'in-use') && <Button size="small" onClick={() => setRevoking(row)}>{t({ zh: '吊销', en: 'Revoke' })}<span className="unseen"> {row.name}</span></Button>}
      </span>
    ) },
  ]
  return (
    <>
      {collect.error && <Failure error={collect.error} />}
      {collect.data && (
        <output className={style['once']}>
          {collect.data.key === null
            ? <p>{t({ zh: '此密钥已显示过一次。如未记下，请吊销后请安全管理员重新签发。', en: 'This key was shown once already. If it was not noted, revoke it and ask for another.' })}</p>
            : (
                <>
                  <p><b>{t({ zh: '“{name}”的密钥，只显示这一次，请直接填入该系统：', en: 'The key of “{name}”, shown this once. Put it straight into that system:' }, { name: collect.data.row.name })}</b></p>
                  <p className={style['secret']}>{collect.data.key}</p>
                  <p>{t({ zh: '请求时放在请求头“Authorization: Bearer 密钥”中；接口说明见 /api。', en: 'Send it in the header “Authorization: Bearer KEY”; the interface is described at /api.' })}</p>
                </>
              )}
          <Button onClick={() => collect.reset()}>{t({ zh: '已记下', en: 'Noted' })}</Button>
        </output>
      )}
      <DataTable
        name="my-keys"
        caption={{ zh: '以我的岗位签发的密钥', en: 'Keys of my posts' }}
        rows={keys.data.items}
        columns={columns}
        keyOf={row => row.id}
        empty={<Empty title={{ zh: '没有密钥', en: 'No keys' }} next={{ zh: '本单位的系统要报数时，请安全管理员以您的岗位签发。', en: 'Ask the security administrator for one when a system of your unit is to send figures.' }} />}
      />
      {revoking && (
        <ConfirmWithReason
          open
          title={{ zh: `吊销密钥：${revoking.name}`, en: `Revoke the key ${revoking.name}` }}
          consequence={t({ zh: '用它的系统立即不能再报送和读取；吊销后不能恢复，只能重新签发。', en: 'The system that uses it can send and read nothing from now on. It cannot be restored, only another be issued.' })}
          act={{ zh: '吊销', en: 'Revoke' }}
          onConfirm={async reason => { await call(contract.revoke, { params: { id: revoking.id }, body: { reason } }); await done() }}
          onClose={() => setRevoking(null)}
        />
      )}
    </>
  )
}
