import { Link, useSearchParams } from 'react-router'
import { type contract } from '../../../../../engines/projects/contract.ts'
import { Phase, type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { lightOrder } from '../../../../../kernel/light.ts'
import { type Answer } from '../../../../client.ts'
import { numberText, shareText, signedText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { LightShape } from '../../../../ui/LightShape.tsx'
import style from './list.module.css'

/** All projects that the filters leave in one sentence, and their lights and phases as ways into them. */
export function Sums({ sums, year, rules }: { readonly sums: Answer<typeof contract.list>['sums']; readonly year: number; readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const narrowed = (name: string, value: string) => { const after = new URLSearchParams(search); if (after.get(name) === value) after.delete(name); else after.set(name, value); return `?${after.toString()}` }
  // 10 000 yuan become 亿元, as papers print totals.
  const large = (amount: number) => numberText(amount / 10_000)
  const lead = sums.planned > 0 ? ((sums.done - sums.due) / sums.planned) * 100 : null
  return (
    <section className={style['sums']} aria-label={t({ zh: '总体情况', en: 'Taken together' })}>
      <p>
        {t({ zh: '{n}个项目，总投资{total}亿元。', en: '{n} projects, {total} (100 million yuan) in all.' }, { n: sums.projects, total: large(sums.total) })}
        {sums.planned > 0 && t({ zh: '{year}年计划{planned}亿元，已完成{done}亿元（{share}），应完成{due}亿元，{lead}个百分点。', en: ' Planned for {year}: {planned}; done {done} ({share}) of {due} due: {lead} points.' }, { year, planned: large(sums.planned), done: large(sums.done), share: shareText(sums.done, sums.planned, 1), due: large(sums.due), lead: signedText(lead, 1) })}
        {sums.blocked > 0 && <> <Link to={narrowed('blocked', 'true')}>{t({ zh: '{n}个项目有堵点未解决', en: '{n} have something in their way' }, { n: sums.blocked })}</Link></>}
      </p>
      <ul className={style['links']}>
        {lightOrder.filter(light => sums.lights[light] > 0).map(light => <li key={light}><Link to={narrowed('light', light)} aria-current={search.get('light') === light ? 'true' : undefined}><LightShape light={light} /> {sums.lights[light]}</Link></li>)}
        {Phase.options.filter(phase => sums.phases[phase] > 0).map(phase => <li key={phase}><Link to={narrowed('phase', phase)} aria-current={search.get('phase') === phase ? 'true' : undefined}>{t(rules.phases[phase])} {sums.phases[phase]}</Link></li>)}
      </ul>
    </section>
  )
}
