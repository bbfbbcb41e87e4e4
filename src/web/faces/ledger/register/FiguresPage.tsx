import { Button } from 'antd'
import { Link } from 'react-router'
import { contract } from '../../../../engines/indicators/contract.ts'
import { addressOf } from '../../../client.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Page } from '../../../ui/Page.tsx'
import { SheetImport } from '../SheetImport.tsx'
import { FiguresTable } from './FiguresTable.tsx'
import { useFigureFilter } from './register-filter.ts'
import style from './register.module.css'

/** Figures as they were entered, the newest first: what waits to be handed in or approved, and all that is published. */
export function FiguresPage() {
  const { t } = useLanguage()
  const { may } = useSession()
  const filter = useFigureFilter()
  const { what: form, open, close } = useOpened('form')
  const sheet = (of: 'csv' | 'xlsx') => addressOf(contract.exportFigures, { query: { ...filter, form: of } })
  return (
    <Page
      title={t({ zh: '数值清单', en: 'Figures' })}
      printable
      actions={(
        <>
          <DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
          <DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink>
          {may('figure.enter') && <Button type="primary" onClick={() => open('import')}>{t({ zh: '导入数值', en: 'Import figures' })}</Button>}
        </>
      )}
    >
      <p className={style['beside']}><Link to="/register">{t({ zh: '按指标查看', en: 'By indicators' })}</Link>{t({ zh: '；单个数值在指标页填报。', en: '; single figures are entered on the page of their indicator.' })}</p>
      <FiguresTable />
      {form === 'import' && <SheetImport of="figures" onClose={close} />}
    </Page>
  )
}
