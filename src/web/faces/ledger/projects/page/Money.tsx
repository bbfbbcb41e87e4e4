import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { fundLabels } from '../../../../../engines/projects/domain/words.ts'
import { numberText, shareText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { YearSwitch } from '../../../../ui/YearSwitch.tsx'
import { CourseChart } from '../CourseChart.tsx'
import { MonthReview } from '../acts/MonthReview.tsx'
import style from './page.module.css'
import { WaitingElsewhere } from './WaitingElsewhere.tsx'

const states = { told: { zh: '待审核', en: 'waits for approval' }, approved: { zh: '已审核', en: 'approved' }, returned: { zh: '已退回', en: 'sent back' } } as const

/** The money of a year: planned against done, what its end will bring, each month and who told and approved it, the sources. */
export function Money({ view }: { readonly view: ProjectView }) {
  const { t } = useLanguage()
  const { project, year } = view
  const years = [...new Set([...project.years.map(y => y.year), ...project.months.map(m => Number(m.month.slice(0, 4))), year.year])].toSorted((a, b) => b - a)
  const told = project.months.filter(month => month.month.startsWith(`${year.year}-`))
  return (
    <Panel title={t({ zh: '{year}年投资', en: 'Investment of {year}' }, { year: year.year })} aside={<YearSwitch years={years.slice(0, 8)} current={year.year} />}>
      <WaitingElsewhere view={view} />
      {year.planned === null
        ? <p className={style['soft']}>{t({ zh: '这一年没有投资计划。', en: 'There is no plan of investment for this year.' })}</p>
        : <Course view={view} planned={year.planned} />}
      {told.length > 0 && (
        <div className={`${style['group']} ${style['scroll']}`}>
          <table className={style['table']}>
            <caption className="unseen">{t({ zh: '各月报数', en: 'Months told' })}</caption>
            <thead><tr><th scope="col">{t({ zh: '月份', en: 'Month' })}</th><th scope="col" className={style['number']}>{t({ zh: '完成（万元）', en: 'Done (10,000 yuan)' })}</th><th scope="col">{t({ zh: '状态', en: 'State' })}</th><th scope="col">{t({ zh: '填报、审核', en: 'Told, approved' })}</th></tr></thead>
            <tbody>
              {told.map(month => (
                <tr key={month.month}>
                  <th scope="row">{month.month}</th>
                  <td className={style['number']}>{numberText(month.amount)}</td>
                  <td>{t(states[month.state])}{month.reason !== null && month.state === 'returned' && <p className={style['small']}>{month.reason}</p>}<MonthReview view={view} month={month.month} /></td>
                  <td lang="zh-CN">{[month.by, month.approvedBy].filter(Boolean).join('、')}{month.note !== '' && <p className={style['small']}>{month.note}</p>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Sources view={view} />
    </Panel>
  )
}

function Course({ view: { year }, planned }: { readonly view: ProjectView; readonly planned: number }) {
  const { t } = useLanguage()
  return (
    <>
      <CourseChart course={year} height={220} />
      <p className={style['small']}>{year.curve === 'months' ? t({ zh: '计划按月下达。', en: 'The plan names each month.' }) : t({ zh: '计划没有分月，按时间折算。', en: 'The plan names no months; the time passed stands for them.' })}</p>
      {year.outlook && year.outlook.asSoFar !== null && (
        <p>{t({ zh: '照计划干下去，全年完成{plan}万元（{planShare}）；照现在的进度，全年完成{pace}万元（{paceShare}）。', en: 'If the rest goes to plan, the year ends at {plan} ({planShare}); as it went so far, at {pace} ({paceShare}), in 10,000 yuan.' }, { plan: numberText(year.outlook.toPlan), planShare: shareText(year.outlook.toPlan, planned, 1), pace: numberText(year.outlook.asSoFar), paceShare: shareText(year.outlook.asSoFar, planned, 1) })}</p>
      )}
    </>
  )
}

function Sources({ view: { project } }: { readonly view: ProjectView }) {
  const { t } = useLanguage()
  if (project.funds.length === 0) return null
  const all = project.funds.reduce((sum, fund) => sum + fund.amount, 0)
  return (
    <div className={style['group']}>
      <h3>{t({ zh: '资金来源', en: 'Sources' })}</h3>
      <dl className={style['facts']}>{project.funds.map(({ fund, amount, ground }) => <div key={fund}><dt>{t(fundLabels[fund])}</dt><dd>{t({ zh: '{n}万元，占{share}', en: '{n} (10,000 yuan), {share}' }, { n: numberText(amount), share: shareText(amount, all, 0) })}{ground !== '' && <span className={style['soft']}> {ground}</span>}</dd></div>)}</dl>
    </div>
  )
}
