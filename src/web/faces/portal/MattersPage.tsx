import { type PublicMatter } from '../../../engines/plan/domain/publication/public-matter.ts'
import { acceptanceLabels } from '../../../engines/plan/ledgers/schema.ts'
import { type PublicPage } from '../../../server/public/contract.ts'
import { dayText } from '../../format.ts'
import { useFrame } from './frame.tsx'
import { Light } from './Light.tsx'
import { PromiseItem } from './PromiseItem.tsx'
import { Shell } from './Shell.tsx'

/** The ten livelihood matters, each with its parts, its evidence and its acceptance; where no such list is kept, what is promised for daily life. */
export function MattersPage({ page }: { readonly page: Extract<PublicPage, { kind: 'matters' }> }) {
  const { frame, t } = useFrame()
  const none = page.ledgers.length === 0 && page.lines.length === 0
  return (
    <Shell at="matters" title={{ zh: `${page.year}年民生实事办得怎么样`, en: `Livelihood matters of ${page.year}` }}>
      {page.ledgers.length === 0 && <p>{t({ zh: '和日子有关的承诺：就业、上学、看病、养老、住房。', en: 'Promises about daily life: work, school, health, care of the old, homes.' })}</p>}
      {none && <p>{t({ zh: '这一期没有列出民生实事。', en: 'This publication lists none. ' })}<a href={frame.base}>{t({ zh: '看全部承诺', en: 'See all promises' })}</a></p>}
      {page.ledgers.map(ledger => (
        <section key={ledger.kind + ledger.title}>
          <h2 lang="zh-CN">{ledger.title}</h2>
          <ol className="promises">{ledger.matters.map(matter => <Matter key={matter.key} matter={matter} accepts={ledger.accepts} names={page.names} />)}</ol>
        </section>
      ))}
      {page.lines.length > 0 && <section><h2>{t({ zh: '各项承诺', en: 'The promises' })}</h2><ul className="promises">{page.lines.map(line => <PromiseItem key={line.key} line={line} />)}</ul></section>}
    </Shell>
  )
}

function Matter({ matter, accepts, names }: { readonly matter: PublicMatter; readonly accepts: boolean; readonly names: Extract<PublicPage, { kind: 'matters' }>['names'] }) {
  const { frame, language, t } = useFrame()
  return (
    <li className="promise">
      <h3 lang={language === 'en' && matter.label.en === matter.label.zh ? 'zh-CN' : undefined}>{t(matter.label)}</h3>
      <Light light={matter.light} />
      <p>{t(matter.because)}</p>
      <dl>
        {matter.leads.length > 0 && <div><dt>{t({ zh: '谁负责', en: 'Who answers for it' })}</dt><dd lang="zh-CN">{matter.leads.join('、')}</dd></div>}
        {matter.dueOn !== null && <div><dt>{t({ zh: '期限', en: 'Due' })}</dt><dd>{dayText(matter.dueOn, language)}</dd></div>}
        <div><dt>{t({ zh: '佐证材料', en: 'Evidence' })}</dt><dd>{t({ zh: '{n}份', en: '{n}' }, { n: matter.evidence })}</dd></div>
        {accepts && <div><dt>{t({ zh: '验收', en: 'Acceptance' })}</dt><dd>{t(acceptanceLabels[matter.acceptance])}</dd></div>}
      </dl>
      {matter.promises.length > 0 && <ul className="row">{matter.promises.map(key => <li key={key}><a href={`${frame.base}/${key}`}>{names[key] ? t(names[key]) : key}</a></li>)}</ul>}
    </li>
  )
}
