import { lightLabels, lightOrder } from '../../../kernel/light.ts'
import { type PublicPage } from '../../../server/public/contract.ts'
import { dayText } from '../../format.ts'
import { useFrame } from './frame.tsx'
import { Light } from './Light.tsx'
import { PromiseItem } from './PromiseItem.tsx'
import { Shell } from './Shell.tsx'

/** The year: how many promises have which light, and each of them. */
export function YearPage({ page }: { readonly page: Extract<PublicPage, { kind: 'year' }> }) {
  const { frame, language, t } = useFrame()
  const { issue, base, home } = frame
  const { year, years, issues, counts, total, filter, found, pages, lines } = page
  const narrowed = filter.q !== '' || filter.light !== null
  const at = (number: number) => `${base}?${new URLSearchParams({ ...(filter.q !== '' && { q: filter.q }), ...(filter.light !== null && { light: filter.light }), page: String(number) }).toString()}#list`
  return (
    <Shell at="year" title={{ zh: `${year}年政府承诺了什么，做到了吗`, en: `What was promised for ${year}, and was it kept?` }}>
      {issue && !issue.latest && <p className="strip" role="note">{t({ zh: '这是较早的一期。', en: 'This is an earlier publication. ' })}<a href={`${home}/${year}`}>{t({ zh: '看最新一期', en: 'See the latest one' })}</a></p>}
      <p>{t({ zh: '全年共{total}项承诺。每一项的灯由数字算出，不由人填。', en: '{total} promises for the year. Each light is worked out from figures; nobody types it. ' }, { total })}<a href={`${home}/help`}>{t({ zh: '灯是什么意思', en: 'What the lights mean' })}</a></p>
      <ul className="counts" aria-label={t({ zh: '各种灯的项数', en: 'How many promises have each light' })}>
        {lightOrder.map(light => <li key={light}><a href={`${base}?light=${light}#list`}><Light light={light} /> <b>{counts[light]}</b></a></li>)}
      </ul>
      <form action={base} method="get" role="search" aria-label={t({ zh: '查找承诺', en: 'Find a promise' })}>
        <p><label htmlFor="q">{t({ zh: '找一项承诺或一个单位', en: 'A promise or a unit' })}</label><input id="q" name="q" type="search" defaultValue={filter.q} maxLength={60} /></p>
        <p><label htmlFor="light">{t({ zh: '灯', en: 'Light' })}</label><select id="light" name="light" defaultValue={filter.light ?? ''}><option value="">{t({ zh: '全部', en: 'All' })}</option>{lightOrder.map(light => <option key={light} value={light}>{t(lightLabels[light])}</option>)}</select></p>
        <p><button type="submit">{t({ zh: '查找', en: 'Find' })}</button></p>
      </form>
      <section aria-labelledby="list">
        <h2 id="list">{narrowed ? t({ zh: '找到{found}项', en: '{found} found' }, { found }) : t({ zh: '全部承诺', en: 'All promises' })}</h2>
        {narrowed && <p><a href={base}>{t({ zh: '看全部{total}项', en: 'See all {total}' }, { total })}</a></p>}
        {found === 0 && <p>{t({ zh: '没有找到。换一个词，或看全部。', en: 'Nothing was found. Try another word, or see all.' })}</p>}
        <ul className="promises">{lines.map(line => <PromiseItem key={line.key} line={line} />)}</ul>
        {pages > 1 && (
          <nav aria-label={t({ zh: '翻页', en: 'More pages' })} className="pages">
            <ul>
              {filter.page > 1 && <li><a href={at(filter.page - 1)} rel="prev">{t({ zh: '上一页', en: 'Previous' })}</a></li>}
              <li>{t({ zh: '第{page}页，共{pages}页', en: 'Page {page} of {pages}' }, { page: filter.page, pages })}</li>
              {filter.page < pages && <li><a href={at(filter.page + 1)} rel="next">{t({ zh: '下一页', en: 'Next' })}</a></li>}
            </ul>
          </nav>
        )}
      </section>
      {years.length > 1 && <nav aria-label={t({ zh: '其他年份', en: 'Other years' })}><h2>{t({ zh: '其他年份', en: 'Other years' })}</h2><ul className="row">{years.map(other => <li key={other}><a href={`${home}/${other}`} aria-current={other === year ? 'page' : undefined}>{t({ zh: '{year}年', en: '{year}' }, { year: other })}</a></li>)}</ul></nav>}
      {issues.length > 1 && <nav aria-label={t({ zh: '当年各期', en: 'Publications of the year' })}><h2>{t({ zh: '当年各期', en: 'Publications of the year' })}</h2><ul className="row">{issues.map(one => <li key={one.number}><a href={`${home}/${one.year}/${one.number}`} aria-current={one.number === issue?.number ? 'page' : undefined}>{t({ zh: '第{number}期，{day}', en: 'No. {number}, {day}' }, { number: one.number, day: dayText(one.day, language) })}</a></li>)}</ul></nav>}
    </Shell>
  )
}
