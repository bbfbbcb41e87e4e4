import { useQuery } from '@tanstack/react-query'
import { type ReactNode, use } from 'react'
import { Link } from 'react-router'
import { type Label } from '../../kernel/label.ts'
import { type Source } from '../../kernel/source.ts'
import { instantText, numberText, periodText } from '../format.ts'
import { useLanguage } from '../language.tsx'
import { useSession } from '../session.tsx'
import { type ChainLink as Chain, ChainLoader } from './chain.ts'
import style from './ChainLink.module.css'
import { sourceKinds, sourceLine } from './source-words.ts'
import { SourceMark } from './SourceMark.tsx'

/** One link of the chain behind a figure: a paper with its exact words, a signed return, a hand entry, a calculation. */
export function ChainLink({ link }: { readonly link: Chain }) {
  return <Item sign={link.source.kind} title={sourceKinds[link.source.kind]}>{partsOf(link.source)}</Item>
}

function partsOf(source: Source): ReactNode {
  switch (source.kind) {
    case 'document': return <Paper source={source} />
    case 'published': return <Published source={source} />
    case 'return': return <Return source={source} />
    case 'formula': return <Formula source={source} />
    case 'division': return <Divided source={source} />
    case 'cases': return <Cases source={source} />
    case 'hand':
    case 'generated': return <Plain source={source} />
  }
}

function Item({ sign, title, children }: { readonly sign: Source['kind']; readonly title: Label; readonly children: ReactNode }) {
  const { t } = useLanguage()
  return (
    <li className={style['link']}>
      <span className={style['sign']}><SourceMark kind={sign} /></span>
      <div className={style['body']}>
        <h4>{t(title)}</h4>
        {children}
      </div>
    </li>
  )
}

function Paper({ source }: { readonly source: Extract<Source, { kind: 'document' }> }) {
  const { language, t } = useLanguage()
  const { passage } = use(ChainLoader)
  const { document, start, end } = source
  // The exact words came with the figure; the text around them is fetched, and its absence hides nothing.
  const around = useQuery({ queryKey: ['passage', document, start, end], queryFn: ({ signal }) => passage(document, start, end, signal) })
  return (
    <>
      <p>{sourceLine(source, language)}</p>
      <blockquote lang="zh-CN" className={style['words']}>{around.data?.before}<mark>{around.data?.words ?? source.words}</mark>{around.data?.after}</blockquote>
      <p className={style['aside']}>
        {t({ zh: '原文第{start}至{end}字', en: 'Characters {start} to {end} of the paper' }, { start, end })}
        {' · '}
        <Link to={`/imports/${document}?at=${start}-${end}`}>{t({ zh: '在原文中查看', en: 'Show in the paper' })}</Link>
      </p>
    </>
  )
}

function Published({ source }: { readonly source: Extract<Source, { kind: 'published' }> }) {
  const { language, t } = useLanguage()
  return (
    <>
      <p>{sourceLine(source, language)}</p>
      {source.url && <p className={style['aside']}><a href={source.url} rel="noreferrer" target="_blank">{t({ zh: '打开公开页面（新窗口）', en: 'Open the public page (new window)' })}</a></p>}
      {source.saidOn === null && <p className={style['aside']}>{t({ zh: '未注明发布日期', en: 'No date of publication is given' })}</p>}
    </>
  )
}

function Return({ source }: { readonly source: Extract<Source, { kind: 'return' }> }) {
  const { language, t } = useLanguage()
  return (
    <>
      <p lang="zh-CN">{source.unit}</p>
      <p>{t({ zh: '《{form}》{period}', en: '{form}, {period}' }, { form: source.formName, period: periodText(source.period, language) })}</p>
      <p className={style['aside']}>{t({ zh: '{submitted}报送，{approved}审核，{accepted}于{at}核收', en: 'Submitted by {submitted}, approved by {approved}, accepted by {accepted} on {at}' }, { submitted: source.submittedBy, approved: source.approvedBy, accepted: source.acceptedBy, at: instantText(source.at, language) })}</p>
      <p className={style['aside']}><Link to={`/returns/${source.sheet}?row=${encodeURIComponent(source.entry)}`}>{t({ zh: '打开填报表', en: 'Open the sheet' })}</Link></p>
    </>
  )
}

function Formula({ source }: { readonly source: Extract<Source, { kind: 'formula' }> }) {
  const { t } = useLanguage()
  return (
    <>
      <p>{source.rule}</p>
      <table className={style['inputs']}>
        <caption className="unseen">{t({ zh: '计算所用数据', en: 'Inputs of the calculation' })}</caption>
        <tbody>{source.inputs.map(input => <tr key={input.name}><th scope="row">{input.name}</th><td>{input.value}</td></tr>)}</tbody>
      </table>
    </>
  )
}

function Divided({ source }: { readonly source: Extract<Source, { kind: 'division' }> }) {
  const { language, t } = useLanguage()
  return (
    <>
      <p>{sourceLine(source, language)}</p>
      <p className={style['aside']}><Link to={`/plan/${source.year}/targets/${source.target}/division`}>{t({ zh: '打开分解表', en: 'Open the division' })}</Link></p>
    </>
  )
}

/** What was counted, each number with the list that shows exactly these cases to who may see them. */
function Cases({ source }: { readonly source: Extract<Source, { kind: 'cases' }> }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const seen = may('case.read')
  return (
    <>
      <p>{sourceLine(source, language)}</p>
      <table className={style['inputs']}>
        <caption className="unseen">{t({ zh: '统计的工单数', en: 'Cases that were counted' })}</caption>
        <tbody>{source.counts.map(({ name, n, query }) => <tr key={name.zh}><th scope="row">{t(name)}</th><td>{seen ? <Link to={`/cases?${new URLSearchParams(query).toString()}`}>{numberText(n)}<span className="unseen"> {t({ zh: '件，打开清单', en: 'cases, open the list' })}</span></Link> : numberText(n)}</td></tr>)}</tbody>
      </table>
    </>
  )
}

function Plain({ source }: { readonly source: Extract<Source, { kind: 'hand' | 'generated' }> }) {
  const { language } = useLanguage()
  if (source.kind === 'generated') return <p>{sourceLine(source, language)}</p>
  return (
    <>
      <p>{source.ground}</p>
      <p className={style['aside']}>{source.name} · {instantText(source.at, language)}</p>
    </>
  )
}
