import { Button } from 'antd'
import { Link, useLocation } from 'react-router'
import { type Label } from '../../../../kernel/label.ts'
import { useLanguage } from '../../../language.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Page } from '../../../ui/Page.tsx'
import { DayFilter } from '../parts/DayFilter.tsx'
import { SearchField } from '../parts/SearchField.tsx'
import { DelegationsView } from './DelegationsView.tsx'
import { FoundUnits } from './FoundUnits.tsx'
import style from './organisation.module.css'
import { PeopleView } from './PeopleView.tsx'
import { UnitPart } from './UnitPart.tsx'
import { UnitTree } from './UnitTree.tsx'
import { today, useDay } from './use-day.ts'
import { useUnit, useUnits } from './use-units.ts'

const views = {
  '': { zh: '单位', en: 'Units' },
  people: { zh: '人员与岗位', en: 'People and posts' },
  delegations: { zh: '岗位委托', en: 'Delegations' },
} as const satisfies Record<string, Label>

/** Units with their history, people with their posts, and who stands in for whom. */
export function OrganisationPage() {
  const { t } = useLanguage()
  const { pathname } = useLocation()
  const [view] = useUrlState('view')
  return (
    <Page
      title={t({ zh: '组织机构', en: 'Organisation' })}
      printable
      actions={(
        <nav className={style['views']} aria-label={t({ zh: '组织机构的内容', en: 'Parts of the organisation' })}>
          <ul>{Object.entries(views).map(([name, label]) => <li key={name}><Link to={name === '' ? pathname : `${pathname}?view=${name}`} aria-current={name === view ? 'page' : undefined}>{t(label)}</Link></li>)}</ul>
        </nav>
      )}
    >
      {view === 'people' ? <PeopleView /> : view === 'delegations' ? <DelegationsView /> : <UnitsView />}
    </Page>
  )
}

function UnitsView() {
  const { t } = useLanguage()
  const on = useDay()
  const [q] = useUrlState('q')
  const [day, setDay] = useUrlState('on')
  const [chosenInUrl] = useUrlState('unit')
  const roots = useUnits({ kind: 'district' }, on)
  const chosen = chosenInUrl || roots.data?.[0]?.id || ''
  const unit = useUnit(chosen, on)
  return (
    <>
      <div className={`${style['tools']} unprinted`}>
        <SearchField label={{ zh: '搜索单位名称或代码', en: 'Search units by name or code' }} />
        <DayFilter name="on" label={{ zh: '按哪一天看', en: 'As on' }} />
        {day !== '' && day !== today() && <Button onClick={() => setDay('')}>{t({ zh: '回到今天', en: 'Back to today' })}</Button>}
      </div>
      <div className={style['two']}>
        <div className="unprinted">{q === '' ? <UnitTree on={on} chosen={chosen} above={unit.data?.superiors.map(superior => superior.id) ?? []} /> : <FoundUnits q={q} on={on} chosen={chosen} />}</div>
        <UnitPart id={chosen} on={on} />
      </div>
    </>
  )
}
