import { Button } from 'antd'
import { Link } from 'react-router'
import { contract } from '../../../../engines/indicators/contract.ts'
import { addressOf } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Page } from '../../../ui/Page.tsx'
import { IndicatorForm } from '../indicator/IndicatorForm.tsx'
import { SheetImport } from '../SheetImport.tsx'
import { RegisterTable } from './RegisterTable.tsx'
import { useRegisterFilter } from './register-filter.ts'
import style from './register.module.css'

/** The register of indicators: what is counted, how, by whom, and the newest figure of each. */
export function RegisterPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const filter = useRegisterFilter()
  const { what: form, open, close } = useOpened('form')
  const sheet = (of: 'csv' | 'xlsx') => addressOf(contract.exportRegister, { query: { ...filter, form: of } })
  return (
    <Page
      title={t({ zh: '指标台账', en: 'Indicator register' })}
      printable
      actions={(
        <>
          <DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
          <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink>
          {may('register.edit') && <Button onClick={() => open('import')}>{t({ zh: '导入台账', en: 'Import' })}</Button>}
          {may('register.edit') && <Button type="primary" onClick={() => open('new')}>{t({ zh: '新增指标', en: 'Add an indicator' })}</Button>}
        </>
      )}
    >
      <p className={style['beside']}><Link to="/register/figures">{t({ zh: '按数值查看：待审核、待报送和已发布的数值', en: 'By figures: to approve, to hand in, and published' })}</Link></p>
      <RegisterTable />
      {form === 'new' && <IndicatorForm indicator={null} onClose={close} />}
      {form === 'import' && <SheetImport of="register" onClose={close} />}
    </Page>
  )
}
