import { Button } from 'antd'
import { midTermCounts, midTermLabels } from '../../../../engines/plan/domain/ledger/mid-term.ts'
import { type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { type MidTerm, type MidTermLine, MidTermVerdict } from '../../../../engines/plan/ledgers/schema.ts'
import { instantText, noNumber, numberText, shareText, signedText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { useSession } from '../../../session.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { YearSwitch, useYear } from '../../../ui/YearSwitch.tsx'
import { today } from '../../../today.ts'
import style from './ledgers.module.css'
import { WideTable } from './WideTable.tsx'
import { useMidTerm } from './use-ledgers.ts'

/** The mid-term evaluation: each indicator against its path at the end of a year, binding ones first; those concluded, as they were kept. */
export function MidTermView({ ledger, concluded }: { readonly ledger: LedgerRow; readonly concluded: readonly MidTerm[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const { open } = useOpened('form')
  const first = Number(ledger.span.slice(0, 4))
  const year = useYear(first + (ledger.of.evaluatedInYear ?? 1) - 1)
  const years = Array.from({ length: Number(ledger.span.slice(-4)) - first + 1 }, (_, i) => first + i)
  const asked = useMidTerm(ledger.id, year)
  const over = `${year}-12-31` < today()
  return (
    <div className={style['list']}>
      <YearSwitch years={years} current={year} />
      {asked.isPending && <Loading lines={5} />}
      {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {asked.data && (
        <Panel title={t({ zh: '截至{year}年底的完成情况', en: 'As of the end of {year}' }, { year })} aside={may('plan.edit') && over && asked.data.lines.length > 0 && <Button className="unprinted" onClick={() => open(`conclude:${year}`)}>{t({ zh: '形成评估', en: 'Conclude' })}</Button>}>
          <Lines lines={asked.data.lines} />
        </Panel>
      )}
      {concluded.toReversed().map(one => (
        <Panel key={one.id} title={t({ zh: '已形成的{year}年中期评估', en: 'The evaluation of {year} as concluded' }, { year: one.year })}>
          <p lang="zh-CN">{one.opinion}</p>
          <p className={style['small']}>{one.by} · {instantText(one.at, language)}</p>
          <Lines lines={one.lines} />
        </Panel>
      ))}
    </div>
  )
}

const natures = { binding: { zh: '约束性指标', en: 'Binding indicators' }, expected: { zh: '预期性指标', en: 'Expected indicators' } } as const

function Lines({ lines }: { readonly lines: readonly MidTermLine[] }) {
  const { t } = useLanguage()
  const counts = midTermCounts(lines)
  const said = (nature: keyof typeof natures) => MidTermVerdict.options.filter(verdict => counts[nature][verdict] > 0).map(verdict => `${t(midTermLabels[verdict])} ${counts[nature][verdict]}`).join(t({ zh: '、', en: ', ' }))
  return (
    <>
      {(['binding', 'expected'] as const).map(nature => <p key={nature}>{t(natures[nature])}{t({ zh: '{n}项', en: ': {n}' }, { n: counts[nature].of })}{counts[nature].of > 0 && <>{t({ zh: '：', en: ' — ' })}{said(nature)}</>}</p>)}
      <WideTable caption={t({ zh: '各指标完成情况', en: 'How far each indicator has come' })}>
        <thead>
          <tr>
            <th scope="col">{t({ zh: '指标', en: 'Indicator' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '基期', en: 'Base' })}</th>
            <th scope="col">{t({ zh: '目标', en: 'Target' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '应达到', en: 'Due' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '实际', en: 'Actual' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '完成增量', en: 'Way gone' })}</th>
            <th scope="col" className={style['number']}>{t({ zh: '差距（百分点）', en: 'Gap (points)' })}</th>
            <th scope="col">{t({ zh: '评估', en: 'Verdict' })}</th>
          </tr>
        </thead>
        {(['binding', 'expected'] as const).filter(nature => counts[nature].of > 0).map(nature => (
          <tbody key={nature}>
            <tr className={style['group']}><th colSpan={8} scope="colgroup">{t(natures[nature])}</th></tr>
            {lines.filter(line => line.nature === nature).map(line => (
              <tr key={line.line}>
                <th scope="row">{t(line.name)} <span className={style['small']}>{line.unit}</span></th>
                <td className={style['number']}>{line.base ? numberText(line.base.value) : noNumber}</td>
                <td lang="zh-CN">{line.words || noNumber}</td>
                <td className={style['number']}>{numberText(line.expected)}</td>
                <td className={style['number']}>{numberText(line.actual)}</td>
                <td className={style['number']}>{line.reached === null ? noNumber : shareText(line.reached, 1, 1)}</td>
                <td className={style['number']}>{signedText(line.gap)}</td>
                <td><b>{t(midTermLabels[line.verdict])}</b><div className={style['small']}>{t(line.because)}</div></td>
              </tr>
            ))}
          </tbody>
        ))}
      </WideTable>
    </>
  )
}
