import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { contract, type IndicatorRow } from '../../../../engines/indicators/contract.ts'
import { call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { PostSelect } from '../../../parts/org/PostSelect.tsx'
import { useSession } from '../../../session.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Field } from '../../../ui/Field.tsx'
import { FormSheet } from '../../../ui/FormSheet.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import style from './indicator.module.css'

/** Who sees the figures of an embargoed indicator before they are published, and naming them. */
export function EmbargoPanel({ indicator }: { readonly indicator: IndicatorRow }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { what, open, close } = useOpened('form')
  const named = useQuery({ queryKey: ['embargo', indicator.id], queryFn: ({ signal }) => call(contract.embargo, { params: { id: indicator.id }, signal }) })
  return (
    <Panel title={t({ zh: '公布前谁能看', en: 'Who sees it before it is published' })} aside={may('register.edit') && <Button className="unprinted" size="small" onClick={() => open('embargo')}>{t({ zh: '指定岗位', en: 'Name posts' })}</Button>}>
      <p className={style['aside']}>{t({ zh: '填报和审核这些数值的人始终能看；此外只有下列岗位。导出和打印一律不含未公布的数值，公布后人人可见。', en: 'Who enters or approves the figures always sees them; beside them these posts only. Nothing unpublished stands in files or on paper; once published everybody sees it.' })}</p>
      {named.isPending && <Loading lines={2} />}
      {named.isError && <Failure error={named.error} retry={() => void named.refetch()} />}
      {named.data && (named.data.posts.length === 0
        ? <p>{t({ zh: '没有指定其他岗位。', en: 'No other posts are named.' })}</p>
        : <ul className={style['list']}>{named.data.posts.map(post => <li key={post.post}><span lang="zh-CN">{post.personName} · {post.unitName} {post.title}</span><small>{post.holds ? t({ zh: '{by}指定于{at}', en: 'named by {by}, {at}' }, { by: post.namedBy, at: instantText(post.namedAt, language) }) : t({ zh: '岗位已结束，不再能看', en: 'the post has ended and sees it no more' })}</small></li>)}</ul>)}
      {what === 'embargo' && named.data && <NamePosts key={named.data.version} indicator={indicator} named={named.data.posts} version={named.data.version} onClose={close} />}
    </Panel>
  )
}

type NamePostsProps = { readonly indicator: IndicatorRow; readonly named: readonly { readonly post: string; readonly personName: string; readonly unitName: string; readonly title: string }[]; readonly version: number; readonly onClose: () => void }

function NamePosts({ indicator, named, version, onClose }: NamePostsProps) {
  const queries = useQueryClient()
  const changed = useLedgerChange()
  const [posts, setPosts] = useState<readonly string[]>(named.map(post => post.post))
  const reload = async () => { await queries.invalidateQueries({ queryKey: ['embargo', indicator.id] }); await changed() }
  const save = async () => {
    await call(contract.nameForEmbargo, { params: { id: indicator.id }, body: { posts: [...posts], version } })
    onClose()
    await reload()
  }
  return (
    <FormSheet open title={{ zh: `公布前谁能看：${indicator.name.zh}`, en: `Who sees it before it is published: ${indicator.name.en}` }} act={{ zh: '保存', en: 'Save' }} ready onSubmit={save} onClose={onClose} onReload={() => void reload()}>
      <Field label={{ zh: '知悉岗位', en: 'Named posts' }} hint={{ zh: '按姓名查找；指定的是某人的岗位，换人后须重新指定。', en: 'Find them by name. A post is named: whoever follows in office must be named anew.' }}>
        {tied => <PostSelect id={tied.id} aria-describedby={tied['aria-describedby']} several value={posts} known={new Map(named.map(post => [post.post, `${post.personName} · ${post.unitName} ${post.title}`]))} onChange={ids => setPosts(ids)} />}
      </Field>
    </FormSheet>
  )
}
