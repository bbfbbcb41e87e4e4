import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { contractsShown, type ContractShown } from '../../../../../engines/projects/domain/contracts.ts'
import { contractKindLabels } from '../../../../../engines/projects/domain/words.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { dayText, noNumber, numberText, shareText, signedText } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { PanelActs } from '../acts/PanelActs.tsx'
import style from './page.module.css'

/** The contracts of a project: signed at, changed by, now at; together against the total investment. */
export function Contracts({ view, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const { rows, amount, changed, now, total, left } = contractsShown(view.project)
  const n = (value: number) => numberText(value)
  return (
    <Panel title={t({ zh: '合同与变更', en: 'Contracts and changes' })} aside={<span className={style['soft']}>{t({ zh: '{n}份，{closed}份已结算', en: '{n}, of which {closed} settled' }, { n: rows.length, closed: rows.filter(row => row.closed !== null).length })}</span>}>
      {rows.length === 0
        ? <p className={style['soft']}>{t({ zh: '还没有登记合同。签订后由业主单位登记。', en: 'No contract was told. The owner tells each when it is signed.' })}</p>
        : (
            <>
              <p>{total === null || left === null
                ? t({ zh: '合同现值合计{now}万元；项目没有总投资，不能比较。', en: 'Contracts come to {now} (10,000 yuan); no total investment is known.' }, { now: n(now) })
                : t({ zh: '合同现值合计{now}万元，占总投资{total}万元的{share}，还有{left}万元未签合同。', en: 'Contracts come to {now}, {share} of the total investment of {total}; {left} are not under contract (10,000 yuan).' }, { now: n(now), total: n(total), share: shareText(now, total, 1), left: n(left) })}
              </p>
              <div className={style['scroll']}>
                <table className={style['table']}>
                  <caption className="unseen">{t({ zh: '合同（万元）', en: 'Contracts (10,000 yuan)' })}</caption>
                  <thead><tr><th scope="col">{t({ zh: '合同', en: 'Contract' })}</th><th scope="col" className={style['number']}>{t({ zh: '合同金额（万元）', en: 'Signed at (10,000 yuan)' })}</th><th scope="col" className={style['number']}>{t({ zh: '变更', en: 'Changes' })}</th><th scope="col" className={style['number']}>{t({ zh: '现为', en: 'Now' })}</th></tr></thead>
                  <tbody>{rows.map(row => <OneContract key={row.number} row={row} />)}</tbody>
                  <tfoot><tr><th scope="row">{t({ zh: '合计', en: 'Together' })}</th><td className={style['number']}>{n(amount)}</td><td className={style['number']}>{changed === 0 ? noNumber : signedText(changed)}</td><td className={style['number']}>{n(now)}</td></tr></tfoot>
                </table>
              </div>
            </>
          )}
      <PanelActs view={view} rules={rules} panel="contracts" />
    </Panel>
  )
}

function OneContract({ row }: { readonly row: ContractShown }) {
  const { language, t } = useLanguage()
  return (
    <tr>
      <th scope="row" className={style['wrapping']}>
        <span lang="zh-CN">{row.what}</span>
        <p className={style['small']}>{[row.number, t(contractKindLabels[row.of]), row.party, dayText(row.on, language)].join(' · ')}</p>
        {row.changes.map((change, i) => <p key={i} className={style['small']}>{t({ zh: '{on}变更{by}万元：{reason}（{approval}）', en: '{on} changed by {by}: {reason} ({approval})' }, { on: dayText(change.on, language), by: signedText(change.by), reason: change.reason, approval: change.approval })}</p>)}
        {row.closed && <p className={style['small']}>{t({ zh: '{on}结算，比结算前{differs}万元', en: 'Settled on {on}, {differs} against the sum before' }, { on: dayText(row.closed.on, language), differs: signedText(row.differs) })}</p>}
      </th>
      <td className={style['number']}>{numberText(row.amount)}</td>
      <td className={style['number']}>{row.changes.length === 0 ? noNumber : signedText(row.changed)}</td>
      <td className={style['number']}>{numberText(row.now)}</td>
    </tr>
  )
}
