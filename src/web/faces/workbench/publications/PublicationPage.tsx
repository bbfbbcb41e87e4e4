import { useParams } from 'react-router'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { Differences } from './Differences.tsx'
import { HeldBackTable } from './HeldBackTable.tsx'
import { PreviewFrame } from './PreviewFrame.tsx'
import { PublicationActs } from './PublicationActs.tsx'
import { eventWords, states } from './publication-words.ts'
import style from './publications.module.css'
import { usePublication } from './use-publications.ts'

/** One publication: what it holds, what differs, what happened to it, and what this person may do with it. */
export function PublicationPage() {
  const { language, t } = useLanguage()
  const { id = '' } = useParams()
  const asked = usePublication(id)
  const [view] = useUrlState('tab', 'preview')
  const where = <Breadcrumbs sentence={{ zh: '{all}里的一期', en: 'One of {all}' }} crumbs={{ all: { text: { zh: '公布', en: 'Publications' }, to: '/publications' } }} />
  if (asked.isPending) return <Page title={t({ zh: '公布', en: 'Publication' })} where={where}><Loading lines={8} /></Page>
  if (asked.isError) return <Page title={t({ zh: '公布', en: 'Publication' })} where={where}><Failure error={asked.error} retry={() => void asked.refetch()} /></Page>
  const { publication, history, heldBack, differences, meanwhile, closed, since } = asked.data
  const title = publication.number === null ? t({ zh: '{year}年公布内容', en: 'Publication of {year}' }, { year: publication.year }) : t({ zh: '{year}年第{number}期公布', en: 'Publication {number} of {year}' }, { year: publication.year, number: publication.number })
  return (
    <Page title={title} where={where} actions={publication.state === 'public' && <a href={`/public/${publication.year}/${publication.number}`} target="_blank" rel="noreferrer">{t({ zh: '公众看到的页面', en: 'What the public sees' })}</a>}>
      <dl className={style['facts']}>
        <dt>{t({ zh: '状态', en: 'State' })}</dt><dd><b>{t(states[publication.state])}</b>{publication.reason !== null && <span lang="zh-CN">{t({ zh: '：', en: ': ' })}{publication.reason}</span>}</dd>
        <dt>{t({ zh: '编制', en: 'Prepared' })}</dt><dd><span lang="zh-CN">{publication.preparedByName}</span>{t({ zh: '，', en: ', ' })}{instantText(publication.preparedAt, language)}</dd>
        {publication.approvedByName !== null && publication.publicAt !== null && <><dt>{t({ zh: '批准', en: 'Approved' })}</dt><dd><span lang="zh-CN">{publication.approvedByName}</span>{t({ zh: '，', en: ', ' })}{instantText(publication.publicAt, language)}</dd></>}
        <dt>{t({ zh: '内容', en: 'Content' })}</dt><dd>{t({ zh: '{n}项承诺', en: '{n} promises' }, { n: publication.lines })}{publication.leftOut.length > 0 && t({ zh: '，略去{n}项', en: ', {n} left out' }, { n: publication.leftOut.length })}</dd>
      </dl>
      {closed.length > 0 && <div className={style['stop']} role="alert"><p><b>{t({ zh: '不能批准：送批后有{n}项数值已撤回、更正或转为公布前保密。', en: 'It cannot be approved: {n} promises have lost a figure since it was prepared.' }, { n: closed.length })}</b></p><p lang="zh-CN">{closed.map(line => t(line.label)).join(t({ zh: '、', en: ', ' }))}</p><p>{t({ zh: '请退回，由编制人重新编制。', en: 'Return it and have it prepared again.' })}</p></div>}
      {closed.length === 0 && meanwhile.length > 0 && <div className={style['warn']} role="status"><p><b>{t({ zh: '送批后有{n}项内容变化，见“送批后的变化”。', en: '{n} promises changed since it was prepared: see “Changed since”.' }, { n: meanwhile.length })}</b></p></div>}
      <PublicationActs publication={publication} changedMeanwhile={meanwhile.length} closed={closed.length > 0} />
      <ViewSwitch name="tab" current={view} label={{ zh: '查看方式', en: 'Views of the publication' }} views={[
        { key: 'preview', label: { zh: '公众页面', en: 'The page' } },
        { key: 'differences', label: { zh: `与前一期的变化（${differences.length}）`, en: `Since the one before (${differences.length})` } },
        ...(publication.state === 'waiting' ? [{ key: 'meanwhile', label: { zh: `送批后的变化（${meanwhile.length}）`, en: `Changed since (${meanwhile.length})` } }] : []),
        { key: 'held', label: { zh: `不公布的内容（${heldBack.length}）`, en: `Held back (${heldBack.length})` } },
        { key: 'history', label: { zh: '经过', en: 'History' } },
      ]} />
      {view === 'preview' && <PreviewFrame address={`/public-preview/${id}`} />}
      {view === 'differences' && <><p>{since ? t({ zh: '与第{n}期相比', en: 'Against publication {n}' }, { n: since.number }) : t({ zh: '这一年第一次公布', en: 'The first of this year' })}</p><Differences name="differences" caption={{ zh: '与前一期的变化', en: 'Differences from the one before' }} differences={differences} /></>}
      {view === 'meanwhile' && <Differences name="meanwhile" caption={{ zh: '送批后的变化', en: 'What changed since it was prepared' }} differences={meanwhile} />}
      {view === 'held' && <HeldBackTable heldBack={heldBack} />}
      {view === 'history' && <ol className={style['history']}>{history.map(({ at, by, event }) => <li key={at}>{instantText(at, language)} <span lang="zh-CN">{by}</span> {t(eventWords[event.kind])}{'reason' in event && <span lang="zh-CN">{t({ zh: '：', en: ': ' })}{event.reason}</span>}</li>)}</ol>}
    </Page>
  )
}
