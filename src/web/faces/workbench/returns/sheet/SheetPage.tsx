import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { contract, type SheetView } from '../../../../../engines/returns/contract.ts'
import { stateWords } from '../../../../../engines/returns/domain/sheet.ts'
import { addressOf, call } from '../../../../client.ts'
import { dayText, instantText, periodText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useOpened } from '../../../../opened.ts'
import { Breadcrumbs } from '../../../../ui/Breadcrumbs.tsx'
import { DownloadLink } from '../../../../ui/DownloadLink.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { Page } from '../../../../ui/Page.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { Button } from 'antd'
import { punctualityLabel } from '../returns-words.ts'
import { SheetDesk } from './SheetDesk.tsx'
import { SheetHistory } from './SheetHistory.tsx'
import { UploadSheet } from './UploadSheet.tsx'
import style from './sheet.module.css'

/** One sheet: filled, submitted, approved, accepted, with everything that stands beside its cells. */
export function SheetPage() {
  const { id = '' } = useParams()
  const asked = useQuery({ queryKey: ['return-sheet', id], queryFn: ({ signal }) => call(contract.sheet, { params: { id }, signal }) })
  if (asked.isPending) return <Loading lines={10} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} size="page" />
  return <SheetBody key={id} sheet={asked.data} />
}

function SheetBody({ sheet }: { readonly sheet: SheetView }) {
  const { language, t } = useLanguage()
  const { what: opened, open, close } = useOpened('form')
  const { standing, form } = sheet
  return (
    <Page
      title={`${sheet.unit.name} · ${t(form.name)} · ${periodText(sheet.period, language)}`}
      where={<Breadcrumbs sentence={{ zh: '{returns}里的一张填报表', en: 'A sheet of {returns}' }} crumbs={{ returns: { text: { zh: '报送', en: 'the returns' }, to: '/returns' } }} />}
      printable
      actions={(
        <>
          {standing.state === 'open' && sheet.may.fill && <DownloadLink to={addressOf(contract.template, { params: { id: sheet.id }, query: { form: 'xlsx' } })}>{t({ zh: '下载填报模板', en: 'As a spreadsheet' })}</DownloadLink>}
          {standing.state === 'open' && sheet.may.fill && <Button onClick={() => open('upload')}>{t({ zh: '上传填好的模板', en: 'Upload a filled one' })}</Button>}
        </>
      )}
    >
      <p className={style['facts']}>
        <span><b>{t(stateWords[standing.state])}</b></span>
        <span>{t({ zh: '截止{day}', en: 'Due {day}' }, { day: dayText(sheet.dueOn, language) })}{!sheet.dueKnown && t({ zh: '（次年放假安排未公布）', en: ' (holidays not published yet)' })}</span>
        <span>{t(punctualityLabel(sheet.punctuality))}</span>
        {sheet.figuresOf.id !== sheet.unit.id && <span>{t({ zh: '填报全区数据', en: 'Figures of the whole district' })}</span>}
        {standing.round > 1 && <span>{t({ zh: '第{n}轮：锁定后修订', en: 'Round {n}: revision after the lock' }, { n: standing.round })}</span>}
        {sheet.generated && <span>{t({ zh: '演示用生成数据', en: 'Made up for the demonstration' })}</span>}
      </p>
      {standing.sentBack && (
        <p className={style['back']} role="status">
          <b>{t({ zh: '已退回：', en: 'Sent back: ' })}</b><span lang="zh-CN">{standing.sentBack.reason}</span>
          {' '}<small>{standing.sentBack.by}，{instantText(standing.sentBack.at, language)}</small>
        </p>
      )}
      {sheet.missing.length > 0 && standing.state === 'open' && (
        <p className={style['back']}>{t({ zh: '下级还有{n}个单位未审核：', en: '{n} units below are not approved yet: ' }, { n: sheet.missing.length })}<span lang="zh-CN">{sheet.missing.slice(0, 20).map(one => one.unit).join('、')}</span></p>
      )}
      <SheetDesk sheet={sheet} />
      <Panel title={t({ zh: '经过', en: 'History' })}><SheetHistory sheet={sheet} /></Panel>
      {opened === 'upload' && <UploadSheet sheet={sheet} onClose={close} />}
    </Page>
  )
}
