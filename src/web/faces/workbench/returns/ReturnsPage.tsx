import { Link } from 'react-router'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Page } from '../../../ui/Page.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import style from './returns.module.css'
import { SheetsTable } from './SheetsTable.tsx'

/** 报送: what my unit owes by when, and for those above it what their units owe. */
export function ReturnsPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const wide = may('return.accept')
  const [view] = useUrlState('view', wide ? 'all' : 'mine')
  return (
    <Page title={t({ zh: '报送', en: 'Returns' })} printable>
      <p className={style['links']}>
        <Link to="/returns/forms">{t({ zh: '报表与报送进度', en: 'Forms, and how they stand' })}</Link>
      </p>
      <ViewSwitch label={{ zh: '看哪些填报表', en: 'Which sheets' }} views={[{ key: 'mine', label: { zh: '本单位', en: 'My unit' } }, { key: 'all', label: wide ? { zh: '全部单位', en: 'All units' } : { zh: '本单位及下级', en: 'Mine and those below' } }]} current={view} />
      <SheetsTable whose={view === 'mine' ? 'mine' : 'all'} />
    </Page>
  )
}
