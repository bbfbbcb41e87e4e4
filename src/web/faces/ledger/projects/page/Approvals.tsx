import { type ProjectView } from '../../../../../engines/projects/contract.ts'
import { approvalsOf, type ApprovalShown, type ApprovalState } from '../../../../../engines/projects/domain/approvals.ts'
import { type ProjectRules } from '../../../../../engines/projects/schema.ts'
import { type Label } from '../../../../../kernel/label.ts'
import { dayText, noNumber } from '../../../../format.ts'
import { useLanguage } from '../../../../language.tsx'
import { today } from '../../../../today.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { PanelActs } from '../acts/PanelActs.tsx'
import { ApprovalLines } from './ApprovalLines.tsx'
import style from './page.module.css'

const states: Readonly<Record<ApprovalState, readonly [mark: string, said: Label]>> = {
  waiting: ['○', { zh: '等前置', en: 'waits' }], open: ['○', { zh: '可申报', en: 'may be applied for' }], running: ['◐', { zh: '部门办理中', en: 'with the office' }],
  'with-owner': ['△', { zh: '退回补正', en: 'with the owner' }], granted: ['✓', { zh: '已批准', en: 'granted' }], 'not-needed': ['—', { zh: '不需办理', en: 'not needed' }],
}

/** Approvals as parallel lines: who has each, since when, by when, and how late. */
export function Approvals({ view, rules }: { readonly view: ProjectView; readonly rules: ProjectRules }) {
  const { t } = useLanguage()
  const now = today(), lines = approvalsOf(view.project, rules.kinds, now)
  if (lines.length === 0) return null
  const ended = lines.filter(line => line.state === 'granted' || line.state === 'not-needed').length, late = lines.filter(line => line.state === 'running' && line.late > 0)
  return (
    <Panel title={t({ zh: '并联审批', en: 'Approvals side by side' })} aside={<span className={style['soft']}>{t({ zh: '{done}/{all}项办结', en: '{done} of {all} settled' }, { done: ended, all: lines.length })}</span>}>
      {late.length > 0 && <p className={style['late']}>{t({ zh: '{n}项超过时限：{names}', en: '{n} over their limits: {names}' }, { n: late.length, names: late.map(one => t(one.line.name)).join(t({ zh: '、', en: ', ' })) })}</p>}
      <ApprovalLines lines={lines} today={now} />
      <div className={style['scroll']}>
        <table className={style['table']}>
          <caption className="unseen">{t({ zh: '审批事项', en: 'Approvals' })}</caption>
          <thead><tr><th scope="col">{t({ zh: '事项', en: 'Approval' })}</th><th scope="col" className={`${style['number']} ${style['wrapping']}`}>{t({ zh: '用时/时限（工作日）', en: 'Used/limit (working days)' })}</th><th scope="col">{t({ zh: '现状', en: 'State' })}</th></tr></thead>
          <tbody>{lines.map(line => <OneLine key={line.line.key} shown={line} />)}</tbody>
        </table>
      </div>
      <PanelActs view={view} rules={rules} panel="approvals" />
    </Panel>
  )
}

function OneLine({ shown }: { readonly shown: ApprovalShown }) {
  const { language, t } = useLanguage()
  const { line, state, formers, since, due, late, used, known, steps } = shown, [mark, said] = states[state], words = steps.at(-1)?.words ?? ''
  const facts = [
    ...(since === null ? [] : [t(state === 'granted' || state === 'not-needed' ? { zh: '{on}', en: '{on}' } : { zh: '{on}起', en: 'since {on}' }, { on: dayText(since, language) })]),
    ...(state === 'running' && due !== null ? [t({ zh: '应于{on}前办结', en: 'due {on}' }, { on: dayText(due, language) })] : []),
    ...(late > 0 ? [t({ zh: '超时{n}个工作日', en: '{n} working days late' }, { n: late })] : state === 'granted' ? [t({ zh: '按时', en: 'in time' })] : []),
    ...(formers.length > 0 && state === 'waiting' ? [t({ zh: '“{names}”', en: 'for {names}' }, { names: formers.map(former => t(former.name)).join(t({ zh: '、', en: ', ' })) })] : []),
    ...(state === 'running' && !known ? [t({ zh: '该年放假安排未公布，日期可能变', en: 'holidays of that year are not published yet' })] : []),
  ]
  return (
    <tr>
      <th scope="row" className={style['wrapping']}>{t(line.name)}<p className={style['small']}>{t(line.grants)}</p></th>
      <td className={style['number']}>{steps.length === 0 || state === 'not-needed' ? noNumber : used}/{line.limit}</td>
      <td className={style['wrapping']}><span aria-hidden="true">{mark} </span><span className={late > 0 ? style['late'] : undefined}>{t(said)}</span>{facts.length > 0 && ` ${facts.join(t({ zh: '，', en: ', ' }))}`}{words !== '' && <p className={style['small']} lang="zh-CN">{words}</p>}</td>
    </tr>
  )
}
