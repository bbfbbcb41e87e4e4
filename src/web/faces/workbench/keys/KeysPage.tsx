import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { verbLabels } from '../../../../engines/org/domain/permission.ts'
import { contract, type KeyRow } from '../../../../server/keys/contract.ts'
import { call } from '../../../client.ts'
import { dayText, instantText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { keyStates } from '../../../parts/org/key-words.ts'
import { ConfirmWithReason } from '../../../ui/ConfirmWithReason.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUrlState } from '../../../url-state.ts'
import { SearchField } from '../parts/SearchField.tsx'
import { usePages } from '../parts/use-pages.ts'
import { IssueKeyForm } from './IssueKeyForm.tsx'

/** Keys by which units' own systems ask: issued and revoked by the security administrator, collected by the holder of the post. */
export function KeysPage() {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const [q] = useUrlState('q')
  const { what, open, close } = useOpened('form')
  const [revoking, setRevoking] = useState<KeyRow | null>(null)
  const keys = usePages(['keys', q], ({ after, signal }) => call(contract.list, { query: { ...(q !== '' && { q }), ...(after && { after }) }, signal }))
  const changed = () => queries.invalidateQueries({ queryKey: ['keys'] })
  const when = (at: string | null) => (at ? instantText(at, language) : noNumber)

  const columns: readonly Column<KeyRow>[] = [
    { key: 'name', title: { zh: '名称', en: 'Name' }, value: row => row.name, render: row => <b lang="zh-CN">{row.name}</b>, sortable: true, width: 150 },
    { key: 'post', title: { zh: '以谁的岗位办理', en: 'Acts as' }, value: row => `${row.personName} ${row.unitName} ${row.postTitle}`, render: row => <span lang="zh-CN">{row.personName}<br /><small>{row.unitName} {row.postTitle}</small></span>, sortable: true, width: 190 },
    { key: 'verbs', title: { zh: '权限', en: 'May' }, value: row => row.verbs.map(verb => t(verbLabels[verb])).join(t({ zh: '、', en: ', ' })), width: 220 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(keyStates[row.state]), render: row => <><b>{t(keyStates[row.state])}</b>{row.revokedBecause && <><br /><small lang="zh-CN">{row.revokedBy}：{row.revokedBecause}</small></>}</>, sortable: true, width: 120 },
    { key: 'until', title: { zh: '失效日', en: 'Ends on' }, value: row => row.until, render: row => dayText(row.until, language), sortable: true, width: 120 },
    { key: 'used', title: { zh: '最近使用', en: 'Last used' }, value: row => row.lastUsedAt, render: row => when(row.lastUsedAt), sortable: true, width: 160 },
    { key: 'act', title: { zh: '办理', en: 'Next' }, value: () => null, render: row => (row.state === 'revoked' ? null : <Button size="small" onClick={() => setRevoking(row)}>{t({ zh: '吊销', en: 'Revoke' })}<span className="unseen"> {row.name}</span></Button>), width: 90 },
  ]
  return (
    <Page title={t({ zh: '接口密钥', en: 'Keys of units’ systems' })} printable actions={<Button type="primary" onClick={() => open('issue')}>{t({ zh: '签发密钥', en: 'Issue a key' })}</Button>}>
      <p>{t({ zh: '单位自己的业务系统凭密钥报送和读取。密钥只有所属岗位的部分权限，由岗位上的人在“账户”页领取，签发人看不到。', en: 'A unit’s own system sends and reads with a key. It has some of the permissions of its post; the holder of the post collects it on the page “Account”, and who issued it never sees it.' })}</p>
      {keys.isPending && <Loading lines={6} />}
      {keys.error && <Failure error={keys.error} retry={keys.retry} />}
      {!keys.isPending && !keys.error && (
        <DataTable
          name="keys"
          caption={{ zh: '接口密钥', en: 'Keys' }}
          rows={keys.rows}
          columns={columns}
          keyOf={row => row.id}
          more={keys.more}
          empty={<Empty title={{ zh: '没有密钥', en: 'No keys' }} next={{ zh: '有单位要用自己的系统报数时，点“签发密钥”。', en: 'Issue one when a unit wants to send figures from a system of its own.' }} />}
          tools={<SearchField label={{ zh: '搜索名称', en: 'Search names' }} />}
        />
      )}
      {what === 'issue' && <IssueKeyForm onClose={close} onDone={() => { close(); void changed() }} />}
      {revoking && (
        <ConfirmWithReason
          open
          title={{ zh: `吊销密钥：${revoking.name}`, en: `Revoke the key ${revoking.name}` }}
          consequence={t({ zh: '用它的系统立即不能再报送和读取；吊销后不能恢复，只能重新签发。', en: 'The system that uses it can send and read nothing from now on. It cannot be restored, only another be issued.' })}
          act={{ zh: '吊销', en: 'Revoke' }}
          onConfirm={async reason => { await call(contract.revoke, { params: { id: revoking.id }, body: { reason } }); await changed() }}
          onClose={() => setRevoking(null)}
        />
      )}
    </Page>
  )
}
