import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import { contract as indicators } from '../../../../engines/indicators/contract.ts'
import { contract, type UnitPage as Owed } from '../../../../engines/plan/contract.ts'
import { addressOf, call } from '../../../client.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { noNumber, periodText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { useYear, YearSwitch } from '../../../ui/YearSwitch.tsx'
import { OpenReturns } from './OpenReturns.tsx'
import { OwedCommitments } from './OwedCommitments.tsx'
import { OwedParts } from './OwedParts.tsx'
import { OwedTargets } from './OwedTargets.tsx'
import style from './unit.module.css'

/** What one unit owes in a year and how it stands: its parts of divided targets, its own targets, its commitments, the indicators it keeps. */
export function UnitPage() {
  const { id = '' } = useParams()
  const year = useYear(0)
  const asked = useQuery({ queryKey: ['plan', 'unit', id, year], queryFn: ({ signal }) => call(contract.unit, { params: { id }, query: year === 0 ? {} : { year }, signal }), enabled: /^[0-9a-f-]{36}$/.test(id) })
  if (!/^[0-9a-f-]{36}$/.test(id)) return <Absent />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  return asked.data ? <Owes page={asked.data} /> : <Loading lines={10} />
}

function Owes({ page }: { readonly page: Owed }) {
  const { language, t } = useLanguage()
  const { unit, year, parts, waiting, targets, commitments } = page
  const nothing = parts.length + waiting.length + targets.length + commitments.length === 0
  return (
    <Page
      title={t({ zh: '{unit}{year}年责任清单', en: 'What {unit} owes in {year}' }, { unit: unit.name, year })}
      asOf={[...parts.map(part => part.line), ...targets].reduce<string | null>((latest, line) => (line.asOf !== null && (latest === null || line.asOf > latest) ? line.asOf : latest), null)}
      printable
      actions={(
        <>
          <YearSwitch years={page.years} current={year} />
          <DownloadLink to={addressOf(contract.exportUnit, { params: { id: unit.id }, query: { year, form: 'xlsx' } })}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>
        </>
      )}
    >
      <p className="unprinted"><Link to={`/organisation?unit=${unit.id}`}>{t({ zh: '机构、岗位与沿革', en: 'Its posts, superiors and history' })}</Link> · <Link to={`/units/${unit.id}/owes`}>{t({ zh: '现在应办的事', en: 'What it owes now' })}</Link></p>
      {nothing && <Empty title={{ zh: `${year}年没有分给本单位的目标或任务`, en: `Nothing was given to this unit in ${year}` }} next={{ zh: '目标分解下发、或承诺事项指定牵头和配合单位后，会列在这里。', en: 'Once a target is divided, or a commitment names its lead and co-units, it stands here.' }} />}
      {waiting.length > 0 && (
        <Panel title={t({ zh: '待签认的分解数', en: 'Parts to be signed' })}>
          <ul className={style['lines']}>
            {waiting.map(({ whole, target, division, value }) => (
              <li key={division.id}>
                <Link to={`/plan/${year}/targets/${target}/division?unit=${unit.id}`}>{t(whole.label)}</Link> <b>{quantityText({ value, unit: whole.unit }, language)}</b>
                {division.objections.some(one => one.unit === unit.id) ? t({ zh: '（已退回）', en: ' (sent back)' }) : division.signatures.some(one => one.unit === unit.id) ? t({ zh: '（已签认，待其他单位）', en: ' (signed; others to go)' }) : t({ zh: '（待签认）', en: ' (to be signed)' })}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {parts.length > 0 && <Panel title={t({ zh: '分解到本单位的目标', en: 'Its parts of district targets' })}><OwedParts page={page} /></Panel>}
      {targets.length > 0 && <Panel title={t({ zh: '本单位的目标', en: 'Targets of its own' })}><OwedTargets lines={targets} /></Panel>}
      {commitments.length > 0 && <Panel title={t({ zh: '牵头与配合的承诺事项', en: 'Commitments it leads or helps with' })} aside={<small>{commitments.length}</small>}><OwedCommitments nodes={commitments} unit={unit.id} /></Panel>}
      <OpenReturns unit={unit.id} />
      <KeptIndicators unit={unit.id} />
    </Page>
  )
}

/** The indicators whose figures this unit keeps, with the newest figure of the district. */
function KeptIndicators({ unit }: { readonly unit: string }) {
  const { language, t } = useLanguage()
  const kept = useQuery({ queryKey: ['register', 'kept-by', unit], queryFn: ({ signal }) => call(indicators.indicators, { query: { owner: unit, limit: 100 }, signal }) })
  if (!kept.data || kept.data.items.length === 0) return null
  return (
    <Panel title={t({ zh: '主管的指标', en: 'Indicators it keeps' })} aside={<small>{kept.data.total}</small>}>
      <ul className={style['kept']}>
        {kept.data.items.map(({ id, code, name, latest }) => (
          <li key={id}><Link to={`/register/${code}`}>{t(name)}</Link> <span className={style['aside']}>{latest ? `${periodText(latest.period, language)} ${latest.level ? quantityText(latest.level, language) : latest.change ? quantityText({ value: latest.change.value, unit: latest.change.unit }, language, { signed: true }) : noNumber}` : t({ zh: '尚无数值', en: 'no figure yet' })}</span></li>
        ))}
      </ul>
    </Panel>
  )
}
