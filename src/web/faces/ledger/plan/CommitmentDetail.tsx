import { Link } from 'react-router'
import { type CommitmentNode } from '../../../../engines/plan/schema.ts'
import { type Id } from '../../../../kernel/id.ts'
import { dayText, instantText, noNumber, shareText } from '../../../format.ts'
import { useLanguage } from '../../../language.tsx'
import { useSession } from '../../../session.tsx'
import { LightHistory } from '../../../parts/plan/LightHistory.tsx'
import { LineLight } from '../../../parts/plan/LineLight.tsx'
import { commitmentKinds, strengthWords } from '../../../parts/plan/plan-words.ts'
import { RepeatedMatter } from '../../../parts/cases/RepeatedMatter.tsx'
import { UnitName } from '../../../parts/org/UnitName.tsx'
import { ChainLink } from '../../../ui/ChainLink.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Loading } from '../../../ui/Loading.tsx'
import { ThreadLinks } from '../threads/ThreadLinks.tsx'
import { CommitmentActs } from './CommitmentActs.tsx'
import { CommitmentHistory } from './CommitmentHistory.tsx'
import style from './item.module.css'
import { useCommitment } from './use-plan.ts'

/** A commitment at the side: who owes what by when, what measures it, where it is from, and what happened to it. */
export function CommitmentDetail({ id, nodes }: { readonly id: Id; readonly nodes: readonly CommitmentNode[] }) {
  const { language, t } = useLanguage()
  const { may } = useSession()
  const asked = useCommitment(id)
  if (asked.isPending) return <Loading lines={6} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { commitment, history } = asked.data
  const parent = nodes.find(node => node.id === commitment.parent)
  const below = nodes.filter(node => node.parent === commitment.id).sort((a, b) => a.position - b.position)
  return (
    <div className={style['item']}>
      <div className={style['top']}>
        <h2 lang="zh-CN">{commitment.title}</h2>
        <LineLight line={{ ...commitment, kind: 'commitment', label: { zh: commitment.title, en: commitment.title } }} />
      </div>
      <CommitmentActs commitment={commitment} below={below.length} />
      <dl className={style['facts']}>
        <div><dt>{t({ zh: '层级', en: 'Level' })}</dt><dd>{t(commitmentKinds[commitment.kind])}{parent && <>{t({ zh: '，属', en: ' of ' })}<ItemLink node={parent} /></>}</dd></div>
        <div><dt>{t({ zh: '完成时限', en: 'Due' })}</dt><dd>{dayText(commitment.dueOn, language)}</dd></div>
        <div><dt>{t({ zh: '牵头单位', en: 'Lead unit' })}</dt><dd lang="zh-CN">{commitment.leadUnit ? <Link to={`/units/${commitment.leadUnit}?year=${commitment.year}`}>{commitment.leadName}</Link> : t({ zh: '未定', en: 'Not set' })}</dd></div>
        <div><dt>{t({ zh: '配合单位', en: 'Co-units' })}</dt><dd>{commitment.coUnits.length === 0 ? noNumber : commitment.coUnits.map((unit, i) => <span key={unit}>{i > 0 && t({ zh: '、', en: ', ' })}<UnitName id={unit} /></span>)}</dd></div>
        <div><dt>{t({ zh: '力度', en: 'Strength' })}</dt><dd>{t(strengthWords[commitment.strength])}{commitment.verb && <span lang="zh-CN">（{commitment.verb}）</span>}</dd></div>
        <div><dt>{t({ zh: '如何衡量', en: 'Measured by' })}</dt><dd><Measure commitment={commitment} /></dd></div>
        <div><dt>{t({ zh: '判定', en: 'Finding' })}</dt><dd>{t(commitment.verdict.because)}</dd></div>
      </dl>
      {commitment.progress.length > 0 && (
        <section>
          <h3>{t({ zh: '填报的进展（最新在前）', en: 'Progress entered, newest first' })}</h3>
          <ol className={style['progress']}>
            {commitment.progress.toSorted((a, b) => b.onDay.localeCompare(a.onDay) || b.at.localeCompare(a.at)).map(step => (
              <li key={step.id}>
                <b>{shareText(step.share, 1, 0)}</b> {dayText(step.onDay, language)}
                <p lang="zh-CN">{step.note}</p>
                {step.evidence && <p>{t({ zh: '依据：', en: 'Evidence: ' })}<span lang="zh-CN">{step.evidence}</span></p>}
                <p className={style['aside']}>{t({ zh: '{by}于{at}填报', en: 'Entered by {by} on {at}' }, { by: step.by, at: instantText(step.at, language) })}</p>
              </li>
            ))}
          </ol>
        </section>
      )}
      {below.length > 0 && (
        <section>
          <h3>{t({ zh: '下级事项', en: 'Below it' })}</h3>
          <ol className={style['progress']}>{below.map(node => <li key={node.id}><ItemLink node={node} /></li>)}</ol>
        </section>
      )}
      <section>
        <h3>{t({ zh: '出处', en: 'Source' })}</h3>
        <ol><ChainLink link={{ kind: 'source', source: commitment.source }} /></ol>
      </section>
      {commitment.source.kind === 'cases' && may('case.read') && <RepeatedMatter of={{ commitment: commitment.id }} />}
      <ThreadLinks plain {...(commitment.target === null ? { kind: 'commitment', id: commitment.id } : { kind: 'target', id: commitment.target })} />
      <LightHistory thing={commitment.id} />
      <CommitmentHistory history={history} nodes={nodes} />
    </div>
  )
}

function ItemLink({ node }: { readonly node: CommitmentNode }) {
  return <Link to={`?item=${node.id}`} preventScrollReset lang="zh-CN">{node.title}</Link>
}

function Measure({ commitment }: { readonly commitment: CommitmentNode }) {
  const { t } = useLanguage()
  if (commitment.target !== null) {
    return <>{t({ zh: '目标：', en: 'The target ' })}<Link to={`?item=${commitment.target}`} preventScrollReset lang="zh-CN">{commitment.targetWords ?? t({ zh: '查看', en: 'look' })}</Link></>
  }
  if (commitment.progress.length > 0) return t({ zh: '填报的进展', en: 'Progress that is entered' })
  if (commitment.share !== null) return t({ zh: '下级事项，平均完成{share}', en: 'What stands below it: {share} done on average' }, { share: shareText(commitment.share, 1, 0) })
  return t({ zh: '尚未挂接目标，也未填报进展', en: 'No target is linked and no progress was entered' })
}
