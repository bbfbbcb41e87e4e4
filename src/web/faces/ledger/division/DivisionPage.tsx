import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { contract, type DivisionPage as Divided, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { isOpen, stillAddsUp } from '../../../../engines/plan/domain/division.ts'
import { isRate } from '../../../../kernel/quantity.ts'
import { addressOf, call } from '../../../client.ts'
import { Absent } from '../../../frame/Absent.tsx'
import { dayText, quantityText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { useLedgerChange } from '../../../parts/plan/ledger-queries.ts'
import { useSession } from '../../../session.tsx'
import { useUrlState } from '../../../url-state.ts'
import { Breadcrumbs } from '../../../ui/Breadcrumbs.tsx'
import { DownloadLink } from '../../../ui/DownloadLink.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Page } from '../../../ui/Page.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { ViewSwitch } from '../../../ui/ViewSwitch.tsx'
import { BalanceLine } from './BalanceLine.tsx'
import { DivisionEditor } from './DivisionEditor.tsx'
import { DivisionHistory } from './DivisionHistory.tsx'
import { DivisionTable } from './DivisionTable.tsx'
import { PartsPace } from './PartsPace.tsx'
import { PlannerActs } from './PlannerActs.tsx'
import { SignPart } from './SignPart.tsx'
import { stateWords } from './division-words.ts'
import style from './division.module.css'
import { useDivisions } from './use-division.ts'

/** How a target is divided among units: the edition that is worked on or in force, who signed, how the parts stand. */
export function DivisionPage() {
  const { year = '', id = '' } = useParams()
  const asked = useDivisions(id)
  if (!/^[0-9a-f-]{36}$/.test(id)) return <Absent />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  return asked.data ? <DividedTarget page={asked.data} year={year} /> : <Loading lines={10} />
}

function DividedTarget({ page, year }: { readonly page: Divided; readonly year: string }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const [chosen] = useUrlState('edition')
  const { target, line, editions } = page
  const current = editions.find(edition => isOpen(edition.state)) ?? editions.find(edition => edition.state === 'in-force') ?? editions[0]
  const shown = editions.find(edition => String(edition.edition) === chosen) ?? current
  const planner = may('plan.edit')
  const name = t(line.label)
  return (
    <Page
      title={t({ zh: '{name}{year}年目标分解', en: 'Division of the target of {year}: {name}' }, { name, year })}
      where={<Breadcrumbs sentence={{ zh: '{plan}里{indicator}的目标', en: 'The target of {indicator} in {plan}' }} crumbs={{ plan: { text: { zh: `${year}年计划`, en: `the plan of ${year}` }, to: `/plan/${year}?view=list` }, indicator: { text: line.label, to: `/register/${line.code}?year=${year}` } }} />}
      printable
      actions={shown && <DownloadLink to={addressOf(contract.exportDivision, { params: { id: shown.id }, query: { form: 'xlsx' } })}>{t({ zh: '导出 xlsx', en: 'xlsx' })}</DownloadLink>}
    >
      <dl className={style['whole']}>
        <div><dt>{t({ zh: '全区目标', en: 'Target of the district' })}</dt><dd><LineTarget line={line} /></dd></div>
        <div><dt>{t({ zh: '全区实际', en: 'Actual of the district' })}</dt><dd><LineFigure line={line} /></dd></div>
        <div><dt>{t({ zh: '灯', en: 'Light' })}</dt><dd><LineLight line={line} /></dd></div>
      </dl>
      {editions.length > 1 && <ViewSwitch name="edition" label={{ zh: '版次', en: 'Editions' }} current={String(shown?.edition ?? '')} views={editions.map(({ edition, state }) => ({ key: String(edition), label: { zh: `第${edition}版 ${stateWords[state].zh}`, en: `Edition ${edition}: ${stateWords[state].en.toLowerCase()}` } }))} />}
      {shown && shown.state === 'in-force' && !stillAddsUp(shown.terms, target.value) && (
        <p className={style['warning']} role="alert">{t({ zh: '目标已由{before}调整为{now}，各单位分解数与目标不再相符，请起草新一版。', en: 'The target was restated from {before} to {now}; the parts no longer add up to it. Draft a new edition.' }, { before: quantityText({ value: shown.terms.whole, unit: line.unit }, language), now: target.value === null ? t({ zh: '待定', en: 'no number' }) : quantityText({ value: target.value, unit: line.unit }, language) })}</p>
      )}
      {planner && target.value !== null && (!current || !isOpen(current.state)) && <BeginEdition page={page} before={current ?? null} />}
      {shown?.inForceOn && <p className={style['aside']}>{t({ zh: '自{day}起生效', en: 'In force from {day}' }, { day: dayText(shown.inForceOn, language) })}{shown.unsignedReason !== null && <>{t({ zh: '；签认未齐，理由：', en: '; not all had signed, because: ' })}<span lang="zh-CN">{shown.unsignedReason}</span></>}</p>}
      {shown ? <Edition key={`${shown.id} ${shown.version}`} edition={shown} page={page} /> : (
        <Empty
          title={{ zh: '这一目标还没有分解到单位', en: 'This target has not been divided yet' }}
          next={target.value === null ? { zh: '目标还没有数值，填入后才能分解。', en: 'It has no number yet; divide it once it is filled in.' } : planner ? { zh: '起草后列入各部门、街道和分解数，下发签认后生效。', en: 'Draft it, name departments and streets with their numbers, and put it before them to sign.' } : { zh: '由计划员起草并下发。', en: 'A planner drafts it.' }}
        />
      )}
    </Page>
  )
}

/** One edition: its sum, its table to fill in or to read, what may be done with it, and what happened. */
function Edition({ edition, page }: { readonly edition: DivisionRow; readonly page: Divided }) {
  const { t } = useLanguage()
  const { may } = useSession()
  const before = page.editions.find(other => other.edition < edition.edition && other.state !== 'withdrawn') ?? null
  const measure = page.line.unit
  return (
    <>
      {edition.state === 'proposed' && may('part.sign') && <SignPart edition={edition} page={page} />}
      {edition.state === 'draft' && may('plan.edit') ? <DivisionEditor edition={edition} page={page} /> : (
        <>
          <BalanceLine terms={edition.terms} whole={edition.terms.whole} measure={measure} />
          {may('plan.edit') && <PlannerActs edition={edition} />}
          <DivisionTable edition={edition} page={page} before={before} />
          {edition.state === 'in-force' && <PartsPace edition={edition} page={page} />}
        </>
      )}
      <Panel title={t({ zh: '经过', en: 'What happened' })}><DivisionHistory edition={edition} page={page} /></Panel>
    </>
  )
}

/** Begins an edition: with the parts of the one in force, else empty. Growth and rates are weighed where nobody says otherwise. */
function BeginEdition({ page, before }: { readonly page: Divided; readonly before: DivisionRow | null }) {
  const { t } = useLanguage()
  const changed = useLedgerChange()
  const [error, setError] = useState<unknown>(null)
  const [doing, setDoing] = useState(false)
  const weighed = isRate(page.line.unit)
  const terms = before && before.state !== 'withdrawn' ? before.terms : { method: weighed ? 'weight' as const : 'own' as const, check: weighed ? 'weighted-mean' as const : 'sum' as const, tolerance: 0, digits: weighed ? 1 : 0, ground: null, parts: [] }
  const begin = async () => {
    setDoing(true)
    try {
      const { method, check, tolerance, digits, ground, parts } = terms
      await call(contract.draft, { params: { id: page.target.id }, body: { method, check, tolerance, digits, ground, parts } })
      await changed()
    } catch (failure) {
      setError(failure)
    } finally {
      setDoing(false)
    }
  }
  return (
    <div className="unprinted">
      <p><Button type="primary" loading={doing} onClick={() => void begin()}>{t(before ? { zh: '起草新一版', en: 'Draft a new edition' } : { zh: '起草分解', en: 'Draft a division' })}</Button> {before && <Link to={`/plan/${page.line.targetPeriod.slice(0, 4)}?view=list`}>{t({ zh: '回到年度计划', en: 'Back to the plan' })}</Link>}</p>
      {error !== null && <Failure error={error} />}
    </div>
  )
}
