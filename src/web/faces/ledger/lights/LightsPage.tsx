import { Drawer } from 'antd'
import { contract } from '../../../../engines/plan/contract.ts'
import { type LightChange } from '../../../../engines/plan/schema.ts'
import { addressOf, call } from '../../../client.ts'
import { dayText, noNumber } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { UnitName } from '../../../parts/org/UnitName.tsx'
import { isOpen, turnWords } from '../../../parts/plan/light-change-words.ts'
import { LightTurn } from '../../../parts/plan/LightTurn.tsx'
import { thisYear } from '../../../today.ts'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useUrlState } from '../../../url-state.ts'
import { FilterSelect } from '../../../ui/FilterSelect.tsx'
import { SearchField } from '../../workbench/parts/SearchField.tsx'
import { usePages } from '../../workbench/parts/use-pages.ts'
import { ChangeDetail } from './ChangeDetail.tsx'
import style from './lights.module.css'
import { useChangeFilter } from './change-filter.ts'

/** Every change of a light: of what, from what to what, why, and whether anybody has said what was done. */
export function LightsPage() {
  const { language, t } = useLanguage()
  const { what: chosen, open, close } = useOpened('change')
  const [, setUnit] = useUrlState('unit')
  const filter = useChangeFilter()
  const changes = usePages(['light-changes', filter], ({ after, signal }) => call(contract.lightChanges, { query: { ...filter, limit: 100, ...(after && { after }) }, signal }))
  const sheet = (form: 'csv' | 'xlsx') => addressOf(contract.exportLightChanges, { query: { ...filter, form } })
  const now = thisYear()

  const columns: readonly Column<LightChange>[] = [
    { key: 'day', title: { zh: '判定日', en: 'Judged on' }, value: row => row.judgedOn, render: row => dayText(row.judgedOn, language), sortable: true, width: 130 },
    { key: 'name', title: { zh: '目标或承诺事项', en: 'Target or commitment' }, value: row => t(row.name), render: row => <span className={style['what']}><b {...(row.kind === 'commitment' && { lang: 'zh-CN' })}>{t(row.name)}</b><small>{t(row.verdict.because)}</small></span>, sortable: true, width: 380 },
    { key: 'turn', title: { zh: '变动', en: 'Change' }, value: row => t(turnWords[row.turn]), render: row => <LightTurn change={row} />, sortable: true, width: 190 },
    { key: 'unit', title: { zh: '责任单位', en: 'Answers for it' }, value: row => row.unitName, render: row => <span lang="zh-CN">{row.unitName ?? noNumber}</span>, sortable: true, width: 140 },
    { key: 'seen', title: { zh: '看过', en: 'Seen by' }, value: row => row.seen, numeric: true, sortable: true, width: 70 },
    { key: 'answers', title: { zh: '回应', en: 'Answers' }, value: row => row.answers, render: row => (isOpen(row) ? <b>{t({ zh: '尚无', en: 'none yet' })}</b> : row.answers === 0 ? noNumber : String(row.answers)), numeric: true, sortable: true, width: 80 },
  ]
  return (
    <Page
      title={t({ zh: '亮灯变动', en: 'Changes of lights' })}
      printable
      actions={<><DownloadLink to={sheet('xlsx')}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink><DownloadLink to={sheet('csv')}>{t({ zh: '导出 CSV', en: 'CSV' })}</DownloadLink></>}
    >
      {changes.isPending && <Loading lines={8} />}
      {changes.error && <Failure error={changes.error} retry={changes.retry} />}
      {changes.first && (
        <DataTable
          name="lights"
          caption={{ zh: '亮灯变动', en: 'Changes of lights' }}
          rows={changes.rows}
          columns={columns}
          keyOf={row => row.id}
          onOpen={row => open(row.id)}
          more={{ ...changes.more, total: changes.rows.length < changes.total ? changes.total : changes.rows.length }}
          ownSheet={false}
          tools={(
            <>
              <SearchField label={{ zh: '搜索名称', en: 'Search by name' }} />
              <FilterSelect name="open" label={{ zh: '回应', en: 'Answers' }} all={{ zh: '全部变动', en: 'All changes' }} width={150} options={[{ value: 'true', label: t({ zh: '变差而尚无回应', en: 'Worse and not answered' }) }, { value: 'false', label: t({ zh: '其余', en: 'The rest' }) }]} />
              <FilterSelect name="turn" label={{ zh: '变动', en: 'Change' }} all={{ zh: '变差与好转', en: 'Worse and better' }} width={130} options={Object.entries(turnWords).map(([value, label]) => ({ value, label: t(label) }))} />
              <FilterSelect name="year" label={{ zh: '年度', en: 'Year' }} all={{ zh: '全部年度', en: 'Any year' }} width={110} options={Array.from({ length: 8 }, (_, i) => String(now - i)).map(year => ({ value: year, label: year }))} />
              {filter.unit && <button type="button" className={style['pinned']} onClick={() => setUnit('')}><UnitName id={filter.unit} /> <span aria-hidden="true">✕</span><span className="unseen"> {t({ zh: '取消只看这个单位', en: 'show all units' })}</span></button>}
            </>
          )}
          empty={<Empty title={{ zh: '没有符合条件的变动', en: 'No change matches' }} next={{ zh: '灯每分钟与上次比对一次；有变动时记在这里，并提醒责任单位。', en: 'Lights are compared with the last look every minute; a change is written down here and its unit is told.' }} />}
        />
      )}
      <Drawer open={chosen !== ''} onClose={close} title={t({ zh: '亮灯变动', en: 'Change of a light' })} size="min(600px, 100vw)" destroyOnHidden>
        {chosen !== '' && <ChangeDetail key={chosen} id={chosen} />}
      </Drawer>
    </Page>
  )
}
