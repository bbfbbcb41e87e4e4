import { Link, useSearchParams } from 'react-router'
import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { useLanguage } from '../../../../language.tsx'
import { monthsWaiting } from '../acts/months.ts'

/** Months of other years than the one shown that wait or were sent back: in January those of December would else be seen by nobody. */
export function WaitingElsewhere({ view: { project, year } }: { readonly view: ProjectView }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const to = (of: number) => { const after = new URLSearchParams(search); after.set('year', String(of)); return `?${after.toString()}` }
  return monthsWaiting(project).filter(waiting => waiting.year !== year.year).map(waiting => (
    <p key={waiting.year}>
      <Link to={to(waiting.year)}>{t({ zh: '{year}年', en: '{year}' }, { year: waiting.year })}</Link>
      {waiting.told > 0 && t({ zh: '还有{n}个月待审核。', en: ': {n} months wait for approval.' }, { n: waiting.told })}
      {waiting.returned > 0 && t({ zh: '还有{n}个月被退回未重报。', en: ': {n} months were sent back and not told anew.' }, { n: waiting.returned })}
    </p>
  ))
}
