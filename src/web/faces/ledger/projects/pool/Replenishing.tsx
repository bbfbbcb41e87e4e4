import { type PoolShown } from '../../../../../engines/projects/domain/pool-shown.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { noNumber, numberText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import style from '../page/page.module.css'
import { PoolNumber } from './PoolNumber.tsx'

const said = (holds: boolean | null): Label => (holds === null ? { zh: '不评', en: 'not judged' } : holds ? { zh: '够', en: 'enough' } : { zh: '不够', en: 'not enough' })
const timesOf = (part: number, whole: number) => (whole > 0 ? numberText(part / whole) : noNumber)

/** Rolling replenishment: the reserve against what was started in the year, with the verdict. */
export function Replenishing({ pool: { year, replenishment: { times, reserved, started, unpriced, byNumber, byMoney, verdict } } }: { readonly pool: PoolShown }) {
  const { t } = useLanguage()
  const large = (amount: number) => numberText(amount / 10_000)
  return (
    <Panel title={t({ zh: '滚动接续', en: 'Rolling replenishment' })}>
      <p><b>{t(verdict)}</b></p>
      <div className={style['scroll']}>
        <table className={style['table']}>
          <caption className="unseen">{t({ zh: '储备与当年开工', en: 'Reserved against started' })}</caption>
          <thead><tr><th scope="col">{t({ zh: '按什么', en: 'By' })}</th><th scope="col" className={style['number']}>{t({ zh: '在储备', en: 'Reserved' })}</th><th scope="col" className={style['number']}>{t({ zh: '当年开工', en: 'Started in the year' })}</th><th scope="col" className={style['number']}>{t({ zh: '倍数（应≥{n}）', en: 'Times (≥ {n})' }, { n: times })}</th><th scope="col">{t({ zh: '判断', en: 'Verdict' })}</th></tr></thead>
          <tbody>
            <tr><th scope="row">{t({ zh: '个数', en: 'Number' })}</th><td className={style['number']}><PoolNumber year={year} choice="there.reserved" projects={reserved.projects} /></td><td className={style['number']}><PoolNumber year={year} choice="came.started" projects={started.projects} /></td><td className={style['number']}>{timesOf(reserved.projects, started.projects)}</td><td>{t(said(byNumber))}</td></tr>
            <tr><th scope="row">{t({ zh: '总投资（亿元）', en: 'Investment (100 million yuan)' })}</th><td className={style['number']}>{large(reserved.total)}</td><td className={style['number']}>{large(started.total)}</td><td className={style['number']}>{timesOf(reserved.total, started.total)}</td><td>{t(said(byMoney))}</td></tr>
          </tbody>
        </table>
      </div>
      {unpriced > 0 && <p className={style['small']}>{t({ zh: '储备中有{n}个项目没有总投资，未计入金额。', en: '{n} of the reserved have no total investment and are left out of the money.' }, { n: unpriced })}</p>}
    </Panel>
  )
}
