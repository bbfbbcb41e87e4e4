import { type YearCourse } from '../../../../engines/projects/contract.ts'
import { numberText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { ChartWithTable } from '../../../ui/ChartWithTable.tsx'

/** The money of a year, planned against done, in running totals; its caption says how far it is behind or ahead. */
export function CourseChart({ course: { months, judged, planned }, height }: { readonly course: YearCourse; readonly height: number }) {
  const { t } = useLanguage()
  const last = months[judged - 1]
  const finding = last && last.lead !== null
    ? t({ zh: '1—{month}月完成{done}万元，应完成{due}万元，{lead}个百分点', en: 'Through month {month} {done} of {due} due (10,000 yuan): {lead} points' }, { month: judged, done: numberText(last.done), due: numberText(last.planned), lead: signedText(last.lead) })
    : t({ zh: '全年计划{planned}万元，还没有到期的月份', en: 'Planned {planned} (10,000 yuan); no month is due yet' }, { planned: numberText(planned) })
  return <ChartWithTable finding={finding} height={height} data={{ kind: 'line', categories: months.map(({ month }) => t({ zh: '{n}月', en: 'M{n}' }, { n: month })), series: [{ name: t({ zh: '累计计划', en: 'Planned' }), unit: '万元', values: months.map(m => m.planned) }, { name: t({ zh: '累计完成', en: 'Done' }), unit: '万元', values: months.map(m => m.done) }] }} />
}
