import { Drawer } from 'antd'
import { Link } from 'react-router'
import { ledgerNeedLabels } from '../../../../engines/plan/ledgers/schema.ts'
import { type LineRow } from '../../../../engines/plan/ledgers/contract.ts'
import { dayText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useOpened } from '../../../opened.ts'
import { LineFigure } from '../../../parts/plan/LineFigure.tsx'
import { LineTarget } from '../../../parts/plan/LineTarget.tsx'
import { ChainLink } from '../../../ui/ChainLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { LightShape } from '../../../ui/LightShape.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { AcceptancePanel } from './AcceptancePanel.tsx'
import { EvidencePanel } from './EvidencePanel.tsx'
import style from './ledgers.module.css'
import { LineActs } from './LineActs.tsx'
import { LineHistory } from './LineHistory.tsx'
import { ParticularsPanel } from './particulars/ParticularsPanel.tsx'
import { useLedgerLine } from './use-ledgers.ts'

/** The line that the address names (`?line=…`) at the side: why its light, its parts, evidence, acceptance and history. */
export function LineSheet() {
  const { t } = useLanguage()
  const { what: id, close } = useOpened('line')
  return (
    <Drawer open={id !== ''} onClose={close} title={t({ zh: '台账事项', en: 'Line of the ledger' })} size="min(640px, 100vw)" destroyOnHidden>
      {id !== '' && <Detail key={id} id={id} />}
    </Drawer>
  )
}

function Detail({ id }: { readonly id: string }) {
  const { language, t } = useLanguage()
  const asked = useLedgerLine(id)
  if (asked.isPending) return <Loading lines={6} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { line, ledger } = asked.data
  return (
    <div className={style['item']}>
      <div className={style['top']}>
        <h2 lang={line.commitment === null ? undefined : 'zh-CN'}>{line.position}. {t(line.label)}</h2>
        <LightShape light={line.light} />
        <p>{t(line.because)}</p>
        {line.gone && <p role="status">{t({ zh: '所列事项已随文件撤回。可由计划员移出台账。', en: 'What it stood for was retracted with its paper. A planner may take it off.' })}</p>}
      </div>
      <LineActs answer={asked.data} />
      <dl className={style['facts']}>
        <div><dt>{t({ zh: '责任单位', en: 'Lead' })}</dt><dd lang="zh-CN">{line.leads.join('、') || t({ zh: '未定', en: 'Not set' })}</dd></div>
        <div><dt>{t({ zh: '完成时限', en: 'Due' })}</dt><dd>{line.dueOn ? dayText(line.dueOn, language) : noNumber}</dd></div>
        <div><dt>{t({ zh: '完成', en: 'Done' })}</dt><dd>{line.share === null ? noNumber : shareText(line.share, 1, 0)}</dd></div>
        <div><dt>{t({ zh: '尚缺', en: 'Lacks' })}</dt><dd>{line.lacks.length === 0 ? t({ zh: '要件齐全', en: 'Nothing' }) : line.lacks.map(need => t(ledgerNeedLabels[need])).join(t({ zh: '、', en: ', ' }))}</dd></div>
      </dl>
      {ledger.of.particulars.length > 0 && <ParticularsPanel answer={asked.data} />}
      <section>
        <h3>{t({ zh: '内容', en: 'Parts' })}</h3>
        {line.parts.length === 0 ? <p className={style['aside']}>{t({ zh: '没有可计量的内容。', en: 'Nothing of it is measured.' })}</p> : <ol className={style['steps']}>{line.parts.map((part, i) => <Part key={part.commitment ?? i} part={part} />)}</ol>}
      </section>
      <EvidencePanel answer={asked.data} />
      {ledger.of.acceptance.length > 0 && <AcceptancePanel answer={asked.data} />}
      {line.source && (
        <section>
          <h3>{t({ zh: '出处', en: 'Source' })}</h3>
          <ol><ChainLink link={{ kind: 'source', source: line.source }} /></ol>
        </section>
      )}
      <LineHistory history={asked.data.history} ledger={ledger} />
    </div>
  )
}

/** A part with its target and figure; what is entered by hand is entered on its commitment. */
function Part({ part }: { readonly part: LineRow['parts'][number] }) {
  const { t } = useLanguage()
  const year = (part.dueOn ?? '').slice(0, 4)
  return (
    <li>
      <LightShape light={part.light} /> {part.commitment ? <Link to={`/plan/${year}?item=${part.commitment}`} lang="zh-CN">{part.title}</Link> : <span lang="zh-CN">{part.title}</span>}
      {part.line && <p>{part.line.kind === 'target' && <>{t({ zh: '目标 ', en: 'Target ' })}<LineTarget line={part.line} />{t({ zh: '，现值 ', en: ', now ' })}</>}<LineFigure line={part.line} /></p>}
      <p className={style['small']}>{t(part.because)}</p>
    </li>
  )
}
