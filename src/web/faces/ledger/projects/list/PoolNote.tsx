import { Link, useSearchParams } from 'react-router'
import { poolChoice } from '../../../../../engines/projects/domain/pool.ts'
import { Phase, type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { useLanguage } from '../../../../language.tsx'

/** Says that only projects behind a number of the library are shown, and how to see all again. */
export function PoolNote({ rules, year }: { readonly rules: ProjectRules; readonly year: number }) {
  const { t } = useLanguage()
  const [search] = useSearchParams()
  const choice = search.get('pool') ?? ''
  if (!poolChoice.test(choice)) return null
  const [which = '', from, into] = choice.split('.')
  const phase = (key: string | undefined) => { const one = Phase.safeParse(key).data; return one === undefined ? t({ zh: '退库或并入', en: 'withdrawn or merged' }) : t(rules.phases[one]) }
  const words = {
    before: t({ zh: '{year}年初在“{phase}”的项目', en: 'Projects that were in “{phase}” at the beginning of {year}' }, { year, phase: phase(from) }),
    came: t({ zh: '{year}年转入“{phase}”的项目', en: 'Projects that came into “{phase}” in {year}' }, { year, phase: phase(from) }),
    there: t({ zh: '{year}年（末或至今）在“{phase}”的项目', en: 'Projects in “{phase}” at the end of {year}, or today' }, { year, phase: phase(from) }),
    old: t({ zh: '在“{phase}”超过库龄界限的项目', en: 'Projects that have been in “{phase}” for too long' }, { phase: phase(from) }),
    left: t({ zh: '{year}年由“{phase}”转出到“{into}”的项目', en: 'Projects that left “{phase}” in {year}: {into}' }, { year, phase: phase(from), into: phase(into) }),
  }
  const all = new URLSearchParams(search)
  all.delete('pool')
  return <p>{t({ zh: '只显示', en: 'Only' })} {Object.entries(words).find(([key]) => key === which)?.[1]}{t({ zh: '。', en: '.' })} <Link to={`/projects/pool?year=${year}`}>{t({ zh: '回到项目库', en: 'Back to the library' })}</Link> <Link to={`?${all.toString()}`}>{t({ zh: '显示全部', en: 'Show all' })}</Link></p>
}
