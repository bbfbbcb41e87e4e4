import { Button } from 'antd'
import { Link } from 'react-router'
import { nextDue } from '../../../../../engines/cases/domain/row.ts'
import { stateWords } from '../../../../../engines/cases/domain/words.ts'
import { type Id } from '../../../../../kernel/id.ts'
import { useLanguage } from '../../../../language.tsx'
import { Due } from '../../../../parts/cases/Due.tsx'
import { Failure } from '../../../../ui/Failure.tsx'
import { Loading } from '../../../../ui/Loading.tsx'
import { useCase } from '../page/use-case.ts'
import style from './open.module.css'

/** The number of a case that was just opened, what happens next and by when. */
export function OpenedCase({ id, onNext }: { readonly id: Id; readonly onNext: () => void }) {
  const { t } = useLanguage()
  const { opened, error, refetch } = useCase(id)
  if (!opened) return error ? <Failure error={error} retry={() => void refetch()} /> : <Loading lines={4} />
  const { view, present } = opened
  const due = nextDue(view.clocks)
  return (
    <section className={style['form']} aria-live="polite">
      <p>{t({ zh: '已登记，编号', en: 'Opened. Its number is' })}</p>
      <p className={style['number']}>{view.number}</p>
      <p>{t({ zh: '现在：{state}', en: 'Now: {state}' }, { state: t(stateWords[present.state]) })}{present.lead !== null && <> · <span lang="zh-CN">{view.names[present.lead]}</span></>}</p>
      <p>{due ? <Due deadline={{ at: due.dueAt, unit: due.limit.unit, known: due.known }} /> : t({ zh: '受理后开始计时。', en: 'Clocks begin when it is filed.' })}</p>
      <p className={style['acts']}><Link to={`/cases/${id}`}>{t({ zh: '打开这件工单', en: 'Go to the case' })}</Link> <Button onClick={onNext}>{t({ zh: '再登记一件', en: 'Open another' })}</Button> <Link to="/cases">{t({ zh: '回到清单', en: 'Back to the list' })}</Link></p>
    </section>
  )
}
