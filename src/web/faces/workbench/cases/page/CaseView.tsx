import { type Id } from '../../../../../kernel/id.ts'
import { useLanguage } from '../../../../language.tsx'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { CaseBody } from './CaseBody.tsx'
import style from './page.module.css'
import { useCase } from './use-case.ts'

/** A case: as a page of its own, or in one column beside the list it stands in. */
export function CaseView({ id, whole = false }: { readonly id: Id; readonly whole?: boolean }) {
  const { t } = useLanguage()
  const { opened, error, refetch } = useCase(id)
  if (!opened) return error ? <Failure error={error} retry={() => void refetch()} size={whole ? 'page' : 'part'} /> : <Loading lines={10} />
  const { number, title } = opened.present
  const body = <CaseBody key={id} opened={opened} refetch={() => void refetch()} narrow={!whole} />
  const madeUp = opened.view.generated && <p>{t({ zh: '演示用生成数据', en: 'Made up for the demonstration' })}</p>
  if (!whole) return <article className={style['beside']}><h2><span className={style['small']}>{number}</span> <span lang="zh-CN">{title}</span></h2>{madeUp}{body}</article>
  return (
    <Page title={`${number} ${title}`} where={<Breadcrumbs sentence={{ zh: '{cases}里的一件', en: 'One of the {cases}' }} crumbs={{ cases: { text: { zh: '工单', en: 'cases' }, to: '/cases' } }} />} printable>
      {madeUp}
      {body}
    </Page>
  )
}
