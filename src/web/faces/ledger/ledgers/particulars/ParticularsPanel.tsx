import { Link } from 'react-router'
import { dayText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { useSession } from '../../../../session.tsx'
import { type LineAnswer } from '../line-answer.ts'
import style from '../ledgers.module.css'
import { ParticularValue } from './ParticularValue.tsx'

/** What stands of the own columns of a line, each with the day it speaks of and on what ground it was told. */
export function ParticularsPanel({ answer: { line, ledger } }: { readonly answer: LineAnswer }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { particulars, casesOf } = ledger.of
  return (
    <section>
      <h3>{t({ zh: '栏目', en: 'Columns' })}</h3>
      <dl className={style['facts']}>
        {particulars.map(column => {
          const standing = line.particulars[column.key]
          return (
            <div key={column.key}>
              <dt>{t(column.name)}{column.required && <span className={style['small']}> {t({ zh: '必填', en: 'required' })}</span>}</dt>
              <dd>
                <ParticularValue column={column} line={line} ledger={ledger} withUnit />
                {standing && <span className={style['small']}> {standing.withLedger ? t({ zh: '截至{day}，依据：', en: 'as of {day}, on the ground of: ' }, { day: dayText(standing.onDay, language) }) : t({ zh: '截至{day} · {by}，依据：', en: 'as of {day} · {by}, on the ground of: ' }, { day: dayText(standing.onDay, language), by: standing.by })}<span lang="zh-CN">{standing.ground}</span></span>}
                {column.kind === 'share' && <span className={style['small']}> {t({ zh: '{numerator}÷{denominator}，自动算出', en: '{numerator} ÷ {denominator}, worked out' }, { numerator: t(particulars.find(one => one.key === column.numerator)?.name ?? column.name), denominator: t(particulars.find(one => one.key === column.denominator)?.name ?? column.name) })}</span>}
              </dd>
            </div>
          )
        })}
      </dl>
      {casesOf !== null && may('case.read') && <p className="unprinted"><Link to={`/cases?type=${casesOf}`}>{t({ zh: '查看逐项办理的工单', en: 'The cases in which single items are followed' })}</Link></p>}
    </section>
  )
}
