import { lightOrder } from '../../../../kernel/light.ts'
import { type LedgerRow } from '../../../../engines/plan/ledgers/contract.ts'
import { useLanguage } from '../../../language.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import style from './ledgers.module.css'

/** How many lines of a ledger show each light, and how many still lack something or wait for acceptance. */
export function LightCounts({ ledger }: { readonly ledger: LedgerRow }) {
  const { t } = useLanguage()
  const { lights } = ledger.whole
  const missing = ledger.of.expected === null ? 0 : ledger.of.expected - ledger.lines
  return (
    <ul className={style['counts']}>
      <li>{t({ zh: '共{n}项：', en: '{n} in it:' }, { n: ledger.lines })}</li>
      {lightOrder.filter(light => lights[light] > 0).map(light => <li key={light}><LightShape light={light} /> {lights[light]}</li>)}
      {ledger.cap !== null && <li>{t({ zh: '上限{cap}项，还可列{left}项', en: 'capped at {cap}, room for {left}' }, { cap: ledger.cap, left: Math.max(0, ledger.cap - ledger.lines) })}</li>}
      {missing > 0 && <li>{t({ zh: '应有{expected}项，还缺{missing}项', en: '{expected} expected, {missing} missing' }, { expected: ledger.of.expected ?? 0, missing })}</li>}
      {missing < 0 && <li>{t({ zh: '应有{expected}项，多列{over}项', en: '{expected} expected, {over} too many' }, { expected: ledger.of.expected ?? 0, over: -missing })}</li>}
      {ledger.awaiting > 0 && <li>{t({ zh: '待验收{n}项', en: '{n} awaiting acceptance' }, { n: ledger.awaiting })}</li>}
      {ledger.lacking > 0 && <li className={style['lacks']}>{t({ zh: '{n}项要件不全', en: '{n} incomplete' }, { n: ledger.lacking })}</li>}
    </ul>
  )
}
