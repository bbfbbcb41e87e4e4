import { Drawer } from 'antd'
import { Link } from 'react-router'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Empty } from '../../../../ui/Empty.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { FilterSelect } from '../../../../ui/FilterSelect.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { useUrlState } from '../../../../url-state.ts'
import { useMatches } from '../use-project.ts'
import style from './list.module.css'

/** Projects of last year's list and of this year's that may be one under two names. A person decides, on the page of the project that goes on. */
export function Matches({ rules, year, onClose }: { readonly rules: ProjectRules; readonly year: number; readonly onClose: () => void }) {
  const { t } = useLanguage()
  const [list] = useUrlState('match-list')
  const asked = useMatches(list === '' ? rules.lists[0]?.key ?? '' : list, year)
  return (
    <Drawer open onClose={onClose} title={t({ zh: '疑似同一项目', en: 'Perhaps the same project' })} size="min(560px, 100vw)">
      <p>{t({ zh: '{before}年清单中不再列入的，与{year}年新列入的，名称相近。确是同一项目的，点“并入”，写明依据后由您确认。', en: 'Of what left the list of {before} and what came onto that of {year}, these are called alike. Where they are one, merge the former into the other, with the ground for it.' }, { before: year - 1, year })}</p>
      <FilterSelect name="match-list" label={{ zh: '清单', en: 'List' }} all={rules.lists[0]?.name ?? { zh: '清单', en: 'List' }} width={220} options={rules.lists.slice(1).map(one => ({ value: one.key, label: t(one.name) }))} />
      {asked.isPending && <Loading lines={4} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data?.items.length === 0 && <Empty title={{ zh: '没有名称相近的项目', en: 'None are called alike' }} next={{ zh: '换一份清单或年度再看。', en: 'Look at another list or year.' }} />}
      <ul className={style['matches']}>{(asked.data?.items ?? []).map(({ one, other, alike }) => <li key={`${one.id} ${other.id}`}><Link to={`/projects/${one.id}`} lang="zh-CN">{one.name}</Link> → <Link to={`/projects/${other.id}`} lang="zh-CN">{other.name}</Link> <span className={style['soft']}>{t({ zh: '相近{share}', en: '{share} alike' }, { share: shareText(alike, 1, 0) })}</span> <Link to={`/projects/${one.id}?form=merged`} state={{ other: other.id }}>{t({ zh: '并入', en: 'Merge' })}<span className="unseen"> {one.name} → {other.name}</span></Link></li>)}</ul>
    </Drawer>
  )
}
