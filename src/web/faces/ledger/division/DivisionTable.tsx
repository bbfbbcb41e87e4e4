import { Link } from 'react-router'
import { type DivisionPage, type DivisionRow } from '../../../../engines/plan/contract.ts'
import { changesBetween, shareOf } from '../../../../engines/plan/domain/parts.ts'
import { type Part } from '../../../../engines/plan/schema.ts'
import { lightLabels } from '../../../../kernel/light.ts'
import { dayOf } from '../../../../kernel/time.ts'
import { dayText, noNumber, numberText, signedText, unitText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { type Column, DataTable } from '../../../ui/DataTable.tsx'
import { Empty } from '../../../ui/Empty.tsx'
import style from './division.module.css'

/** The parts of an edition as they are: number, share, signature; of the edition in force also figure, light and gap; what changed against the edition before. */
export function DivisionTable({ edition, page, before }: { readonly edition: DivisionRow; readonly page: DivisionPage; readonly before: DivisionRow | null }) {
  const { language, t } = useLanguage()
  const { terms } = edition
  const names = new Map(page.units.map(unit => [unit.id, unit.name]))
  const standing = new Map(page.standing.map(part => [part.unit, part.line]))
  const changes = before ? changesBetween(before.terms.parts, terms.parts) : []
  const was = new Map(changes.map(change => [change.unit, change.before]))
  const gone = changes.filter(change => change.after === null)
  const inForce = edition.state === 'in-force'
  const year = page.line.targetPeriod.slice(0, 4)
  const signature = (unit: string) => edition.signatures.find(one => one.unit === unit)
  const objection = (unit: string) => edition.objections.find(one => one.unit === unit)

  const columns: readonly Column<Part>[] = [
    { key: 'unit', title: { zh: '单位', en: 'Unit' }, value: part => names.get(part.unit) ?? part.unit, render: part => <Link lang="zh-CN" to={`/units/${part.unit}?year=${year}`}>{names.get(part.unit) ?? part.unit}</Link>, sortable: true, width: 150 },
    ...(terms.method === 'weight' ? [{ key: 'weight', title: { zh: '权重', en: 'Weight' }, value: (part: Part) => part.weight, render: (part: Part) => numberText(part.weight), numeric: true, sortable: true, width: 100 }] : []),
    { key: 'value', title: { zh: `分解数（${page.line.unit}）`, en: `Part (${unitText(page.line.unit, 'en')})` }, value: part => part.value, render: part => <b>{numberText(part.value, terms.digits)}</b>, numeric: true, sortable: true, width: 110 },
    ...(terms.check === 'sum' ? [{ key: 'share', title: { zh: '占全区', en: 'Share' }, value: (part: Part) => shareOf(terms, part.value, terms.whole), render: (part: Part) => { const share = shareOf(terms, part.value, terms.whole); return share === null ? noNumber : `${numberText(share, 1)}%` }, numeric: true, width: 90 }] : []),
    ...(changes.length > 0 ? [{ key: 'before', title: { zh: '上一版', en: 'Edition before' }, value: (part: Part) => was.get(part.unit) ?? null, render: (part: Part) => (was.has(part.unit) ? <span>{was.get(part.unit) === null ? t({ zh: '新列入', en: 'new' }) : numberText(was.get(part.unit) ?? null, terms.digits)}</span> : noNumber), numeric: true, width: 90 }] : []),
    ...(inForce ? [
      { key: 'figure', title: { zh: '实际', en: 'Actual' }, value: (part: Part) => standing.get(part.unit)?.figure ?? null, render: (part: Part) => { const line = standing.get(part.unit); return line ? <LineFigure line={line} /> : noNumber }, numeric: true, width: 120 },
      { key: 'gap', title: { zh: '差距（百分点）', en: 'Gap (points)' }, value: (part: Part) => standing.get(part.unit)?.gap ?? null, render: (part: Part) => signedText(standing.get(part.unit)?.gap ?? null), numeric: true, sortable: true, width: 130 },
      { key: 'light', title: { zh: '灯', en: 'Light' }, value: (part: Part) => { const line = standing.get(part.unit); return line ? t(lightLabels[line.light]) : null }, render: (part: Part) => { const line = standing.get(part.unit); return line ? <LineLight line={line} /> : noNumber }, sortable: true, width: 120 },
    ] : []),
    { key: 'signed', title: { zh: '签认', en: 'Signed' }, value: part => signature(part.unit)?.by ?? objection(part.unit)?.reason ?? null, render: part => <Answer signature={signature(part.unit)} objection={objection(part.unit)} measure={page.line.unit} open={edition.state === 'proposed'} />, width: 270 },
  ]
  return (
    <>
      <DataTable
        name="parts"
        caption={{ zh: '各单位分解数', en: 'Parts of the units' }}
        rows={terms.parts}
        columns={columns}
        keyOf={part => part.unit}
        ownSheet={false}
        empty={<Empty title={{ zh: '这一版没有列入单位', en: 'No unit is in this edition' }} next={{ zh: '由计划员列入单位和分解数。', en: 'A planner names units and their numbers.' }} />}
      />
      {gone.length > 0 && before && <p className={style['aside']}>{t({ zh: '比第{edition}版减少：', en: 'No longer in it, against edition {edition}: ' }, { edition: before.edition })}<span lang="zh-CN">{gone.map(change => `${names.get(change.unit) ?? ''}（${numberText(change.before)}）`).join('、')}</span></p>}
      {terms.ground !== null && <p className={style['aside']}>{t({ zh: '依据：', en: 'Ground: ' })}<span lang="zh-CN">{terms.ground}</span></p>}
      {edition.proposed?.reason && <p className={style['aside']}>{t({ zh: '未分完的理由：', en: 'Why a rest stays: ' })}<span lang="zh-CN">{edition.proposed.reason}</span></p>}
      {before && <p className={style['aside']}>{t({ zh: '上一版为第{edition}版，{day}下发。', en: 'The edition before is {edition}, put before the units on {day}.' }, { edition: before.edition, day: before.proposed ? dayText(dayOf(before.proposed.at), language) : noNumber })}</p>}
    </>
  )
}

type AnswerProps = { readonly signature: DivisionRow['signatures'][number] | undefined; readonly objection: DivisionRow['objections'][number] | undefined; readonly measure: string; readonly open: boolean }

/** What a unit said to its part: signed, sent back with its reason and number, or nothing yet. */
function Answer({ signature, objection, measure, open }: AnswerProps) {
  const { language, t } = useLanguage()
  if (signature) return <span>✓ <span lang="zh-CN">{signature.by}</span> {dayText(dayOf(signature.at), language)}</span>
  if (objection) return <span className={style['objection']}>↩ <span lang="zh-CN">{objection.by}：{objection.reason}</span>{objection.counter !== null && <b>{t({ zh: ' 建议{n}{unit}', en: ' proposes {n}{unit}' }, { n: numberText(objection.counter), unit: measure })}</b>}</span>
  return <span className={style['aside']}>{t(open ? { zh: '待签认', en: 'To be signed' } : { zh: '未签认', en: 'Not signed' })}</span>
}
