import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract, type HookRow } from '../../../../../engines/cases/sendings/contract.ts'
import { doneWords } from '../../../../../engines/cases/domain/words.ts'
import { call } from '../../../../client.ts'
import { instantText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { type Column, DataTable } from '../../../../ui/DataTable.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Notice } from '../../../../ui/Notice.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { HookForm } from './HookForm.tsx'

const words: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = doneWords

/** Programs of others that are told what happens to cases: registered, changed and stopped by the security administrator. */
export function HooksPage() {
  const { language, t } = useLanguage()
  const queries = useQueryClient()
  const [form, setForm] = useState<HookRow | 'new' | null>(null)
  const [secret, setSecret] = useState<{ readonly name: string; readonly secret: string } | null>(null)
  const hooks = useQuery({ queryKey: ['case-hooks'], queryFn: ({ signal }) => call(contract.hooks, { signal }) })
  const all = t({ zh: '全部', en: 'everything' })
  const columns: readonly Column<HookRow>[] = [
    { key: 'name', title: { zh: '名称', en: 'Name' }, value: row => row.name, render: row => <b lang="zh-CN">{row.name}</b>, width: 150 },
    { key: 'url', title: { zh: '网址', en: 'Address' }, value: row => row.url },
    { key: 'types', title: { zh: '事项类型', en: 'Case types' }, value: row => row.types.join(t({ zh: '、', en: ', ' })) || all, width: 150 },
    { key: 'kinds', title: { zh: '哪些经过', en: 'Which events' }, value: row => row.kinds.map(kind => t(words[kind] ?? { zh: kind, en: kind })).join(t({ zh: '、', en: ', ' })) || all, width: 200 },
    { key: 'state', title: { zh: '状态', en: 'State' }, value: row => t(row.active ? { zh: '推送中', en: 'Told' } : { zh: '已停用', en: 'Stopped' }), width: 90 },
    { key: 'at', title: { zh: '登记', en: 'Registered' }, value: row => row.at, render: row => <span>{instantText(row.at, language)}<br /><small lang="zh-CN">{row.madeBy}</small></span>, width: 160 },
    { key: 'act', title: { zh: '办理', en: 'Next' }, value: () => null, render: row => <Button size="small" onClick={() => setForm(row)}>{t({ zh: '修改或停用', en: 'Change or stop' })}<span className="unseen"> {row.name}</span></Button>, width: 110 },
  ]
  return (
    <Page title={t({ zh: '推送地址', en: 'Programs that are told' })} printable actions={<Button type="primary" onClick={() => setForm('new')}>{t({ zh: '登记推送地址', en: 'Register one' })}</Button>}>
      <p>{t({ zh: '工单有进展时，把编号、状态和所在单位推送给其他平台，不含内容和个人信息。每次推送带签名（x-opendistrict-signature：t=秒,v1=HMAC-SHA256），同一工单按先后送达。', en: 'When something happens to a case, its number, state and unit are sent to another platform, without words or persons. Each is signed (x-opendistrict-signature: t=seconds,v1=HMAC-SHA256 of “seconds.body”), those of one case arrive in order.' })}</p>
      {secret && <Notice role="status" title={t({ zh: `“${secret.name}”的签名密钥，只显示这一次`, en: `The signing secret of ${secret.name}, shown this once` })} actions={<Button onClick={() => setSecret(null)}>{t({ zh: '已保存', en: 'I have kept it' })}</Button>}><code>{secret.secret}</code></Notice>}
      {hooks.isPending && <Loading lines={4} />}
      {hooks.error && <Failure error={hooks.error} retry={() => void hooks.refetch()} />}
      {hooks.data && <DataTable name="case-hooks" caption={{ zh: '推送地址', en: 'Programs that are told' }} rows={hooks.data.items} columns={columns} keyOf={row => row.id} empty={<Empty title={{ zh: '没有推送地址', en: 'No program is told' }} next={{ zh: '市12345等平台要接收办理进度时，点“登记推送地址”。', en: 'Register one when a platform such as the city’s 12345 wants to hear how cases go.' }} />} />}
      {form && <HookForm hook={form === 'new' ? null : form} onClose={() => setForm(null)} onDone={made => { setForm(null); if (made) setSecret(made); void queries.invalidateQueries({ queryKey: ['case-hooks'] }) }} />}
    </Page>
  )
}
