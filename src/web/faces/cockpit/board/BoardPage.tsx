import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { contract as caseContract } from '../../../../engines/cases/contract.ts'
import { contract } from '../../../../engines/cases/figures/contract.ts'
import { contract as orgContract } from '../../../../engines/org/contract.ts'
import { call } from '../../../client.ts'
import { instantText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { UnitSelect } from '../../../parts/org/UnitSelect.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useUrlState } from '../../../url-state.ts'
import { BoardHead } from './BoardHead.tsx'
import { GroupTable } from './GroupTable.tsx'
import { Inflow } from './Inflow.tsx'
import { listOf } from './drill.ts'
import { Count } from './Count.tsx'
import { CountedFigures } from './CountedFigures.tsx'
import { PlaceMap } from './PlaceMap.tsx'
import { RatesTable } from './RatesTable.tsx'
import { Repeated } from './Repeated.tsx'
import style from './board.module.css'

/** The cases of the district, or of one's own units, as they stand now: what comes in, what is open, what is late, where, and how well it was answered. */
export function BoardPage() {
  const { language, t } = useLanguage()
  const [type, setType] = useUrlState('type')
  const [lead, setLead] = useUrlState('lead')
  const [within, setWithin] = useUrlState('within')
  const chosen = { ...(type !== '' && { type }), ...(lead !== '' && { lead }), ...(within !== '' && { within }) }
  const board = useQuery({ queryKey: ['case-board', chosen], queryFn: ({ signal }) => call(contract.board, { query: chosen, signal }), refetchInterval: 30_000 })
  const types = useQuery({ queryKey: ['case-types'], queryFn: ({ signal }) => call(caseContract.types, { signal }), staleTime: 300_000 })
  const streets = useQuery({ queryKey: ['streets'], queryFn: ({ signal }) => call(orgContract.units, { query: { kind: 'street', limit: 100 }, signal }), staleTime: 3_600_000 })
  const { data } = board
  return (
    <Page title={t({ zh: '工单运行看板', en: 'Cases as they stand' })} printable>
      <div className={`${style['tools']} unprinted`}>
        <Select<string> aria-label={t({ zh: '事项类型', en: 'Type' })} value={type} onChange={setType} popupMatchSelectWidth={false} options={[{ value: '', label: t({ zh: '全部类型', en: 'Every type' }) }, ...(types.data?.items ?? []).map(one => ({ value: one.key, label: t(one.name) }))]} />
        <Select<string> aria-label={t({ zh: '街道', en: 'Street' })} value={within} onChange={setWithin} popupMatchSelectWidth={false} options={[{ value: '', label: t({ zh: '全区', en: 'The whole district' }) }, ...(streets.data?.items ?? []).map(one => ({ value: one.id, label: one.name }))]} />
        <label className={style['unit']}><span>{t({ zh: '主办单位', en: 'Lead unit' })}</span><UnitSelect aria-label={t({ zh: '主办单位', en: 'Lead unit' })} value={lead === '' ? [] : [lead]} onChange={units => setLead(units[0] ?? '')} /></label>
      </div>
      {board.isPending && <Loading lines={8} />}
      {board.isError && <Failure error={board.error} retry={() => void board.refetch()} />}
      {data && (
        <>
          <p className={style['note']}>
            {t({ zh: '截至{at}，每半分钟自动更新。', en: 'As of {at}; renewed every half minute.' }, { at: instantText(data.asOf, language) })}
            {!data.whole && t({ zh: ' 只含本单位主办的工单。', en: ' Only cases of your own units.' })}
          </p>
          <BoardHead view={data} />
          <Panel title={t({ zh: '新增', en: 'What comes in' })}><Inflow inflow={data.inflow} /></Panel>
          <div className={style['two']}>
            <Panel title={t({ zh: '在办时长', en: 'Age of what is open' })}><GroupTable caption={{ zh: '在办工单按登记天数', en: 'Open cases by age' }} head={{ zh: '登记至今', en: 'Since opened' }} base={data.base} rows={data.ages} /></Panel>
            <Panel title={t({ zh: '升级情况', en: 'How far it has climbed' })}>
              <ul className={style['steps']}>
                {data.steps.map(({ step, open }) => {
                  const name = step === 0 ? t({ zh: '未升级', en: 'Not climbed' }) : t({ zh: '升到第{n}级', en: 'Step {n}' }, { n: step })
                  return <li key={step}><span>{name}</span><Count n={open} to={listOf(data.base, { open: 'true', step: String(step) })} what={name} /></li>
                })}
              </ul>
            </Panel>
          </div>
          <Panel title={t({ zh: '热点地点', en: 'Where it comes from' })}><PlaceMap view={data} /></Panel>
          <Panel title={t({ zh: '反复出现的事项', en: 'What comes again and again' })}><Repeated within={within} /></Panel>
          <div className={style['two']}>
            <Panel title={t({ zh: '主办单位在办', en: 'Open by unit' })}><GroupTable caption={{ zh: '各主办单位在办', en: 'Open by unit' }} head={{ zh: '主办单位', en: 'Lead unit' }} base={data.base} rows={data.units} /></Panel>
            <Panel title={t({ zh: '类别在办', en: 'Open by category' })}><GroupTable caption={{ zh: '各类别在办', en: 'Open by category' }} head={{ zh: '类别', en: 'Category' }} base={data.base} rows={data.categories} /></Panel>
          </div>
          <RatesTable chosen={chosen} />
          <CountedFigures />
        </>
      )}
    </Page>
  )
}
